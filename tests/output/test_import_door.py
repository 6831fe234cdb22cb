"""Every import goes through one door: columns named by hand, refused rows, rehearsals, answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

import pytest
from calls import call_in
from harness import Jinlin

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import FileError, RuleError
from jinlin.core.i18n import Message
from jinlin.exchange.table.rows import Row
from jinlin.output.importing.comparison import difference, differences
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.sheet import (
    RegisterSheet,
    SheetColumn,
    describe_import,
    take_sheet,
)
from jinlin.output.importing.take import Terms, import_file
from jinlin.store.transaction.tx import Tx

IMPORTS = {
    "building": ("栋次,总层数\n3,7\n5,三十几\n", "栋次=楼栋"),
    "household": ("门,楼栋,建筑面积\n502,3,80\n501,3,大\n", "门=房号"),
    "member": ("谁,入党时间\n张三,1990-05-01\n李四,昨日黄花\n", "谁=姓名"),
    "issue": ("何事,反映时间\n灯不亮,2026-11-01\n灯又不亮,某天\n", "何事=内容"),
}


@pytest.mark.parametrize("register", IMPORTS)
def test_refused_rows_remember_what_was_said_of_their_columns(
    jinlin: Jinlin, register: str
) -> None:
    text, said = IMPORTS[register]
    path = jinlin.folder / "表.csv"
    path.write_text(text, "utf-8")
    jinlin(register, "import", path, "--yes", code=5)
    first = jinlin(register, "import", path, "--map", said, "--yes", "--json", code=5).data
    assert (first["added"], len(first["rejected"])) == (1, 1)
    [refused] = first["rejected"]
    assert (refused["row"], bool(refused["column"]), bool(refused["reason"])) == (3, True, True)
    again = jinlin(register, "import", first["reject_file"], "--yes", "--json", code=5).data
    assert (again["added"], len(again["rejected"])) == (0, 1)


@pytest.mark.parametrize("register", IMPORTS)
def test_a_rehearsal_says_each_record_and_keeps_nothing(jinlin: Jinlin, register: str) -> None:
    text, said = IMPORTS[register]
    path = jinlin.folder / "表.csv"
    path.write_text(text, "utf-8")
    before = jinlin.db.read_bytes()
    words = (register, "import", path, "--map", said, "--dry-run", "--json")
    got = jinlin(*words, code=5).data
    assert len(got["additions"]) == got["added"] == 1
    assert jinlin.db.read_bytes() == before


@pytest.mark.parametrize(
    ("column", "before", "after", "wanted"),
    [
        (Column("a", "面积", Kind.AREA), 8950, 9000, "面积 89.50 → 90.00"),
        (
            Column("a", "电话", personal=Personal.PHONE),
            None,
            "13800000001",
            "电话 无 → 138****0001",
        ),
        (Column("a", "电话", personal=Personal.PHONE), "13800000001", "13810000001", "电话"),
        (Column("a", "备注", personal=Personal.TEXT), "张三家", "李四家", "备注"),
        (Column("a", "电梯", labels={1: "是", 0: "否"}), 1, 0, "电梯 是 → 否"),
    ],
)
def test_a_difference_says_both_values_and_tells_nothing_personal(
    jinlin: Jinlin, column: Column, before: Any, after: Any, wanted: str
) -> None:
    jinlin("db", "path")
    assert difference(column, before, after).text == wanted
    assert list(differences([column], {"a": before}, {})) == []
    assert list(differences([column], {"a": before}, {"a": before})) == []


ROOMS = RegisterSheet(
    columns=(
        SheetColumn("房间", Column("name", "房间"), Row.text, required=True),
        SheetColumn("权属", Column("whose", "权属"), Row.text),
        SheetColumn("remark", Column("note", "备注", personal=Personal.TEXT), Row.text),
    ),
    known=lambda tx: {row["name"]: dict(row) for row in tx.rows("SELECT * FROM room")},
    write=lambda tx, known, said: (
        tx.update("room", known["id"], **said) if known else tx.insert("room", **said)
    ),
    twice="the same room as in {row}",
)
"""A register declared in a few lines: what it holds, what is known, what writes one record."""


def imported(jinlin: Jinlin, text: str, sheet: RegisterSheet = ROOMS) -> Outcome:
    """Import rooms, and return what came of it."""
    (jinlin.folder / "室.csv").write_text(text, "utf-8")
    got: list[Outcome] = []

    def work(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
        got.append(take_sheet(tx, rows, sheet))
        describe_import(
            tx, got[-1], origin, did="Imported rooms: {added}", reverse="take back {added} rooms"
        )
        return got[-1]

    call = call_in(jinlin.folder, yes=True)
    with suppress(FileError):
        import_file(call, "室.csv", ROOMS.wanted, work, Terms("building"), needed=ROOMS.needed)
    return got[-1]


def test_a_declared_sheet_is_imported_compared_and_refused_row_by_row(jinlin: Jinlin) -> None:
    table = "房间,权属,备注\n活动室,社区,张三管\n书屋,,\n,社区,\n书屋,街道,\n"
    first = imported(jinlin, table)
    assert (first.added, len(first.rejected)) == (2, 2)
    assert [problem.row for problem in first.problems] == [4, 5]
    assert len(list(jinlin.folder.glob("室-*.csv"))) == 1
    again = imported(jinlin, "权属,房间,备注\n街道,活动室,李四管\n")
    assert (again.changed, again.missing) == (1, 1)
    [changed] = again.details.changed
    assert changed == ("活动室", "权属 社区 → 街道; 备注")
    assert imported(jinlin, "房间,权属\n活动室,\n书屋,\n").unchanged == 2
    assert jinlin.sql("SELECT name, whose, note FROM room") == [
        ("活动室", "街道", "李四管"),
        ("书屋", None, None),
    ]


def _added_with_its_group(tx: Tx, _known: object, said: Mapping[str, Any]) -> None:
    tx.insert("party_group", name=said["name"])
    tx.describe(Message("Added {name}", {"name": said["name"]}), reverse=Message("take it back"))
    if said.get("note") == "借用":
        raise RuleError("not of ours")
    tx.insert("room", **said)


def test_what_a_refused_row_had_written_is_taken_back_with_its_history(jinlin: Jinlin) -> None:
    sheet = ROOMS._replace(write=_added_with_its_group)
    before = jinlin.dump()
    table = "房间,备注\n车库,借用\n书屋,\n活动室,借用\n茶室,\n"
    got = imported(jinlin, table, sheet)
    assert (got.added, [one.row for one in got.problems]) == (2, [2, 4])
    for name in ("room", "party_group"):
        assert jinlin.sql(f"SELECT name FROM {name} ORDER BY id") == [("书屋",), ("茶室",)]
    [(did,)] = jinlin.sql("SELECT did FROM entry ORDER BY seq DESC LIMIT 1")
    assert "车库" not in did
    jinlin("undo", "--yes")
    assert jinlin.dump() == before
    assert jinlin("db", "check").code == 0
