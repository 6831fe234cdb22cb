"""`jinlin issue trace` and what `show` says beyond the issue's own row."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

from harness import NOON, Jinlin, seeded
from issue.adding import Add
from issue.lives import written

from jinlin.issue.record.actions import decided
from jinlin.issue.record.queries import find


@seeded
def risen(jinlin: Jinlin, add: Add) -> Jinlin:
    """An issue that went all the way to the street and back."""
    jinlin("member", "add", "李华")
    add("商铺油烟", "--category", "商业施工噪声油烟")
    jinlin("issue", "assign", "1", "李华")
    jinlin.now = NOON + timedelta(hours=2)
    jinlin("issue", "accept", "1")
    jinlin.now = NOON + timedelta(days=1)
    with written(jinlin) as tx:
        decided(tx, find(tx, "1"), text="请街道协调", reference="M12-3")
    jinlin("issue", "escalate", "1", "--to", "街道", "--request", "请执法")
    jinlin.now = NOON + timedelta(days=2)
    jinlin("issue", "call", "1", "--lead", "城管", "--department", "公安")
    jinlin.now = NOON + timedelta(days=2, hours=3, minutes=30)
    jinlin("issue", "arrive", "1", "--department", "城管", "--by", "王队")
    jinlin.now = NOON + timedelta(days=4)
    jinlin("issue", "close", "1", "--result", "加装净化器")
    return jinlin


def test_every_step_with_the_time_since_the_one_before(risen: Jinlin) -> None:
    found = risen("issue", "trace", "1", "--json").data
    kinds = [step["kind"] for step in found["steps"]]
    assert kinds == [
        "reported", "assigned", "accepted", "decided", "escalated", "called", "arrived", "closed",
    ]  # fmt: skip
    rows = risen.sql("SELECT at FROM issue_event WHERE issue_id = 1 ORDER BY at, id")
    moments = [datetime.fromisoformat(row[0]) for row in rows]
    gaps = [0, *(int((b - a).total_seconds()) for a, b in itertools.pairwise(moments))]
    assert [step["after_seconds"] for step in found["steps"]] == gaps
    assert sum(gaps) == 4 * 86400
    assert all(step["user"] == "林秀英" for step in found["steps"])


def test_the_meeting_that_decided_is_named(risen: Jinlin) -> None:
    found = risen("issue", "trace", "1", "--json").data
    [step] = [step for step in found["steps"] if step["kind"] == "decided"]
    assert (step["reference"], step["note"]) == ("M12-3", "请街道协调")
    assert "M12-3" in risen("issue", "trace", "1").out
    assert "M12-3" in risen("issue", "show", "1").out


def test_totals_to_accept_solve_and_close(risen: Jinlin) -> None:
    found = risen("issue", "trace", "1", "--json").data
    assert found["to_accept_seconds"] == 2 * 3600
    assert found["to_solve_seconds"] == found["to_close_seconds"] == 4 * 86400
    stats = risen("issue", "stats", "--json").data[-1]
    assert (stats["accept_median_hours"], stats["close_median_hours"]) == ("2.0", "96.0")


def test_who_was_called_and_who_came(risen: Jinlin) -> None:
    calls = risen("issue", "trace", "1", "--json").data["calls"]
    assert {call["department"]: call["after"] is not None for call in calls} == {
        next(c["department"] for c in calls if "城" in c["department"]): True,
        next(c["department"] for c in calls if "公安" in c["department"]): False,
    }
    risen("issue", "trace", "1", "-o", "trace.md", lang="en")
    shown = (risen.folder / "trace.md").read_text("utf-8")
    assert "urban management" in shown
    assert "3 h 30 min" in shown
    assert risen("issue", "show", "1", "--json").data["calls"] == calls


def test_an_issue_that_just_came_has_one_step(one: Jinlin) -> None:
    found = one("issue", "trace", "1", "--json").data
    assert [step["kind"] for step in found["steps"]] == ["reported"]
    assert (found["to_accept_seconds"], found["to_close_seconds"]) == (None, None)
    one("issue", "trace", "7", code=3)


def test_show_names_people_homes_and_other_issues(jinlin: Jinlin, add: Add) -> None:
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("household", "add", "3-1-502")
    for name in ("李华", "王红", "陈刚"):
        jinlin("member", "add", name)
    add("漏水", "--category", "公共管道下水", "--on-behalf-of", "楼上老人")
    add("还是漏水", "--category", "公共管道下水")
    jinlin("issue", "assign", "1", "李华", "--doing", "王红", "--inform", "陈刚")
    jinlin("issue", "affects", "1", "3-1-502")
    jinlin("issue", "link", "1", "2")
    found = jinlin("issue", "show", "1", "--json").data
    assert (found["steward"], found["doer"], found["informed"]) == ("李华", "王红", "陈刚")
    assert (found["homes"], found["on_behalf_of"]) == ("3-1-502", "楼上老人")
    assert [(link["relation"], link["number"]) for link in found["links"]] == [
        ("related", "2026-0002")
    ]


def test_show_tells_the_clocks(one: Jinlin) -> None:
    found = one("issue", "show", "1", "--json").data
    kept = one.sql("SELECT respond_by, due_on, raise_on FROM issue")[0]
    moment = datetime.fromisoformat(kept[0]).astimezone(UTC)
    assert datetime.fromisoformat(found["respond_by"]) == moment
    assert (found["due_on"], found["raise_on"]) == kept[1:]


def test_days_without_a_time_are_told_as_days(jinlin: Jinlin, add: Add) -> None:
    """Closed on the day of the report, of which no time was said, did not take 0 minutes."""
    add("灯坏", "--date", "2026-11-02 09:00")
    jinlin("issue", "close", "1", "--date", "2026-11-02")
    found = jinlin("issue", "trace", "1", "--json").data
    assert (found["to_close"], found["to_close_seconds"]) == ("0天", None)
    add("灯坏", "--date", "2026-11-02 09:00")
    jinlin("issue", "close", "2", "--date", "2026-11-02 10:30")
    found = jinlin("issue", "trace", "2", "--json").data
    assert (found["to_close"], found["to_close_seconds"]) == ("1小时30分钟", 5400)


def test_the_level_it_was_raised_to_is_told_in_the_language_of_the_reader(one: Jinlin) -> None:
    one("issue", "escalate", "1", "--to", "street", "--request", "请来看", "--yes", lang="en")
    assert "街道；请来看" in one("issue", "trace", "1").out
    assert "street；请来看" in one("issue", "trace", "1", lang="en").out
    assert "街道；请来看" in one("issue", "show", "1").out
