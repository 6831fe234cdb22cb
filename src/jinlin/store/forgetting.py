"""Forget values of the history for good, and leave nothing of them in the file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from jinlin.store.file import Connection, explained, open_writing, shut_cleanly
from jinlin.store.history import digested


def bury(connection: Connection, changes: Collection[int], *, seq: int) -> None:
    """Delete the values of changed rows; their digests stay, so the chain still holds.

    Args:
        connection: the database.
        changes: sealed changes, by id.
        seq: the open entry, all of whose changes are forgotten too.
    """
    connection.executemany(
        "UPDATE row_change SET digest = ? WHERE id = ?",
        [(digest, change) for _salt, digest, change in digested(connection, seq)],
    )
    forget = "UPDATE row_change SET before = NULL, after = NULL, salt = NULL"
    connection.execute(f"{forget} WHERE entry = ?", (seq,))
    connection.executemany(f"{forget} WHERE id = ?", ((change,) for change in changes))


def has_forgotten(connection: Connection, seq: int) -> bool:
    """Return whether values of an entry were forgotten, so that it cannot be undone."""
    found = connection.execute(
        "SELECT 1 FROM row_change WHERE entry = ? AND digest IS NOT NULL AND salt IS NULL LIMIT 1",
        (seq,),
    ).fetchone()
    return found is not None


def pack(path: Path) -> None:
    """Write the database file anew, without the pages that were given up; no copy elsewhere.

    Raises:
        StoreError: another window uses it, or the disk is full.
    """
    connection = open_writing(path)
    try:
        with explained(path):
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("VACUUM")
    finally:
        shut_cleanly(connection)
