"""Questions that would rate somebody: bodies and services are rated, a person never."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jinlin.survey.rules.kinds import AnswerKind
from jinlin.survey.rules.questions import SurveyQuestion

_POST: Final = re.compile(
    r"(?:副?书记(?!接待|信箱|工作室)|副?主任|委员(?!会)|组长|楼长|站长|队长|经理|网格员|同志)"
)
_MARKS: Final = re.compile(r"打分|评分|得分|几分|多少分|排名|名次")
_STEPS: Final = re.compile(r"满意|称职|优秀|合格|好评|差评|胜任")


def rating(questions: Iterable[SurveyQuestion]) -> list[SurveyQuestion]:
    """Return those of some questions that ask how good something is; of bodies it is known."""
    return [one for one in questions if one.subject is None and _rates(one)]


def _rates(question: SurveyQuestion) -> bool:
    if question.kind is AnswerKind.RATING:
        return True
    if question.kind is AnswerKind.NUMBER:
        return _MARKS.search(question.text) is not None
    return any(map(_STEPS.search, question.choices))


def post_in(text: str) -> str | None:
    """Return the post that a text names, such as 书记: somebody who acts in it is a person."""
    found = _POST.search(text)
    return found[0] if found else None
