"""Change a database behind the program's back."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from conftest import Jinlin

from jinlin.store.file import Connection
from jinlin.store.watching import Watch


class Write(Protocol):
    """Runs one writing statement."""

    def __call__(self, sql: str, values: Sequence[object] = (), /) -> sqlite3.Cursor: ...


@contextlib.contextmanager
def guards_aside(path: Path, *, back: bool = True) -> Iterator[sqlite3.Connection]:
    """Open a file as somebody would who knows SQLite: no trigger refuses or keeps what is done.

    Args:
        path: the database.
        back: put the triggers back at the end.
    """
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        connection.execute("BEGIN")
        for name, _sql in guards:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        if back:
            for _name, sql in guards:
                connection.execute(sql)
        connection.execute("COMMIT")


def meddle(jinlin: Jinlin, *statements: str, back: bool = True) -> None:
    """Change the file behind its guards; each statement must find something to change."""
    with guards_aside(jinlin.db, back=back) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount, statement


@contextlib.contextmanager
def as_a_command(path: Path) -> Iterator[Write]:
    """Write rows that no command writes yet, as one entry of the history.

    What is written is kept as in a command; the entry is closed with an empty digest.
    """
    connection = sqlite3.connect(path, factory=Connection, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        seq = connection.execute(
            "INSERT INTO entry (operation, at, user, command, kind)"
            " VALUES (hex(randomblob(8)), '', '', 'test', 'do') RETURNING seq"
        ).fetchone()[0]
        watch = Watch(connection, seq)

        def write(sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
            watch.statement(sql)
            return connection.execute(sql, values)

        yield write
        connection.execute("DELETE FROM watched")
        connection.execute("UPDATE row_change SET salt = '', digest = '' WHERE digest IS NULL")
        connection.execute("UPDATE entry SET digest = '' WHERE digest IS NULL")
        connection.execute("COMMIT")
    finally:
        connection.shut()
