"""Change a database behind the program's back."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from harness import Jinlin
from store.chain import _digest, _in_json

from jinlin.store.file.connection import Connection
from jinlin.store.record.watch import Watch

WORDS = "seq, operation, at, user, command, kind, subject, did, reverse, reverses, previous, words, outside"


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
        connection.execute("BEGIN")
        guards = _schema_without_triggers(connection)
        yield connection
        if back:
            connection.execute("PRAGMA writable_schema = ON")
            connection.executemany("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", guards)
        connection.execute("COMMIT")


def _schema_without_triggers(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    """Take all triggers out at once: to drop hundreds one by one takes a tenth of a second."""
    connection.execute("PRAGMA writable_schema = ON")
    guards = connection.execute("SELECT * FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    connection.execute("DELETE FROM sqlite_schema WHERE type = 'trigger'")
    connection.execute("PRAGMA writable_schema = RESET")
    return guards


def meddle(jinlin: Jinlin, *statements: str, back: bool = True) -> None:
    """Change the file behind its guards; each statement must find something to change."""
    with guards_aside(jinlin.db, back=back) as connection:
        for statement in statements:
            assert connection.execute(statement).rowcount, statement


def forget_ids(connection: sqlite3.Connection) -> None:
    """Let no table remember an id that none of its rows has, as somebody would who cuts a tail off."""
    for (table,) in connection.execute("SELECT name FROM sqlite_sequence").fetchall():
        connection.execute(
            f"UPDATE sqlite_sequence SET seq = (SELECT ifnull(max(rowid), 0) FROM {table})"
            " WHERE name = ?",
            (table,),
        )


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


def reseal(connection: sqlite3.Connection, first: int) -> None:
    """Make the chain fit again from an entry on, as somebody would who has read how it is made."""
    previous = connection.execute(
        "SELECT digest FROM entry WHERE seq < ? ORDER BY seq DESC LIMIT 1", (first,)
    ).fetchone()
    head = previous[0] if previous else ""
    for (seq,) in connection.execute(
        "SELECT seq FROM entry WHERE seq >= ? ORDER BY seq", (first,)
    ).fetchall():
        digests = []
        for row_id, salt, *change in connection.execute(
            "SELECT id, salt, table_name, row_id, before, after FROM row_change WHERE entry = ? ORDER BY id",
            (seq,),
        ).fetchall():
            digest = _digest(salt, _in_json(change))
            connection.execute("UPDATE row_change SET digest = ? WHERE id = ?", (digest, row_id))
            digests.append(digest)
        connection.execute("UPDATE entry SET previous = ? WHERE seq = ?", (head, seq))
        entry = connection.execute(f"SELECT {WORDS} FROM entry WHERE seq = ?", (seq,)).fetchone()
        head = _digest(_in_json(entry[:11] if entry[12] is None else entry), *digests)
        connection.execute("UPDATE entry SET digest = ? WHERE seq = ?", (head, seq))
