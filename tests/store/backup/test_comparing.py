"""A backup is compared with the database row by row, whatever parts somebody has put into it."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack
from pathlib import Path

import pytest

from jinlin.core.errors import StoreError
from jinlin.store.backup.backup import _check_same
from jinlin.store.file.connection import Connection
from jinlin.store.schema.upgrade import in_sql, tables_of, with_rows

TABLES = (
    "CREATE TABLE plain (id INTEGER PRIMARY KEY, x)",
    "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT)",
    "CREATE TABLE keyed (x PRIMARY KEY, y) WITHOUT ROWID",
    'CREATE TABLE "se ""lect" (x)',
)
ROWS = (
    "INSERT INTO plain VALUES (1, 2), (2, 3)",
    "INSERT INTO counted VALUES (7)",
    "INSERT INTO keyed VALUES (1, 2)",
    'INSERT INTO "se ""lect" VALUES (5)',
)


def database(stack: ExitStack, *statements: str) -> Connection:
    made = sqlite3.connect(":memory:", factory=Connection, isolation_level=None)
    stack.callback(made.shut)
    for statement in (*TABLES, *statements):
        made.execute(statement)
    return made


def test_a_copy_that_is_the_same_passes() -> None:
    with ExitStack() as stack:
        _check_same(database(stack, *ROWS), database(stack, *ROWS), Path("x.db"))
        _check_same(database(stack), database(stack), Path("x.db"))


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM plain",
        "DELETE FROM keyed",
        'DELETE FROM "se ""lect"',
        "DELETE FROM sqlite_sequence",
        "UPDATE sqlite_sequence SET seq = 9",
        "UPDATE plain SET x = 9 WHERE id = 2",
        "UPDATE plain SET x = '2' WHERE id = 1",
        "UPDATE keyed SET y = 0",
        "INSERT INTO plain VALUES (9, 9)",
        "CREATE INDEX more ON plain (x)",
    ],
)
def test_a_copy_that_differs_in_anything_is_found_out(change: str) -> None:
    with ExitStack() as stack:
        same, changed = database(stack, *ROWS), database(stack, *ROWS, change)
        for one, other in ((same, changed), (changed, same)):
            with pytest.raises(StoreError, match="damaged"):
                _check_same(one, other, Path("x.db"))


def test_rows_in_a_table_that_is_otherwise_empty_are_found_out() -> None:
    with ExitStack() as stack:
        empty, filled = database(stack), database(stack, ROWS[2])
        for one, other in ((empty, filled), (filled, empty)):
            with pytest.raises(StoreError, match="damaged"):
                _check_same(one, other, Path("x.db"))


@pytest.mark.parametrize("count", [0, 1, 399, 400, 401, 900])
def test_the_tables_with_rows_are_told_however_many_there_are(count: int) -> None:
    with ExitStack() as stack:
        made = database(stack)
        for number in range(count):
            made.execute(f"CREATE TABLE {in_sql(f't {number}')} (x)")
            if number % 3 == 0:
                made.execute(f"INSERT INTO {in_sql(f't {number}')} VALUES (NULL)")
        found = with_rows(made, tables_of(made))
        assert found == {f"t {number}" for number in range(0, count, 3)}
