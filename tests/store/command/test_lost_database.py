"""Where the database is lost, every word leads to its backups, and can be typed as it is printed."""

from __future__ import annotations

import re
import shlex
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Jinlin, seeded

from jinlin.cli import rescue


def no_first_page(path: Path) -> None:
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])


def no_page_of_buildings(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        [(page,)] = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'building'"
        ).fetchall()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(content)


LOST: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "emptied": lambda path: path.write_bytes(b""),
    "first page": no_first_page,
    "other content": lambda path: path.write_text("房号,楼层\n" * 50),
    "a page": no_page_of_buildings,
}


@seeded
def two_backups(jinlin: Jinlin) -> Jinlin:
    """A database with a good backup, and a later one that is spoilt."""
    jinlin("building", "add", "3")
    jinlin("db", "backup")
    jinlin.now = jinlin.now.replace(hour=5)
    jinlin("building", "add", "4")
    spoilt = Path(jinlin("db", "backup", "--quiet").out.strip())
    spoilt.write_bytes(spoilt.read_bytes()[:-1])
    return jinlin


def advised(told: str) -> list[str]:
    """Return the words of the restore that an error advises, without the first one."""
    found = re.search(r"jinlin (数据库 恢复 .*)", told)
    assert found, told
    return shlex.split(found[1])


@pytest.mark.parametrize("kind", LOST)
def test_the_newest_good_backup_is_named_and_comes_back_as_printed(
    two_backups: Jinlin, kind: str
) -> None:
    LOST[kind](two_backups.db)
    good = min(path.name for path in (two_backups.folder / "备份").glob("*.db"))
    commands: list[tuple[str, ...]] = [("building", "list"), ("db", "check"), ("db", "backup")]
    if kind != "a page":  # its header still says that it is a database
        commands.append(("init", "--name", "梅苑小区"))
    for words in commands:
        told = two_backups(*words, code=None)
        assert told.code == (2 if words[0] == "init" and kind == "missing" else 4)
        assert advised(told.err) == ["数据库", "恢复", f"备份/{good}"]
    two_backups("db", "restore", f"备份/{good}", "--yes")
    assert [row["building"] for row in two_backups("building", "list", "--json").data] == ["3"]


def test_from_another_folder_the_whole_path_and_the_database_are_named(
    two_backups: Jinlin, tmp_path_factory: pytest.TempPathFactory
) -> None:
    two_backups.db.unlink()
    elsewhere = Jinlin(tmp_path_factory.mktemp("an other"))
    elsewhere.variables["JINLIN_DB"] = ""
    restore = advised(elsewhere("building", "list", "--db", two_backups.db, code=4).err)
    assert restore[-2:] == ["--数据库", str(two_backups.db)]
    elsewhere(*restore)
    assert [row["building"] for row in two_backups("building", "list", "--json").data] == ["3"]


def test_a_database_that_was_in_the_working_folder_is_sought_there(
    two_backups: Jinlin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "文档")
    two_backups.variables["JINLIN_DB"] = ""
    two_backups.db.unlink()
    two_backups(*advised(two_backups("building", "list", code=4).err))
    assert two_backups.db.is_file()
    assert [row["building"] for row in two_backups("building", "list", "--json").data] == ["3"]


def test_a_backup_with_a_name_of_her_own_is_found_unless_it_may_be_of_another_database(
    jinlin: Jinlin,
) -> None:
    (jinlin.folder / "备份").mkdir()
    jinlin("db", "backup", "备份/我的 备份.db")
    jinlin.db.unlink()
    assert advised(jinlin("today", code=4).err)[-1] == "备份/我的 备份.db"
    jinlin("init", "--name", "桂园", "--db", "other.db", "--yes")
    assert "数据库 恢复" not in jinlin("today", code=4).err


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError("the stick fails")])
def test_where_nobody_waits_for_a_way_back_what_is_wrong_is_told(
    two_backups: Jinlin, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    def fail(_path: Path) -> None:
        raise fault

    two_backups.db.unlink()
    monkeypatch.setattr(rescue, "newest_good", fail)
    told = two_backups("building", "list", code=4, lang="en").err
    assert told.startswith("Error: There is no database at")
    assert "Create one with: jinlin init." in told


def test_without_backups_the_way_out_is_no_circle(jinlin: Jinlin) -> None:
    jinlin.db.write_bytes(b"")
    assert "move this one elsewhere" in jinlin("today", code=4, lang="en").err
    assert "move this one elsewhere" in jinlin("init", "--name", "桂园", code=4, lang="en").err
    jinlin.db.rename(jinlin.folder / "elsewhere")
    jinlin("init", "--name", "桂园")


def test_init_beside_the_backups_of_a_lost_database_asks_first(two_backups: Jinlin) -> None:
    two_backups.db.unlink()
    two_backups("init", "--name", "梅苑小区", code=2)
    two_backups("init", "--name", "梅苑小区", typed="n\n", code=130)
    assert not two_backups.db.exists()
    told = two_backups("init", "--name", "梅苑小区", "--yes").err
    assert advised(told)[-1].startswith("备份/")
    assert two_backups.db.is_file()
