"""A month has one count: every place that tells of its issues says the same of a made-up life."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from harness import Jinlin
from hypothesis import example, given
from hypothesis import strategies as st
from report.figures.test_recount import MONTHS, Life, lives, written
from report.records import Records, at, in_memory, month

from jinlin.core.days.period import period_of
from jinlin.core.days.stretch import Stretch
from jinlin.issue.lists.statistics import figures
from jinlin.issue.rules.counts import Span
from jinlin.meeting.calendar.calendar import calendar_lines
from jinlin.meeting.rules.meeting_duties import DaySpan
from jinlin.meeting.today import SECTIONS
from jinlin.output.contribution.today_lines import TodayLine
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


KINDS = ("committee_meeting", "party_day", "charity_day", "home_service_day")
SERVICES = KINDS[2:]
TRACES = ("present", "sitting_in", "absent", "opened", "resolved", "numbers")
"""What may be on record of a meeting."""


@given(
    st.lists(
        st.tuples(st.sampled_from(KINDS), st.integers(2, 31), st.sets(st.sampled_from(TRACES))),
        max_size=7,
    )
)
def test_report_calendar_and_today_agree_on_what_was_held(
    held_memory: Tx, meetings: list[tuple[str, int, set[str]]]
) -> None:
    tx, counted, unwritten = held_memory, Counter[str](), set()
    records = Records(tx)
    try:
        for kind, day, traces in meetings:
            number, took_place = _meeting(records, kind, day, traces)
            counted[kind] += took_place
            if not took_place and "absent" not in traces:
                unwritten.add(number)
        report = period_figures(tx, month(2026, 10))
        lines = calendar_lines(tx, DaySpan(date(2026, 10, 1), date(2026, 10, 31)), everything=True)
        asked = {one.key: tuple(one.ask(tx)) for one in SECTIONS}
        lines_told = (*asked["unwritten"], *asked["services"])
        shown = {line.number for line in lines_told if isinstance(line, TodayLine)}
    finally:
        for table in ("attendance", "resolution", "service_day", "meeting"):
            tx.write(f"DELETE FROM {table}")
    assert {one.type: one.held for one in report.meetings} == {
        k: n for k, n in counted.items() if n
    }
    assert {one.type.code: one.duty.held for one in lines if one.type.code in KINDS} == {
        kind: counted[kind] for kind in KINDS
    }
    assert report.services.days == sum(counted[kind] for kind in SERVICES)
    assert {number for number in shown if number.startswith("M")} == unwritten


def _meeting(records: Records, kind: str, day: int, traces: set[str]) -> tuple[str, bool]:
    """Write a meeting with what is on record of it; return its number and whether it was held."""
    tx = records.tx
    meeting = records.meeting(at(f"10-{day:02}"), kind)
    states = traces & {"present", "sitting_in", "absent"}
    tx.update("meeting", meeting, opened_at=at(f"10-{day:02}") if "opened" in traces else None)
    for state in sorted(states):
        tx.insert("attendance", meeting_id=meeting, name=f"某{state}", state=state)
    if "resolved" in traces:
        tx.insert("resolution", meeting_id=meeting, number=1, text="走访")
    numbers = "numbers" in traces and kind in SERVICES
    if numbers:
        tx.insert("service_day", meeting_id=meeting)
    came = "present" in states or states == {"sitting_in"}
    held = numbers or came or (not states and bool(traces & {"opened", "resolved"}))
    return f"M{tx.value('SELECT number FROM meeting WHERE id = ?', (meeting,))}", held


@pytest.fixture(scope="module")
def held_memory() -> Tx:
    return in_memory(datetime(2026, 11, 1, 4, tzinfo=UTC))


def test_party_groups_that_only_members_name_are_groups_for_the_calendar(jinlin: Jinlin) -> None:
    """So the calendar expects their meetings, and counts as many groups as the branch's page."""

    def standing() -> str:
        lines = jinlin("meeting", "calendar", "--json").data
        return str(next(x["standing"] for x in lines if x["type"] == "group_meeting"))

    jinlin("member", "add", "李华")
    assert (jinlin("branch", "show", "--json").data["groups"], standing()) == (0, "exempt")
    jinlin("member", "edit", "李华", "--group", "第一党小组")
    assert (jinlin("branch", "show", "--json").data["groups"], standing()) == (1, "due")
