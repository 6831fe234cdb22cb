"""A file of an older version, with real rows in it, is brought up to date and loses nothing."""

from __future__ import annotations

import lzma
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from harness import Jinlin, seeded
from store.chain import broken_links
from store.meddling import meddle

from jinlin.store.file.header import APPLICATION_ID
from jinlin.store.schema import upgrade

FIRST = Path(__file__).parents[2] / "data" / "version1.sql"
"""What version 0.1.0 wrote: a roster, members, a post that was undone, a name that was mended
(张美华, now 张美花), two issues with their events."""

LAST_WRITTEN_BY_TRIGGERS = FIRST.with_name("version11.sql.xz")
"""What version 11 wrote, the last one in whose files triggers and views write the history: a
building, a home, an issue; the last command made the building's floors 8, which were 7."""


def made(path: Path, dump: str, version: int) -> None:
    """Make a database from a dump, which leaves out what a header keeps."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump)
        connection.executescript(
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {version};"
        )


@seeded
def old(bare: Jinlin) -> Jinlin:
    """A database as version 0.1.0 left it."""
    made(bare.db, FIRST.read_text("utf-8"), 1)
    return bare


@seeded
def upgraded(old: Jinlin) -> Jinlin:
    """The same, brought up to date by the first command that was typed."""
    assert "brought up to date" in old("member", "list", "--json", lang="en").err
    return old


@pytest.fixture(scope="module")
def as_it_was(tmp_path_factory: pytest.TempPathFactory) -> Jinlin:
    """What version 0.1.0 left, only to be looked at."""
    kept = Jinlin(tmp_path_factory.mktemp("old"))
    made(kept.db, FIRST.read_text("utf-8"), 1)
    return kept


def rows(jinlin: Jinlin, table: str, columns: str = "*") -> list[tuple[Any, ...]]:
    return jinlin.sql(f"SELECT {columns} FROM {table} ORDER BY 1")


def test_every_row_is_still_there_with_its_id(as_it_was: Jinlin, upgraded: Jinlin) -> None:
    tables = (
        "person",
        "post",
        "member",
        "household",
        "ownership",
        "issue_event",
        "entry",
        "row_change",
    )
    columns = {t: ", ".join(r[1] for r in as_it_was.sql(f"PRAGMA table_info({t})")) for t in tables}
    before = {table: rows(as_it_was, table, columns[table]) for table in tables}
    sequences = dict(as_it_was.sql("SELECT name, seq FROM sqlite_sequence"))
    assert {table: rows(upgraded, table, columns[table]) for table in tables} == before
    now = dict(upgraded.sql("SELECT name, seq FROM sqlite_sequence"))
    assert {name: now[name] for name in sequences} == sequences
    assert sequences["post"] > max(row[0] for row in before["post"])
    assert upgraded.sql("PRAGMA foreign_key_check") == []
    assert upgraded.sql("PRAGMA user_version") == [(upgrade.VERSION,)]
    assert broken_links(upgraded) == []


def test_a_number_that_was_undone_is_not_given_again(upgraded: Jinlin) -> None:
    upgraded("member", "edit", "陈建国", "--post", "宣传委员")
    [(given,)] = upgraded.sql("SELECT max(id) FROM post")
    assert given == 4


def test_names_are_spelled_and_found(upgraded: Jinlin) -> None:
    assert upgraded("member", "find", "zmh", "--unmask", "--json").data[0]["name"] == "张美花"
    assert upgraded.sql("SELECT count(*) FROM person WHERE pinyin IS NULL OR initials IS NULL") == [
        (0,)
    ]


def test_categories_get_their_limits(as_it_was: Jinlin, upgraded: Jinlin) -> None:
    before = as_it_was.sql(
        "SELECT id, respond_amount, respond_unit, close_amount, close_unit, raise_amount,"
        " raise_unit FROM category ORDER BY id"
    )
    after = upgraded.sql(
        "SELECT category_id, respond_amount, respond_unit, close_amount, close_unit, raise_amount,"
        " raise_unit FROM category_limit WHERE since = '1990-01-01' ORDER BY category_id"
    )
    assert [row for row in after if row[0] in {first[0] for first in before}] == before
    assert len(before) > 20


def test_a_new_file_and_an_old_one_have_the_same_schema(upgraded: Jinlin) -> None:
    upgraded("init", "--name", "桂园", "--db", "new.db")
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"
    with closing(sqlite3.connect(upgraded.folder / "new.db")) as connection:
        assert upgraded.sql(schema) == connection.execute(schema).fetchall()


def test_commands_from_before_are_still_undone(upgraded: Jinlin) -> None:
    """Their rows have gained columns since; the mended name is spelled anew when it is put back."""
    done = [line["command"] for line in upgraded("log", "--json").data]
    assert done[:5] == ["issue add", "issue close", "issue note", "issue add", "member edit"]
    for _command in range(5):
        upgraded("undo", "--yes")
    assert upgraded.sql("SELECT count(*) FROM issue") == [(0,)]
    assert upgraded.sql("SELECT name, pinyin, initials FROM person WHERE number = 2") == [
        ("张美华", "zhangmeihua", "zmh")
    ]
    upgraded("undo", "--yes")  # 陈建国 leaves the register
    upgraded("undo", "--yes")  # 张美华 too, and her post
    assert upgraded.sql("SELECT count(*) FROM post") == [(1,)]
    upgraded("undo", "--yes")  # the roster
    assert upgraded.sql("SELECT name FROM person") == [("林秀英",)]
    upgraded("undo", code=1)
    assert upgraded.sql("PRAGMA foreign_key_check") == []
    assert broken_links(upgraded) == []


def test_what_was_undone_before_the_upgrade_is_done_again_after_it(upgraded: Jinlin) -> None:
    for _command in range(8):
        upgraded("undo", "--yes")
    for _command in range(8):
        upgraded("redo", "--yes")
    assert upgraded.sql(
        "SELECT name, pinyin FROM person WHERE number IN (2, 4) ORDER BY number"
    ) == [
        ("张美花", "zhangmeihua"),
        ("陈建国", "chenjianguo"),
    ]
    assert upgraded.sql("SELECT count(*) FROM issue_event") == [(4,)]


def test_somebody_from_before_is_forgotten_from_the_old_history_too(upgraded: Jinlin) -> None:
    upgraded(
        "member", "edit", "P2", "--party-state", "activist", "--affiliation", "none", "--post", ""
    )
    assert "李雷".encode() in upgraded.db.read_bytes()
    upgraded("member", "forget", "李雷", "--yes")
    assert "李雷".encode() not in upgraded.db.read_bytes()
    assert b"13805910000" not in upgraded.db.read_bytes()
    assert broken_links(upgraded) == []


def checked(jinlin: Jinlin, *, code: int = 0) -> dict[str, str]:
    return {row["check"]: row["state"] for row in jinlin("db", "check", "--json", code=code).data}


def test_what_the_upgrade_wrote_is_not_taken_for_meddling_and_meddling_is_found(
    upgraded: Jinlin,
) -> None:
    told = checked(upgraded)
    assert (told["rows"], told["numbers"]) == ("ok", "ok")
    before = upgraded.db.read_bytes()
    for meddled in (
        "UPDATE category SET privacy = 'open' WHERE privacy = 'secret'",
        "UPDATE category_limit SET close_amount = 99 WHERE category_id = 3",
        "INSERT INTO person (number, name) VALUES (77, '某人')",
    ):
        meddle(upgraded, meddled)
        assert checked(upgraded, code=4)["rows"] == "problem", meddled
        upgraded.db.write_bytes(before)


@pytest.mark.parametrize(
    "part",
    [
        'CREATE TRIGGER "history_a b" AFTER INSERT ON building BEGIN SELECT 1; END',
        "CREATE VIEW history_zzz AS SELECT 1",
        "CREATE TABLE extra (x)",
    ],
)
def test_an_older_file_with_parts_of_others_is_refused_untouched(old: Jinlin, part: str) -> None:
    with closing(sqlite3.connect(old.db)) as connection:
        connection.execute(part)
    before = old.db.read_bytes()
    for words in (
        ("building", "list"),
        ("building", "add", "9"),
        ("db", "upgrade"),
        ("db", "restore", old.db, "--db", "other.db", "--yes"),
    ):
        assert "history_" in (said := old(*words, code=4).err) or "extra" in said
    assert old.db.read_bytes() == before
    assert not (old.folder / "other.db").exists()
    assert not (old.folder / "备份").exists()


def test_a_command_with_an_operation_id_upgrades_too(old: Jinlin) -> None:
    old("building", "add", "9", "--operation", "x1")
    assert old.sql("PRAGMA user_version") == [(upgrade.VERSION,)]
    assert old("building", "add", "9", "--operation", "x1", "--json").data["repeated"] is True


def test_a_rehearsal_leaves_an_older_file_as_it_is_and_says_what_comes_first(old: Jinlin) -> None:
    before = old.db.read_bytes()
    roster = old.folder / "房屋.csv"
    roster.write_text("楼栋,单元,房号\n9,1,101\n", "utf-8")
    for words in (("building", "add", "9"), ("undo",), ("household", "import", roster, "-y")):
        error = old(*words, "--dry-run", "--json", code=4, lang="en").error
        assert error["hint"] == "Bring it up to date first: jinlin db upgrade"
    assert old.db.read_bytes() == before
    assert not (old.folder / "备份").exists()
    old("undo", "2", "--yes")  # what a command rehearses for itself is no such rehearsal
    assert old.sql("PRAGMA user_version") == [(upgrade.VERSION,)]


@seeded
def triggered(bare: Jinlin) -> Jinlin:
    """A database as version 11 left it."""
    made(bare.db, lzma.decompress(LAST_WRITTEN_BY_TRIGGERS.read_bytes()).decode(), 11)
    return bare


@pytest.mark.parametrize("restored", [False, True])
def test_a_file_whose_triggers_wrote_the_history_goes_on_with_it(
    triggered: Jinlin, restored: bool
) -> None:
    bare = triggered
    if restored:
        bare.db.rename(bare.folder / "旧.db")
        bare("db", "restore", "旧.db", "--yes")
    assert "brought up to date" in bare("building", "list", lang="en").err
    assert bare.sql("SELECT name FROM sqlite_schema WHERE name GLOB 'history_of_*'") == []
    bare("undo")
    assert bare.sql("SELECT floors FROM building") == [(7,)]
    bare("building", "edit", "3", "--floors", "9")
    assert bare.sql(
        "SELECT count(*) FROM row_change WHERE entry = (SELECT max(seq) FROM entry)"
    ) == [(1,)]
    bare("db", "check")
    assert broken_links(bare) == []
