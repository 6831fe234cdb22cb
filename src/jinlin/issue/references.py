"""What of issues stands on a home or a building, and which of its records there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.known import Known
from jinlin.store.references import Holding

_OPEN: Final = (
    "SELECT printf('%04d-%04d', year, number) FROM issue AS i"
    " WHERE i.removed_at IS NULL AND i.closed_at IS NULL"
)
_SAID: Final = N_("open issues ({names})")
HOLDINGS: Final = (
    Holding(
        "household",
        ("issue.household_id", "issue_household.household_id"),
        _SAID,
        f"{_OPEN} AND (i.household_id = ?1 OR i.id IN (SELECT issue_id FROM issue_household"
        " WHERE household_id = ?1 AND removed_at IS NULL)) ORDER BY i.year, i.number",
    ),
    Holding(
        "building",
        ("issue.building_id",),
        _SAID,
        f"{_OPEN} AND i.building_id = ?1 ORDER BY i.year, i.number",
    ),
)
LOOSE: Final[Mapping[str, str]] = {}
KNOWN: Final[Mapping[str, Known]] = {
    "issue": Known(
        "SELECT 1 FROM issue WHERE year = ? AND number = ? AND removed_at IS NULL", "issue list"
    ),
}
