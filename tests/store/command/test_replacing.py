"""Stopped, or on a disk that cannot do all, a restore keeps the old database or says what it did."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest
from harness import Jinlin, seeded

from jinlin.output.asking import confirm
from jinlin.store.backup.kept import write_private
from jinlin.store.command import creation
from jinlin.store.command import replace as replacing
from jinlin.store.file.connection import Connection
from jinlin.store.file.drafts import put_in_place

SAVED = "Stopped after the command was saved"
UNCHANGED = "Stopped; nothing was changed."


@seeded
def with_copy(jinlin: Jinlin) -> Jinlin:
    """A backup, 甲.db, and one command more."""
    jinlin("db", "backup", "甲.db")
    jinlin("building", "add", "1")
    return jinlin


def buildings(jinlin: Jinlin, *words: str) -> list[str]:
    return [row["building"] for row in jinlin("building", "list", "--json", *words).data]


def kept(jinlin: Jinlin) -> list[Path]:
    return list(jinlin.folder.glob("备份/*-replaced*"))


def spoil(jinlin: Jinlin) -> bytes:
    """Damage the database in its middle."""
    content = jinlin.db.read_bytes()
    jinlin.db.write_bytes(content[:100] + bytes(len(content) - 100))
    return jinlin.db.read_bytes()


def stopped_in_pour(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Press Ctrl-C while SQLite copies for the n-th time: Python hears of it after the copy."""
    copies: list[Connection] = []

    def stop(*_progress: int) -> None:
        raise KeyboardInterrupt

    def backup(self: Connection, target: Connection, **more: Any) -> None:
        copies.append(target)
        if len(copies) == number:
            more["progress"] = stop
        sqlite3.Connection.backup(self, target, **more)

    monkeypatch.setattr(Connection, "backup", backup)


def test_stopped_while_the_database_is_replaced_the_old_one_is_kept(
    with_copy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped_in_pour(monkeypatch, 2)
    told = with_copy("db", "restore", "甲.db", "--yes", code=130, lang="en").err
    assert told.startswith(SAVED)
    assert buildings(with_copy) == []
    [old] = kept(with_copy)
    assert buildings(with_copy, "--db", str(old)) == ["1"]


def test_stopped_before_the_database_is_replaced_nothing_is_changed(
    with_copy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped_in_pour(monkeypatch, 1)
    before = with_copy.db.read_bytes()
    told = with_copy("db", "restore", "甲.db", "--yes", code=130, lang="en").err
    assert told.startswith(UNCHANGED)
    assert with_copy.db.read_bytes() == before
    assert kept(with_copy) == []


def test_stopped_once_a_damaged_database_is_replaced_it_is_kept(
    with_copy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = spoil(with_copy)
    replace = Path.replace

    def stop(draft: Path, path: Path) -> None:
        replace(draft, path)
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    told = with_copy("db", "restore", "甲.db", "--yes", code=130, lang="en").err
    assert told.startswith(SAVED)
    assert buildings(with_copy) == []
    [old] = kept(with_copy)
    assert old.read_bytes() == spoilt


def test_a_damaged_database_is_kept_down_to_the_disk_before_it_is_replaced(
    with_copy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where folders cannot be synced, as on many a network drive, that is no reason to undo."""
    spoilt = spoil(with_copy)
    sync, replace = os.fsync, Path.replace
    synced, before = set[int](), set[int]()

    def note_file(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "no")
        synced.add(os.fstat(handle).st_ino)
        sync(handle)

    def note_name(draft: Path, path: Path) -> Path:
        before.update(synced)
        return replace(draft, path)

    monkeypatch.setattr(os, "fsync", note_file)
    monkeypatch.setattr(Path, "replace", note_name)
    with_copy("db", "restore", "甲.db", "--yes")
    [old] = kept(with_copy)
    assert old.read_bytes() == spoilt
    assert old.stat().st_ino in before


@pytest.mark.parametrize("damaged", [False, True])
def test_what_another_window_did_while_the_question_stood_is_not_lost(
    with_copy: Jinlin, monkeypatch: pytest.MonkeyPatch, damaged: bool
) -> None:
    if damaged:
        spoil(with_copy)

    def meanwhile(call: Any, text: str) -> None:
        confirm(call, text)
        if damaged:
            with_copy.db.write_bytes(b"x" * 9000)
        else:
            with_copy("building", "add", "2", lang="en")

    monkeypatch.setattr("jinlin.cli.database.restore.confirm", meanwhile)
    told = with_copy("db", "restore", "甲.db", typed="y\n", code=4, lang="en").err
    assert "Another window has done something in the meantime" in told
    assert kept(with_copy) == []
    if not damaged:
        assert buildings(with_copy) == ["1", "2"]


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("words", [("init", "--name", "竹苑"), ("db", "restore", "甲.db")])
def test_a_database_that_another_window_made_meanwhile_is_not_written_over(
    with_copy: Jinlin, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], *, links: bool
) -> None:
    new = with_copy.folder / "新.db"

    def meanwhile(draft: Path, path: Path, **more: Any) -> None:
        with monkeypatch.context() as now:
            if not links:
                now.setattr(os, "link", without_links)
            # It comes between the look and the deed.
            now.setattr(os.path, "lexists", lambda path: path != new and there(path))
            new.write_text("another window's")
            put_in_place(draft, path, **more)

    def without_links(*_paths: object) -> None:
        raise PermissionError(errno.EPERM, "as on a USB stick")

    there = os.path.lexists
    for room in (creation, replacing):
        monkeypatch.setattr(room, "put_in_place", meanwhile)
    told = with_copy(*words, "--db", "新.db", "--yes", code=4, lang="en").err
    assert "There is a file" in told if words[0] == "init" else "Another window has done" in told
    assert new.read_text() == "another window's"
    assert sorted(path.name for path in with_copy.folder.iterdir()) == sorted(
        ["jinlin.db", "甲.db", "甲.db.sha256", "新.db"]
    )


def test_where_a_damaged_database_cannot_be_replaced_its_journal_is_not_lost(
    with_copy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError(errno.EIO, "the disk fails")

    spoilt = spoil(with_copy)
    pages = b"\0 what SQLite does not take back, as its head is gone"
    with_copy.db.with_name("jinlin.db-journal").write_bytes(pages)
    monkeypatch.setattr(Path, "replace", refuse)
    with_copy("db", "restore", "甲.db", "--yes", code=4)
    assert with_copy.db.read_bytes() == spoilt
    [old] = [path for path in kept(with_copy) if path.suffix == ".db"]
    assert old.read_bytes() == spoilt
    assert old.with_name(f"{old.name}-journal").read_bytes() == pages


def test_where_a_damaged_database_without_a_journal_cannot_be_replaced_no_copy_stays(
    with_copy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError(errno.EIO, "the disk fails")

    spoil(with_copy)
    monkeypatch.setattr(Path, "replace", refuse)
    with_copy("db", "restore", "甲.db", "--yes", code=4)
    assert kept(with_copy) == []


def test_what_another_window_keeps_under_the_same_name_is_not_deleted(
    with_copy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(path: Path, content: bytes, **more: Any) -> None:
        path.parent.mkdir()
        path.write_text("another window's")
        write_private(path, content, **more)

    spoil(with_copy)
    with monkeypatch.context() as then:
        then.setattr(replacing, "write_private", meanwhile)
        told = with_copy("db", "restore", "甲.db", "--yes", code=4, lang="en").err
    assert "Another window has done something in the meantime" in told
    [old] = kept(with_copy)
    assert old.read_text() == "another window's"
    with_copy("db", "restore", "甲.db", "--yes")
    assert len(kept(with_copy)) == 2
