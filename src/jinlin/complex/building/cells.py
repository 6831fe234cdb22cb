"""Cells of a list of buildings: floors counted in words, and whether there is something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from jinlin.core.i18n import _
from jinlin.core.numerals import int_of
from jinlin.core.text import compact

if TYPE_CHECKING:
    from jinlin.exchange.table.rows import Row

_COUNT: Final = re.compile(
    r"(?:地上|地下|负)?(\d{1,3}|[一二两三四五六七八九十百零]{1,5})(?:层|楼|个|个?单元|梯|道)?"
)
_OTHER_SIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "floors_total": ("地下", "负"), "floors_below": ("地上",), "entrances": ("地上", "地下", "负"),
}  # fmt: skip
"""What a count of floors does not begin with."""
_YES: Final = frozenset({"是", "有", "√", "✓", "已装", "已加装", "有电梯", "有架空层", "yes", "y"})
_NO: Final = frozenset({"否", "无", "没有", "×", "x", "未装", "无电梯", "无架空层", "no", "n"})
_PIECES: Final = re.compile(r"(\d{1,2})[部台层个]?")


def count_in(row: Row, field: str) -> int | None:
    """Return how many there are: 18 for `地上18层`, 2 for `2个单元`; None where nothing is said.

    Raises:
        RowError: it is no whole number, or counts the other side of the ground.
    """
    said = compact(row.text(field)).removesuffix(".0")
    if not said:
        return None
    match = _COUNT.fullmatch(said)
    number = int_of(match[1]) if match else None
    if number is None or said.startswith(_OTHER_SIDE[field]):
        raise row.error(field, _("“{text}” is not a whole number").format(text=said))
    return number


def yes_no_in(row: Row, field: str) -> bool | None:
    """Return whether there is one; `无` is an answer here, and `2部` is yes.

    Raises:
        RowError: it is neither yes nor no.
    """
    column = row.headers.columns.get(field)
    if column is None or column >= len(row.cells):
        return None
    said = compact(row.cells[column])
    if said in _NO:
        return False
    if not row.text(field):
        return None
    if said in _YES:
        return True
    if match := _PIECES.fullmatch(said.removesuffix(".0")):
        return int(match[1]) > 0
    raise row.error(field, _("“{text}” is neither yes nor no").format(text=row.text(field)))
