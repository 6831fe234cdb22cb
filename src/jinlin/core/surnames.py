"""Surnames of two characters, as `欧阳` in `欧阳建国`."""

from __future__ import annotations

from typing import Final

DOUBLE_SURNAMES: Final = frozenset({
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容",
    "司徒", "夏侯", "令狐", "长孙", "宇文", "端木", "南宫", "独孤", "司空",
    "百里", "东郭", "西门", "拓跋", "钟离", "闻人", "澹台", "公冶", "淳于",
    "单于", "太史", "申屠", "轩辕", "呼延",
})  # fmt: skip
