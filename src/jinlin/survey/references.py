"""What of this room stands on a home or a building, and which questionnaires there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.core.i18n import N_
from jinlin.store.known import Known
from jinlin.store.references import Holding

HOLDINGS: Final = (
    Holding(
        "building",
        ("survey.building_id",),
        N_("surveys ({names})"),
        "SELECT 'W' || number FROM survey WHERE removed_at IS NULL AND building_id = ?1"
        " ORDER BY number",
    ),
    Holding(
        "household",
        ("survey_paper.household_id",),
        N_("answers to surveys ({names})"),
        "SELECT DISTINCT 'W' || s.number FROM survey AS s JOIN survey_paper AS p"
        " ON p.survey_id = s.id WHERE s.removed_at IS NULL AND p.household_id = ?1"
        " ORDER BY s.number",
    ),
    Holding(
        "project",
        (),
        N_("surveys ({names})"),
        "SELECT 'W' || number FROM survey WHERE removed_at IS NULL AND about_kind = 'project'"
        " AND about_number = ?1 ORDER BY number",
    ),
)
LOOSE: Final[Mapping[str, str]] = {}
KNOWN: Final[Mapping[str, Known]] = {
    "survey": Known("SELECT 1 FROM survey WHERE number = ? AND removed_at IS NULL", "survey list"),
}
