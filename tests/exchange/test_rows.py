"""What the cells of a row mean, and how a bad one is told."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.errors import RowProblem
from jinlin.exchange.file.sheets import MAX_CELL
from jinlin.exchange.table.headers import match_headers
from jinlin.exchange.table.rows import Row, RowError

FIELDS = ("room", "floor", "gross_area", "phone", "owner", "paid")


def row(text: str, field: str = "room") -> Row:
    return Row(7, [text], match_headers([field], FIELDS))


@pytest.mark.parametrize(
    ("said", "floor"),
    [
        ("5", 5),
        ("５", 5),
        ("5层", 5),
        ("5楼", 5),
        ("5F", 5),
        ("第5层", 5),
        ("五层", 5),
        ("十二楼", 12),
        ("第十二层", 12),
        ("-1", -1),
        ("－1层", -1),
        ("负一层", -1),
        ("负1楼", -1),
        ("地下一层", -1),
        ("地下1层", -1),
        ("B1", -1),
        ("b2", -2),
        ("0", 0),
        ("", None),
        ("无", None),
    ],
)
def test_floors(said: str, floor: int | None) -> None:
    assert row(said, "floor").floor("floor") == floor


@pytest.mark.parametrize(
    "said", ["五六", "5-6", "5、6", "5.5", "顶层", "架空层", "1E5", "9999", "1.00E+10"]
)
def test_what_is_not_one_floor_is_refused(said: str) -> None:
    with pytest.raises(RowError):
        row(said, "floor").floor("floor")


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("13805911234", "13805911234"),
        ("138-0591-1234", "13805911234"),
        ("138 0591 1234", "13805911234"),
        ("+86 13805911234", "13805911234"),
        ("8613805911234", "13805911234"),
        ("１３８０５９１１２３４", "13805911234"),
        ("0591-87654321", "0591-87654321"),
        ("（0591）87654321", "0591-87654321"),
        ("0591—87654321", "0591-87654321"),
        ("059187654321", "0591-87654321"),
        ("87654321", "87654321"),
        ("87654321转802", "87654321-802"),
        ("400-800-8820", "4008008820"),
        ("", ""),
        ("不详", ""),
    ],
)
def test_phones(said: str, number: str) -> None:
    assert row(said, "phone").phone("phone") == number


@pytest.mark.parametrize(
    "said",
    [
        "1.38059E+10",
        "1.38059112340000E+10",
        "138****1234",
        "138＊＊＊＊1234",
        "13805911234/13905911234",
        "1380591123",
        "23805911234",
        "138059112345",
        "张三",
        "12345",
        "13805911234（儿子）",
    ],
)
def test_what_is_not_one_whole_phone_number_is_refused(said: str) -> None:
    with pytest.raises(RowError) as caught:
        row(said, "phone").phone("phone")
    assert caught.value.problem.column == "phone"


def test_a_destroyed_number_is_named_as_such() -> None:
    with pytest.raises(RowError) as caught:
        row("1.38059E+10", "phone").phone("phone")
    assert caught.value.problem.reason.startswith(
        "the spreadsheet turned the number into 1.38059E+10"
    )


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("张 三", "张三"),
        ("张　三", "张三"),
        (" 张美华 ", "张美华"),
        ("阿不都·热依木", "阿不都·热依木"),
        ("John  Smith", "John Smith"),
        ("张三、李四", "张三、李四"),
        ("-", ""),
    ],
)
def test_names_lose_only_the_spaces_that_align_them(said: str, name: str) -> None:
    assert row(said, "owner").name("owner") == name


def test_a_masked_name_is_refused() -> None:
    with pytest.raises(RowError):
        row("张**", "owner").name("owner")


def test_areas_and_amounts_are_exact_and_bad_ones_refuse_the_row() -> None:
    assert row("89.5㎡", "gross_area").area("gross_area") == 8950
    assert row("", "gross_area").area("gross_area") is None
    assert row("1,200.50", "paid").money("paid") == 120050
    assert row("", "paid").money("paid") is None
    for bad in ("89.5/72.3", "约90", "-5", "0", "1e30"):
        with pytest.raises(RowError):
            row(bad, "gross_area").area("gross_area")
    with pytest.raises(RowError):
        row("-1", "paid").money("paid")


def test_a_problem_says_where_it_is() -> None:
    with pytest.raises(RowError) as caught:
        row("").required("room")
    assert caught.value.problem == RowProblem(row=7, column="room", reason="nothing is filled in")
    assert row("").error("", "x").problem.column == ""
    assert row("").error("floor", "x").problem.column == "Floor"


def test_a_column_that_is_not_there_and_a_short_row_are_empty() -> None:
    assert row("502").text("owner") == ""
    assert Row(1, [], match_headers(["room"], FIELDS)).text("room") == ""


def test_a_cell_beyond_the_limit_refuses_the_row() -> None:
    assert row("长" * MAX_CELL).text("room")
    with pytest.raises(RowError):
        row("长" * (MAX_CELL + 1)).text("room")


@given(st.text(max_size=30))
def test_any_cell_is_read_or_refused_never_worse(text: str) -> None:
    cell = Row(2, [text] * len(FIELDS), match_headers(FIELDS, FIELDS))
    reads = (cell.floor, cell.area, cell.phone, cell.name, cell.money, cell.required)
    for read in reads:
        with contextlib.suppress(RowError):
            read("room")
