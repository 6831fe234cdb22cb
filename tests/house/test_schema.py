"""The schema lives once: the scripts are the truth, and the declared registers say the same."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

import pytest
from harness import Jinlin
from house.sources import registers
from store.meddling import guards_aside

from jinlin.store.schema.upgrade import OUTSIDE_HISTORY

DECLARED = {register.record.table: register for register in registers()}


@pytest.fixture(scope="module")
def schema(_made: Any) -> Any:
    connection = sqlite3.connect(_made)
    yield connection
    connection.close()


def tables(schema: sqlite3.Connection) -> set[str]:
    return {
        name
        for (name,) in schema.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    }


def in_schema(schema: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """Return name, type, whether null may stand there, and whether it is the key."""
    return [
        (name, kind, not (required or key), bool(key))
        for _place, name, kind, required, _default, key in schema.execute(
            f"PRAGMA table_info({table})"
        )
    ]


def columns(schema: sqlite3.Connection, table: str) -> list[str]:
    return [row[0] for row in in_schema(schema, table)]


@pytest.mark.parametrize("table", sorted(DECLARED))
def test_a_register_has_the_columns_of_its_table(schema: sqlite3.Connection, table: str) -> None:
    kinds = {"TEXT": str, "INTEGER": int}
    kept = {name: kinds[kind] for name, kind, _null, key in in_schema(schema, table) if not key}
    assert DECLARED[table].columns() == kept


def test_every_table_is_strict(schema: sqlite3.Connection) -> None:
    loose = [
        name
        for _schema, name, kind, _columns, _rowid, strict in schema.execute("PRAGMA table_list")
        if kind == "table" and not strict and not name.startswith("sqlite_")
    ]
    assert loose == []


def test_every_table_of_the_history_has_an_id(schema: sqlite3.Connection) -> None:
    """The history names a row by its id."""
    for table in tables(schema) - set(OUTSIDE_HISTORY):
        assert [row[0] for row in in_schema(schema, table) if row[3]] == ["id"]


def test_links_are_indexed_where_rows_are_looked_up_by_them(schema: sqlite3.Connection) -> None:
    """A list of doors, events or attendance is found without reading the whole table."""
    for table, column in (
        ("household", "building_id"),
        ("ownership", "household_id"),
        ("issue_event", "issue_id"),
        ("attendance", "meeting_id"),
        ("vote", "meeting_id"),
        ("vote_answer", "vote_id"),
        ("vote_door", "vote_id"),
        ("resolution", "meeting_id"),
        ("plan_share", "plan_id"),
        ("row_change", "entry"),
    ):
        kept = " AND removed_at IS NULL" if ("removed_at" in columns(schema, table)) else ""
        [(*_ids, plan)] = schema.execute(
            f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {column} = 1{kept}"
        )
        assert "SEARCH" in plan, (table, column)


def test_no_amount_of_money_is_below_nothing(schema: sqlite3.Connection) -> None:
    """Only an extra line of a cost may be: a reduction."""
    money = {"amount", "total", "subsidy", "cap", "relief", "before", "balance"}
    unchecked = set()
    for table in tables(schema):
        (sql,) = schema.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        for column, kind, *_rest in in_schema(schema, table):
            checked = re.search(rf"CHECK \({column} >=? 0\b", sql)
            if column in money and kind == "INTEGER" and not checked:
                unchecked.add((table, column))
    assert unchecked == set()


def test_what_was_entered_wrongly_is_refused_by_the_file_itself(jinlin: Jinlin) -> None:
    with guards_aside(jinlin.db) as connection:
        for sql in (
            "INSERT INTO building (code, floors) VALUES ('1', 'seven')",
            "INSERT INTO building (code) VALUES ('')",
            "INSERT INTO person (number, name) VALUES (1, NULL)",
        ):
            with pytest.raises(sqlite3.IntegrityError, match=r"cannot store|CHECK|NOT NULL"):
                connection.execute(sql)
