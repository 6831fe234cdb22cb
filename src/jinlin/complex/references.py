"""What of registers of homes stands on a home or a building, and which records there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.known import Known
from jinlin.store.references import Holding

HOLDINGS: Final = (
    Holding(
        "project",
        (),
        N_("visits ({names})"),
        "SELECT visited_on FROM visit WHERE removed_at IS NULL AND about_kind = 'project'"
        " AND about_number = ?1 ORDER BY id",
    ),
)
LOOSE: Final[Mapping[str, str]] = {
    "household.building_id": "a building with homes is refused with their number",
    "ownership.household_id": "goes with the home",
    "occupancy.household_id": "goes with the home",
    "care.household_id": "goes with the home",
    "visit.household_id": "was paid to whoever lived there, and is counted without the home",
    "building_note.building_id": "goes with the building",
}
KNOWN: Final[Mapping[str, Known]] = {}
