"""A room knows the rooms below it, in its imports and in its SQL."""

from __future__ import annotations

import re
import sqlite3
import sys
from contextlib import closing
from functools import cache

import pytest
from harness import Jinlin
from house.sources import ROOT, SCHEMA, SOURCE, floors, owners, reaching_up
from importlinter.cli import lint_imports

ROOMS = [room for room in floors() if (SOURCE / room).is_dir()]


def test_imports_go_downwards(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


@cache
def tables_above(room: str) -> re.Pattern[str]:
    """Return what finds the name of a higher room's table in the text of a module."""
    rooms = floors()
    names = [table for table, owner in owners().items() if rooms.index(owner) < rooms.index(room)]
    return re.compile(rf"(?:\b|\\[a-z])(?:{'|'.join(names) or '(?!)'})(?![a-z_])")


def wrong_in(source: str, room: str) -> list[str]:
    """Return the tables of higher rooms that SQL names; where no word is one, nothing is parsed."""
    return reaching_up(source, room) if tables_above(room).search(source) else []


@pytest.mark.parametrize("room", ROOMS)
def test_sql_names_tables_of_its_own_and_lower_rooms_only(room: str) -> None:
    wrong = [
        f"{path.relative_to(SOURCE)} {found}"
        for path in sorted((SOURCE / room).rglob("*.py"))
        if path.parent != SCHEMA  # the schema speaks of every room's tables
        for found in wrong_in(path.read_text("utf-8"), room)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "spoilt",
    [
        'reader.rows("SELECT id FROM issue WHERE id = ?", (1,))',
        'reader.rows(f"SELECT {columns} FROM building AS b JOIN issue AS i ON i.id = {mark}")',
        'SQL = """\n  UPDATE issue SET title = 1"""',
        'tx.write("DELETE " "FROM issue")',
        'tx.write("DELETE FROM\\nissue")',
        'tx.insert("issue", title="x")',
        'tx.insert_many("issue", ("title",), rows)',
        'tx.write("INSERT OR IGNORE INTO issue VALUES (1)")',
    ],
)
def test_a_room_that_reaches_up_is_found(spoilt: str) -> None:
    assert len(wrong_in(spoilt, "complex")) == 1
    assert reaching_up(spoilt, "issue") == []
    assert reaching_up(spoilt, "report") == []


def test_plain_words_are_not_taken_for_sql() -> None:
    assert reaching_up('print("an issue FROM residents, from issue to issue")', "core") == []


def test_every_table_stands_under_the_room_that_owns_it(jinlin: Jinlin) -> None:
    with closing(sqlite3.connect(jinlin.db)) as connection:
        created = {
            str(row[0])
            for row in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        }
    assert owners().keys() == created
    assert owners()["person"] == "person"
    assert owners()["plan_share"] == "elevator"
    assert owners()["entry"] == "store"


def test_links_between_tables_point_downwards() -> None:
    rooms, owner = floors(), owners()
    table = ""
    for script in sorted(SCHEMA.glob("*.sql")):
        for line in script.read_text("utf-8").splitlines():
            if match := re.match(r"(?:CREATE|ALTER) TABLE (\w+)", line):
                table = match[1].removesuffix("_new").removesuffix("_wider")
            for target in re.findall(r"REFERENCES (\w+)", line):
                assert rooms.index(owner[target]) >= rooms.index(owner[table]), line
