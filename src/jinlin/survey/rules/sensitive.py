"""Questions about health or income: sensitive personal data (个人信息保护法 28, 29)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_WORDS: Final = (
    "病", "健康", "残疾", "用药", "服药", "血压", "血糖", "体检", "医保", "住院", "失能",
    "认知障碍", "怀孕", "收入", "工资", "薪", "存款", "低保", "贫困", "负债", "养老金", "退休金",
    "health", "disease", "disab", "income", "salary", "pension",
)  # fmt: skip


def sensitive(texts: Iterable[str]) -> list[str]:
    """Return those of some questions that ask about health or income."""
    return [text for text in texts if any(word in text.lower() for word in _WORDS)]
