"""What another file, another window or another command left must never get into this one."""

from __future__ import annotations

import os
import signal
import sqlite3
from pathlib import Path

import pytest
from harness import Jinlin
from processes import in_fork, needs_fork

from jinlin.store.history.undo import _ENTRIES


def journal_of(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


@pytest.fixture
def backup(jinlin: Jinlin) -> Path:
    """A backup with one building; the database has two more."""
    jinlin("building", "add", "1")
    copy = jinlin.folder / "copy.db"
    jinlin("db", "backup", copy)
    jinlin("building", "add", "2")
    jinlin("building", "add", "3")
    return copy


def leave_half_done(path: Path) -> None:
    """Write so much without committing that pages spill, and die."""

    def write() -> None:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(3000):
            connection.execute("INSERT INTO counter VALUES (?, 1)", (f"{number:200d}",))
        os.kill(os.getpid(), signal.SIGKILL)

    in_fork(write)
    assert journal_of(path).stat().st_size > 0


@needs_fork
def test_a_journal_without_its_database_is_not_rolled_back_into_a_backup(
    jinlin: Jinlin, backup: Path
) -> None:
    leave_half_done(jinlin.db)
    jinlin.db.unlink()
    jinlin("db", "restore", backup)
    assert [row["building"] for row in jinlin("building", "list", "--json").data] == ["1"]
    assert jinlin.sql("SELECT count(*) FROM entry") == [(2,)]


@needs_fork
def test_a_journal_without_its_database_is_not_rolled_back_into_a_new_one(
    jinlin: Jinlin, backup: Path
) -> None:
    assert backup.exists()
    leave_half_done(jinlin.db)
    jinlin.db.unlink()
    jinlin("init", "--name", "新苑")
    jinlin("building", "add", "A")
    assert jinlin.sql("SELECT count(*) FROM entry") == [(2,)]


@needs_fork
def test_a_backup_replaces_a_damaged_database_with_a_journal(jinlin: Jinlin, backup: Path) -> None:
    jinlin("db", "backup")  # by which the file is known to have been a database
    leave_half_done(jinlin.db)
    jinlin.db.write_bytes(b"nothing of ours" * 500)
    kept = Path(jinlin("db", "restore", backup, "--yes", "--json").data["kept"])
    assert kept.is_file()
    assert [row["building"] for row in jinlin("building", "list", "--json").data] == ["1"]


def test_an_operation_id_of_another_command_is_refused(jinlin: Jinlin) -> None:
    jinlin("building", "add", "7", "--operation", "A")
    jinlin("building", "add", "7", "--operation", "A")
    error = jinlin("undo", "--operation", "A", "--json", code=2, lang="en").error
    assert "building add" in error["message"]
    assert [row["building"] for row in jinlin("building", "list", "--json").data] == ["7"]


def test_unmasking_cannot_be_hidden_from_the_log_by_a_rehearsal(jinlin: Jinlin) -> None:
    assert jinlin("household", "list", "--unmask", "--dry-run", code=2).out == ""


def test_what_was_done_again_is_not_undone_in_the_log(jinlin: Jinlin) -> None:
    def undone() -> list[bool]:
        return [line["undone"] for line in jinlin("log", "--json").data][::-1][1:]

    jinlin("building", "add", "3")
    jinlin("undo")
    assert undone() == [True, False]
    jinlin("redo")
    assert undone() == [False, True, False]
    jinlin("undo")
    assert undone() == [True, False, True, False]


def test_a_long_history_is_listed_at_once(jinlin: Jinlin) -> None:
    with sqlite3.connect(jinlin.db) as connection:
        connection.executemany(
            "INSERT INTO entry (operation, at, user, command, kind, digest)"
            " VALUES (?, '2026-11-05T04:00:00Z', '', 'issue add', 'do', '')",
            ((str(number),) for number in range(5000)),
        )
    connection.close()
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    reader = sqlite3.connect(jinlin.db)
    reader.set_progress_handler(count, 1000)
    reader.execute(_ENTRIES).fetchall()
    reader.close()
    assert steps < 1000


def test_what_an_operation_removed_need_not_be_there_when_it_is_repeated(jinlin: Jinlin) -> None:
    jinlin("building", "add", "7")
    jinlin("building", "remove", "7", "--yes", "--operation", "B")
    assert (
        "This was done before"
        in jinlin("building", "remove", "7", "--operation", "B", lang="en").out
    )
    assert jinlin.sql("SELECT count(*) FROM entry WHERE operation = 'B'") == [(1,)]


def test_what_was_shown_in_full_is_shown_again_and_logged_once(jinlin: Jinlin) -> None:
    jinlin("member", "add", "张美华")
    for _time in "12":
        assert "张美华" in jinlin("member", "list", "--unmask", "--operation", "C").out
    assert jinlin.sql("SELECT count(*) FROM entry WHERE operation = 'C'") == [(1,)]
