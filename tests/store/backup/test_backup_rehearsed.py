"""A backup is called good only if a restore would take it and the data in it is as it should be."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from harness import Jinlin, seeded
from processes import in_fork, needs_fork
from store.daily import back_up_daily
from store.meddling import meddle

from jinlin.store.backup.kept import backups_of
from jinlin.store.file.header import APPLICATION_ID

pytestmark = pytest.mark.usefixtures("quick_age")


def names(jinlin: Jinlin) -> list[str]:
    folder = jinlin.folder / "备份"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@seeded
def strange(jinlin: Jinlin) -> Jinlin:
    """A database with an index of somebody else's."""
    meddle(jinlin, "CREATE INDEX mine ON issue (title)")
    return jinlin


@seeded
def altered(jinlin: Jinlin) -> Jinlin:
    """A database in which a row was changed without a command."""
    jinlin("building", "add", "3", "--name", "东楼")
    meddle(jinlin, "UPDATE building SET name = '西楼'")
    return jinlin


def test_a_copy_that_cannot_be_restored_is_kept_and_not_called_good(strange: Jinlin) -> None:
    told = strange("db", "backup", "--json", code=4, lang="en")
    assert "index mine" in told.error["message"]
    assert "db check" in told.error["hint"]
    copy = Path(told.data["path"])
    assert copy.name.endswith("-flawed.db")
    assert "compared row by row" not in strange("db", "backup", code=4, lang="en").out
    strange("db", "restore", copy, "--yes", code=4)


def test_a_part_of_another_program_may_bear_any_name(jinlin: Jinlin) -> None:
    with contextlib.closing(sqlite3.connect(jinlin.db)) as other:
        other.execute('CREATE TABLE "my ""own"" notes" ("a b" TEXT)')
        other.execute("INSERT INTO [my \"own\" notes] VALUES ('欧阳美华来过')")
        other.commit()
    told = jinlin("db", "backup", "--json", code=4, lang="en")
    assert 'table my "own" notes' in told.error["message"]
    assert Path(told.data["path"]).is_file()
    jinlin("member", "add", "欧阳美华")
    left = jinlin("member", "forget", "欧阳美华", "--yes", lang="en").err
    assert 'my "own" notes 1' in left


def test_a_copy_that_cannot_be_restored_takes_no_backup_s_place(strange: Jinlin) -> None:
    meddle(strange, "DROP INDEX mine")
    good = back_up_daily(strange, 11)
    meddle(strange, "CREATE INDEX mine ON issue (title)")
    strange("db", "backup", code=4)
    assert [one.path for one in backups_of(strange.db)] == good[::-1]
    meddle(strange, "DROP INDEX mine")
    strange("db", "backup")
    assert len(backups_of(strange.db)) == 10


def test_a_named_or_encrypted_copy_that_cannot_be_restored_is_told_too(strange: Jinlin) -> None:
    assert "mine" in strange("db", "backup", "副本.db", code=4).err
    assert (strange.folder / "副本.db").is_file()
    strange.variables["JINLIN_PASSPHRASE"] = "四个 不相干 的 词"
    assert "mine" in strange("db", "backup", "副本.age", "--encrypt", code=4).err
    assert (strange.folder / "副本.age").is_file()


def test_a_large_import_does_not_begin_without_a_backup_that_can_be_restored(
    strange: Jinlin, unchanged: Callable[[], None]
) -> None:
    rows = "".join(f"{n},6\n" for n in range(1, 52))
    (strange.folder / "楼.csv").write_text(f"楼栋,层数\n{rows}", "utf-8")
    before = strange.db.read_bytes()
    error = strange("building", "import", "楼.csv", "--yes", "--json", code=4, lang="en").error
    assert "index mine" in error["message"]
    assert "nothing was changed" in error["message"]
    assert strange.db.read_bytes() == before
    assert names(strange) == []


def test_an_upgrade_does_not_begin_without_a_backup_that_can_be_restored(bare: Jinlin) -> None:
    with contextlib.closing(sqlite3.connect(bare.db)) as old:
        old.executescript((Path(__file__).parents[2] / "data" / "version1.sql").read_text("utf-8"))
        old.execute("PRAGMA user_version = 1")
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("CREATE INDEX mine ON building (code)")
    before = bare.db.read_bytes()
    for more in ((), ("--dry-run",)):
        error = bare("db", "upgrade", "--json", *more, code=4).error
        assert "index mine" in error["message"]
    assert bare.db.read_bytes() == before
    assert [name for name in names(bare) if name.endswith((".db", ".new"))] == []


def test_altered_data_is_backed_up_and_said_to_be_altered(altered: Jinlin) -> None:
    told = altered("db", "backup", "--json", code=4, lang="en")
    assert Path(told.data["path"]).is_file()
    assert "did not pass the check" in told.error["message"]
    assert "changed without a command" in told.error["message"]


def test_a_backup_of_altered_data_removes_no_older_one(altered: Jinlin) -> None:
    older = back_up_daily(altered, 12, code=4)
    altered("db", "backup", code=4)
    assert len(backups_of(altered.db)) == len(older) + 1


def test_altered_data_that_comes_back_is_said_to_be_altered(altered: Jinlin) -> None:
    copy = altered("db", "backup", "--quiet", code=4).out.strip()
    told = altered("db", "restore", copy, "--yes", lang="en").err
    assert "did not pass the check" in told
    assert "changed without a command" in told
    assert "did not pass" in altered("db", "restore", copy, "--dry-run", lang="en").err


def test_the_backups_that_go_are_named(jinlin: Jinlin) -> None:
    first, *_later = back_up_daily(jinlin, 9)
    assert jinlin("db", "backup", lang="en").err == ""
    jinlin.now += timedelta(days=1)
    told = jinlin("db", "backup", lang="en").err
    assert told == f"Older backups removed: {first.name}.\n"


def long_ago(file: Path) -> None:
    """Let a file be more than an hour old."""
    os.utime(file, (time.time() - 3700,) * 2)


def test_what_another_computer_writes_in_a_shared_folder_stays(jinlin: Jinlin) -> None:
    folder = jinlin.folder / "备份"
    folder.mkdir()
    dead_here = os.getpid() + 2**22
    draft = folder / f".jinlin-20261101-120000.db.{dead_here}.new"
    draft.write_text("half a copy")
    jinlin("db", "backup")
    assert draft.exists()
    long_ago(draft)
    jinlin("db", "backup")
    assert not draft.exists()


def test_what_a_killed_backup_left_goes_with_the_next_one(jinlin: Jinlin) -> None:
    folder = jinlin.folder / "备份"
    folder.mkdir()
    dead = os.getpid() + 2**22  # no system gives such a number
    copy = "jinlin-20261101-120000.db"
    left = [
        folder / f".{copy}.{dead}.new",
        folder / f".{copy}.{dead}.new-journal",
        folder / f".{copy}.age.{dead}.new",
        folder / f"{copy}.sha256",
        jinlin.folder / f".jinlin.db.{dead}.new",
    ]
    others = [
        folder / f".{copy}.{os.getppid()}.new",
        folder / f".另一个.db.{dead}.new",
        folder / ".别的",
    ]
    for file in (*left, *others):
        file.write_text("whole copy")
        long_ago(file)
    jinlin("db", "backup")
    assert [file.name for file in left if file.exists()] == []
    assert [file.name for file in others if not file.exists()] == []


def test_what_a_killed_restore_left_goes_with_the_next_one(jinlin: Jinlin) -> None:
    copy = jinlin("db", "backup", "--quiet").out.strip()
    dead = os.getpid() + 2**22
    left = [
        jinlin.folder / f".jinlin.db.{dead}.new",
        jinlin.folder / "备份" / f".jinlin-20261101-120000-replaced.db.{dead}.new",
    ]
    for file in left:
        file.write_text("whole copy")
        long_ago(file)
    jinlin("db", "restore", copy, "--yes")
    assert [file.name for file in left if file.exists()] == []


@needs_fork
def test_a_full_disk_leaves_no_stub_and_names_the_right_file(jinlin: Jinlin) -> None:
    import resource

    copy = jinlin("db", "backup", "--quiet").out.strip()
    before, kept = jinlin.db.read_bytes(), names(jinlin)

    def act(*words: str) -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        return jinlin(*words, code=4, lang="en").err

    told = in_fork(lambda: act("db", "restore", copy, "--yes")).result
    assert f"{jinlin.db} is as it was before" in told
    assert jinlin.db.read_bytes() == before
    assert names(jinlin) == kept
    jinlin.variables["JINLIN_PASSPHRASE"] = "四个 不相干 的 词"
    told = in_fork(lambda: act("db", "backup", "甲.age", "--encrypt")).result
    assert f"{jinlin.folder / '甲.age'} could not be written" in told
    assert sorted(path.name for path in jinlin.folder.iterdir()) == ["jinlin.db", "备份"]


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_no_folder_is_made_for_a_named_backup(jinlin: Jinlin, more: tuple[str, ...]) -> None:
    told = jinlin("db", "backup", "没有/甲.db", *more, code=5, lang="en").err
    assert "folder does not exist" in told
    assert not (jinlin.folder / "没有").exists()


def test_what_is_typed_wrong_is_asked_again(jinlin: Jinlin) -> None:
    secret = "正确 马 电池 订书钉"
    typed = f"短\n{secret}\n{secret}了\n{secret}\n{secret}\n"
    told = jinlin("db", "backup", "甲.age", "--encrypt", typed=typed).err
    assert "备份的口令（至少8个字符；输入时屏幕上不显示）" in told
    assert told.count("请再输一次") == 2
    assert (jinlin.folder / "甲.age").is_file()
