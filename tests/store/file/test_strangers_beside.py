"""What stands where SQLite would look for a journal is named by every command, and stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from harness import Jinlin
from platforms import needs_links, needs_pipes_with_names

from jinlin.store.file.connection import open_writing
from jinlin.store.file.journals import refuse_strangers_beside

LINES = (
    "issue list", "issue add 灯坏 --category 设施", "db check", "db path", "db backup", "today", "log",
    "db restore 甲.db --yes", "undo --yes", "init --name 甲小区 --yes",
)  # fmt: skip


def link_to_nothing(path: Path) -> None:
    path.symlink_to("没有")


def pipe(path: Path) -> None:
    os.mkfifo(path)


STRANGERS: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "her own file": lambda path: path.write_text("今天的事"),
    "a pipe": pipe,
    "a link": link_to_nothing,
}
KINDS = [
    "a folder",
    "her own file",
    pytest.param("a pipe", marks=needs_pipes_with_names),
    pytest.param("a link", marks=needs_links),
]


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_journal_is_named_and_stays(jinlin: Jinlin, kind: str, ending: str) -> None:
    jinlin("db", "backup", "甲.db")
    stranger = jinlin.folder / f"jinlin.db{ending}"
    STRANGERS[kind](stranger)
    before, how = jinlin.db.read_bytes(), stranger.lstat()
    for line in LINES:
        assert f"{stranger}，可那里放着别的东西" in jinlin(*line.split(), code=4).err, line
    assert (jinlin.db.read_bytes(), stranger.lstat()) == (before, how)


@pytest.mark.parametrize("line", ["init --name 甲小区 --yes", "db restore 甲.db --yes"])
def test_a_new_database_takes_nothing_away(jinlin: Jinlin, line: str) -> None:
    jinlin("db", "backup", "甲.db")
    jinlin.db.unlink()
    stranger = jinlin.folder / "jinlin.db-journal"
    stranger.write_text("今天的事")
    assert str(stranger) in jinlin(*line.split(), code=4).err
    assert stranger.read_text() == "今天的事"
    assert not jinlin.db.exists()


def test_a_journal_is_known_at_every_moment(jinlin: Jinlin) -> None:
    journal = jinlin.folder / "jinlin.db-journal"
    with closing(open_writing(jinlin.db)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("PRAGMA cache_spill = 1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE more (words TEXT)")
        assert journal.stat().st_size > 0
        refuse_strangers_beside(jinlin.db)
        writer.execute("INSERT INTO more SELECT randomblob(9999) FROM row_change LIMIT 99")
        refuse_strangers_beside(jinlin.db)
        writer.execute("ROLLBACK")
        writer.shut()
    magic = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
    for begun in (b"", bytes(12), magic + bytes(20), magic[:6] + bytes(20), magic[:3]):
        journal.write_bytes(begun)
        refuse_strangers_beside(jinlin.db)


@needs_pipes_with_names
def test_no_pipe_is_waited_for_when_a_backup_is_restored(jinlin: Jinlin) -> None:
    jinlin("db", "backup", "甲.db")
    os.mkfifo(jinlin.folder / "管道.db")
    told = jinlin("db", "restore", "甲.db", "--yes", "--db", "管道.db", code=4).err
    assert "管道.db 不是 jinlin 的数据库，没有替换" in told


@pytest.mark.parametrize("target", ["备份", "没有"])
def test_a_link_of_the_backups_that_leads_nowhere_is_named(jinlin: Jinlin, target: str) -> None:
    jinlin("db", "backup", "甲.db")
    (jinlin.folder / "备份").symlink_to(target)
    for line in ("db backup", "db restore 甲.db --yes"):
        assert (
            f"{jinlin.folder / '备份'} 是一个通不到任何地方的链接"
            in jinlin(*line.split(), code=4).err
        )
    assert "通不到任何地方" in jinlin("db", "check", "--json").out


@pytest.mark.parametrize("line", ["init --name 甲小区 --yes", "db restore 甲.db --yes"])
@pytest.mark.parametrize("name", ["甲" * 82 + ".db", "/".join(["x" * 120] * 6) + "/a.db"])
def test_of_a_path_too_long_her_own_words_are_named(jinlin: Jinlin, line: str, name: str) -> None:
    jinlin("db", "backup", "甲.db")
    told = jinlin(*line.split(), "--db", name, code=4).err
    assert f"{jinlin.folder / name}。" in told
    assert ".new" not in told


def test_a_file_that_another_one_replaces_meanwhile_is_not_called_read_only(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    jinlin("db", "backup", "甲.db")

    def opened_before(path: Path) -> object:
        connection = open_writing(path)
        (jinlin.folder / "甲.db").replace(path)
        return connection

    monkeypatch.setattr("jinlin.store.command.command.open_writing", opened_before)
    told = jinlin("issue", "add", "灯坏", "--category", "设施", code=4).err
    assert "被换成了另一个文件" in told
