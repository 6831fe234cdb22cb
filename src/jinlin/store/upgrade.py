"""Bring a database to this program's schema: numbered scripts, then the triggers of the history."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from jinlin.store.file import APPLICATION_ID, Connection
from jinlin.store.schema.filling import FILLED

SCRIPTS: Final = (
    "0001_foundation.sql",
    "0002_registers.sql",
    "0003_issues.sql",
    "0004_notices.sql",
    "0005_votes.sql",
    "0006_minutes.sql",
    "0007_elevator.sql",
    "0008_elevator_money.sql",
    "0011_reports.sql",
)
VERSION: Final = len(SCRIPTS)
OUTSIDE_HISTORY: Final = ("entry", "row_change", "counter")
"""Tables that undo never touches."""


def version_of(connection: Connection) -> int:
    """Return the schema version a database is at; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def apply_scripts(connection: Connection) -> None:
    """Apply the scripts that are missing, all or none, and make the history's triggers anew.

    What a script does to rows is not a user's doing: it leaves no trace in the history. Links are
    checked at the end, so that a script may put a table in the place of another.
    """
    from importlib import resources

    folder = resources.files("jinlin.store.schema")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for trigger in _triggers_of_history(connection):
            connection.execute(f"DROP TRIGGER {trigger}")
        for name in SCRIPTS[version_of(connection) :]:
            for statement in _statements(folder.joinpath(name).read_text("utf-8")):
                connection.execute(statement)
            if name in FILLED:
                FILLED[name](connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise sqlite3.IntegrityError("foreign_key_check")
        for statement in history_triggers(connection):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _triggers_of_history(connection: Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'history_*'"
    )
    return [str(row[0]) for row in rows]


def _statements(script: str) -> Iterator[str]:
    """Take a script apart; executing it whole would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def history_triggers(connection: Connection) -> list[str]:
    """Return the SQL that makes each table tell the history what changed in it."""
    names = [
        str(row[0])
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    ]
    statements = []
    for table in names:
        if table not in OUTSIDE_HISTORY:
            statements += _table_triggers(table, columns_of(connection, table))
    return statements


def _table_triggers(table: str, columns: list[str]) -> list[str]:
    """Return the three triggers of one table; they use SQLite's own functions only."""
    before = as_json("OLD", columns)
    after = as_json("NEW", columns)
    differs = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in columns)
    kinds = (
        ("insert", "INSERT", "", "NEW.id", "NULL", after),
        ("update", "UPDATE", f"WHEN {differs}", "NEW.id", before, after),
        ("delete", "DELETE", "", "OLD.id", before, "NULL"),
    )
    return [
        f"CREATE TRIGGER history_{table}_{name} AFTER {verb} ON {table} {when} BEGIN\n"
        f"INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES "
        f"((SELECT max(seq) FROM entry), '{table}', {row}, {old}, {new}); END;"
        for name, verb, when, row, old, new in kinds
    ]


def columns_of(connection: Connection, table: str) -> list[str]:
    """Return the columns of a table in their order."""
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]


def as_json(row: str, columns: list[str]) -> str:
    """Return the SQL that spells a row as the history keeps it.

    Args:
        row: what the row is called in the statement.
        columns: its columns.
    """
    return "json_object(" + ", ".join(f"'{c}', {row}.{c}" for c in columns) + ")"
