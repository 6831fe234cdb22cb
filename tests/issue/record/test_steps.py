"""`jinlin issue note`, `assign`, `close`, `reopen`, `rate`: the life of an issue."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from harness import Jinlin
from issue.adding import Add


def shown(jinlin: Jinlin, number: str = "1") -> Any:
    return jinlin("issue", "show", number, "--json").data


def kinds(jinlin: Jinlin, number: str = "1") -> list[str]:
    return [step["kind"] for step in shown(jinlin, number)["events"]]


def test_a_whole_life_is_in_its_history(one: Jinlin) -> None:
    for words in (
        ("note", "1", "已电话物业"),
        ("assign", "1", "林秀英"),
        ("close", "1", "--result", "换了灯泡"),
        ("rate", "1", "满意"),
        ("reopen", "1", "--reason", "又不亮了"),
        ("close", "1", "--unsolved", "--reason", "等供电公司"),
        ("rate", "1", "不满意", "--reason", "太慢"),
    ):
        one.now += timedelta(hours=1)
        one("issue", *words)
    issue = shown(one)
    assert (issue["status"], issue["satisfaction"]) == ("closed_unsolved", "not_satisfied")
    assert (issue["result"], issue["reopened"]) == ("等供电公司", 1)
    steps = [(s["kind"], s["from_status"], s["to_status"], s["note"]) for s in issue["events"]]
    assert steps == [
        ("reported", None, "reported", None),
        ("noted", None, None, "已电话物业"),
        ("assigned", "reported", "in_progress", None),
        ("closed", "in_progress", "closed_solved", "换了灯泡"),
        ("rated", None, None, None),
        ("reopened", "closed_solved", "in_progress", "又不亮了"),
        ("closed", "in_progress", "closed_unsolved", "等供电公司"),
        ("rated", None, None, "太慢"),
    ]
    assert [s["satisfaction"] for s in issue["events"] if s["kind"] == "rated"] == [
        "satisfied", "not_satisfied",
    ]  # fmt: skip
    assert {s["user"] for s in issue["events"]} == {"林秀英"}
    assert issue["events"][1]["at"] == "2026-11-05T13:00:00+08:00"


def test_every_write_echoes_number_and_title(one: Jinlin) -> None:
    for words in (
        ("note", "2026-0001", "x"),
        ("assign", "#1", "林秀英"),
        ("close", "2026-1"),
        ("rate", "１", "满意"),
        ("reopen", "1", "--reason", "x"),
        ("edit", "1", "--urgency", "特急"),
    ):
        assert one("issue", *words).out.startswith("2026-0001 路灯不亮")


def test_each_step_is_one_entry_undone_as_a_whole(one: Jinlin) -> None:
    before = one.dump()
    for words in (
        ("note", "1", "x"),
        ("assign", "1", "林秀英"),
        ("close", "1"),
        ("rate", "1", "满意"),
        ("reopen", "1", "--reason", "x"),
        ("edit", "1", "--title", "另一件", "--category", "其他"),
    ):
        [[entries]] = one.sql("SELECT count(*) FROM entry")
        one("issue", *words)
        assert one.sql("SELECT count(*) FROM entry") == [(entries + 1,)], words
        after = one.dump()
        assert after != before, words
        one("undo", "--yes")
        assert one.dump() == before, words
        one("redo", "--yes")
        assert one.dump() == after, words
        before = after


def test_undo_says_from_what_to_what(one: Jinlin) -> None:
    one("issue", "close", "1")
    out = one("undo", lang="en").out
    assert "2026-0001" in out
    assert "“closed, solved” to “reported”" in out


def test_a_rehearsed_step_changes_nothing(jinlin: Jinlin, add: Add) -> None:
    add("开着的")
    jinlin("issue", "close", add("办结的"))
    before = jinlin.db.read_bytes()
    for verb, number, *more in (
        ("close", "1"), ("note", "1", "x"), ("assign", "1", "林秀英"), ("rate", "2", "满意"),
        ("reopen", "2", "--reason", "x"), ("edit", "1", "--title", "y"),
    ):  # fmt: skip
        words = ("issue", verb, number, *more, "--dry-run", "--json")
        assert jinlin(*words).data["dry_run"] is True, verb
        assert jinlin.db.read_bytes() == before, verb


def test_a_body_may_be_in_charge_alone_or_beside_a_person(one: Jinlin) -> None:
    one("issue", "assign", "1", "--unit", "物业公司")
    assert (shown(one)["steward"], shown(one)["handler"]) == (None, "物业公司")
    one("issue", "assign", "1", "林秀英", "--unit", "物业公司")
    assert (shown(one)["steward"], shown(one)["handler"]) == ("林秀英", "物业公司")
    one("issue", "assign", "1", "P1")
    assert (shown(one)["steward"], shown(one)["handler"]) == ("林秀英", None)
    one("issue", "assign", "1", "P1", code=1)


def test_two_of_one_name_are_listed_and_never_guessed(one: Jinlin) -> None:
    one("member", "add", "王建国", "--phone", "13800000001")
    one("member", "add", "王建国", "--phone", "13800000002", "--namesake")
    refused = one("issue", "assign", "1", "王建国", "--json", code=3).error
    assert "P2 王建国" in refused["message"]
    assert "138****0002" in refused["message"]
    one("issue", "assign", "1", "P3")
    assert shown(one)["steward"] == "王建国"


def test_somebody_unknown_is_to_be_recorded_first(one: Jinlin) -> None:
    hint = one("issue", "assign", "1", "李四", "--json", code=3).error["hint"]
    assert "党员 新增 李四" in hint
    assert "--单位" in hint


def test_a_note_does_not_change_the_status(one: Jinlin) -> None:
    one("issue", "note", "1", "先看看\n再说")
    assert (shown(one)["status"], kinds(one)) == ("reported", ["reported", "noted"])
    assert shown(one)["events"][1]["note"] == "先看看\n再说"
    one("issue", "close", "1")
    one("issue", "note", "1", "住户来电感谢")


def test_closing_on_an_earlier_day(jinlin: Jinlin, add: Add) -> None:
    add("x", "--date", "2026-11-02 15:00")
    open_ = jinlin.db.read_bytes()
    for day, at in (
        ("11-03", "2026-11-03T00:00:00+08:00"),
        ("11-02", "2026-11-02T15:00:00+08:00"),
        ("2026-11-02 18:00", "2026-11-02T18:00:00+08:00"),
        ("2026-11-05 09:30", "2026-11-05T09:30:00+08:00"),
        ("today", "2026-11-05T12:00:00+08:00"),
    ):
        jinlin.db.write_bytes(open_)
        closed = jinlin("issue", "close", "1", "--date", day, "--json").data
        assert closed["closed_at"] == at, day


def test_closing_at_a_time_of_day(jinlin: Jinlin, add: Add) -> None:
    """What was said to the minute is kept, and refused before the report and in the future."""
    add("x", "--date", "2026-11-02 15:00")
    before = jinlin.db.read_bytes()
    for said in ("2026-11-02 14:59", "2026-11-05 12:01"):
        refused = jinlin("issue", "close", "1", "--date", said, "--json", code=2).error
        assert said in refused["message"], refused
        assert jinlin.db.read_bytes() == before
    solved = ("--solved", "11-02 16:10", "--date", "11-02 18:00")
    jinlin("issue", "close", "1", *solved)
    assert jinlin.sql("SELECT solved_at, closed_at FROM issue") == [
        ("2026-11-02T08:10:00Z", "2026-11-02T10:00:00Z")
    ]


def test_scores_are_read_as_the_three_words(one: Jinlin) -> None:
    one("issue", "close", "1")
    closed = one.db.read_bytes()
    for word, kept in (
        ("5", "satisfied"), ("4", "satisfied"), ("3", "basically_satisfied"),
        ("2", "not_satisfied"), ("1", "not_satisfied"), ("基本满意", "basically_satisfied"),
        ("not satisfied", "not_satisfied"), ("Satisfied", "satisfied"),
    ):  # fmt: skip
        one.db.write_bytes(closed)
        rated = one("issue", "rate", "1", word, "--reason", "x", "--json").data
        assert rated["satisfaction"] == kept, word


def test_what_is_reopened_is_unrated(one: Jinlin) -> None:
    one("issue", "close", "1", "--result", "换灯")
    one("issue", "rate", "1", "满意")
    issue = one("issue", "reopen", "1", "--reason", "又坏", "--json").data
    assert (issue["status"], issue["satisfaction"], issue["closed_at"]) == (
        "in_progress",
        None,
        None,
    )
    one("issue", "rate", "1", "满意", code=1)


def test_a_missing_reason_is_asked_for(one: Jinlin) -> None:
    one("issue", "close", "1", "--unsolved", typed="\n等供电公司\n")
    assert shown(one)["result"] == "等供电公司"
    one("issue", "reopen", typed="1\n又坏\n")
    one("issue", "close", "1")
    one("issue", "rate", "1", typed="很好\n满意\n")
    assert shown(one)["satisfaction"] == "satisfied"


def test_last_years_number_is_offered_on_a_terminal(jinlin: Jinlin, add: Add) -> None:
    add("旧的", "--date", "2025-06-01")
    asked = jinlin("issue", "note", "1", "x", typed="y\n")
    assert "2025-0001" in asked.err
    assert asked.out.startswith("2025-0001 旧的")
    jinlin("issue", "note", "1", "x", typed="n\n", code=130)
    refused = jinlin("issue", "note", "1", "x", "--json", code=3)
    assert "2025-0001" in refused.error["hint"]
    add("新的")
    assert jinlin("issue", "note", "1", "x", typed="").out.startswith("2026-0001 新的")


BAD = [
    (("note", "9", "x"), 3),
    (("note", "2025-1", "x"), 3),
    (("note", "一", "x"), 2),
    (("note", "1", " "), 2),
    (("note", "1", "x" * 2001), 2),
    (("note", "1"), 2),
    (("assign", "1"), 2),
    (("assign", "1", "--unit", ""), 2),
    (("assign", "1", "张三@9"), 3),
    (("close", "1", "--unsolved"), 2),
    (("close", "1", "--reason", "x"), 2),
    (("close", "1", "--result", "\x07"), 2),
    (("close", "1", "--date", "11-06"), 2),
    (("close", "1", "--date", "2026-11-04"), 2),
    (("close", "1", "--date", "2026-11-31"), 2),
    (("reopen", "1", "--reason", "x"), 1),
    (("reopen", "1"), 2),
    (("rate", "1", "满意"), 1),
    (("rate", "1", "还行"), 2),
    (("rate", "1", "不满意"), 2),
    (("decline", "1"), 2),
    (("defer", "1", "--until", "2026-12-01"), 2),
    (("defer", "1", "--reason", "x"), 2),
    (("defer", "1", "--until", "2026-11-05", "--reason", "x"), 2),
    (("defer", "1", "--until", "2037-01-01", "--reason", "x"), 2),
    (("resume", "1", "--reason", "x"), 1),
    (("accept", "1"), 1),
    (("accept", "1", "--by", "李四"), 3),
    (("hand-back", "1", "--reason", "x"), 1),
    (("visit", "1"), 2),
    (("visit", "1", "x", "--date", "2026-11-06"), 2),
    (("visit", "1", "x", "--date", "2026-11-05 23:00"), 2),
    (("visit", "1", "x", "--date", "2026-11-04"), 2),
    (("check", "1", "--passed"), 1),
    (("check", "1"), 2),
    (("assign", "1", "--default"), 3),
    (("assign", "1", "林秀英", "--default"), 2),
    (("assign", "1", "林秀英", "--doing", "李四"), 3),
    (("merge", "1", "--into", "1"), 1),
    (("merge", "1", "--into", "9"), 3),
    (("merge", "1"), 2),
    (("link", "1", "1"), 1),
    (("affects", "1", "9-1-101"), 3),
    (("affects", "1"), 2),
    (("escalate", "1", "--to", "街道"), 2),
    (("escalate", "1", "--to", "市里", "--request", "x"), 2),
    (("escalate", "1", "--to", "周五", "--request", "x"), 2),
    (("escalate", "1", "--to", "街道", "--request", "x", "--department", "天文"), 3),
    (("escalate", "1", "--again"), 3),
    (("call", "1", "--lead", "城管"), 1),
    (("arrive", "1", "--department", "城管"), 1),
    (("joint", "1", "x"), 1),
    (("score", "1", "--department", "城管", "--score", "4", "--by", "街道"), 1),
    (("score", "1", "--department", "城管", "--score", "6", "--by", "街道"), 2),
    (("score", "1", "--department", "城管", "--score", "4", "--by", "业主"), 2),
    (("category", "公共照明"), 2),
    (("category", "公共照明", "--close", "很快"), 2),
    (("category", "天文", "--close", "3wd"), 3),
    (("category", "公共照明", "--close", "3wd"), 2),
    (("edit", "1"), 2),
    (("edit", "1", "--title", ""), 2),
    (("edit", "1", "--due", "2026-11-01"), 2),
    (("edit", "1", "--category", "天文"), 3),
    (("edit", "1", "--building", "9"), 3),
    (("show", "9"), 3),
]


def test_bad_words_change_nothing(one: Jinlin) -> None:
    before = one.db.read_bytes()
    for words, code in BAD:
        refused = one("issue", *words, "--json", code=code)
        assert refused.error["code"] == code, words
        assert refused.out == "", words
        assert one.db.read_bytes() == before, words


def test_what_is_closed_stays_closed(one: Jinlin) -> None:
    one("issue", "close", "1")
    before = one.db.read_bytes()
    for words, code in (
        (("close", "1"), 1),
        (("close", "1", "--unsolved", "--reason", "x"), 1),
        (("assign", "1", "林秀英"), 1),
    ):
        assert "重开" in one("issue", *words, "--json", code=code).error["hint"], words
        assert one.db.read_bytes() == before, words


def test_a_day_before_the_last_reopening_is_refused(jinlin: Jinlin, add: Add) -> None:
    add("x", "--date", "2026-10-01")
    jinlin("issue", "close", "1", "--date", "2026-10-05")
    jinlin("issue", "reopen", "1", "--reason", "x")
    jinlin("issue", "close", "1", "--date", "2026-10-06", code=2)
    jinlin("issue", "close", "1")


def test_what_is_carried_over_received_and_reopened_is_closed_or_open(
    jinlin: Jinlin, add: Add
) -> None:
    """The report room counts months from the steps alone, so they must add up."""
    add("甲", "--date", "2026-09-20")
    add("乙", "--date", "2026-10-02")
    add("丙", "--date", "2026-10-03")
    jinlin("issue", "close", "1", "--date", "2026-10-08")
    jinlin("issue", "close", "2", "--date", "2026-10-09")
    jinlin("issue", "reopen", "2", "--reason", "x")
    month = jinlin.sql(
        "SELECT kind, count(*) FROM issue_event WHERE at BETWEEN ? AND ? GROUP BY kind ORDER BY kind",
        "2026-09-30T16:00:00Z", "2026-10-31T15:59:59Z",
    )  # fmt: skip
    assert month == [("closed", 2), ("reported", 2)]
    total = dict(jinlin.sql("SELECT kind, count(*) FROM issue_event GROUP BY kind"))
    still_open = jinlin.sql("SELECT count(*) FROM issue WHERE closed_at IS NULL")[0][0]
    assert total["reported"] + total["reopened"] == total["closed"] + still_open


@pytest.mark.parametrize("body", ["物业", "业委会", "街道", "福州新华都物业公司"])
def test_a_body_that_nobody_is_called_is_the_unit_in_charge(one: Jinlin, body: str) -> None:
    told = one("issue", "派单", "1", body).err
    assert f"“{body}”读作 --单位 {body}" in told
    assert (shown(one)["handler"], shown(one)["steward"]) == (body, None)


def test_who_bears_the_name_of_a_body_is_meant_herself(one: Jinlin) -> None:
    one("member", "add", "向物业")
    one("issue", "派单", "1", "向物业")
    assert shown(one)["steward"] == "向物业"


def test_an_issue_for_nobody_is_answered_with_the_line_for_the_nearest(one: Jinlin) -> None:
    assert "jinlin 事项 派单 2026-0001 林秀英" in one("派单", "1", code=2).err
    one("issue", "add", "路灯又不亮", "--category", "公共照明")
    one("派单", "1", "--unit", "物业公司")
    assert "jinlin 事项 派单 2026-0002 --单位 物业公司" in one("派单", "2", code=2).err
    one("member", "add", "李华")
    one("building", "add", "3")
    one("issue", "edit", "2", "--building", "3")
    one("team", "add", "红管家服务队", "--kind", "红管家")
    one("team", "join", "红管家服务队", "李华")
    one("team", "cover", "李华", "--building", "3")
    assert "jinlin 事项 派单 2026-0002 李华" in one("派单", "2", code=2).err
    one("issue", "close", "1", "--result", "换了灯泡")
    assert "已办结" in one("派单", "1", code=1).err
