"""What of this room stands on a building or an entrance, and which of its records there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.known import Known
from jinlin.store.references import Holding

_STEWARDS: Final = (
    "SELECT DISTINCT 'P' || p.number FROM coverage AS c JOIN person AS p ON p.id = c.person_id"
    " WHERE c.removed_at IS NULL AND c.building_id = ?1"
)
HOLDINGS: Final = (
    Holding(
        "building",
        ("coverage.building_id",),
        N_("stewards who look after it ({names})"),
        f"{_STEWARDS} ORDER BY p.number",
    ),
    Holding(
        "entrance",
        (),
        N_("stewards who look after it ({names})"),
        f"{_STEWARDS} AND c.entrance = ?2 ORDER BY p.number",
    ),
    Holding(
        "building",
        ("group_building.building_id",),
        N_("Party groups ({names})"),
        "SELECT g.name FROM group_building AS b JOIN party_group AS g ON g.id = b.group_id"
        " WHERE b.removed_at IS NULL AND g.removed_at IS NULL AND b.building_id = ?1 ORDER BY g.id",
    ),
    Holding(
        "project",
        (),
        N_("entries of the purses ({names})"),
        "SELECT 'F' || number FROM fund_entry WHERE about_kind = 'project' AND about_number = ?1"
        " ORDER BY number",
    ),
)
LOOSE: Final[Mapping[str, str]] = {}
KNOWN: Final[Mapping[str, Known]] = {
    "offer": Known(
        "SELECT 1 FROM offer WHERE number = ? AND removed_at IS NULL", "branch offer list"
    ),
    "fund_entry": Known("SELECT 1 FROM fund_entry WHERE number = ?", "branch fund list"),
    "opinion": Known(
        "SELECT 1 FROM opinion WHERE number = ? AND removed_at IS NULL", "member opinion list"
    ),
}
