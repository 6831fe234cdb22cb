"""A connection to the database file: journal mode, locks and limits of its user."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path, PurePath
from typing import Final

from jinlin.store.file.journals import JOURNAL, half_done
from jinlin.store.file.sqlite_errors import explained
from jinlin.store.file.unwritable import too_long

BUSY_MILLISECONDS: Final = 10_000


CACHE_KIBIBYTES: Final = 128 * 1024
"""What a writer may hold: each page that does not fit waits for the disk in the middle of work."""


_LONGEST: Final = 512 - len(JOURNAL)
"""So many bytes may the path of a database have with SQLite."""


class Connection(sqlite3.Connection):
    """A connection whose transaction only the store ends.

    SQLAlchemy commits, rolls back and closes on its own account, at first connect and whenever
    a connection goes back to its pool; here that does nothing.
    """

    def commit(self) -> None:
        """Do nothing: the store says COMMIT."""

    def rollback(self) -> None:
        """Do nothing: the store says ROLLBACK."""

    def close(self) -> None:
        """Do nothing: the store calls `shut`."""

    def shut(self) -> None:
        """Close the file, leaving one file behind."""
        super().close()


def open_reading(path: Path) -> Connection:
    """Open a database for reading; `recover` it first."""
    return _connect(path, mode="ro", settings="")


def _connect(path: Path, *, mode: str, settings: str) -> Connection:
    """Open the file with the settings of every connection and its own; no failure leaves it open.

    Raises:
        StoreError: in place of the SQLite error.
    """
    refuse_too_long(path, named=path)
    with explained(path):
        connection: Connection = sqlite3.connect(
            f"{sqlite_address(path.absolute())}?mode={mode}",
            uri=True,
            factory=Connection,
            isolation_level=None,
        )
        connection.row_factory = sqlite3.Row
        try:
            connection.executescript(
                f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}; PRAGMA trusted_schema = OFF;{settings}"
            )
        except BaseException:
            connection.shut()
            raise
    return connection


def sqlite_address(path: PurePath) -> str:
    """Return the address by which SQLite finds a file; options may follow it.

    SQLite takes what follows two slashes for a computer and refuses any: a share in the network
    needs four.

    Args:
        path: the whole path.
    """
    address = path.as_uri()
    return address if address.startswith("file:///") else address.replace("//", "////", 1)


def recover(path: Path) -> bool:
    """Roll back what a killed writer left half-done; a reader cannot do it itself.

    Returns:
        Whether there was anything to roll back.

    Raises:
        StoreError: the file cannot be written.
    """
    if not half_done(path):
        return False
    writer = open_writing(path)
    try:
        with explained(path):
            writer.execute("BEGIN IMMEDIATE")
            writer.execute("ROLLBACK")
    finally:
        shut_cleanly(writer)
    return True


def refuse_too_long(path: Path, *, named: Path) -> None:
    """Refuse a path that SQLite cannot open.

    Args:
        path: of a database.
        named: what the error names, where the file is a draft of it.

    Raises:
        StoreError: it is too long.
    """
    if len(os.fsencode(path.absolute())) > _LONGEST:
        raise too_long(named)


def open_writing(path: Path) -> Connection:
    """Open a database for writing, so that an acknowledged write survives a power cut.

    What SQLite puts aside for a moment stays in memory: an import would write each of its hundreds
    of thousands of statements to a file as well.
    """
    return _connect(
        path,
        mode="rw",
        settings=f"PRAGMA cache_size = -{CACHE_KIBIBYTES};"
        "PRAGMA temp_store = MEMORY;"
        "PRAGMA foreign_keys = ON;"
        "PRAGMA journal_mode = TRUNCATE;"
        "PRAGMA synchronous = EXTRA;"
        "PRAGMA secure_delete = ON;"
        "PRAGMA cell_size_check = ON;",
    )


def shut_cleanly(connection: Connection) -> None:
    """Close a writer so that the file can be copied by hand: no journal stays beside it."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.DatabaseError:
        pass  # another window writes and will do it, or the file is damaged, which was said
    finally:
        connection.shut()
