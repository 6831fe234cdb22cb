"""Questions about health or income: sensitive personal data (个人信息保护法 28, 29)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jinlin.survey.rules.questions import SurveyQuestion

_WORDS: Final = (
    "病", "健康", "残疾", "用药", "服药", "血压", "血糖", "体检", "医保", "住院", "失能",
    "认知障碍", "怀孕", "收入", "工资", "薪", "存款", "低保", "贫困", "负债", "养老金", "退休金",
    "health", "disease", "disab", "income", "salary", "pension",
)  # fmt: skip
_OFFERED: Final = re.compile(r"[量测]血[压糖]|健康(?:讲座|步道|咨询)|免费体检")
"""What is offered to everybody: who wishes for it tells nothing of herself."""


def sensitive(questions: Iterable[SurveyQuestion]) -> list[str]:
    """Return those of some questions that ask, or are answered, about health or income."""
    return [one.text for one in questions if any(map(_tells, (one.text, *one.choices)))]


def _tells(text: str) -> bool:
    told = _OFFERED.sub("", text.lower())
    return any(word in told for word in _WORDS)
