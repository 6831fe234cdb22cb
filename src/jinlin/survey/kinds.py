"""The kinds of words that commands about questionnaires take."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.text import clean
from jinlin.output.command.kind import WordKind, imported
from jinlin.survey.rules.questions import SurveyQuestion

SURVEY: Final = WordKind("survey", "W1", clean)
"""A questionnaire: `W1`."""
QUESTION: Final = WordKind[SurveyQuestion](
    "question", N_("QUESTION"), imported("jinlin.survey.rules.questions:parse_question")
)
