"""Personal data as everybody may see it (masking conventions: docs/architecture.md)."""

from __future__ import annotations

from typing import Final

from jinlin.core.columns import Personal

_DOUBLE_SURNAMES: Final = frozenset(
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "司徒",
        "夏侯",
        "令狐",
        "长孙",
        "宇文",
        "端木",
        "南宫",
        "独孤",
        "司空",
        "百里",
        "东郭",
        "西门",
        "拓跋",
        "钟离",
        "闻人",
        "澹台",
        "公冶",
        "淳于",
        "单于",
        "太史",
        "申屠",
        "轩辕",
        "呼延",
    ]
)
_PHONE_DIGITS = 11


def masked(value: str, personal: Personal) -> str:
    """Return a personal datum with its telling part hidden: `张**`, `138****5678`."""
    if personal is Personal.NAME:
        return _masked_name(value)
    kept = (3, 4) if personal is Personal.PHONE else (4, 4)
    if personal is Personal.PHONE and len(value) < _PHONE_DIGITS:
        kept = (0, 2)
    hidden = len(value) - sum(kept)
    return value[: kept[0]] + "*" * hidden + value[len(value) - kept[1] :] if hidden > 0 else "****"


def _masked_name(name: str) -> str:
    surname = name[:2] if name[:2] in _DOUBLE_SURNAMES and len(name) > 2 else name[:1]  # noqa: PLR2004
    return f"{surname}**"
