"""Where a backup goes: never over anything, whole as it was meant, or one clear line why not."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from harness import Jinlin
from processes import in_fork, needs_fork

from jinlin.core.files.disk import write_through
from jinlin.store.backup import backup, kept
from jinlin.store.backup.kept import is_as_written, sidecar


def names(jinlin: Jinlin) -> list[str]:
    return sorted(path.name for path in jinlin.folder.iterdir())


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Let something happen once a backup has chosen its name and made its copy."""

    def arrange(act: Callable[[], object]) -> None:
        def copied(path: Path) -> Any:
            monkeypatch.undo()
            act()
            return backup._copied(path)

        monkeypatch.setattr(backup, "_copied", copied)

    return arrange


def test_two_windows_that_back_up_in_the_same_second_make_two_backups(
    jinlin: Jinlin, meanwhile: Callable[[Callable[[], object]], None]
) -> None:
    told: list[str] = []
    meanwhile(lambda: told.append(jinlin("db", "backup", "--quiet").out.strip()))
    told.append(jinlin("db", "backup", "--quiet").out.strip())
    assert len(set(told)) == 2
    assert all(is_as_written(Path(path)) for path in told)


@pytest.mark.parametrize("links", [True, False])
def test_of_two_windows_that_name_the_same_file_one_is_refused(
    jinlin: Jinlin,
    meanwhile: Callable[[Callable[[], object]], None],
    monkeypatch: pytest.MonkeyPatch,
    *,
    links: bool,
) -> None:
    def act() -> None:
        if not links:
            monkeypatch.setattr(os, "link", without_links)
        (jinlin.folder / "甲.db").write_text("mine")

    def without_links(*_paths: object) -> None:
        raise OSError("as on a USB stick")

    meanwhile(act)
    assert "已经有一个文件" in jinlin("db", "backup", "甲.db", code=4).err
    assert (jinlin.folder / "甲.db").read_text() == "mine"
    assert names(jinlin) == ["jinlin.db", "甲.db"]


def test_a_name_that_is_taken_at_the_last_moment_is_not_written_over(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed = kept.place

    def taken_first(draft: Path, copy: Path, digest: str) -> None:
        if not copy.exists():
            copy.write_text("another window's")
        placed(draft, copy, digest)

    monkeypatch.setattr(backup, "place", taken_first)
    jinlin("db", "backup", "甲.db", code=4)
    assert (jinlin.folder / "甲.db").read_text() == "another window's"


def test_on_a_stick_without_second_names_a_backup_is_made_too(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError("Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    jinlin("db", "backup", "甲.db")
    assert is_as_written(jinlin.folder / "甲.db")
    assert names(jinlin) == ["jinlin.db", "甲.db", "甲.db.sha256"]


def test_on_such_a_stick_a_failure_leaves_nothing_that_looks_like_a_backup(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError(errno.EIO, "the stick fails")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(Path, "replace", refuse)
    jinlin("db", "backup", "甲.db", code=4)
    assert names(jinlin) == ["jinlin.db"]


def test_stopped_while_the_digest_is_written_nothing_blocks_the_name(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(file: BinaryIO, content: bytes) -> None:
        if content.endswith(b".db\n"):
            file.write(content[:30])
            raise KeyboardInterrupt
        write_through(file, content)

    with monkeypatch.context() as then:
        then.setattr(kept, "write_through", stop)
        jinlin("db", "backup", "甲.db", code=130)
    assert names(jinlin) == ["jinlin.db"]
    jinlin("db", "backup", "甲.db")


@pytest.mark.parametrize("name", ["甲.db.sha256", "甲.db-journal"])
def test_what_somebody_keeps_beside_the_name_is_not_deleted(jinlin: Jinlin, name: str) -> None:
    (jinlin.folder / name).write_text("mine")
    assert name in jinlin("db", "backup", "甲.db", code=4).err
    assert name in jinlin("db", "handover", "甲.docx", code=4).err
    assert (jinlin.folder / name).read_text() == "mine"
    assert names(jinlin) == sorted(["jinlin.db", name])


def test_a_folder_where_the_digest_would_be_is_not_called_a_full_disk(jinlin: Jinlin) -> None:
    (jinlin.folder / "甲.db.sha256").mkdir()
    told = jinlin("db", "backup", "甲.db", code=4, lang="en").err
    assert "甲.db.sha256 already" in told
    assert "full" not in told


def test_the_digest_of_a_backup_that_was_deleted_makes_room(jinlin: Jinlin) -> None:
    for _time in "12":
        jinlin("db", "backup", "甲.db")
        assert is_as_written(jinlin.folder / "甲.db")
        (jinlin.folder / "甲.db").unlink()


@pytest.mark.parametrize("encrypt", [(), ("--encrypt",)])
def test_a_copy_that_comes_back_from_the_disk_otherwise_is_no_backup(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch, encrypt: tuple[str, ...]
) -> None:
    def spoil(file: BinaryIO, content: bytes) -> None:
        write_through(file, content[:-1] + bytes([content[-1] ^ 1]))

    jinlin.variables["JINLIN_PASSPHRASE"] = "四个 不相干 的 词"
    monkeypatch.setattr(backup, "sealed", lambda content, _passphrase: b"sealed" + content)
    monkeypatch.setattr(kept, "write_through", spoil)
    told = jinlin("db", "backup", "甲.db", *encrypt, code=4, lang="en")
    assert f"failing; {jinlin.folder / '甲.db'} could not be written" in told.err
    assert told.out == ""
    assert names(jinlin) == ["jinlin.db"]


def test_of_an_encrypted_backup_nothing_is_said_that_was_not_looked_at(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    jinlin.variables["JINLIN_PASSPHRASE"] = "四个 不相干 的 词"
    monkeypatch.setattr(backup, "sealed", lambda content, _passphrase: b"sealed" + content)
    said = jinlin("db", "backup", "甲.age", "--encrypt", lang="en").out
    assert "before it was encrypted" in said
    assert "opened" not in said


@needs_fork
def test_a_full_stick_is_not_taken_for_the_disk_of_the_database(jinlin: Jinlin) -> None:
    def act() -> str:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        return jinlin("db", "backup", "甲.db", code=4, lang="en").err

    told = in_fork(act).result
    assert f"{jinlin.folder / '甲.db'} could not be written" in told
    assert str(jinlin.db) not in told
    assert names(jinlin) == ["jinlin.db"]


@pytest.mark.parametrize("words", [("backup", "盘/甲.db"), ("handover", "盘/甲.docx")])
def test_a_read_only_folder_is_named_and_the_advice_is_about_it(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    def refuse(path: Any, flags: int, *more: Any) -> int:
        if "盘" in str(path) and flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *more)

    opened = os.open
    (jinlin.folder / "盘").mkdir()
    monkeypatch.setattr(os, "open", refuse)
    told = jinlin("db", *words, code=4, lang="en").err
    assert f"in the folder {jinlin.folder / '盘'}" in told
    assert "--db" not in told


def test_a_file_in_the_way_of_the_folder_is_named(jinlin: Jinlin) -> None:
    (jinlin.folder / "备份").write_text("mine")
    told = jinlin("db", "backup", code=4, lang="en").err
    assert f"{jinlin.folder / '备份'} is a file" in told


def test_what_ends_like_a_folder_must_be_one(jinlin: Jinlin) -> None:
    told = jinlin("db", "backup", "桌面/", code=5, lang="en").err
    assert f"There is no folder {jinlin.folder / '桌面'}" in told
    assert names(jinlin) == ["jinlin.db"]
    (jinlin.folder / "桌面").mkdir()
    copy = Path(jinlin("db", "backup", "桌面/", "--quiet").out.strip())
    assert copy.parent == jinlin.folder / "桌面"
    assert sidecar(copy).is_file()
