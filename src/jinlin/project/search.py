"""Where words are looked for in works: what they are called, and what was noted."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.searching import Searched, Shown, in_columns

_NOTED: Final = (
    "t.id IN (SELECT n.project_id FROM project_note AS n WHERE n.removed_at IS NULL AND {})"
)

SEARCH: Final = (
    Searched(
        N_("Project"),
        in_columns(
            "project AS t",
            Shown(number="'G' || t.number", title="t.title", day="t.started_on"),
            also=("t.place", "t.responsible"),
            within=((_NOTED, "n.text"),),
        ),
    ),
)
