"""What a paper asks, asked at the door: each question in turn."""

from __future__ import annotations

from typing import Final

from jinlin.complex.household.door import doors_meant
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.output.asking import Question, answers, one_of
from jinlin.store.command.command import reading
from jinlin.survey.commands import shared
from jinlin.survey.record.surveys import find_survey, questions
from jinlin.survey.rules.kinds import AnswersPer, PaperState
from jinlin.survey.rules.questions import SurveyQuestion, read_answer

_PASSED_OVER: Final = "-"
_MET: Final = N_("somebody answers")


def at_the_door(call: Call, said: str) -> str:
    """Return a door with its answers, each asked for, where only the door was said.

    Raises:
        JinlinError: no survey is open, or which is meant is not clear.
        KeyboardInterrupt: nothing is to be recorded.
    """
    words = said.split()
    number = words.pop(0) if shared.is_number(words[0]) else None
    if len(words) != 1:
        return said
    with reading(call) as reader:
        survey = find_survey(reader, number)
        asked = questions(reader, survey)
        if survey.per is not AnswersPer.HOUSEHOLD or not doors_meant(reader, words[0]):
            return said
    states = [_(_MET), PaperState.NOT_REACHED.label, PaperState.REFUSED.label]
    met = Question(
        "", _("How it went"), None, choices=states, default=states[0], check=one_of(states)
    )
    [state] = answers(call, [met], asking=True)
    if state != states[0]:
        return f"{said} {state}"
    each = [_question(one) for one in asked]
    given = answers(call, each, asking=True)
    return " ".join([said, *("，".join(one.split()) or _PASSED_OVER for one in given)])


def _question(asked: SurveyQuestion) -> Question:
    def check(answer: str) -> None:
        read_answer(asked, answer)

    return Question(
        "", f"{asked.position}. {asked.text}", None, choices=[*asked.values.values()],
        optional=True, check=check, about=asked.how,
    )  # fmt: skip
