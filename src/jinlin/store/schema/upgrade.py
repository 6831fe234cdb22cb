"""Bring a database to this program's schema: numbered scripts, then what guards the history."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from jinlin.store.file.connection import Connection
from jinlin.store.file.header import APPLICATION_ID
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
    "0009_issues.sql",
    "0010_reports.sql",
    "0011_history.sql",
    "0012_watch.sql",
    "0013_corrections.sql",
    "0014_unsorted.sql",
    "0015_papers.sql",
    "0016_works.sql",
    "0017_services.sql",
    "0018_survey.sql",
    "0019_bundle.sql",
)
VERSION: Final = len(SCRIPTS)
OUTSIDE_HISTORY: Final = ("entry", "row_change", "counter", "watched", "signing_key")
"""Tables that undo never touches, and of whose rows the history tells nothing."""
INSERT: Final = "insert"
UPDATE: Final = "update"
DELETE: Final = "delete"
EVENTS: Final = (INSERT, UPDATE, DELETE)
"""What may happen to a row."""
_AT_ONCE: Final = 400
"""SQLite takes a question of 500 parts."""


def version_of(connection: Connection) -> int:
    """Return the schema version a database is at; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def apply_scripts(connection: Connection) -> None:
    """Apply the scripts that are missing, all or none, and make anew what guards the history.

    What a script does to rows is not a user's doing: it leaves no trace in the history. Links are
    checked at the end, so that a script may put a table in the place of another.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for kind, name in _parts_of_history(connection):
            connection.execute(f'DROP {kind} "{name}"')
        for name in SCRIPTS[version_of(connection) :]:
            for statement in statements_of(_script(name)):
                connection.execute(statement)
            if name in FILLED:
                FILLED[name](connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise sqlite3.IntegrityError("foreign_key_check")
        for statement in history_parts(connection):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _parts_of_history(connection: Connection) -> list[tuple[str, str]]:
    """Return kind and name of the parts that guard the history."""
    ours = names_of_history(tables_of(connection))
    rows = connection.execute(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')"
    )
    return [(str(row[0]), str(row[1])) for row in rows if f"{row[0]} {row[1]}" in ours]


def names_of_history(tables: Iterable[str]) -> set[str]:
    """Return what the parts that guard the history of some tables are called, as in `parts_of`.

    Up to version 11 they wrote it too, in the end with the help of views.
    """
    return {
        name
        for table in tables
        for name in (
            f"view history_of_{table}",
            *(f"trigger history_{table}_{event}" for event in EVENTS),
        )
    }


class _Made(NamedTuple):
    """What the scripts make of an empty file: the SQL of each part; by table, rows by id."""

    parts: Mapping[str, str]
    rows: Mapping[str, Mapping[int, Mapping[str, object]]]


def schema_at(version: int) -> dict[str, str]:
    """Return what a database of a version consists of: the SQL of each of its parts."""
    return dict(_made_by(tuple(map(_script, SCRIPTS[:version]))).parts)


def filled_at(version: int) -> Mapping[str, Mapping[int, Mapping[str, object]]]:
    """Return the rows that the scripts up to a version fill in, by table and id."""
    return _made_by(tuple(map(_script, SCRIPTS[:version]))).rows


@cache
def _made_by(scripts: tuple[str, ...]) -> _Made:
    """Carry the scripts out in memory, but for the guards: to make them would take longest."""
    made = sqlite3.connect(":memory:", factory=Connection, isolation_level=None)
    try:
        made.row_factory = sqlite3.Row
        for script in scripts:
            for statement in statements_of(script):
                made.execute(statement)
        guards = {f"trigger {sql.split()[2]}": sql for sql in history_parts(made)}
        filled = {
            table: {int(row["id"]): dict(row) for row in made.execute(f"SELECT * FROM {table}")}
            for table in tables_of(made)
            if table not in OUTSIDE_HISTORY
        }
        return _Made(
            parts_of(made) | guards, {table: rows for table, rows in filled.items() if rows}
        )
    finally:
        made.shut()


def tables_of(connection: Connection) -> list[str]:
    """Return the names of the tables of a database, in their order."""
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    )
    return [str(row[0]) for row in rows]


def in_sql(name: str) -> str:
    """Return a name as SQL takes it: a file may have parts that somebody else has named."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'


def known_tables(connection: Connection) -> list[str]:
    """Return the names of the tables of a database that this program makes, as far as there."""
    ours = schema_at(version_of(connection))
    return [table for table in tables_of(connection) if f"table {table}" in ours]


def with_rows(connection: Connection, tables: Sequence[str]) -> set[str]:
    """Return which of some tables have a row: most have none, and one question finds that out."""
    found = set()
    for start in range(0, len(tables), _AT_ONCE):
        rows = connection.execute(
            " UNION ALL ".join(
                f"SELECT {n} WHERE EXISTS (SELECT 1 FROM {in_sql(tables[n])} NOT INDEXED)"
                for n in range(start, min(start + _AT_ONCE, len(tables)))
            )
        )
        found |= {tables[row[0]] for row in rows}
    return found


def parts_of(connection: Connection) -> dict[str, str]:
    """Return the SQL of each table, index, trigger and view of a database, as it was written."""
    rows = connection.execute(
        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        " AND name NOT IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')"
    )
    return {str(row[0]): str(row[1]) for row in rows}


@cache
def _script(name: str) -> str:
    from importlib import resources

    return resources.files("jinlin.store.schema").joinpath(name).read_text("utf-8")


def statements_of(script: str) -> Iterator[str]:
    """Take a script apart; executing it whole would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def history_parts(connection: Connection) -> list[str]:
    """Return the SQL of what keeps each table from being changed unknown to the history."""
    statements = []
    for table in tables_of(connection):
        if table not in OUTSIDE_HISTORY:
            statements += guards_of(table)
    return statements


def guards_of(table: str) -> list[str]:
    """Return the triggers that refuse to change a table unless its history is kept meanwhile.

    Every command reads all of them before anything else: they name no column.
    """
    return [
        f"CREATE TRIGGER history_{table}_{event} BEFORE {event} ON {table}"
        f" BEGIN INSERT INTO watch VALUES ('{table} {event}'); END"
        for event in EVENTS
    ]


def columns_of(connection: Connection, table: str) -> list[str]:
    """Return the columns of a table in their order."""
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]


def as_json(row: str, columns: list[str]) -> str:
    """Return the SQL that spells a row as the history keeps it.

    Args:
        row: what stands before a column of the row in the statement: `t.`, or nothing.
        columns: its columns.
    """
    return "json_object(" + ", ".join(f"'{c}', {row}{c}" for c in columns) + ")"
