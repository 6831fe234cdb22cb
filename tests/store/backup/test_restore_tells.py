"""A restore says what it would replace by what, and refuses what nobody can have meant."""

from __future__ import annotations

import os
import re
import shlex
import sqlite3
from pathlib import Path

import pytest
from harness import Jinlin, seeded

from jinlin.cli.database import replacement
from jinlin.store.file.standing import look

pytestmark = pytest.mark.usefixtures("quick_age")
SECRET = "正确 马 电池 订书钉"


@seeded
def with_copies(jinlin: Jinlin) -> Jinlin:
    """A good older backup, a later one, an encrypted one; then two more commands."""
    jinlin("building", "add", "1")
    jinlin("db", "backup", "旧.db")
    jinlin("db", "backup")
    jinlin("db", "backup", "甲.db")
    jinlin.variables["JINLIN_PASSPHRASE"] = SECRET
    jinlin("db", "backup", "甲.age", "--encrypt")
    jinlin("building", "add", "2")
    jinlin("building", "add", "3")
    return jinlin


@seeded
def with_another(with_copies: Jinlin) -> Jinlin:
    """The same beside the database of another complex, 别处.db."""
    with_copies("init", "--name", "竹苑小区", "--db", "别处.db", "--yes")
    return with_copies


def cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:50_000])
    return path


def test_the_question_says_what_is_lost(with_copies: Jinlin) -> None:
    told = with_copies("db", "restore", "甲.db", typed="n\n", code=130, lang="en").err
    assert "of 梅苑小区, its last command of 2026-11-05 12:00" in told
    assert "2 commands that the backup lacks" in told


@pytest.mark.parametrize("more", [("--yes",), ("--dry-run",)])
def test_the_database_of_another_complex_is_not_replaced(
    with_another: Jinlin, more: tuple[str, ...]
) -> None:
    before = (with_another.folder / "别处.db").read_bytes()
    told = with_another("db", "restore", "甲.db", "--db", "别处.db", *more, code=4, lang="en").err
    assert "梅苑小区" in told
    assert "竹苑小区" in told
    assert "--force" in told
    assert (with_another.folder / "别处.db").read_bytes() == before
    with_another("db", "restore", "甲.db", "--db", "别处.db", "--force", *more)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("more", [("--yes",), ("--dry-run",), ("--yes", "--force")])
def test_what_another_window_holds_is_not_called_unreadable_and_replaced(
    with_another: Jinlin, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    """Busy while it is looked at, and free again when it would be replaced."""
    place = with_another.folder / "别处.db"
    holder = sqlite3.connect(place, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    def look_and_let_go(path: Path) -> os.stat_result | None:
        holder.close()
        return look(path)

    monkeypatch.setattr(replacement, "look", look_and_let_go)
    told = with_another("db", "restore", "甲.db", "--db", place, *more, code=4, lang="en").err
    holder.close()
    assert "is being used by another window" in told
    assert "竹苑小区" in with_another("today", "--db", place).out


def test_a_database_begun_anew_under_the_same_name_is_replaced(with_copies: Jinlin) -> None:
    with_copies("init", "--name", "梅苑小区", "--db", "别处.db", "--yes")
    with_copies("db", "restore", "甲.db", "--db", "别处.db", "--yes")


@pytest.mark.parametrize("more", [("--yes",), ("--dry-run",), ("--yes", "--force")])
def test_a_file_of_something_else_is_not_replaced(
    with_copies: Jinlin, more: tuple[str, ...]
) -> None:
    (with_copies.folder / "a.txt").write_text("mine")
    told = with_copies("db", "restore", "甲.db", "--db", "a.txt", *more, code=4, lang="en").err
    assert "is not a jinlin database" in told
    assert f"again with --db {with_copies.folder / 'a.txt'}" in told
    assert (with_copies.folder / "a.txt").read_text() == "mine"


def test_the_database_of_a_newer_program_is_not_replaced_unawares(with_copies: Jinlin) -> None:
    with sqlite3.connect(with_copies.db) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = with_copies.db.read_bytes()
    for more in ("--yes", "--dry-run"):
        told = with_copies("db", "restore", "甲.db", more, code=4, lang="en").err
        assert "made by a newer version of jinlin; it was not touched. Update jinlin" in told
    assert with_copies.db.read_bytes() == before
    told = with_copies("db", "restore", "甲.db", "--force", typed="y\n", lang="en").err
    assert "The database is of a newer version" in told


def test_a_damaged_database_is_still_another_complex_s(with_another: Jinlin) -> None:
    place = with_another.folder / "别处.db"
    with sqlite3.connect(place) as connection:
        question = "SELECT (rootpage - 1) * page_size FROM sqlite_schema, pragma_page_size"
        [(start,)] = connection.execute(f"{question} WHERE name = 'entry'")
    connection.close()
    content = place.read_bytes()
    place.write_bytes(content[:start] + bytes(4096) + content[start + 4096 :])
    told = with_another("db", "restore", "甲.db", "--db", place, "--yes", code=4, lang="en").err
    assert "竹苑小区" in told
    told = with_another("db", "restore", "甲.db", "--db", place, "--force", "--yes", lang="en").out
    assert "what was done after it is not in the database" in told


def test_it_says_which_database_is_written_and_what_is_no_longer_in_it(with_copies: Jinlin) -> None:
    told = with_copies("db", "restore", "甲.db", "--yes", lang="en").out
    assert f"to {with_copies.db}; what was done after it is not in the database." in told
    for more, said in (("--dry-run", "is restored to {path}. The backup is"), ("--yes", "{path}.")):
        told = with_copies("db", "restore", "甲.db", "--db", "新.db", more, lang="en").out
        assert said.format(path=with_copies.folder / "新.db") in told
    assert "done after it" not in told


def test_an_empty_file_is_replaced(with_copies: Jinlin) -> None:
    (with_copies.folder / "空.db").write_bytes(bytes(4096))
    with_copies("db", "restore", "甲.db", "--db", "空.db", "--yes")


@pytest.mark.parametrize("digest", [True, False])
@pytest.mark.parametrize("more", [("--yes",), ("--dry-run",)])
def test_a_spoilt_backup_leaves_the_database_and_names_a_good_one(
    with_copies: Jinlin, more: tuple[str, ...], digest: bool
) -> None:
    before = with_copies.db.read_bytes()
    [good] = (with_copies.folder / "备份").glob("*.db")
    cut(with_copies.folder / "甲.db")
    if not digest:
        (with_copies.folder / "甲.db.sha256").unlink()
    error = with_copies("db", "restore", "甲.db", *more, "--json", code=4, lang="en").error
    assert error["message"].startswith("The backup ")
    assert error["message"].endswith("the present database was not touched.")
    assert str(good) in error["hint"]
    assert with_copies.db.read_bytes() == before


def test_the_spoilt_backup_itself_is_not_named_as_a_good_one(with_copies: Jinlin) -> None:
    [copy] = (with_copies.folder / "备份").glob("*.db")
    cut(copy)
    assert (
        copy.name
        not in with_copies("db", "restore", copy, "--yes", "--json", code=4, lang="en").error[
            "hint"
        ]
    )


@pytest.mark.parametrize("more", [("--yes",), ("--dry-run",)])
def test_a_wrong_passphrase_is_noticed_in_the_rehearsal_too(
    with_copies: Jinlin, more: tuple[str, ...]
) -> None:
    (with_copies.folder / "空.txt").write_text("")
    (with_copies.folder / "错.txt").write_text("错 的 口令 一 个")
    (with_copies.folder / "对.txt").write_text(SECRET)
    (with_copies.folder / "夹").mkdir()
    for name, code in (("空.txt", 5), ("夹", 5), ("没有.txt", 5), ("错.txt", 4)):
        told = with_copies(
            "db", "restore", "甲.age", "--passphrase-file", name, *more, code=code, lang="en"
        ).err
        assert code == 5 or "the present database was not touched" in told
    with_copies("db", "restore", "甲.age", "--passphrase-file", "对.txt", *more)


def test_the_passphrase_is_asked_for_with_a_word_that_nothing_shows(with_copies: Jinlin) -> None:
    with_copies.variables.pop("JINLIN_PASSPHRASE", None)
    told = with_copies("db", "restore", "甲.age", "--yes", typed=f"{SECRET}\n").err
    assert "输入时屏幕上不显示" in told


def test_it_is_said_by_number_who_would_be_there_again_that_was_forgotten(jinlin: Jinlin) -> None:
    jinlin("member", "add", "李雷", "--party-state", "applicant")
    jinlin("member", "add", "韩梅梅", "--party-state", "applicant")
    jinlin("db", "backup", "早.db")
    jinlin("member", "forget", "李雷", "--yes")
    jinlin("db", "backup", "晚.db")
    number = jinlin.sql("SELECT number FROM person WHERE forgotten_at IS NOT NULL")[0][0]
    told = jinlin("db", "restore", "早.db", typed="n\n", code=130, lang="en").err
    assert f"forgotten for good: P{number}." in told
    assert f"jinlin member forget P{number}" in told
    assert jinlin("db", "restore", "晚.db", "--yes", "--json").data["brought_back"] == []
    assert jinlin("db", "restore", "早.db", "--yes", "--json").data["brought_back"] == [
        f"P{number}"
    ]
    jinlin("member", "forget", f"P{number}", "--yes")


def test_what_is_advised_about_another_database_names_it(jinlin: Jinlin) -> None:
    """Without it P1 would be forgotten in the usual one, where P1 is somebody else."""
    there = ("--db", "别 处.db")
    jinlin("init", "--name", "竹苑小区", *there, "--yes")
    for database in ((), there):
        for name in ("李雷", "韩梅梅"):
            jinlin("member", "add", name, "--party-state", "applicant", *database)
    jinlin("db", "backup", "早.db", *there)
    jinlin("member", "forget", "韩梅梅", "--yes", *there)
    told = jinlin("db", "restore", "早.db", *there, typed="y\n", lang="en").err
    [advised] = re.findall(r"jinlin (member forget .*)", told)
    jinlin(*shlex.split(advised), "--yes")
    names = [row["name"] for row in jinlin("member", "list", "--unmask", "--json", *there).data]
    assert names == ["李雷", "已删除"]
    assert jinlin.sql("SELECT count(*) FROM person WHERE forgotten_at IS NOT NULL") == [(0,)]


def test_the_numbers_of_another_database_are_other_people(jinlin: Jinlin) -> None:
    jinlin("member", "add", "李雷", "--party-state", "applicant")
    jinlin("db", "backup", "早.db")
    jinlin("init", "--name", "梅苑小区", "--db", "别处.db", "--yes")
    jinlin("member", "add", "韩梅梅", "--party-state", "applicant", "--db", "别处.db")
    jinlin("member", "forget", "韩梅梅", "--yes", "--db", "别处.db")
    told = jinlin("db", "restore", "早.db", "--db", "别处.db", "--yes", "--json").data
    assert told["brought_back"] == []
