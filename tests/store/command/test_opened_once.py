"""While SQLite holds the database open, nothing else of this process opens it: its locks would fall.

Each command that any test types is watched for it (see `opens`), all scenes of the reference among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from harness import Jinlin
from opens import watched
from processes import needs_fork, run_python

from jinlin.cli.database import check
from jinlin.store.file import connection as opening
from jinlin.store.file import header

SAVE = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
other.execute("BEGIN IMMEDIATE")
other.execute("INSERT INTO counter (name, value) VALUES ('plan', 1)")
try:
    other.execute("COMMIT")
except sqlite3.OperationalError:
    print("locked")
"""


def is_kept_out(path: Path) -> bool:
    """Return whether another window that wants to save has to wait; a fork would share the lock."""
    return run_python("-c", SAVE, str(path), folder=path.parent).stdout == b"locked\n"


def test_while_db_check_looks_at_a_database_it_stands_still(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[bool] = []
    look = check.inside

    def meanwhile(reader: Any) -> Iterator[Any]:
        found.append(is_kept_out(jinlin.db))
        return look(reader)

    monkeypatch.setattr(check, "inside", meanwhile)
    jinlin("db", "check")
    assert found == [True]


@needs_fork  # elsewhere a lock stays with the descriptor
def test_once_the_file_is_opened_beside_sqlite_the_lock_is_gone(jinlin: Jinlin) -> None:
    """What the watch is for; where the system keeps its locks otherwise there is nothing to see."""
    connection = opening.open_reading(jinlin.db)
    connection.execute("BEGIN")
    connection.execute("SELECT 1 FROM setting").fetchone()
    assert is_kept_out(jinlin.db)
    jinlin.db.read_bytes()
    assert not is_kept_out(jinlin.db)
    connection.shut()


@pytest.mark.parametrize("other", ["jinlin.db", "./jinlin.db", "link", "second name"])
def test_whoever_opens_it_is_noticed(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    if other == "link":
        (jinlin.folder / other).symlink_to(jinlin.db)
    if other == "second name":
        (jinlin.folder / other).hardlink_to(jinlin.db)
    with watched() as opened:
        reader = opening.open_reading(jinlin.db)
        header.check_header(jinlin.folder / other)
        reader.shut()
        header.check_header(jinlin.folder / other)
    [place] = opened
    assert place.startswith("/store/file/header.py")
