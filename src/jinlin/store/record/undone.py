"""Which entries of the history (audit log) were taken back and not done again."""

from __future__ import annotations

import sqlite3


def undone_entries(connection: sqlite3.Connection) -> set[int]:
    """Return the commands that were taken back and not done again.

    What takes a command back comes after it, and counts only while it stands itself.
    """
    undone: set[int] = set()
    for seq, reverses in connection.execute(
        "SELECT seq, reverses FROM entry WHERE reverses IS NOT NULL ORDER BY seq DESC"
    ):
        if seq not in undone:
            undone.add(reverses)
    return undone


def was_undone(connection: sqlite3.Connection, seq: int) -> bool:
    """Return whether a command was taken back and not done again."""
    return seq in undone_entries(connection)
