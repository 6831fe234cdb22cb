"""Which files are opened, and in which words the others are refused."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from harness import Jinlin

from jinlin.store.file.connection import open_reading, open_writing, shut_cleanly, sqlite_address


def newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA application_id = 42; CREATE TABLE building (id INTEGER)")
    connection.close()


def noise(path: Path) -> None:
    path.write_bytes(random.Random(7).randbytes(20_000))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "newer": (newer, "made by a newer version of jinlin"),
    "foreign": (foreign, "is not a jinlin database"),
    "noise": (noise, "is not a jinlin database"),
    "text": (lambda path: path.write_text("房号,楼层\n"), "is not a jinlin database"),
    "empty": (lambda path: path.write_bytes(b""), "is not a jinlin database"),
    "header only": (lambda path: path.write_bytes(path.read_bytes()[:100]), "damaged"),
    "cut": (lambda path: path.write_bytes(path.read_bytes()[:9000]), "damaged"),
    "folder": (folder, "cannot be read"),
    "missing": (Path.unlink, "There is no database at"),
}


@pytest.mark.parametrize("words", [("building", "list"), ("building", "add", "9"), ("undo",)])
@pytest.mark.parametrize("kind", SPOILT)
def test_a_file_that_cannot_be_used_is_refused_in_words(
    jinlin: Jinlin, kind: str, words: tuple[str, ...]
) -> None:
    spoil, said = SPOILT[kind]
    spoil(jinlin.db)
    before = jinlin.db.read_bytes() if jinlin.db.is_file() else None
    outcome = jinlin(*words, lang="en", code=4)
    assert said in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert outcome.out == ""
    assert (jinlin.db.read_bytes() if jinlin.db.is_file() else None) == before


def test_a_newer_database_is_refused_politely_in_chinese(jinlin: Jinlin) -> None:
    newer(jinlin.db)
    assert "更新" in jinlin("building", "list", code=4).err


@pytest.mark.parametrize("table", ["building", "entry", "category", "setting"])
def test_a_damaged_page_is_an_error_in_words(jinlin: Jinlin, table: str) -> None:
    jinlin("building", "add", "3")
    [(page,)] = jinlin.sql("SELECT rootpage FROM sqlite_schema WHERE name = ?", table)
    content = bytearray(jinlin.db.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\x5a" * 4096
    jinlin.db.write_bytes(content)
    commands = [("building", "add", "4"), ("log",), ("issue", "add", "漏水", "--category", "设施")]
    outcomes = [jinlin(*words, lang="en", code=None) for words in commands]
    assert {outcome.code for outcome in outcomes} <= {0, 4}
    failed = [outcome for outcome in outcomes if outcome.code]
    assert failed
    assert all("is damaged" in outcome.err for outcome in failed)


def test_every_connection_is_bound_by_links_and_trusts_no_schema(jinlin: Jinlin) -> None:
    writer = open_writing(jinlin.db)
    reader = open_reading(jinlin.db)
    asked = {
        name: writer.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "foreign_keys",
            "journal_mode",
            "synchronous",
            "secure_delete",
            "trusted_schema",
        )
    }
    assert asked == {
        "foreign_keys": 1,
        "journal_mode": "truncate",
        "synchronous": 3,
        "secure_delete": 1,
        "trusted_schema": 0,
    }
    assert reader.execute("PRAGMA trusted_schema").fetchone()[0] == 0
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM building")
    reader.shut()
    shut_cleanly(writer)


def test_the_database_in_the_working_folder_is_found(bare: Jinlin) -> None:
    bare.variables["JINLIN_DB"] = ""
    bare("init", "--name", "梅苑小区", "--db", "jinlin.db")
    assert bare("db", "path", "--json").data["path"] == str(bare.folder / "jinlin.db")


def test_the_option_goes_before_the_variable(jinlin: Jinlin) -> None:
    jinlin("init", "--name", "桂园", "--db", "other.db")
    found = jinlin("db", "path", "--db", "other.db", "--json").data["path"]
    assert found == str(jinlin.folder / "other.db")


def test_init_never_touches_a_file_that_is_there(jinlin: Jinlin) -> None:
    before = jinlin.db.read_bytes()
    jinlin("init", "--name", "桂园", code=4)
    assert jinlin.db.read_bytes() == before


def test_a_rehearsed_init_makes_nothing(bare: Jinlin) -> None:
    bare("init", "--name", "桂园", "--dry-run")
    assert list(bare.folder.iterdir()) == []


def test_a_database_in_a_share_of_the_network_has_an_address_that_sqlite_takes() -> None:
    share = PureWindowsPath(r"\\server\党建\近邻 1#.db")
    address = "file:////server/%E5%85%9A%E5%BB%BA/%E8%BF%91%E9%82%BB%201%23.db"
    assert sqlite_address(share) == address
    assert sqlite_address(PureWindowsPath(r"C:\a b.db")) == "file:///C:/a%20b.db"
    assert sqlite_address(PurePosixPath("/home/a?.db")) == "file:///home/a%3F.db"
    for said, answer in ((f"{address}?mode=ro", "unable to open"), (address[:5] + address[7:], "")):
        with pytest.raises(sqlite3.OperationalError, match=answer or "invalid uri authority"):
            sqlite3.connect(said, uri=True)
