"""An issue rests until a day, and is back by itself: everywhere the same, whoever looks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from harness import Jinlin, seeded
from issue.adding import Add


def shown(jinlin: Jinlin, number: str = "1") -> Any:
    return jinlin("issue", "show", number, "--json").data


@seeded
def resting(jinlin: Jinlin, add: Add) -> Jinlin:
    """A database with one issue that rests until 2026-11-20."""
    add()
    jinlin("issue", "defer", "1", "--until", "11-20", "--reason", "等配件")
    return jinlin


def test_it_rests_and_is_not_overdue_meanwhile(resting: Jinlin) -> None:
    issue = shown(resting)
    assert (issue["status"], issue["due_on"]) == ("deferred", "2026-11-20")
    resting.now += timedelta(days=14)
    assert (shown(resting)["status"], shown(resting)["overdue"]) == ("deferred", False)


def test_on_its_day_it_is_back_in_every_view(resting: Jinlin) -> None:
    resting.now += timedelta(days=15)
    before = resting.db.read_bytes()
    issue = shown(resting)
    assert issue["status"] == "in_progress"
    last = issue["events"][-1]
    assert (last["kind"], last["at"]) == ("resumed", "2026-11-20T00:00:00+08:00")
    [listed] = resting("issue", "list", "--status", "办理中", "--json").data
    assert listed["status"] == "in_progress"
    assert resting("issue", "list", "--status", "暂缓办理", "--json").data == []
    assert resting.db.read_bytes() == before


def test_the_next_step_writes_down_that_it_came_back(resting: Jinlin) -> None:
    resting.now += timedelta(days=20)
    resting("issue", "close", "1")
    steps = [(s["kind"], s["from_status"], s["to_status"]) for s in shown(resting)["events"]]
    assert steps[1:] == [
        ("deferred", "reported", "deferred"),
        ("resumed", "deferred", "in_progress"),
        ("closed", "in_progress", "closed_solved"),
    ]
    assert shown(resting)["deferred_until"] is None


def test_a_note_on_it_writes_the_return_once(resting: Jinlin) -> None:
    resting.now += timedelta(days=20)
    resting("issue", "note", "1", "x")
    resting("issue", "note", "1", "y")
    kinds = [step["kind"] for step in shown(resting)["events"]]
    assert kinds == ["reported", "deferred", "resumed", "noted", "noted"]


def test_it_can_be_taken_up_before(resting: Jinlin) -> None:
    taken = resting("issue", "resume", "1", "--reason", "配件到了", "--json").data
    assert (taken["status"], taken["deferred_until"]) == ("in_progress", None)


def test_it_can_rest_again(resting: Jinlin) -> None:
    resting.now += timedelta(days=20)
    again = resting("issue", "defer", "1", "--until", "12-24", "--reason", "x", "--json").data
    assert (again["status"], again["deferred_until"]) == ("deferred", "2026-12-24")


def test_talks_before_its_day_end_the_rest(resting: Jinlin) -> None:
    resting("issue", "consult", "1", "与楼上商量")
    issue = shown(resting)
    assert (issue["status"], issue["deferred_until"]) == ("under_consultation", None)


@pytest.mark.parametrize(("cut", "status"), [("11-19", "deferred"), ("11-20", "in_progress")])
def test_the_monthly_report_has_it_back_on_the_same_day(
    resting: Jinlin, cut: str, status: str
) -> None:
    month, day = map(int, cut.split("-"))
    resting.now = resting.now.replace(month=month, day=day)
    [reported] = resting("report", "monthly", "11", "--json").data["open_issues"]
    assert reported["status"] == shown(resting)["status"] == status


def test_each_step_that_changes_the_due_day_keeps_the_one_before(jinlin: Jinlin, add: Add) -> None:
    add("x", "--due", "2026-11-10")
    jinlin("issue", "edit", "1", "--due", "2026-11-12")
    jinlin("issue", "edit", "1", "--title", "y")
    jinlin("issue", "defer", "1", "--until", "11-20", "--reason", "等配件")
    jinlin("issue", "close", "1")
    jinlin("issue", "reopen", "1", "--reason", "又坏了")
    kept = jinlin.sql("SELECT kind, due_on FROM issue_event WHERE due_on IS NOT NULL ORDER BY id")
    assert kept == [
        ("edited", "2026-11-10"), ("deferred", "2026-11-12"), ("reopened", "2026-11-20"),
    ]  # fmt: skip
