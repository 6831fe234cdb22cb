"""A month has one count: every place that tells of its issues says the same of a made-up life."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from harness import Jinlin
from hypothesis import example, given
from hypothesis import strategies as st
from report.figures.test_recount import MONTHS, Life, lives, written
from report.records import in_memory

from jinlin.core.days.period import period_of
from jinlin.core.days.stretch import Stretch
from jinlin.issue.lists.statistics import figures
from jinlin.issue.rules.counts import Span
from jinlin.report.edition.drill_down import CLOSINGS, issues_behind
from jinlin.report.figures.full_queries import trend
from jinlin.report.figures.queries import period_figures
from jinlin.store.transaction.tx import Tx

WAYS = {
    "carried_over": "carried_over", "received": "received", "reopened": "reopened",
    "closed_solved": "solved", "closed_unsolved": "unsolved", "declined": "declined",
    "merged": "merged", "open": "open",
}  # fmt: skip
"""Fields of a report's flow, and what the statistics call them."""


@pytest.fixture(scope="module")
def memory() -> Tx:
    return in_memory(datetime(2026, 12, 5, 4, tzinfo=UTC))


TWICE = Life(
    category="lighting", building=None, due=None, removed=False,
    reported=datetime(2026, 10, 2, tzinfo=UTC),
    steps=(
        (datetime(2026, 10, 5, tzinfo=UTC), "closed", "closed_solved"),
        (datetime(2026, 10, 6, tzinfo=UTC), "reopened", "in_progress"),
        (datetime(2026, 10, 9, tzinfo=UTC), "closed", "closed_unsolved"),
    ),
)  # fmt: skip
"""Closed, opened again and closed again within October."""


@given(st.lists(lives(), max_size=6), st.sampled_from(MONTHS))
@example([TWICE], MONTHS[1])
def test_report_statistics_trend_and_lists_count_a_month_alike(
    memory: Tx, lives_: list[Life], stretch: Stretch
) -> None:
    with written(memory, lives_) as tx:
        period = period_of(stretch, tx.clock)
        flow = period_figures(tx, stretch).total
        ratings = period_figures(tx, stretch).ratings
        total = figures(tx, Span(period.start, period.stop), ())[1]
        points = [point for point in trend(tx, period) if point.stretch == stretch]
        behind = {name: issues_behind(tx, period, name) for name in (*WAYS, "closed")}
    assert {name: getattr(flow, name) for name in WAYS} == {
        name: getattr(total, told) for name, told in WAYS.items()
    }
    for name, rows in behind.items():
        numbers = [row.number for row in rows]
        assert len(numbers) == len(set(numbers)) == getattr(flow, name), name
    assert flow.closed == sum(getattr(total, WAYS[name]) for name in CLOSINGS)
    for point in points:
        assert (point.received, point.closed, point.open) == (
            flow.received, flow.closed, flow.open,
        )  # fmt: skip
    assert (ratings.rated, ratings.unrated) == (total.rated, total.unrated)


def test_what_is_closed_twice_in_a_month_is_one_everywhere(jinlin: Jinlin, tmp_path: Path) -> None:
    """Closed, opened again, closed again: report, its list, statistics, notice and site say 1."""
    for title, day in (("路灯不亮", "11-02"), ("路灯坏了", "11-03")):
        jinlin("issue", "add", title, "--category", "公共照明", "--date", day)
    jinlin("issue", "close", "1", "--result", "换灯")
    jinlin("issue", "reopen", "1", "--reason", "又不亮")
    jinlin("issue", "close", "1", "--result", "换线")
    flow = jinlin("report", "monthly", "11", "--json").data["issues"]
    assert (flow["carried_over"], flow["received"], flow["reopened"]) == (0, 2, 0)
    assert (flow["closed"], flow["open"]) == (1, 1)
    listed = jinlin("report", "monthly", "11", "--figure", "closed", "--json").data
    assert [row["number"] for row in listed] == ["2026-0001"]
    counted = jinlin("issue", "stats", "--month", "11", "--by", "month", "--json").data[-1]
    assert (counted["solved"], counted["open"]) == (1, 1)
    jinlin("notice", "post", "--from", "事项", "--of", "11", "--draft", "--yes")
    body = jinlin("notice", "show", "N1", "--json").data["body"]
    assert "结转0件、收到2件；办结1件" in body
    assert "类别\t结转\t收到\t办结\t在办" in body
    jinlin("notice", "site", str(tmp_path / "site"))
    months = (tmp_path / "site" / "months.html").read_text("utf-8")
    table = months[months.rindex("<table") :]
    assert re.findall("<th[^>]*>([^<]+)", table) == ["类别", "结转", "收到", "办结", "在办"]


def test_meetings_are_held_for_the_report_as_for_the_calendar(jinlin: Jinlin) -> None:
    """One that was only planned was not held; once it was opened it was, for both."""
    jinlin("meeting", "add", "--type", "主题党日", "--time", "11-05 10:00")
    for held in (0, 1):
        report = jinlin("report", "monthly", "11", "--json").data
        assert report["meetings"]["held"] == held
        lines = jinlin("meeting", "calendar", "--json").data
        assert [line["held"] for line in lines if line["type"] == "party_day"] == [held]
        if not held:
            jinlin("meeting", "open", "M1", "--time", "10:05")


def test_party_groups_that_only_members_name_are_groups_for_the_calendar(jinlin: Jinlin) -> None:
    """So the calendar expects their meetings, and counts as many groups as the branch's page."""

    def standing() -> str:
        lines = jinlin("meeting", "calendar", "--json").data
        return str(next(x["standing"] for x in lines if x["type"] == "group_meeting"))

    jinlin("member", "add", "李华")
    assert (jinlin("branch", "show", "--json").data["groups"], standing()) == (0, "exempt")
    jinlin("member", "edit", "李华", "--group", "第一党小组")
    assert (jinlin("branch", "show", "--json").data["groups"], standing()) == (1, "due")
