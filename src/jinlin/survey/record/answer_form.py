"""The sheet on which the answers of doors are filled in: a row a door, a column a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from jinlin.complex.building.queries import complex_name
from jinlin.core.i18n import N_, _
from jinlin.output.importing.form import SheetForm
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.surveys import Survey
from jinlin.survey.rules.kinds import AnswerKind, AnswersPer, PaperState
from jinlin.survey.rules.questions import SurveyQuestion

STATE: Final = "paper_state"
VISIT: Final = ("visitors", "visited_on", "next_on")
_ASKED: Final[Mapping[str, str]] = {
    STATE: N_("where nothing was answered: choose from the list"),
    "visitors": N_("optional: who was at the door, several with 、 between"),
    "visited_on": N_("optional: a day, such as 2026-11-05"),
    "next_on": N_("optional: a day, such as 2026-11-05"),
}
_ONE_OF_LIST: Final = (AnswerKind.SINGLE, AnswerKind.RATING, AnswerKind.STANCE)


def form_number(reader: Reader, survey: Survey) -> str:
    """Return the number of the sheet for the round that is on."""
    return f"{complex_name(reader)}-{survey.label}-{survey.round}"


def answer_form(survey: Survey, asked: Sequence[SurveyQuestion]) -> SheetForm:
    """Return what stands on the sheet; of an anonymous survey only what became of each paper."""
    if survey.per is AnswersPer.ANONYMOUS:
        asked = ()
        states = tuple(PaperState)
    else:
        states = tuple(one for one in PaperState if one is not PaperState.ANSWERED)
    return SheetForm(
        title=N_("Form for a survey"),
        given=("address", "floor", _("State so far")),
        asked={**{one.text: _how(one) for one in asked}, **_ASKED},
        choices={
            **{one.text: tuple(one.values.values()) for one in asked if one.kind in _ONE_OF_LIST},
            STATE: tuple(one.label for one in states),
        },
    )


def _how(question: SurveyQuestion) -> str:
    """Return how a question is answered on the sheet."""
    if question.kind is AnswerKind.MULTIPLE:
        return _("several with 、 between: {choices}").format(choices=question.how)
    if question.kind in _ONE_OF_LIST:
        return _("choose from the list")
    return question.kind.label
