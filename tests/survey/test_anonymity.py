"""Whatever is typed, in whatever order: no anonymous answer stands beside a door or a person.

Looked at are every table of the file and of its backups, every file that is written and all that is
printed; and in the history no few papers stand beside few doors.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

from harness import Jinlin, seeded
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jinlin.survey.rules.few import FEW

DOORS = {f"3-1-{floor}0{side}": f"{name}甲" for (floor, side), name in zip(
    ((floor, side) for floor in (1, 2, 3) for side in (1, 2)), "王李张赵钱孙", strict=True
)}  # fmt: skip
"""The doors that are asked, with their owners."""
SAID = tuple(f"意见{sign}" for sign in "子丑寅卯辰巳午未")
"""What each paper says, told by nothing else."""
OUTSIDE = ("117.136.1.2", "微信", "2026/11/5 9:30:00")
DOOR = st.sampled_from(sorted(DOORS))
STEPS = st.one_of(
    st.tuples(st.just("slip"), st.sampled_from(SAID)),
    st.tuples(st.just("door"), DOOR, st.sampled_from(("已收", "拒答", "没见到"))),
    st.tuples(st.just("visit"), DOOR),
    st.tuples(st.sampled_from(("undo", "undo", "redo"))),
    st.tuples(st.just("slip"), st.sampled_from(SAID)),
    st.tuples(st.just("door"), DOOR, st.just("已收")),
    st.tuples(st.just("together"), DOOR, st.sampled_from(SAID)),
    st.tuples(st.just("slips"), st.lists(st.tuples(DOOR, st.sampled_from(SAID)), max_size=4)),
    st.tuples(st.just("doors"), st.lists(DOOR, unique=True, max_size=4)),
    st.tuples(st.sampled_from((
        "next", "edit", "backup", "tally", "public", "list", "home", "homes", "log",
        "find", "sql", "sheet", "handover", "close", "forget",
    ))),
)  # fmt: skip


class _Typing:
    """Types the steps, and keeps what was printed.

    Attributes:
        printed: what each command printed.
        files: the files that were written for reading.
    """

    def __init__(self, jinlin: Jinlin) -> None:
        self._jinlin, self.printed = jinlin, list[str]()

    def step(self, number: int, kind: str, *words: object) -> None:
        for line in self._lines(number, kind, *words):
            self._jinlin.now = self._jinlin.now.replace(minute=number)
            told = self._jinlin(*line, code=None)
            assert told.code in (0, 1, 2, 3, 5), told
            self.printed.append(told.out + told.err)

    def _sheet(self, number: int, head: str, rows: list[str]) -> Path:
        path = self._jinlin.folder / f"表{number}.csv"
        path.write_text("\n".join([head, *rows, ""]), "utf-8")
        return path

    def _lines(self, number: int, kind: str, *words: object) -> Iterator[list[object]]:
        """Yield the lines of a step."""
        match kind, words:
            case "slip", [said]:
                yield ["survey", "answer", "W1", "满意", said]
            case "door", [door, state]:
                yield ["survey", "answer", "W1", door, state, "--by", "林秀英"]
            case "visit", [door]:
                yield ["household", "visit", door, "--by", "林秀英", "--result", "见到人"]
            case "together", [door, said]:
                yield ["survey", "answer", "W1", door, "满意", said]
            case "slips", [list(rows)]:
                head = "序号,提交时间,来自IP,来源,房号,姓名,1、保洁,2、还缺什么"
                told = [
                    f"{place},{OUTSIDE[2]},{OUTSIDE[0]},{OUTSIDE[1]},{door},{DOORS[door]},满意,{said}"
                    for place, (door, said) in enumerate(rows, 1)
                ]
                sheet = self._sheet(number, head, told)
                yield ["survey", "import", sheet, "W1", "--yes"]
                sheet.unlink()
            case "doors", [list(rows)]:
                told = [f"{door},已收,林秀英" for door in rows]
                sheet = self._sheet(number, "房号,答卷情况,走访人", told)
                yield ["survey", "import", sheet, "W1", "--yes"]
                sheet.unlink()
            case _:
                yield from _asking(number, kind)


def _asking(number: int, kind: str) -> Iterator[list[object]]:
    lines: dict[str, list[list[object]]] = {
        "undo": [["undo", "--yes"]],
        "redo": [["redo", "--yes"]],
        "next": [["survey", "answer", "W1", "3-1-101", "已收", "--round", "2"]],
        "edit": [["survey", "edit", "W1", "--purpose", f"改进保洁{number}"]],
        "backup": [["db", "backup", f"备份{number}.db"]],
        "tally": [["survey", "tally", "W1", "-o", f"汇总{number}.html"], ["survey", "tally", "W1", "--json"]],
        "public": [["survey", "tally", "W1", "--public", "-o", f"公开{number}.html"]],
        "list": [["survey", "sheet", "W1", "--list", "-o", f"清单{number}.html"]],
        "sheet": [["survey", "sheet", "W1", "3-1-101", "-o", f"问卷表{number}.html"]],
        "home": [["survey", "show", "W1", "--room", "3-1-101"], ["household", "show", "3-1-101", "--unmask", "--json"]],
        "homes": [["household", "export", "--yes", "-o", f"房屋{number}.csv"]],
        "log": [["log", "--limit", "all", "--unmask", "--json"], ["log", "--limit", "all"]],
        "find": [["find", "意见", "--json"]],
        "sql": [["sql", "SELECT * FROM survey_slip"], ["sql", "SELECT * FROM row_change", "--unmask"]],
        "handover": [["db", "handover", f"移交{number}.html"]],
        "close": [["survey", "close", "W1", "--yes"]],
        "forget": [["survey", "close", "W1", "--forget", "--yes"]],
    }  # fmt: skip
    yield from lines[kind]


def tells_of_somebody(text: str) -> bool:
    return any(word in text for word in (*DOORS, *DOORS.values(), *OUTSIDE))


def answered(text: str) -> bool:
    return any(said in text for said in SAID)


def rows_of(db: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield every row of every table."""
    with sqlite3.connect(db) as connection:
        connection.row_factory = sqlite3.Row
        for (table,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ).fetchall():
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                yield str(table), dict(row)
    connection.close()


def check_tables(db: Path) -> None:
    """No row with an answer tells of somebody, nor does what was done in the same entry."""
    rows = list(rows_of(db))
    bearing = [(table, row) for table, row in rows if answered(json.dumps(row, ensure_ascii=False))]
    assert {table for table, _row in bearing} <= {"survey_slip", "row_change"}
    entries = {row["entry"] for table, row in bearing if table == "row_change"}
    for table, row in bearing:
        assert not tells_of_somebody(json.dumps(row, ensure_ascii=False)), (table, row)
        assert row.get("table_name") in (None, "survey_slip")
    beside = {r["table_name"] for t, r in rows if t == "row_change" and r["entry"] in entries}
    assert beside <= {"survey_slip", "import_origin"}
    for table, row in rows:
        if table == "entry" and row["seq"] in entries:
            assert not tells_of_somebody(json.dumps(row, ensure_ascii=False)), row


def _known(text: str) -> dict[str, object] | None:
    """Return a row as the history has it; None where its answers were deleted for good."""
    return json.loads(text) if text.startswith("{") else None


def check_history(db: Path) -> None:
    """Papers and doors that were recorded one after the other are never few and few."""
    rows = [row for table, row in rows_of(db) if table == "row_change"]
    told = []
    for row in sorted(rows, key=lambda one: one["entry"]):  # type: ignore[arg-type, return-value]
        if row["before"] is None and row["table_name"] in ("survey_slip", "survey_paper"):
            after = _known(str(row["after"]))
            if after is None:
                continue
            if row["table_name"] == "survey_slip" or after["state"] == "answered":
                told.append(
                    (after["round"], row["table_name"], row["entry"], after.get("household_id"))
                )
    for round_ in {one[0] for one in told}:
        runs = [
            list(run)
            for _table, run in groupby(
                (one for one in told if one[0] == round_), key=lambda one: one[1]
            )
        ]
        for run, following in pairwise(runs):
            at_once = sum(one[2] == following[0][2] for one in following)
            assert len(run) >= FEW or at_once >= FEW, (run, following)


@seeded
def rated(jinlin: Jinlin) -> Jinlin:
    """An anonymous survey in a building whose doors have owners."""
    jinlin("building", "add", "3")
    for door, owner in DOORS.items():
        jinlin("household", "add", door, "--owner", owner)
    jinlin(
        "survey", "add", "保洁怎么样", "-q", "保洁=评价", "-q", "还缺什么=文字", "--per", "无记名"
    )
    return jinlin


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEPS, min_size=6, max_size=16))
def test_no_anonymous_answer_leads_to_somebody(
    rated: Jinlin, steps: list[tuple[object, ...]]
) -> None:
    before, began = rated.db.read_bytes(), {*rated.folder.iterdir()}
    try:
        typing = _Typing(rated)
        for number, (kind, *words) in enumerate(steps):
            typing.step(number, str(kind), *words)
        check_tables(rated.db)
        check_history(rated.db)
        for text in typing.printed:
            assert not (answered(text) and tells_of_somebody(text)), text
        for path in rated.folder.rglob("*"):
            if path.suffix == ".db" and path != rated.db:
                check_tables(path)
            elif path.suffix in (".html", ".csv", ".txt", ".json"):
                text = path.read_text("utf-8-sig")
                assert not (answered(text) and tells_of_somebody(text)), path
    finally:
        for path in {*rated.folder.iterdir()} - began:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        rated.db.write_bytes(before)
