"""Change a database behind the program's back."""

from __future__ import annotations

import contextlib
import sqlite3

from conftest import Jinlin


def meddle(jinlin: Jinlin, *statements: str) -> None:
    """Change the file as somebody would who knows SQLite: the guards are put aside."""
    with contextlib.closing(sqlite3.connect(jinlin.db, isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _sql in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _name, sql in triggers:
            connection.execute(sql)
