"""Forgetting looks at every column there is: a name goes, or the command says where it stays."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from harness import Jinlin, seeded
from store.meddling import Write, as_a_command

from jinlin.person.references.table_names import TABLES
from jinlin.store.schema.personal import PERSONAL
from jinlin.store.schema.retention import KEPT

NAME = "欧阳美华"
NAMESAKE = {("person", "name")}
"""Whoever is called so is somebody else."""


@seeded
def lived_in(bare: Jinlin) -> Jinlin:
    """The example complex, and somebody more in it."""
    bare("demo", bare.folder / "示例小区")
    (bare.folder / "示例小区" / "jinlin.db").rename(bare.db)
    bare("member", "post", "add", NAME, "--new", "--title", "物业经理")
    bare("member", "post", "end", NAME)
    return bare


def tables(connection: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Return every table but the changes of rows and what is being written, with its columns."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT IN ('row_change', 'watched') ORDER BY name"
    ).fetchall()
    return {name: connection.execute(f"PRAGMA table_info({name})").fetchall() for (name,) in names}


def a_row(write: Write, table: str, columns: list[tuple[Any, ...]]) -> None:
    """Make sure that a table has a row."""
    if write(f"SELECT 1 FROM {table}").fetchone():
        return
    [(sql,)] = write("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
    values = {
        name: any_value(kind, name, sql)
        for _place, name, kind, required, default, primary in columns
        if required and default is None and not primary
    }
    write("PRAGMA ignore_check_constraints = ON")
    write(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(values.values())})")
    write("PRAGMA ignore_check_constraints = OFF")


def any_value(kind: str, name: str, sql: str) -> str:
    """Return a value that a column takes, as SQL."""
    if found := re.search(rf"\b{name} IN \(([^,)]+)", sql):
        return found[1]
    return "1" if kind == "INTEGER" else "'2026'"


def planted(path: Path) -> set[tuple[str, str]]:
    """Write the name into every column that takes it, and return which did."""
    with closing(sqlite3.connect(path)) as connection:
        there = tables(connection)
    took = {("entry", "user"), ("entry", "subject")}
    with as_a_command(path) as write:
        write(
            "UPDATE entry SET operation = ?1, user = ?1, command = ?1, subject = ?1, did = ?1,"
            " reverse = ?1, words = ?1 WHERE digest IS NULL",
            (NAME,),
        )
        for table, columns in there.items():
            a_row(write, table, columns)
            which = (
                "key = 'secretary'"
                if table == "setting"
                else f"rowid = (SELECT min(rowid) FROM {table})"
            )
            for _place, name, kind, *_rest in columns:
                if table != "entry" and kind == "TEXT" and (table, name) not in NAMESAKE:
                    with suppress(sqlite3.IntegrityError):
                        write(f"UPDATE {table} SET {name} = ? WHERE {which}", (NAME,))
                        took.add((table, name))
    return took


def rows_with(connection: sqlite3.Connection) -> dict[str, int]:
    """Return in how many rows of each table the name stands, in the row or in its history."""
    found = {}
    for table, columns in tables(connection).items():
        either = " OR ".join(f"instr({name}, ?1)" for _place, name, *_rest in columns)
        rows = connection.execute(
            f"SELECT rowid FROM {table} WHERE {either} UNION SELECT row_id FROM row_change"
            " WHERE table_name = ?2 AND (instr(before, ?1) OR instr(after, ?1))",
            (NAME, table),
        )
        if count := len(rows.fetchall()):
            found[table] = count
    return found


def test_a_name_is_gone_from_every_column_there_is_or_said_to_stay(lived_in: Jinlin) -> None:
    took = planted(lived_in.db)
    with closing(sqlite3.connect(lived_in.db)) as connection:
        assert len(took) > 250  # else nothing is tried
        assert {table for table, _column in took} <= rows_with(connection).keys()
    told = lived_in("member", "forget", NAME, "--yes", "--json").data
    with closing(sqlite3.connect(lived_in.db)) as connection:
        assert rows_with(connection) == told["kept"]
    unlisted = {table for table, column in took if column not in PERSONAL.get(table, {})}
    assert told["kept"].keys() <= unlisted | KEPT


def test_every_table_that_may_hold_a_name_is_called_something(jinlin: Jinlin) -> None:
    with closing(sqlite3.connect(jinlin.db)) as connection:
        found = tables(connection)
    assert {
        t for t, columns in found.items() if any(c[2] == "TEXT" for c in columns)
    } <= TABLES.keys()
