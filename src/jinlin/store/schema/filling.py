"""What a script cannot write by itself into the rows that are there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import Final


def _registers(connection: sqlite3.Connection) -> None:
    """Spell the names that are recorded, and take the public holidays over."""
    from jinlin.core.people.pinyin import spelled
    from jinlin.store.schema.known_days import COLUMNS, known_days

    for row in connection.execute("SELECT id, name FROM person").fetchall():
        connection.execute(
            "UPDATE person SET pinyin = ?, initials = ? WHERE id = ?",
            (*spelled(str(row[1])), row[0]),
        )
    marks = ", ".join("?" * len(COLUMNS))
    connection.executemany(
        f"INSERT INTO public_holiday ({', '.join(COLUMNS)}) VALUES ({marks})", known_days()
    )


FILLED: Final[Mapping[str, Callable[[sqlite3.Connection], None]]] = {
    "0002_registers.sql": _registers,
}
"""What is called after a script."""
