"""What was written is on the disk before it gets its name, and once it has it nothing is undone."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Jinlin


def folders_refuse(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
    """Let no folder be synced, as on many a network drive; files are."""
    sync = os.fsync

    def refuse(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise fault
        sync(handle)

    monkeypatch.setattr(os, "fsync", refuse)


@pytest.mark.parametrize(
    ("fault", "code"), [(OSError(errno.EINVAL, "no"), 0), (KeyboardInterrupt(), 130)]
)
def test_once_a_file_has_its_name_nothing_is_undone(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int
) -> None:
    folders_refuse(monkeypatch, fault)
    jinlin("db", "backup", "甲.db", code=code)
    assert (jinlin.folder / "甲.db").is_file()
    assert (jinlin.folder / "甲.db.sha256").is_file()
    told = jinlin("init", "--name", "竹苑", "--db", "新.db", "--yes", code=code, lang="en")
    assert code == 0 or told.err.startswith("Stopped after the command was saved")
    jinlin("building", "list", "--db", "新.db")


def test_stopped_before_a_new_database_has_its_name_there_is_none(
    bare: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "link", stop)
    told = bare("init", "--name", "竹苑", "--yes", code=130, lang="en").err
    assert told.startswith("Stopped; nothing was changed.")
    assert list(bare.folder.iterdir()) == []


def export(jinlin: Jinlin) -> Path:
    jinlin("building", "list", "-o", "楼.csv", "--force")
    return jinlin.folder / "楼.csv"


def settle(jinlin: Jinlin) -> Path:
    jinlin("config", "set", "language", "en")
    return jinlin.folder / "settings.toml"


@pytest.mark.parametrize("write", [export, settle])
def test_what_a_file_holds_is_on_the_disk_before_anything_takes_another_s_place(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch, write: Callable[[Jinlin], Path]
) -> None:
    sync, replace = os.fsync, Path.replace
    synced, before = set[int](), set[int]()

    def note_file(handle: int) -> None:
        synced.add(os.fstat(handle).st_ino)
        sync(handle)

    def note_name(draft: Path, path: Path) -> Path:
        before.update(synced)
        return replace(draft, path)

    monkeypatch.setattr(os, "fsync", note_file)
    monkeypatch.setattr(Path, "replace", note_name)
    assert write(jinlin).stat().st_ino in before
