"""Change data capture: triggers tell the history what a command changes in a table."""

from __future__ import annotations

import re
from typing import Final

from jinlin.store.file.connection import Connection
from jinlin.store.schema.upgrade import DELETE, INSERT, OUTSIDE_HISTORY, UPDATE, as_json, columns_of

_WRITES: Final = re.compile(
    r"(INSERT INTO|INSERT OR IGNORE INTO|UPDATE OR IGNORE|UPDATE|DELETE FROM) (\w+)(?=[ (]|$)"
    r"(?:.*(ON CONFLICT))?",
    re.DOTALL,
)
"""Statements as they are written here; what replaces a row would delete it unseen."""
_CHANGES_NO_ROW: Final = re.compile(r"SELECT |PRAGMA ")


class Watch:
    """The triggers by which the tables that a command writes tell the history.

    They live in the connection and go with it: nothing that is done to the file can take them
    away. The triggers in the file refuse to change a row that is not watched. They use SQLite's
    own functions only.

    Attributes:
        watched: the tables and events that are watched.

    Args:
        connection: the database, in a transaction.
        seq: the open entry of the history.
    """

    def __init__(self, connection: Connection, seq: int) -> None:
        self._connection = connection
        self._seq = seq
        self.watched: frozenset[str] = frozenset()

    def over(self, table: str, event: str) -> None:
        """Keep what an event does to the rows of a table from now on."""
        key = f"{table} {event}"
        if key not in self.watched and table not in OUTSIDE_HISTORY:
            self._connection.execute(
                f"CREATE TEMP TRIGGER history_{table}_{event} AFTER {event} ON main.{table} BEGIN"
                f" INSERT INTO row_change (entry, table_name, row_id, before, after)"
                f" {self._change(table, event)}; END"
            )
            self._connection.execute("INSERT OR IGNORE INTO watched (event) VALUES (?)", (key,))
            self.watched |= {key}

    def statement(self, sql: str) -> None:
        """Keep what a statement is about to do.

        Raises:
            ValueError: it is not written so that it can be told what it changes.
        """
        if found := _WRITES.match(sql):
            words, table, conflict = found.groups()
            self.over(table, words.split()[0].lower())
            if conflict:
                self.over(table, UPDATE)
        elif not _CHANGES_NO_ROW.match(sql):
            raise ValueError(f"the history cannot tell what this changes: {sql[:40]}")

    def _change(self, table: str, event: str) -> str:
        columns = columns_of(self._connection, table)
        past, now = as_json("OLD.", columns), as_json("NEW.", columns)
        if event == INSERT:
            return f"VALUES ({self._seq}, '{table}', NEW.id, NULL, {now})"
        if event == DELETE:
            return f"VALUES ({self._seq}, '{table}', OLD.id, {past}, NULL)"
        return (
            f"SELECT {self._seq}, '{table}', NEW.id, past, now"
            f" FROM (SELECT {past} AS past, {now} AS now) WHERE past IS NOT now"
        )
