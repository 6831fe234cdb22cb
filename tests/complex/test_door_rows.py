"""One reader tells which door a row means, however its cells say it; what is open is refused."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from jinlin.complex.exchange.door_rows import DOOR, DoorFinder
from jinlin.core import i18n
from jinlin.exchange.table.headers import match_headers
from jinlin.exchange.table.rows import Row, RowError


class Place(NamedTuple):
    """A door; of another building it is called with it."""

    building: str
    entrance: str | None
    room: str


HERE = [
    Place("3", "1", "501"), Place("3", "1", "502"), Place("3", "2", "502"), Place("5", None, "502"),
    Place("5", None, "601"), Place("东区3", None, "店面1"),
]  # fmt: skip
HEADERS = match_headers(["完整地址", "楼栋", "单元", "房号"], DOOR)


def found(*cells: str, elsewhere: str = "") -> str:
    i18n.install("zh")
    doors = DoorFinder(HERE, "没有{}".format, at_home=lambda one: one.building != elsewhere)
    row = Row(2, list(cells), HEADERS)
    try:
        return "-".join(part for part in doors.found(row) if part)
    except RowError as error:
        return f"{error.problem.column}：{error.problem.reason}"


@pytest.mark.parametrize(
    ("cells", "door"),
    [
        (("3-1-502", "", "", ""), "3-1-502"),
        (("3号楼1单元502室", "", "", ""), "3-1-502"),
        (("", "3号楼", "一单元", "502室"), "3-1-502"),
        (("", "3", "", "1-502"), "3-1-502"),
        (("", "3栋", "2", "3-2-502"), "3-2-502"),
        (("3-1-502", "3", "1", "别处"), "3-1-502"),
        (("502", "3", "2", ""), "3-2-502"),
        (("", "", "", "501"), "3-1-501"),
        (("", "3", "", "501"), "3-1-501"),
        (("", "", "2", "502"), "3-2-502"),
        (("", "5", "", "502"), "5-502"),
        (("5-502", "", "", ""), "5-502"),
        (("", "", "", "5楼501"), "3-1-501"),
        (("", "", "", "6楼601"), "5-601"),
        (("", "东区3", "", "店面1"), "东区3-店面1"),
    ],
)
def test_a_door_is_found_however_its_cells_say_it(cells: tuple[str, ...], door: str) -> None:
    assert found(*cells) == door


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("", "3", "", "502"), "房号：3-502可能是：3-1-502、3-2-502"),
        (("", "", "", "502"), "房号：502可能是：3-1-502、3-2-502、5-502"),
        (("3-1-999", "", "", ""), "完整地址：没有3-1-999"),
        (("", "9", "", "501"), "房号：没有9-501"),
        (("", "", "1", "601"), "房号：没有1-601"),
        (("", "3", "1", ""), "房号：没有填写"),
        (("3-1-502", "5", "", ""), "楼栋：“5”和“3-1-502”不是同一处"),
        (("3-1-502", "", "2", ""), "单元：“2”和“3-1-502”不是同一处"),
        (("", "3", "2", "1-502"), "单元：“2”和“1-502”不是同一处"),
    ],
)
def test_a_row_that_names_no_door_or_several_is_refused(cells: tuple[str, ...], said: str) -> None:
    assert found(*cells) == said


def test_a_door_elsewhere_is_called_with_its_building() -> None:
    assert found("", "", "", "601", elsewhere="5") == "房号：没有601"
    assert found("5-601", "", "", "", elsewhere="5") == "5-601"
    assert found("", "", "", "502", elsewhere="5") == "房号：502可能是：3-1-502、3-2-502"
