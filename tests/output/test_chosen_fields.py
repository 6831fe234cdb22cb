"""`--fields`: only these columns, in this order, in every format of every listing."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from calls import call_in, said_out
from harness import Jinlin

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record

LISTING = Listing(
    key="things",
    title="清单",
    columns=(
        Column(key="number", heading="编号", kind=Kind.INTEGER),
        Column(key="name", heading="姓名", personal=Personal.NAME),
        Column(key="note", heading="备注"),
        Column(key="skills", heading="特长"),
    ),
    rows=[(1, "张伟", None, "木工"), (2, "李芳", None, None)],
    aside=frozenset({"skills"}),
)
RECORD = Record(
    title="M1",
    columns=LISTING.columns,
    values=(1, "张伟", None, "木工"),
    listings=(LISTING._replace(key="events", title="经过"),),
    extra={"more": 1},
)


def shown(tmp_path: Path, what: Listing | Record = LISTING, **options: Any) -> str:
    call = call_in(tmp_path, **options)
    show(call, what)
    return said_out(call)


@pytest.mark.parametrize("between", [",", "，", "、", ";", "；", "\n", " , "])
def test_columns_are_named_between_any_of_the_usual_marks(tmp_path: Path, between: str) -> None:
    text = shown(tmp_path, fields=between.join(("备注", "number")), csv=True)
    assert text.splitlines()[0].lstrip("\ufeff") == "备注,编号"


def test_columns_come_as_they_are_named_by_key_or_heading(tmp_path: Path) -> None:
    text = shown(tmp_path, fields="备注，number,姓名")
    header = next(line for line in text.splitlines() if "编号" in line)
    assert header.split() == ["备注", "编号", "姓名"], "empty columns too, when they are named"
    assert "张**" in text
    data = json.loads(shown(tmp_path, fields="NAME, 编号", json=True))["data"]
    assert data == [{"name": "张**", "number": 1}, {"name": "李**", "number": 2}]


def test_every_format_has_them(tmp_path: Path) -> None:
    rows = list(csv.reader(shown(tmp_path, fields="编号,特长", csv=True)[1:].splitlines()))
    assert rows == [["编号", "特长"], ["1", "木工"], ["2", ""]]
    assert "| 特长 |" in shown(tmp_path, fields="特长", md=True)
    show(call_in(tmp_path, fields="特长,编号", output="甲.xlsx"), LISTING)
    sheet = openpyxl.load_workbook(tmp_path / "甲.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == ["特长", "编号"]


def test_what_stands_aside_is_for_those_who_name_it_and_for_machines(tmp_path: Path) -> None:
    assert "特长" not in shown(tmp_path)
    assert "特长" not in shown(tmp_path, md=True)
    assert "木工" in shown(tmp_path, fields="特长")
    assert "skills" in shown(tmp_path, json=True)


def test_a_record_gives_the_fields_and_the_parts_that_are_named(tmp_path: Path) -> None:
    data = json.loads(shown(tmp_path, RECORD, fields="number,events", json=True))["data"]
    assert data.keys() == {"number", "events"}
    assert "张" not in shown(tmp_path, RECORD, fields="编号")


@pytest.mark.parametrize("fields", ["体重", "", ",", "number,体重"])
def test_an_unknown_field_is_refused_and_those_there_are_are_listed(
    tmp_path: Path, fields: str
) -> None:
    call = call_in(tmp_path, fields=fields, output="甲.json")
    with pytest.raises(UsageError) as refused:
        show(call, LISTING)
    assert "number (编号)" in refused.value.hint
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (("issue", "list"), "number,title"),
        (("meeting", "list"), "title"),
        (("building", "list"), "building,elevator"),
        (("member", "list"), "number,skills"),
        (("elevator", "schemes"), "name"),
        (("log",), "did"),
    ],
)
def test_listings_of_every_room_know_it(
    jinlin: Jinlin, words: tuple[str, ...], fields: str
) -> None:
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    jinlin("building", "add", "3")
    for row in jinlin(*words, "--fields", fields, "--json").data:
        assert list(row) == fields.split(",")
    error = jinlin(*words, "--fields", "没有的", "--json", code=2).error
    assert fields.split(",", maxsplit=1)[0] in error["hint"]


def test_nothing_changes_by_asking(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    jinlin("building", "list", "--fields", "没有", code=2)
    unchanged()


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Jinlin:
    """The example complex, with an elevator and a vote."""
    folder = tmp_path_factory.mktemp("example")
    jinlin = Jinlin(folder)
    jinlin("demo", folder / "demo", "--json")
    (folder / "demo" / "jinlin.db").rename(jinlin.db)
    jinlin("elevator", "add", "3-1", "--kind", "更换", "--responsible", "王建国")
    return jinlin


@pytest.mark.parametrize(
    "words",
    [
        "issue list", "issue board", "issue visits", "issue categories", "issue stats",
        "issue show 32", "issue trace 42", "household show 1-1-101", "meeting show M1",
        "meeting votes M1", "elevator show E1", "elevator schemes", "elevator tally X1",
        "elevator compare --total 45万 --floors 7 --per-floor 2",
    ],
)  # fmt: skip
def test_the_same_names_are_known_in_every_format(example: Jinlin, words: str) -> None:
    known = set()
    for form in ((), ("--json",), ("--csv",), ("--md",), ("-o", "x.xlsx"), ("-o", "x.docx")):
        told = example(*words.split(), *form, "--fields", "没有的", code=2)
        hint = told.error["hint"] if form == ("--json",) else told.err
        known.add(frozenset(hint.partition("可选：")[2].strip().strip("。").split("、")))
    assert len(known) == 1, words


def test_columns_of_other_forms_are_shown_where_they_are_named(example: Jinlin) -> None:
    listed = example("issue", "list", "--fields", "编号,urgency,责任人", "--limit", "1")
    assert listed.out.splitlines()[2].split() == ["编号", "紧急程度", "责任人"]
    few = example("issue", "stats", "--fields", "close,close_median_hours", "--json").data
    assert list(few[0]) == ["close", "close_median_hours"]
    doors = example("elevator", "show", "E1", "--fields", "room,amount_fen", "--json").data
    assert list(doors[0]) == ["room", "amount_fen"]
    assert (
        "690" not in example("elevator", "show", "E1", "--fields", "total_fen").out.splitlines()[0]
    )


def test_headings_are_known_in_chinese_while_english_is_spoken(example: Jinlin) -> None:
    [row] = example(
        "issue", "list", "--fields", "编号,事项", "--limit", "1", "--json", lang="en"
    ).data
    assert list(row) == ["number", "title"]
    for limit in ("all", "ALL", "全部"):
        assert len(example("issue", "list", "--limit", limit, "--json", lang="en").data) > 1
    for lang in ("zh", "en"):
        for figure in ("超期", "Overdue", "overdue"):
            told = example("report", "monthly", "2026-10", "--figure", figure, "--json", lang=lang)
            assert [row["number"] for row in told.data] == ["2026-0017", "2026-0023"]
