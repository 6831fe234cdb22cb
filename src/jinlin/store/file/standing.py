"""Whether what was saved is in the file that has the database's name."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from jinlin.core.errors import StoreError
from jinlin.store.file.connection import open_reading
from jinlin.store.file.unwritable import gone


def look(path: Path) -> os.stat_result | None:
    """Return how a file lies there, to see later whether anybody wrote it; None for no file."""
    try:
        return path.stat()
    except OSError:
        return None


def check_still_there(path: Path, opened: os.stat_result, digest: str) -> None:
    """Look whether what was saved is in the file that has the database's name.

    Args:
        path: the database.
        opened: how it lay there when it was opened.
        digest: that of the entry that was saved.

    Raises:
        GoneError: somebody moved, deleted or replaced the file meanwhile.
    """
    now = look(path)
    if now is None:
        raise gone(path)
    if not os.path.samestat(now, opened) and not _holds(path, digest):  # some drives number anew
        raise gone(path, replaced=True)


def _holds(path: Path, digest: str) -> bool:
    """Return whether a database has an entry."""
    try:
        reader = open_reading(path)
    except StoreError:
        return False
    try:
        found = reader.execute("SELECT 1 FROM entry WHERE digest = ?", (digest,)).fetchone()
    except sqlite3.DatabaseError:
        return False
    finally:
        reader.shut()
    return found is not None
