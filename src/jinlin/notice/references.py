"""What of this room stands on a place, and which of its records there are."""

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
        N_("notices ({names})"),
        "SELECT 'N' || number FROM notice WHERE removed_at IS NULL AND about_kind = 'project'"
        " AND about_number = ?1 ORDER BY number",
    ),
    Holding(
        "project",
        (),
        N_("questions ({names})"),
        "SELECT 'Q' || number FROM question WHERE removed_at IS NULL AND about_kind = 'project'"
        " AND about_number = ?1 ORDER BY number",
    ),
)
LOOSE: Final[Mapping[str, str]] = {}
KNOWN: Final[Mapping[str, Known]] = {
    "notice": Known("SELECT 1 FROM notice WHERE number = ? AND removed_at IS NULL", "notice list"),
    "question": Known(
        "SELECT 1 FROM question WHERE number = ? AND removed_at IS NULL", "notice questions"
    ),
}
