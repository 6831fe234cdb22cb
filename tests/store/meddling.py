"""Change a database behind the program's back."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from conftest import Jinlin


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
