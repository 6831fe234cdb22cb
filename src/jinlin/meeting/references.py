"""What of meetings stands on a home or a building, and which of its records there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.known import Known
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
    Holding(
        "project",
        (),
        N_("meetings ({names})"),
        "SELECT DISTINCT 'M' || m.number FROM agenda_item AS i JOIN meeting AS m"
        " ON m.id = i.meeting_id WHERE i.removed_at IS NULL AND m.removed_at IS NULL"
        " AND i.source_kind = 'project' AND i.source_ref = ?1 ORDER BY m.number",
    ),
    Holding(
        "project",
        (),
        N_("action items ({names})"),
        "SELECT text FROM action_item WHERE removed_at IS NULL AND about_kind = 'project'"
        " AND about_number = ?1 ORDER BY number",
    ),
)
LOOSE: Final[Mapping[str, str]] = {}
_OF_MEETING: Final = (
    "SELECT 1 FROM {} AS r JOIN meeting AS m ON m.id = r.meeting_id"
    " WHERE m.number = ? AND r.number = ? AND m.removed_at IS NULL"
)
KNOWN: Final[Mapping[str, Known]] = {
    "meeting": Known(
        "SELECT 1 FROM meeting WHERE number = ? AND removed_at IS NULL", "meeting list"
    ),
    "resolution": Known(
        f"{_OF_MEETING.format('resolution')} AND r.removed_at IS NULL", "meeting resolutions"
    ),
    "vote": Known(_OF_MEETING.format("vote"), "meeting list"),
}
