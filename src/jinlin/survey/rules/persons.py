"""Questions that would rate somebody: bodies and services are rated, a person never."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jinlin.core.people.folding import fold
from jinlin.core.people.namelike import namelike
from jinlin.survey.rules.kinds import AnswerKind
from jinlin.survey.rules.questions import SurveyQuestion

_POST: Final = re.compile(
    r"(?:副?书记(?!接待|信箱|工作室)|副?主任|委员(?!会)|组长|楼长|站长|队长|经理|网格员|同志)"
)
_MARKS: Final = re.compile(r"打分|评分|得分|几分|多少分|排名|名次")
_STEPS: Final = re.compile(
    r"满意|称职|优秀|合格|好评|差评|胜任|喜欢"
    r"|^(?:[很较太真挺]|非常|比较|不太?|还)?(?:好|差|行|棒|可以|糟|坏|优|良)$|^(?:一般般?|及格|不及格|[赞踩])$"
)
_HOW: Final = re.compile(
    r"^(?:给|你觉得|您觉得|觉得|评价)|(?:这个人|本人|的)?(?:表现|工作|为人|服务|态度)?"
    r"(?:怎么样|怎样|如何|好不好|好吗|行不行|打几分|打分|几分)?[?？]?$"
)
"""What stands around a name where somebody asks how she is."""


def rating(questions: Iterable[SurveyQuestion]) -> list[SurveyQuestion]:
    """Return those of some questions that ask how good something is; of bodies it is known."""
    return [one for one in questions if one.subject is None and _rates(one)]


def _rates(question: SurveyQuestion) -> bool:
    if question.kind is AnswerKind.RATING:
        return True
    if question.kind is AnswerKind.NUMBER:
        return _MARKS.search(question.text) is not None
    return any(map(_STEPS.search, question.choices))


def name_alone(text: str) -> str | None:
    """Return the name that a question consists of, with how somebody is: 王小明怎么样."""
    said = _HOW.sub("", fold(text).text)
    whole = f"居民{said}反映"
    if any(whole[start:end] == said for start, end in namelike(whole)):
        return said
    return None


def post_in(text: str) -> str | None:
    """Return the post that a text names, such as 书记: somebody who acts in it is a person."""
    found = _POST.search(text)
    return found[0] if found else None
