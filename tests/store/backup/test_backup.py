"""Backups that can be trusted, and the way back."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Jinlin, seeded


def codes(jinlin: Jinlin) -> list[str]:
    return [row["building"] for row in jinlin("building", "list", "--json").data]


@seeded
def backed_up(jinlin: Jinlin) -> Jinlin:
    """A database with building 3 in its backup; building 4 was added since."""
    jinlin("building", "add", "3")
    jinlin("db", "backup")
    jinlin("building", "add", "4")
    return jinlin


@pytest.fixture
def backup(backed_up: Jinlin) -> Path:
    """Its backup."""
    [kept] = (backed_up.folder / "备份").glob("*.db")
    return kept


def test_a_backup_lies_beside_the_database_with_its_digest(jinlin: Jinlin, backup: Path) -> None:
    assert backup.parent == jinlin.folder / "备份"
    digest = hashlib.sha256(backup.read_bytes()).hexdigest()
    sidecar = backup.with_name(backup.name + ".sha256")
    assert sidecar.read_text("utf-8") == f"{digest}  {backup.name}\n"
    assert sorted(path.name for path in backup.parent.iterdir()) == [backup.name, sidecar.name]


def test_a_backup_comes_back_whole(jinlin: Jinlin, backup: Path) -> None:
    restored = jinlin("db", "restore", backup, "--yes", "--json").data
    assert codes(jinlin) == ["3"]
    replaced = Jinlin(Path(restored["kept"]).parent)
    assert [
        row["building"]
        for row in replaced("building", "list", "--json", "--db", restored["kept"]).data
    ] == ["3", "4"]
    jinlin("building", "add", "5")
    assert codes(jinlin) == ["3", "5"]


def test_a_backup_comes_back_where_there_is_no_database(jinlin: Jinlin, backup: Path) -> None:
    jinlin.db.unlink()
    assert jinlin("db", "restore", backup, "--json").data["kept"] == ""
    assert codes(jinlin) == ["3"]


def test_two_backups_in_one_second_are_two_files(jinlin: Jinlin, backup: Path) -> None:
    assert Path(jinlin("db", "backup", "--json").data["path"]) != backup


def test_a_named_backup_never_overwrites(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    target = jinlin.folder / "副本.db"
    target.write_text("mine")
    jinlin("db", "backup", "副本.db", code=4)
    assert target.read_text() == "mine"


@pytest.mark.parametrize("offset", [30, 2000, 50_000, -1])
def test_a_backup_with_one_flipped_bit_is_refused(
    jinlin: Jinlin, backup: Path, offset: int
) -> None:
    content = bytearray(backup.read_bytes())
    content[offset] ^= 4
    backup.write_bytes(content)
    before = jinlin.db.read_bytes()
    error = jinlin("db", "restore", backup, "--yes", "--json", code=4, lang="en").error
    assert "not as it was written" in error["message"]
    assert jinlin.db.read_bytes() == before


def test_a_cut_backup_is_refused_even_without_its_digest(jinlin: Jinlin, backup: Path) -> None:
    backup.with_name(backup.name + ".sha256").unlink()
    content = backup.read_bytes()
    backup.write_bytes(content[: len(content) // 2])
    before = jinlin.db.read_bytes()
    assert jinlin("db", "restore", backup, "--yes", "--json", code=4).error["kind"] == "database"
    assert jinlin.db.read_bytes() == before
    assert sorted(path.name for path in jinlin.folder.iterdir()) == ["jinlin.db", "备份"]


def test_a_backup_of_a_newer_program_is_refused(jinlin: Jinlin, backup: Path) -> None:
    newer = jinlin.folder / "newer.db"
    shutil.copy(backup, newer)
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    error = jinlin("db", "restore", newer, "--yes", "--json", code=4, lang="en").error
    assert "newer version" in error["message"]
    assert codes(jinlin) == ["3", "4"]


def test_restoring_asks_first(jinlin: Jinlin, backup: Path) -> None:
    jinlin("db", "restore", backup, code=2)
    jinlin("db", "restore", backup, typed="n\n", code=130)
    assert codes(jinlin) == ["3", "4"]
    jinlin("db", "restore", backup, typed="是\n")
    assert codes(jinlin) == ["3"]


def test_a_rehearsed_backup_and_restore_touch_nothing(jinlin: Jinlin, backup: Path) -> None:
    names = sorted(path.name for path in backup.parent.iterdir())
    jinlin("db", "backup", "--dry-run")
    jinlin("db", "restore", backup, "--dry-run")
    assert sorted(path.name for path in backup.parent.iterdir()) == names
    assert codes(jinlin) == ["3", "4"]


def test_a_damaged_database_is_not_backed_up(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    content = bytearray(jinlin.db.read_bytes())
    [(page,)] = jinlin.sql("SELECT rootpage FROM sqlite_schema WHERE name = 'category'")
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    jinlin.db.write_bytes(content)
    assert jinlin("db", "backup", "--json", code=4).error["kind"] == "database"
    folder = jinlin.folder / "备份"
    assert not folder.exists() or list(folder.iterdir()) == []
