"""Where words are looked for among surveys: what they are called, and what they ask."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.searching import Searched, Shown, in_columns

SEARCH: Final = (
    Searched(
        N_("Survey"),
        in_columns(
            "survey AS t",
            Shown(number="'W' || t.number", title="t.title", day="t.opened_on"),
            also=("t.purpose",),
            within=(("t.id IN (SELECT q.survey_id FROM survey_question AS q WHERE {})", "q.text"),),
        ),
    ),
)
