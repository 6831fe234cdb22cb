"""One command on several records."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from datetime import timedelta

import pytest
from calls import call_in
from harness import Jinlin, Stream

from jinlin.cli.line.several import several
from jinlin.core.i18n import Message
from jinlin.store.command.command import together, writing
from jinlin.store.record.sentence import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("21,22", ["21", "22"]),
        ("21、22，23", ["21", "22", "23"]),
        ("21-23", ["21", "22", "23"]),
        ("2026-7", ["2026-7"]),
        ("2026-7,9", ["2026-7", "9"]),
        ("3,1-2,2", ["3", "1", "2"]),
        ("25-21", ["25-21"]),
        ("它", ["它"]),
        ("M1,M2", ["M1", "M2"]),
    ],
)
def test_several_numbers_stand_in_one_word(text: str, found: list[str]) -> None:
    assert several(text) == found


@pytest.fixture
def lamps(jinlin: Jinlin) -> Jinlin:
    for number in range(1, 5):
        jinlin("issue", "add", f"{number}号路灯不亮", "--category", "公共照明")
    return jinlin


def test_several_are_done_at_once_in_one_entry_and_undone_at_once(lamps: Jinlin) -> None:
    entries = lamps.sql("SELECT count(*) FROM entry")
    said = lamps("办结", "1,2", "已换灯泡")
    assert said.out.count("已办结") == 2
    assert said.err.count("读作") == 1
    assert lamps.sql("SELECT count(*) - 1 FROM entry") == entries
    for number in ("1", "2"):
        assert "已办结" in lamps("log", number).out
    lamps("undo", "--yes")
    assert lamps.sql("SELECT count(*) FROM issue WHERE closed_at IS NOT NULL") == [(0,)]


def test_where_one_cannot_be_done_none_is(lamps: Jinlin) -> None:
    lamps("办结", "2")
    before = lamps.db.read_bytes()
    refused = lamps("办结", "1-3", "已换灯泡", "--yes", code=1)
    assert "2026-0002" in refused.err
    assert "一条也没有办" in refused.err
    assert not refused.out
    assert lamps.db.read_bytes() == before


def test_three_and_more_are_asked_about(lamps: Jinlin, unchanged: Callable[[], None]) -> None:
    asked = lamps("办结", "1-3", "已换灯泡", typed="n\n", code=130)
    assert "一次办3条" in asked.err
    assert "一次办3条" in lamps("办结", "1-3", "已换灯泡", code=2).err


def test_several_are_one_document_of_json(lamps: Jinlin) -> None:
    assert [one["number"] for one in lamps("办结", "1,2", "--json").data] == [
        "2026-0001",
        "2026-0002",
    ]
    assert [one["number"] for one in lamps("issue", "show", "1,2", "--json").data] == [
        "2026-0001",
        "2026-0002",
    ]


def test_several_are_shown_one_after_another_and_not_in_one_file(lamps: Jinlin) -> None:
    assert lamps("1,2").out.count("公共照明") >= 2
    lamps("issue", "show", "1,2", "-o", "x.docx", code=2)


def test_a_rehearsal_of_several_saves_nothing(lamps: Jinlin, unchanged: Callable[[], None]) -> None:
    assert "试运行" in lamps("办结", "1,2", "--dry-run").err


def test_what_was_named_last_may_be_one_of_several(lamps: Jinlin) -> None:
    lamps("派单", "1,2", "林秀英")
    assert "2026-0002" in lamps("办结", "它").out


def test_the_same_number_twice_is_one(lamps: Jinlin) -> None:
    assert lamps("办结", "1,1", "已换灯泡").out.count("已办结") == 1


def test_what_stands_for_the_last_one_is_said_and_may_stand_among_several(lamps: Jinlin) -> None:
    assert "读作：事项 记一笔 2026-0004" in lamps("记一笔", "它", "打了电话").err
    assert lamps("派单", "1,它", "林秀英").out.count("已派给") == 2


def test_several_under_one_operation_are_done_once(lamps: Jinlin) -> None:
    assert lamps("办结", "1,2", "已换灯泡", "--operation", "A1").out.count("已办结") == 2
    entries = lamps.sql("SELECT count(*) FROM entry")
    again = lamps("办结", "1,2", "已换灯泡", "--operation", "A1").out
    assert "已经做过" in again
    assert "2026-0002" in again
    assert lamps.sql("SELECT count(*) FROM entry") == entries


def test_an_operation_on_several_is_another_one_on_others(lamps: Jinlin) -> None:
    lamps("办结", "1,2", "已换灯泡", "--operation", "A1")
    for numbers in ("1,3", "1"):
        assert "A1" in lamps("办结", numbers, "已换灯泡", "--operation", "A1", code=2).err


def test_what_rehearses_is_not_done_on_several(jinlin: Jinlin) -> None:
    for day in ("2026-11-05", "2026-11-06"):
        jinlin("meeting", "add", "--type", "党员大会", "--time", f"{day} 19:30")
    before = jinlin.db.read_bytes()
    assert "单独确认" in jinlin("meeting", "confirm", "M1,M2", "--yes", code=2).err
    assert jinlin.db.read_bytes() == before


def test_what_says_nothing_repeats_no_sentence(jinlin: Jinlin) -> None:
    call = call_in(jinlin.folder)
    with together():
        for said in ("甲", "", "丙", "甲"):
            with writing(call) as tx:
                tx.noteworthy = True
                if said:
                    tx.describe(Message(said), reverse=Message(""), subject=said)
    [(did, subject)] = jinlin.sql("SELECT did, subject FROM entry ORDER BY seq DESC LIMIT 1")
    assert (read(did).text(), subject) == ("甲; 丙", "甲 丙")


@pytest.fixture
def last_year(lamps: Jinlin, monkeypatch: pytest.MonkeyPatch) -> Jinlin:
    """Last year's issues, of which each number asks; whenever it is asked another window writes."""
    lamps.now += timedelta(days=90)
    readline = Stream.readline

    def writes_meanwhile(stream: Stream, *size: int) -> str:
        with contextlib.closing(sqlite3.connect(lamps.db, timeout=0)) as other:
            other.execute("BEGIN IMMEDIATE")
        return readline(stream, *size)

    monkeypatch.setattr(Stream, "readline", writes_meanwhile)
    return lamps


def test_nothing_is_locked_while_one_of_several_is_asked_about(last_year: Jinlin) -> None:
    said = last_year("办结", "1,2", "已换灯泡", typed="y\ny\n")
    assert said.out.count("已办结") == 2
    assert [said.err.count(f"2026-000{n} {n}号路灯不亮 吗") for n in (1, 2)] == [1, 1], said.err
    assert last_year.sql("SELECT count(*) FROM entry WHERE command = 'issue close'") == [(1,)]


def test_a_no_for_the_last_of_several_leaves_all_as_they_were(
    last_year: Jinlin, unchanged: Callable[[], None]
) -> None:
    said = last_year("办结", "1,2", "已换灯泡", typed="y\nn\n", code=130)
    assert "没有改动" in said.err
    assert not said.out
