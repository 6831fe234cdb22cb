"""Which backups stay, encrypted ones, and what a restore refuses."""

from __future__ import annotations

import base64
import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pyrage
import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st
from store.daily import back_up_daily

from jinlin.store.backup import encryption, kept
from jinlin.store.backup.kept import Backup, superfluous

SECRET = "正确 马 电池 订书钉"
DAYS = (datetime(2024, 1, 1), datetime(2026, 12, 31))  # noqa: DTZ001  (names bear local time)


def backups(jinlin: Jinlin) -> list[str]:
    folder = jinlin.folder / "备份"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


@given(st.lists(st.datetimes(*DAYS), max_size=60))
def test_the_last_ten_and_one_a_month_stay(moments: list[datetime]) -> None:
    kept = [Backup(Path(str(n)), at) for n, at in enumerate(sorted(moments, reverse=True))]
    gone = superfluous(kept)
    assert not set(gone) & set(kept[:10])
    staying = [one for one in kept if one not in gone]
    months = {(one.made.year, one.made.month) for one in kept}
    latest = sorted(months, reverse=True)[:12]
    for month in latest:
        first = next(one for one in kept if (one.made.year, one.made.month) == month)
        assert first in staying
    assert len(staying) <= 22


def test_old_backups_go_and_what_jinlin_did_not_make_stays(jinlin: Jinlin) -> None:
    folder = jinlin.folder / "备份"
    folder.mkdir()
    strange = [
        "jinlin-20200101-000000.db",
        "手工副本.db",
        "jinlin-20200101-000000-replaced.db",
        "说明.txt",
    ]
    for name in strange:
        (folder / name).write_text("mine")
    back_up_daily(jinlin, 13)
    for _day in "12":
        jinlin("db", "backup")
        jinlin.now += timedelta(days=1)
    left = [name for name in backups(jinlin) if name not in strange]
    assert len([name for name in left if name.endswith(".db")]) == 10
    assert len(left) == 20
    assert set(strange) <= set(backups(jinlin))


def test_the_backup_just_made_stays_though_the_clock_went_backwards(jinlin: Jinlin) -> None:
    back_up_daily(jinlin, 10)
    jinlin.now -= timedelta(days=30)
    for _time in "12":
        jinlin.now -= timedelta(days=1)
        assert Path(jinlin("db", "backup", "--quiet").out.strip()).is_file()


def test_a_named_backup_deletes_nothing(jinlin: Jinlin) -> None:
    back_up_daily(jinlin, 11)
    jinlin("db", "backup", "备份")
    assert len(backups(jinlin)) == 24


def test_a_large_import_is_preceded_by_a_backup(jinlin: Jinlin) -> None:
    rows = "".join(f"{n},6\n" for n in range(1, 52))
    (jinlin.folder / "楼.csv").write_text(f"楼栋,层数\n{rows}", "utf-8")
    jinlin("building", "import", "楼.csv", "--yes", "--dry-run")
    assert backups(jinlin) == []
    jinlin("building", "import", "楼.csv", "--yes", "--source", "社区", "--basis", "法律")
    [copy, _digest] = backups(jinlin)
    with contextlib.closing(sqlite3.connect(jinlin.folder / "备份" / copy)) as connection:
        assert connection.execute("SELECT count(*) FROM building").fetchone() == (0,)


def test_what_has_not_changed_since_is_not_backed_up_again(jinlin: Jinlin) -> None:
    rows = "".join(f"{n},很高\n" for n in range(1, 60))
    (jinlin.folder / "楼.csv").write_text(f"楼栋,层数\n{rows}", "utf-8")
    for _time in "12":
        jinlin("building", "import", "楼.csv", "--yes", "--strict", code=5)
    assert len(backups(jinlin)) == 2
    [copy] = (jinlin.folder / "备份").glob("*.db")
    copy.write_bytes(copy.read_bytes()[:-1])
    jinlin("building", "import", "楼.csv", "--yes", "--strict", code=5)
    assert len(backups(jinlin)) == 4


def test_a_small_import_is_not(jinlin: Jinlin) -> None:
    (jinlin.folder / "楼.csv").write_text("楼栋,层数\n3,6\n", "utf-8")
    jinlin("building", "import", "楼.csv", "--yes")
    assert backups(jinlin) == []


def test_an_adjustment_of_money_is_preceded_by_a_backup(jinlin: Jinlin) -> None:
    jinlin("branch", "fund", "income", "--amount", "500", "--purse", "党费", "--from", "社区", "--for", "拨付",
           "--by", "林秀英", "--yes")  # fmt: skip
    before = len(backups(jinlin))
    jinlin("branch", "fund", "reverse", "F9", "--reason", "记错", code=3)
    assert len(backups(jinlin)) == before
    jinlin("branch", "fund", "reverse", "F1", "--reason", "记错")
    assert len(backups(jinlin)) == before + 2


def codes(jinlin: Jinlin) -> list[str]:
    return [row["building"] for row in jinlin("building", "list", "--json").data]


def sealed(jinlin: Jinlin) -> Path:
    """Make an encrypted backup that holds building 3, and add building 4."""
    jinlin.variables["JINLIN_PASSPHRASE"] = SECRET
    jinlin("building", "add", "3")
    path = Path(jinlin("db", "backup", "--encrypt", "--quiet").out.strip())
    jinlin("building", "add", "4")
    return path


def test_an_encrypted_backup_tells_nothing_and_comes_back(jinlin: Jinlin) -> None:
    """It is age itself that encrypts and decrypts."""
    backup = sealed(jinlin)
    assert backup.name.endswith(".db.age")
    assert backup.read_bytes().startswith(b"age-encryption.org/v1")
    for word in ("梅苑小区", "林秀英", "SQLite"):
        assert word.encode() not in backup.read_bytes()
    jinlin("db", "restore", backup, "--yes")
    assert codes(jinlin) == ["3"]


@pytest.mark.usefixtures("quick_age")
def test_a_wrong_passphrase_leaves_the_database(jinlin: Jinlin) -> None:
    backup = sealed(jinlin)
    before = jinlin.db.read_bytes()
    jinlin.variables["JINLIN_PASSPHRASE"] = "wrong wrong"
    error = jinlin("db", "restore", backup, "--yes", "--json", code=4, lang="en").error
    assert "passphrase is wrong" in error["message"]
    assert jinlin.db.read_bytes() == before


CHEAP = base64.b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBlU2o0VlhMN1hRaVNiNUdqZjhXVVNRIDEKUFhmeElsTEE3V0"
    "F6VlJhcXFrTklDa2hSdXRhL1lXajBCTkJ2QzFmeTJmNAotLS0gL1Y2QTNzUVg2Z3JEaTdjVDZ3aUhqdFhuSU9VVnJS"
    "L3FtY3RiOHRZSjZpOAqXpxH3E5xVvAbWgZujX2VR2fjBjzBRI7jVGEzPdG+FuZbfWzUNxonAHozJPVIQBQ=="
)
"""The text 不是数据库, encrypted so that age tries a passphrase at once; its own files cost a second."""


@pytest.mark.parametrize(
    ("content", "passphrase", "said"),
    [
        (CHEAP, SECRET, "is not a jinlin database"),
        (CHEAP, "wrong wrong", "the passphrase is wrong, or the file is damaged"),
        (
            CHEAP[:-20] + b"?" + CHEAP[-19:],
            SECRET,
            "the passphrase is wrong, or the file is damaged",
        ),
    ],
    ids=["as it was made", "wrong passphrase", "changed byte"],
)
def test_age_itself_notices_a_wrong_passphrase_and_a_changed_byte_without_a_digest(
    jinlin: Jinlin, unchanged: Callable[[], None], content: bytes, passphrase: str, said: str
) -> None:
    (jinlin.folder / "甲.age").write_bytes(content)
    jinlin.variables["JINLIN_PASSPHRASE"] = passphrase
    told = jinlin("db", "restore", "甲.age", "--yes", "--json", code=4, lang="en")
    assert said in told.error["message"]


def test_a_passphrase_that_came_in_another_encoding_is_refused_in_words(jinlin: Jinlin) -> None:
    jinlin.variables["JINLIN_PASSPHRASE"] = "四个不相干的词".encode("gbk").decode(
        errors="surrogateescape"
    )
    error = jinlin("db", "backup", "--encrypt", "--json", code=2, lang="en").error
    assert error["message"] == "The passphrase in JINLIN_PASSPHRASE is not text in UTF-8."
    assert "--passphrase-file FILE" in error["hint"]


@pytest.mark.usefixtures("quick_age")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_a_passphrase_file_is_read_as_an_editor_on_windows_saves_it(
    jinlin: Jinlin, encoding: str
) -> None:
    (jinlin.folder / "口令.txt").write_bytes(f"{SECRET}\r\n".encode(encoding))
    jinlin("db", "backup", "甲.age", "--encrypt", "--passphrase-file", "口令.txt")
    jinlin.variables["JINLIN_PASSPHRASE"] = SECRET
    jinlin("db", "restore", "甲.age", "--yes")


@pytest.mark.usefixtures("quick_age")
def test_the_passphrase_is_typed_twice_or_read_from_a_file(jinlin: Jinlin) -> None:
    assert "--口令文件" in jinlin("db", "backup", "--encrypt", code=2).err
    jinlin("db", "backup", "甲.age", "--encrypt", typed=f"{SECRET}\n另一个口令啊啊啊\n" * 3, code=2)
    jinlin("db", "backup", "甲.age", "--encrypt", typed="短\n" * 3, code=2)
    assert [path.name for path in jinlin.folder.iterdir()] == ["jinlin.db"]
    jinlin("db", "backup", "甲.age", "--encrypt", typed=f"{SECRET}\n{SECRET}\n")
    (jinlin.folder / "口令.txt").write_text(f"\ufeff{SECRET}\r\n", "utf-8")
    jinlin("building", "add", "3")
    jinlin("db", "restore", "甲.age", "--yes", "--passphrase-file", "口令.txt")
    assert codes(jinlin) == []
    jinlin("db", "restore", "甲.age", "--yes", "--passphrase-file", "没有.txt", code=5)
    (jinlin.folder / "空.txt").write_text("", "utf-8")
    jinlin("db", "restore", "甲.age", "--yes", "--passphrase-file", "空.txt", code=5)


@pytest.mark.usefixtures("quick_age")
def test_an_encrypted_backup_is_named_when_somebody_is_forgotten(jinlin: Jinlin) -> None:
    backup = sealed(jinlin)
    jinlin("member", "add", "张美华")
    assert backup.name in jinlin("member", "forget", "张美华", "--dry-run").err


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON issue BEGIN UPDATE setting SET value = 'x'; END",
        "CREATE VIEW evil AS SELECT * FROM person",
        "CREATE TABLE evil (x)",
        "DROP TRIGGER entry_is_sealed",
        "DROP INDEX building_code",
    ],
)
@pytest.mark.parametrize("digest", [True, False])
def test_a_backup_with_parts_that_are_not_ours_is_refused(
    jinlin: Jinlin, statement: str, digest: bool
) -> None:
    copy = jinlin.folder / "别处.db"
    shutil.copy(jinlin.db, copy)
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        connection.execute(statement)
    if digest:
        import hashlib

        said = hashlib.sha256(copy.read_bytes()).hexdigest()
        copy.with_name("别处.db.sha256").write_text(f"{said}  别处.db\n", "utf-8")
    before = jinlin.db.read_bytes()
    error = jinlin("db", "restore", copy, "--yes", "--json", code=4, lang="en").error
    assert "did not make" in error["message"]
    assert jinlin.db.read_bytes() == before


def test_a_silently_changed_copy_without_a_digest_is_refused(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--name", "一二三四五六七")
    copy = jinlin.folder / "别处.db"
    content = jinlin.db.read_bytes()
    assert content.count("一二三四五六七".encode()) >= 2
    copy.write_bytes(content.replace("一二三四五六七".encode(), "一二三四五六八".encode(), 1))
    jinlin("db", "restore", copy, "--yes", code=4)
    copy.write_bytes(content)
    assert "history" in jinlin("db", "restore", copy, "--yes", lang="en").err


def test_an_unfinished_copy_is_refused(jinlin: Jinlin) -> None:
    copy = jinlin.folder / "别处.db"
    shutil.copy(jinlin.db, copy)
    (jinlin.folder / "别处.db-journal").write_bytes(b"x" * 600)
    error = jinlin("db", "restore", copy, "--yes", "--json", code=4, lang="en").error
    assert "interrupted" in error["message"]


def test_a_copy_that_another_program_left_in_wal_mode_comes_back(jinlin: Jinlin) -> None:
    copy = jinlin.folder / "别处.db"
    shutil.copy(jinlin.db, copy)
    with contextlib.closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    jinlin("building", "add", "3")
    jinlin("db", "restore", copy, "--yes")
    assert codes(jinlin) == []
    jinlin("building", "add", "4")


def test_a_backup_of_an_older_version_comes_back_and_is_brought_up_to_date(jinlin: Jinlin) -> None:
    from jinlin.store.file.header import APPLICATION_ID
    from jinlin.store.schema import upgrade

    with contextlib.closing(sqlite3.connect(jinlin.folder / "旧.db")) as old:
        old.executescript((Path(__file__).parents[2] / "data" / "version1.sql").read_text("utf-8"))
        old.execute("PRAGMA user_version = 1")
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    version = 1
    assert version < upgrade.VERSION
    jinlin("db", "restore", "旧.db", "--yes")
    assert jinlin("db", "upgrade", "--json", "--dry-run").data["before"] == version
    jinlin("db", "upgrade")
    assert jinlin("db", "upgrade", "--json").data["before"] == upgrade.VERSION


def test_a_window_that_is_open_during_a_restore_writes_into_the_restored_file(
    jinlin: Jinlin,
) -> None:
    from calls import call_in

    from jinlin.store.command import command
    from jinlin.store.file.connection import open_writing, shut_cleanly

    copy = jinlin("db", "backup", "--json").data["path"]
    jinlin("building", "add", "3")
    window = open_writing(jinlin.db)  # it has opened the file and not begun
    window.execute("SELECT count(*) FROM building").fetchone()
    jinlin("db", "restore", copy, "--yes")
    for _entry in command.transaction(window, jinlin.db, call_in(jinlin.folder), "do", opened=None):
        _entry.insert("building", code="9")
    shut_cleanly(window)
    assert codes(jinlin) == ["9"]


@pytest.mark.usefixtures("impatient")
def test_a_restore_while_another_window_writes_says_so(jinlin: Jinlin) -> None:
    copy = jinlin("db", "backup", "--json").data["path"]
    holder = sqlite3.connect(jinlin.db, isolation_level=None)
    for begin in ("BEGIN IMMEDIATE", "BEGIN"):
        holder.execute(begin)
        holder.execute("SELECT count(*) FROM building").fetchone()
        error = jinlin("db", "restore", copy, "--yes", "--json", code=4, lang="en").error
        assert "another window" in error["message"]
        holder.execute("ROLLBACK")
    holder.close()
    jinlin("db", "restore", copy, "--yes")


def test_a_busy_computer_is_asked_again_and_never_blamed_on_the_passphrase(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    jinlin.variables["JINLIN_PASSPHRASE"] = SECRET
    jinlin("building", "add", "3")
    jinlin("db", "backup", "甲.age", "--encrypt")
    decrypt, busy = pyrage.passphrase.decrypt, [2]

    def at_first_busy(content: bytes, passphrase: str) -> bytes:
        busy[0] -= 1
        if busy[0] >= 0:
            raise pyrage.DecryptError("Excessive work parameter for passphrase.\n…")
        return bytes(decrypt(content, passphrase))

    monkeypatch.setattr(pyrage.passphrase, "decrypt", at_first_busy)
    jinlin("db", "restore", "甲.age", "--dry-run")
    busy[0] = 99
    monkeypatch.setattr(encryption, "_PAUSE", 0)
    told = jinlin("db", "restore", "甲.age", "--dry-run", code=4).err
    assert "电脑" in told
    assert "口令不对" not in told


def test_what_is_too_large_to_be_looked_at_is_said_to_be_so(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    jinlin("db", "backup", "甲.db")
    monkeypatch.setattr(kept, "_MOST", 50_000)
    assert "超过1GiB" in jinlin("db", "restore", "甲.db", "--dry-run", code=4).err
    assert "直接复制这个文件" in jinlin("db", "backup", "乙.db", code=4).err
    assert not (jinlin.folder / "乙.db").exists()
