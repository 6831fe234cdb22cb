"""What of this room stands on a building, and which works there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.known import Known
from jinlin.store.references import Holding

_WORKS: Final = "(SELECT id FROM project WHERE 'G' || number = ?1)"
HOLDINGS: Final = (
    Holding(
        "building",
        ("project.building_id",),
        N_("projects ({names})"),
        "SELECT 'G' || number FROM project WHERE removed_at IS NULL AND building_id = ?1"
        " ORDER BY number",
    ),
    Holding(
        "project",
        (),
        N_("stages it went through ({names})"),
        "SELECT entered_on FROM project_stage WHERE stage <> 'sounding' AND project_id = "
        f"{_WORKS} ORDER BY id",
    ),
    Holding(
        "project",
        (),
        N_("notes ({names})"),
        f"SELECT noted_on FROM project_note WHERE removed_at IS NULL AND project_id = {_WORKS}"
        " ORDER BY id",
    ),
    Holding(
        "project",
        (),
        N_("quotes ({names})"),
        f"SELECT company FROM project_quote WHERE removed_at IS NULL AND project_id = {_WORKS}"
        " ORDER BY number",
    ),
)
LOOSE: Final[Mapping[str, str]] = {}
KNOWN: Final[Mapping[str, Known]] = {
    "project": Known(
        "SELECT 1 FROM project WHERE number = ? AND removed_at IS NULL", "project list"
    ),
}
