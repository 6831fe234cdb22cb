"""When a promise ends, counted by an independent definition."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st
from issue.adding import Add

from jinlin.core.days.workdays import Calendar
from jinlin.core.errors import UsageError
from jinlin.issue.rules.limits import (
    Limit,
    LimitUnit,
    Promise,
    check_due,
    check_reported,
    dates_of,
    due_day,
    read_limit,
)
from jinlin.issue.rules.urgencies import Urgency, shortened

MOMENTS = st.integers(0, 60 * 24 * 365 * 150).map(
    lambda minutes: datetime(1990, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def weekdays_after(first: date, last: date) -> int:
    """Count Monday to Friday in the days after the first one up to the last one, week by week."""
    days = (last - first).days
    whole, rest = divmod(days, 7)
    return whole * 5 + sum(
        (first + timedelta(days=whole * 7 + n)).isoweekday() <= 5 for n in range(1, rest + 1)
    )


@given(MOMENTS, st.integers(1, 300))
def test_so_many_weekdays_lie_between_the_report_and_the_due_day(
    reported: datetime, amount: int
) -> None:
    due = due_day(Limit(amount, LimitUnit.WORKING_DAYS), reported, Calendar())
    assert due.isoweekday() <= 5
    assert weekdays_after(reported.date(), due) == amount


@given(MOMENTS, st.integers(0, 200))
def test_hours_end_on_the_day_on_which_they_are_over(reported: datetime, amount: int) -> None:
    due = due_day(Limit(amount, LimitUnit.HOURS), reported, Calendar())
    end = reported + timedelta(hours=amount)
    assert datetime(due.year, due.month, due.day, tzinfo=UTC) <= end
    assert end < datetime(due.year, due.month, due.day, tzinfo=UTC) + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "amount", "due"),
    [
        ("2026-11-05", 1, "2026-11-06"),  # Thursday
        ("2026-11-06", 1, "2026-11-09"),  # Friday
        ("2026-11-07", 1, "2026-11-09"),  # Saturday
        ("2026-11-08", 1, "2026-11-09"),  # Sunday
        ("2026-11-06", 5, "2026-11-13"),
        ("2026-11-07", 0, "2026-11-07"),
    ],
)
def test_the_reported_day_itself_is_not_counted(day: str, amount: int, due: str) -> None:
    reported = datetime.fromisoformat(day)
    assert due_day(
        Limit(amount, LimitUnit.WORKING_DAYS), reported, Calendar()
    ) == date.fromisoformat(due)


def test_at_once_means_the_same_day() -> None:
    late = datetime(2026, 11, 7, 23, 59, tzinfo=UTC)
    assert due_day(Limit(0, LimitUnit.AT_ONCE), late, Calendar()) == date(2026, 11, 7)


def test_absurd_days_are_refused() -> None:
    now = datetime(2026, 11, 5, 12, 0, tzinfo=UTC)
    for reported in (now + timedelta(minutes=1), datetime(1989, 12, 31, tzinfo=UTC)):
        with pytest.raises(UsageError):
            check_reported(reported, now)
    for due in (date(2026, 11, 4), date(2037, 1, 1)):
        with pytest.raises(UsageError):
            check_due(due, now.date())
    check_reported(now, now)
    check_due(now.date(), now.date())


def test_a_limit_is_told_in_words() -> None:
    told = [
        Limit(amount, unit).text
        for amount, unit in (
            (0, LimitUnit.AT_ONCE),
            (4, LimitUnit.HOURS),
            (1, LimitUnit.WORKING_DAYS),
            (15, LimitUnit.WORKING_DAYS),
            (7, LimitUnit.DAYS),
        )
    ]
    assert told == ["at once", "4 hours", "1 working day", "15 working days", "7 days"]


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("立即", (0, "at_once")), ("at once", (0, "at_once")), ("4h", (4, "hours")),
        ("４小时", (4, "hours")), ("7天", (7, "days")), ("7d", (7, "days")), ("2 日", (2, "days")),
        ("3wd", (3, "working_days")), ("3个工作日", (3, "working_days")),
        ("3 working days", (3, "working_days")), ("1 working day", (1, "working_days")),
    ],
)  # fmt: skip
def test_limits_are_read_as_people_say_them(text: str, limit: tuple[int, str]) -> None:
    assert read_limit(text) == Limit(limit[0], LimitUnit(limit[1]))


@pytest.mark.parametrize("text", ["", "3", "0h", "三天", "1000h", "-1d", "3w"])
def test_another_limit_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UsageError) as error:
        read_limit(text)
    assert "3wd" in error.value.hint


def promise(close: Limit, *, warn: int = 1) -> Promise:
    return Promise(
        since="1990-01-01",
        respond=Limit(4, LimitUnit.HOURS),
        close=close,
        escalate=Limit(5, LimitUnit.WORKING_DAYS),
        warn_days=warn,
        source="",
    )


def test_the_warning_leads_by_working_days_but_never_before_the_report() -> None:
    reported = datetime(2026, 11, 5, 12, tzinfo=UTC)  # Thursday
    two = dates_of(promise(Limit(2, LimitUnit.WORKING_DAYS)), reported, Calendar())
    assert (two.due_on, two.warn_on) == (date(2026, 11, 9), date(2026, 11, 6))  # Monday, Friday
    early = dates_of(promise(Limit(1, LimitUnit.WORKING_DAYS), warn=5), reported, Calendar())
    assert early.warn_on == reported.date()


def test_what_is_critical_is_reached_on_the_same_day() -> None:
    reported = datetime(2026, 11, 5, 22, tzinfo=UTC)
    close = Limit(2, LimitUnit.WORKING_DAYS)
    usual = dates_of(promise(close), reported, Calendar())
    critical = dates_of(urgent(promise(close), Urgency.CRITICAL, reported), reported, Calendar())
    assert usual.respond_by == datetime(2026, 11, 6, 2, tzinfo=UTC)
    assert critical.respond_by == datetime(2026, 11, 5, 23, 59, 59, tzinfo=UTC)
    assert (critical.due_on, usual.due_on) == (date(2026, 11, 6), date(2026, 11, 9))


def urgent(usual: Promise, urgency: Urgency, reported: datetime) -> Promise:
    return shortened(usual, urgency, reported, Calendar())


LIMITS = st.one_of(
    st.just(Limit(0, LimitUnit.AT_ONCE)),
    st.builds(
        Limit,
        st.integers(1, 90),
        st.sampled_from([LimitUnit.HOURS, LimitUnit.DAYS, LimitUnit.WORKING_DAYS]),
    ),
)


@given(MOMENTS, LIMITS, LIMITS, LIMITS, st.sampled_from(Urgency))
def test_an_urgency_never_lengthens_what_is_promised(
    reported: datetime, respond: Limit, close: Limit, raise_: Limit, urgency: Urgency
) -> None:
    usual = Promise("1990-01-01", respond, close, raise_, 1, "")
    before = dates_of(usual, reported, Calendar())
    now = dates_of(urgent(usual, urgency, reported), reported, Calendar())
    if urgency is not Urgency.CRITICAL:
        assert now == before
        return
    assert now.respond_by <= before.respond_by
    assert now.respond_by.date() == reported.date()
    assert now.due_on <= min(before.due_on, Calendar().after(reported.date(), 1))
    assert now.raise_on <= min(before.raise_on, Calendar().after(reported.date(), 2))


def test_a_critical_issue_says_how_its_limit_is_shortened(jinlin: Jinlin, add: Add) -> None:
    """An outer wall has 15 working days; a tile that is about to fall has one."""
    words = ("瓷砖要掉", "--category", "屋面外墙")
    assert jinlin("issue", "add", *words, "--json").data["due_on"] == "2026-11-26"
    said = jinlin("issue", "add", *words, "--urgency", "特急", "--json")
    assert (said.data["due_on"], said.data["raise_on"]) == ("2026-11-06", "2026-11-09")
    assert "特急：到场立即，办结1个工作日" in said.err
    assert "15个工作日" in said.err
    agreed = jinlin("issue", "add", *words, "--urgency", "特急", "--due", "2026-11-20", "--json")
    assert (agreed.data["due_on"], "到场" in agreed.err) == ("2026-11-20", False)
    edited = jinlin("issue", "edit", "1", "--urgency", "特急")
    assert "期限2026-11-06" in edited.out + edited.err
    assert "特急：到场立即" in edited.err
    shown = jinlin("issue", "show", "1").out
    assert "1个工作日" in shown
    assert "15个工作日" not in shown
    jinlin("issue", "edit", "1", "--urgency", "一般")
    assert jinlin("issue", "show", "1", "--json").data["due_on"] == "2026-11-26"
    assert "特急的事项不论哪一类" in jinlin("issue", "categories").out
    assert "特急会缩短时限" in jinlin("issue", "add", "--help").out


def test_an_agreed_due_day_moves_the_warning_along() -> None:
    reported = datetime(2026, 11, 5, 12, tzinfo=UTC)
    agreed = dates_of(
        promise(Limit(2, LimitUnit.DAYS)), reported, Calendar(), due=date(2026, 12, 1)
    )
    assert (agreed.due_on, agreed.warn_on) == (date(2026, 12, 1), date(2026, 11, 30))
