"""Closing checks satisfaction; the branch checks the result itself; unsolved is not solved."""

from __future__ import annotations

from typing import Any

from harness import Jinlin
from issue.adding import Add


def shown(jinlin: Jinlin, number: str = "1") -> Any:
    return jinlin("issue", "show", number, "--json").data


def test_the_resident_is_asked_a_week_later_and_the_origin_is_told(one: Jinlin, add: Add) -> None:
    closed = one("issue", "close", "1", lang="en")
    assert "2026-11-12" in closed.err
    assert "default" in closed.err
    one("config", "set", "satisfaction_days", "3")
    add()
    assert one("issue", "close", "2", "--json").data["ask_on"] == "2026-11-08"


def test_the_days_count_from_the_day_of_closing(jinlin: Jinlin, add: Add) -> None:
    add("x", "--date", "2026-10-01")
    closed = jinlin("issue", "close", "1", "--date", "2026-10-05", "--json").data
    assert closed["ask_on"] == "2026-10-12"


def test_what_was_put_right_before_it_was_closed(jinlin: Jinlin, add: Add) -> None:
    add("x", "--date", "2026-10-01 08:00")
    jinlin("issue", "close", "1", "--solved", "10-03", "--date", "2026-10-05")
    assert jinlin.sql("SELECT solved_at FROM issue") == [("2026-10-02T16:00:00Z",)]


def test_a_close_that_cannot_be_changes_nothing(one: Jinlin) -> None:
    before = one.db.read_bytes()
    for words in (
        ("--solved", "2026-11-04"),
        ("--solved", "2026-11-06"),
        ("--unsolved", "--reason", "x", "--solved", "2026-11-05"),
        ("--unsolved",),
        ("--unsolved", "--reason", ""),
    ):
        one("issue", "close", "1", *words, code=2)
        assert one.db.read_bytes() == before, words


def test_declining_needs_a_reason_and_is_never_rated(one: Jinlin) -> None:
    declined = one("issue", "decline", "1", "--reason", "不属本小区", "--json").data
    assert (declined["status"], declined["ask_on"]) == ("declined", None)
    assert shown(one)["result"] == "不属本小区"
    one("issue", "rate", "1", "满意", code=1)


def test_what_went_up_is_not_declined_any_more(one: Jinlin) -> None:
    one("issue", "escalate", "1", "--to", "街道", "--request", "x")
    refused = one("issue", "decline", "1", "--reason", "x", "--json", lang="en", code=1).error
    assert "--unsolved" in refused["hint"]


def test_not_satisfied_needs_the_reason_and_is_asked_on_a_terminal(one: Jinlin) -> None:
    one("issue", "close", "1")
    one("issue", "rate", "1", "不满意", code=2)
    one("issue", "rate", "1", "不满意", typed="太慢\n")
    assert one.sql("SELECT satisfaction, satisfaction_reason FROM issue") == [
        ("not_satisfied", "太慢")
    ]
    one("issue", "rate", "1", "满意")


def test_the_branchs_own_check_is_not_the_residents_word(one: Jinlin) -> None:
    one("issue", "close", "1")
    one("issue", "rate", "1", "满意")
    one("issue", "check", "1", "--failed", code=2)
    checked = one("issue", "check", "1", "--failed", "--note", "灯罩没装", "--json").data
    assert (checked["quality"], checked["satisfaction"]) == ("failed", "satisfied")
    assert one("issue", "check", "1", "--passed", "--json").data["quality"] == "passed"


def test_reopening_counts_and_begins_anew(one: Jinlin) -> None:
    for _time in range(2):
        one("issue", "agenda", "1")
        one("issue", "close", "1")
        one("issue", "rate", "1", "满意")
        one("issue", "check", "1", "--passed")
        one("issue", "reopen", "1", "--reason", "又坏")
    issue = one("issue", "edit", "1", "--urgency", "紧急", "--json").data
    assert (issue["reopened"], issue["level"], issue["status"]) == (2, "complex", "in_progress")
    assert (issue["ask_on"], issue["satisfaction"], issue["quality"]) == (None, None, None)


def test_partly_solved_stays_open(one: Jinlin) -> None:
    one("issue", "partly", "1", "一楼已修，三楼待配件")
    issue = shown(one)
    assert (issue["status"], issue["partly_solved"]) == ("reported", "一楼已修，三楼待配件")


def test_a_reopened_issue_is_due_as_if_it_were_reported_now(jinlin: Jinlin, add: Add) -> None:
    add("旧灯", "--date", "2026-09-01")
    jinlin("issue", "close", "1", "--date", "2026-09-02")
    again = jinlin("issue", "reopen", "1", "--reason", "又坏", "--json").data
    add("新灯")
    new = jinlin("issue", "note", "2", "x", "--json").data
    days = ("respond_by", "due_on", "warn_on", "raise_on", "overdue")
    assert [again[day] for day in days] == [new[day] for day in days]


def test_what_is_edited_after_reopening_counts_from_the_reopening(jinlin: Jinlin, add: Add) -> None:
    add("旧灯", "--date", "2026-09-01")
    jinlin("issue", "close", "1", "--date", "2026-09-02")
    jinlin("issue", "reopen", "1", "--reason", "又坏")
    add("新灯")
    for number in ("1", "2"):
        jinlin("issue", "edit", number, "--category", "楼道堆物")
    assert shown(jinlin)["due_on"] == shown(jinlin, "2")["due_on"]


def test_the_way_to_open_a_closed_issue_again_works_as_it_is_told(one: Jinlin) -> None:
    one("issue", "close", "1")
    told = one("issue", "assign", "1", "--unit", "物业公司", code=1).err
    way = told[told.index("jinlin 事项 重开") :].split()
    assert way[3:5] == ["2026-0001", "--原因"]
    one(*way[1:])
    assert shown(one)["status"] == "in_progress"


def test_the_result_and_the_reason_of_what_is_not_solved_are_both_kept(one: Jinlin) -> None:
    one("issue", "close", "1", "--unsolved", "--result", "已答复居民。", "--reason", "缺资金")
    assert shown(one)["result"] == "已答复居民；未解决的原因：缺资金"


def test_an_old_reopening_has_its_day(jinlin: Jinlin, add: Add) -> None:
    add("x", "--date", "2026-10-01 08:00")
    jinlin("issue", "close", "1", "--date", "2026-10-05")
    again = ("issue", "reopen", "1", "--reason", "又漏了", "--date")
    for day in ("2026-10-04", "2026-12-24", "2099-01-01"):
        jinlin(*again, day, code=2)
    jinlin(*again, "2026-10-10")
    assert jinlin.sql("SELECT at FROM issue_event WHERE kind = 'reopened'") == [
        ("2026-10-09T16:00:00Z",)
    ]
    assert "2026-10-10" in jinlin("issue", "close", "1", "--date", "2026-10-09", code=2).err
    jinlin("issue", "close", "1", "--date", "2026-10-20")


def test_a_name_alone_is_no_result(one: Jinlin) -> None:
    before = one.dump()
    assert "事项 办结 2026-1 已修好" in one("issue", "close", "2026-1", "林秀英", code=2).err
    assert one.dump() == before
    one("issue", "close", "1", "林秀英", typed="林秀英\n已换灯泡\n")
    assert shown(one)["result"] == "已换灯泡"


def test_a_result_may_name_who_did_it(one: Jinlin) -> None:
    one("issue", "close", "1", "林秀英已换灯泡")
    assert shown(one)["result"] == "林秀英已换灯泡"
