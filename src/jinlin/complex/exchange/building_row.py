"""One row of a list of buildings: what it says, or why it cannot be taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from jinlin.complex.field.own_cells import read_own
from jinlin.complex.rules.address import parse_building
from jinlin.complex.rules.buildings import NewBuilding
from jinlin.complex.rules.own_fields import OwnField
from jinlin.core.clock import Clock
from jinlin.core.errors import JinlinError, UsageError
from jinlin.core.i18n import _
from jinlin.core.numerals import int_of
from jinlin.core.text import compact
from jinlin.exchange.table.rows import Row, all_faults

WANTED: Final = (
    "building", "building_name", "floors_total", "floors_below", "entrances", "stilt_floor",
    "elevator", "remark",
)  # fmt: skip
NEEDED: Final = (("building",),)

_COUNT: Final = re.compile(
    r"(?:地上|地下|负)?(\d{1,3}|[一二两三四五六七八九十百零]{1,5})(?:层|楼|个|个?单元|梯|道)?"
)
_OTHER_SIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "floors_total": ("地下", "负"), "floors_below": ("地上",), "entrances": ("地上", "地下", "负"),
}  # fmt: skip
"""What a count of floors does not begin with."""
_COUNTS: Final = {
    "floors": "floors_total", "floors_below": "floors_below", "entrances": "entrances",
}  # fmt: skip
_YES: Final = frozenset({"是", "有", "√", "✓", "已装", "已加装", "有电梯", "有架空层", "yes", "y"})
_NO: Final = frozenset({"否", "无", "没有", "×", "x", "未装", "无电梯", "无架空层", "no", "n"})
_PIECES: Final = re.compile(r"(\d{1,2})[部台层个]?")


class ListedBuilding(NamedTuple):
    """A building as a row states it.

    Attributes:
        row: the row.
        code: what we call it.
        stated: the columns of `building` the row says something of.
        own: the branch's own fields the row says something of.
    """

    row: Row
    code: str
    stated: Mapping[str, Any]
    own: Mapping[int, str]


def read_line(row: Row, own: Sequence[OwnField], clock: Clock) -> ListedBuilding:
    """Read one row.

    Raises:
        RowError: something in it cannot be taken; all that is so is told.
    """
    stated: dict[str, Any] = {}
    held: dict[int, str] = {}
    code = ""

    def read_code() -> None:
        nonlocal code
        try:
            code = parse_building(row.required("building"))
        except UsageError as error:
            raise row.error("building", error.message.rstrip(".。")) from error

    def read_texts() -> None:
        for name, field in (("name", "building_name"), ("note", "remark")):
            if said := row.text(field):
                stated[name] = said

    def keeps(name: str, read: Callable[[], Any]) -> Callable[[], None]:
        def reads() -> None:
            value = read()
            if value is not None:
                stated[name] = value

        return reads

    all_faults(
        [
            read_code,
            *(keeps(name, partial(_count, row, field)) for name, field in _COUNTS.items()),
            *(keeps(name, partial(_yes_no, row, name)) for name in ("stilt_floor", "elevator")),
            read_texts,
            lambda: held.update(read_own(row, own, clock)),
        ]
    )
    try:
        NewBuilding(code=code, **{name: stated[name] for name in stated if name != "note"})
    except JinlinError as error:
        raise row.error("", error.message.rstrip(".。")) from error
    return ListedBuilding(row, code, stated, held)


def _count(row: Row, field: str) -> int | None:
    said = compact(row.text(field)).removesuffix(".0")
    if not said:
        return None
    match = _COUNT.fullmatch(said)
    number = int_of(match[1]) if match else None
    if number is None or said.startswith(_OTHER_SIDE[field]):
        raise row.error(field, _("“{text}” is not a whole number").format(text=said))
    return number


def _yes_no(row: Row, field: str) -> int | None:
    """Read whether there is one; `无` is an answer here, and `2部` is yes."""
    column = row.headers.columns.get(field)
    if column is None or column >= len(row.cells):
        return None
    said = compact(row.cells[column])
    if said in _NO:
        return 0
    if not row.text(field):
        return None
    if said in _YES:
        return 1
    if match := _PIECES.fullmatch(said.removesuffix(".0")):
        return int(int(match[1]) > 0)
    raise row.error(field, _("“{text}” is neither yes nor no").format(text=row.text(field)))
