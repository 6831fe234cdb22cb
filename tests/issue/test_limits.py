"""When a promise ends, counted by an independent definition."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinlin.core.errors import UsageError
from jinlin.issue.limits import Limit, LimitUnit, check_due, check_reported, due_day

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
@settings(max_examples=200)
def test_so_many_weekdays_lie_between_the_report_and_the_due_day(
    reported: datetime, amount: int
) -> None:
    due = due_day(Limit(amount, LimitUnit.WORKING_DAYS), reported)
    assert due.isoweekday() <= 5
    assert weekdays_after(reported.date(), due) == amount


@given(MOMENTS, st.integers(0, 200))
@settings(max_examples=100)
def test_hours_end_on_the_day_on_which_they_are_over(reported: datetime, amount: int) -> None:
    due = due_day(Limit(amount, LimitUnit.HOURS), reported)
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
    assert due_day(Limit(amount, LimitUnit.WORKING_DAYS), reported) == date.fromisoformat(due)


def test_at_once_means_the_same_day() -> None:
    late = datetime(2026, 11, 7, 23, 59, tzinfo=UTC)
    assert due_day(Limit(0, LimitUnit.AT_ONCE), late) == date(2026, 11, 7)


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
        )
    ]
    assert told == ["at once", "4 hours", "1 working day", "15 working days"]
