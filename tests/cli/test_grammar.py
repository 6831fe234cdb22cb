"""One grammar: global options anywhere, Chinese words, suggestions, one exit code for each kind."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from calls import call_in
from harness import Jinlin

from jinlin import __version__
from jinlin.store.command.command import writing


@pytest.mark.parametrize(
    "option", [["--json"], ["--dry-run", "--json"], ["--user", "甲", "--json"], ["--json", "-q"]]
)
def test_a_global_option_may_stand_anywhere(jinlin: Jinlin, option: list[str]) -> None:
    for place in range(4):
        words = ["building", "add", str(place + 1)]
        said = jinlin(*words[:place], *option, *words[place:]).data
        assert said["building"] == words[-1], place
    kept = [] if "--dry-run" in option else [("1",), ("2",), ("3",), ("4",)]
    assert jinlin.sql("SELECT code FROM building ORDER BY code") == kept


def test_the_database_option_may_stand_before_the_noun(bare: Jinlin) -> None:
    bare("--db", "a.db", "init", "--name", "桂园")
    assert (bare.folder / "a.db").exists()
    bare("--db=a.db", "building", "add", "3")
    assert bare("building", "list", "--json", "--db", "a.db").data[0]["building"] == "3"


def test_the_order_of_options_does_not_matter(jinlin: Jinlin) -> None:
    options = (["--floors", "7"], ["--json"], ["--dry-run"])
    said = {
        jinlin("building", "add", "3", *(word for option in order for word in option)).out
        for order in permutations(options)
    }
    assert len(said) == 1


@pytest.mark.parametrize(
    "words",
    [("楼栋", "列表"), ("building", "列表"), ("楼栋", "list"), ("--json", "楼栋", "列表")],
)
def test_chinese_words_are_accepted_wherever_english_is(
    jinlin: Jinlin, words: tuple[str, ...]
) -> None:
    jinlin("楼栋", "新增", "3")
    assert jinlin(*words, "--json").data[0]["building"] == "3"


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("bulding", "list"), "Type: jinlin building list"),
        (("building", "lst"), "Type: jinlin building list"),
        (("事物", "list"), "Type: jinlin 事项 list"),
        (("building", "add", "--floor", "7"), "Did you mean: --floors"),
        (("building", "list", "--jason"), "Did you mean: --json"),
    ],
)
def test_a_word_that_is_nearly_right_is_suggested_never_guessed(
    jinlin: Jinlin, unchanged: Callable[[], None], words: tuple[str, ...], near: str
) -> None:
    outcome = jinlin(*words, code=2, lang="en")
    assert near in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_an_option_unlike_any_other_suggests_none(jinlin: Jinlin) -> None:
    said = jinlin("notice", "withdraw", "1", "--colour", "x", code=2, lang="en").err
    assert "--json" not in said
    assert "jinlin notice withdraw --help" in said


def test_a_word_far_from_any_is_answered_with_all_there_are(jinlin: Jinlin) -> None:
    said = jinlin("building", "qqqqqq", code=2, lang="en").err
    assert "add" in said
    assert "list" in said


@pytest.mark.parametrize(
    ("words", "code", "kind"),
    [
        (("building", "add", "3", "--floors", "0"), 2, "usage"),
        (("building", "add", "3", "--floors", "many"), 2, "usage"),
        (("building", "add", "3", "too", "many"), 2, "usage"),
        (("building", "add"), 2, "usage"),
        (("building", "add", "--floors"), 2, "usage"),
        (("building", "list", "--limit", "few"), 2, "usage"),
        (("building", "list", "-o", "a.pdf"), 2, "usage"),
        (("building", "list", "--csv", "--md"), 2, "usage"),
        (("building", "list", "-o", "no/such/folder.csv"), 5, "file"),
        (("building", "list", "--db", "none.db"), 4, "database"),
        (("building", "list", "--lang", "fr"), 2, "usage"),
        (("undo",), 1, "rule"),
        (("nothing",), 2, "usage"),
        (("issue", "show", "2026-0099"), 3, "not_found"),
    ],
)
def test_each_kind_of_error_has_its_code_and_one_shape(
    jinlin: Jinlin, unchanged: Callable[[], None], words: tuple[str, ...], code: int, kind: str
) -> None:
    outcome = jinlin(*words, "--json", code=code)
    document = json.loads(outcome.err)
    assert document.keys() == {"schema", "error"}
    assert document["error"].keys() == {"code", "kind", "message", "hint"}
    assert (document["error"]["code"], document["error"]["kind"]) == (code, kind)
    assert document["error"]["message"]
    assert outcome.out == ""
    plain = jinlin(*words, code=code)
    assert plain.err.startswith("错误：")
    assert len(plain.err.splitlines()) == 1
    assert "Traceback" not in plain.err


def test_a_fault_of_ours_says_where_its_report_is_and_keeps_nothing_personal(
    jinlin: Jinlin, unchanged: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = "林秀英"

    def faulty(*_words: object) -> None:
        raise RuntimeError(typed) from sqlite3.DatabaseError("disk image is malformed")

    monkeypatch.setattr("tempfile.tempdir", str(jinlin.folder))
    monkeypatch.setattr("jinlin.output.register.register.Register.add", faulty)
    outcome = jinlin("building", "add", "3", "--name", typed, code=1, lang="en")
    assert "Traceback" not in outcome.err
    [report] = jinlin.folder.glob("jinlin-fault-*")
    assert str(report) in outcome.err
    assert "RuntimeError" in report.read_text("utf-8")
    assert "disk image is malformed" in report.read_text("utf-8")
    assert typed not in report.read_text("utf-8")


@pytest.mark.parametrize("words", [(), ("building",), ("building", "add", "--help"), ("--help",)])
def test_help_is_printed_and_nothing_else(bare: Jinlin, words: tuple[str, ...]) -> None:
    outcome = bare(*words)
    assert "jinlin" in outcome.out
    assert outcome.err == ""
    assert list(bare.folder.iterdir()) == []


def test_verbose_names_the_database(jinlin: Jinlin) -> None:
    assert str(jinlin.db) in jinlin("building", "list", "--verbose").err
    assert jinlin("building", "list").err == ""


def test_a_listing_shows_fifty_rows_and_files_have_all(jinlin: Jinlin) -> None:
    for number in range(53):
        with writing(call_in(jinlin.folder)) as tx:
            tx.insert("building", code=str(number))
    assert len(jinlin("log", "--json").data) == 54
    assert "4" in jinlin("log").out.splitlines()[-1]
    assert len(jinlin("log", "--json", "--limit", "7").data) == 7
    assert len(jinlin("log", "--json", "--limit", "全部").data) == 54
    jinlin("log", "-o", "日志.csv", "--limit", "5")
    assert len((jinlin.folder / "日志.csv").read_text("utf-8-sig").splitlines()) == 6


def test_quiet_prints_the_number_alone(jinlin: Jinlin) -> None:
    outcome = jinlin("building", "add", "3", "--quiet")
    assert (outcome.out, outcome.err) == ("3\n", "")


def test_init_asks_for_what_it_needs(bare: Jinlin) -> None:
    outcome = bare("init", typed="梅苑小区\n金山街道\n\n林秀英\n" + "\n" * 7)
    assert "梅苑小区" in outcome.out
    assert bare.sql("SELECT name, street, community FROM complex") == [
        ("梅苑小区", "金山街道", None)
    ]
    bare("building", "add", "3")
    assert bare.sql("SELECT user FROM entry ORDER BY seq DESC LIMIT 1") == [("林秀英",)]


def test_init_stopped_half_way_leaves_no_file(bare: Jinlin) -> None:
    outcome = bare("init", typed="梅苑小区\n", code=130, lang="en")
    assert "Stopped; nothing was changed." in outcome.err
    assert list(bare.folder.iterdir()) == []


def test_a_name_needs_only_yes(bare: Jinlin) -> None:
    assert Path(bare("init", "--name", "梅苑小区", "--yes", "--quiet").out.strip()) == bare.db


def test_what_is_no_command_names_those_there_are(jinlin: Jinlin) -> None:
    assert "事项" in jinlin("呜呼哀哉", code=2).err


def test_words_too_many_are_answered_with_a_line_that_works(jinlin: Jinlin) -> None:
    said = jinlin("member", "edit", "甲", "一", "二", code=2).err
    assert "多出了这些词：一 二" in said
    assert "例如：jinlin 党员 修改 " in said
    assert "jinlin 党员 修改 --help" in said


def test_the_log_shows_commands_as_they_are_typed_in_chinese(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    assert "楼栋 新增" in jinlin("log").out
    assert jinlin("log", "--json").data[0]["command"] == "building add"
    jinlin("meeting", "add", "--type", "支委会", "--time", "2026-11-04 19:30", "--item", "甲")
    jinlin("meeting", "agenda", "M1", "--build")
    jinlin("meeting", "attend", "M1", "林秀英")
    jinlin("meeting", "close", "M1", "--time", "21:00")
    jinlin("meeting", "confirm", "M1", "--yes")
    shown = jinlin("log").out
    for typed in ("会议 确认", "会议 散会", "会议 签到"):
        assert typed in shown
    assert "办结" not in shown


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("backup", "jinlin db backup"),
        ("备份", "jinlin db backup"),
        ("restore", "jinlin db restore"),
        ("恢复", "jinlin db restore"),
        ("handover", "jinlin db handover"),
        ("移交", "jinlin db handover"),
        ("check", "jinlin db check"),
        ("检查", "jinlin db check"),
        ("version", "jinlin --version"),
    ],
)
def test_what_is_typed_first_although_it_is_no_noun_is_the_command(
    bare: Jinlin, word: str, meant: str
) -> None:
    what = meant.removeprefix("jinlin ").split()
    more = () if what[0] == "--version" else ("--help",)
    said = bare(*what, *more).out
    assert said
    assert bare(word, *more).out == said


def test_help_is_found_by_whatever_name(bare: Jinlin) -> None:
    whole, verb = bare("--help").out, bare("issue", "add", "--help").out
    assert whole == bare("-h").out == bare("help").out == bare("帮助").out
    assert verb == bare("issue", "add", "-h").out == bare("help", "issue", "add").out
    assert verb == bare("帮助", "事项", "新增").out
    assert "backup" in bare("help", "db", lang="en").out
    bare("help", "nothing", code=2)


def test_the_version_tells_of_sqlite_too(bare: Jinlin) -> None:
    told = bare("--version").out.split()
    assert told == ["jinlin", __version__, "SQLite", sqlite3.sqlite_version]


def test_only_an_option_that_is_near_is_suggested(jinlin: Jinlin) -> None:
    assert "--lang" not in jinlin("elevator", "add", "--building", "3", code=2, lang="en").err
    assert "--kind" in jinlin("elevator", "add", "--knd", "加装", code=2, lang="en").err


def test_advice_leads_on_and_not_round_in_a_circle(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "路灯不亮", "--category", "设施")
    told = jinlin("issue", "note", "1", "长" * 2001, code=2, lang="en").err
    assert "several parts" in told
    assert "jinlin issue note" not in told
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-101")
    told = jinlin("elevator", "pay", "3-1-101", "100", code=3, lang="en").err
    assert "--kind 加装" in told


def test_what_takes_away_is_suggested_only_for_a_slip_of_the_keys(jinlin: Jinlin) -> None:
    said = jinlin("elevator", "affected", "xyzzy", code=2, lang="en").err
    assert "Type:" not in said
    assert "settle" in said
    slip = jinlin("elevator", "affected", "remvoe", code=2, lang="en").err
    assert "Type: jinlin elevator affected remove" in slip
