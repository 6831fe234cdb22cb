"""What of this room stands on a home, an entrance or a building."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.references import Holding

_SAID: Final = N_("votes of the owners ({names})")
_VOTE: Final = (
    "SELECT DISTINCT 'M' || m.number || '-V' || v.number FROM vote AS v"
    " JOIN meeting AS m ON m.id = v.meeting_id"
)
_IN_PLACE: Final = f"{_VOTE} JOIN owners_vote AS o ON o.vote_id = v.id WHERE o.building_id = ?1"
_ORDER: Final = " ORDER BY m.number, v.number"
HOLDINGS: Final = (
    Holding(
        "household",
        ("vote_door.household_id",),
        _SAID,
        f"{_VOTE} JOIN vote_door AS d ON d.vote_id = v.id WHERE d.household_id = ?1{_ORDER}",
    ),
    Holding("building", ("owners_vote.building_id",), _SAID, _IN_PLACE + _ORDER),
    Holding("entrance", (), _SAID, f"{_IN_PLACE} AND o.entrance = ?2{_ORDER}"),
)
LOOSE: Final[Mapping[str, str]] = {}
