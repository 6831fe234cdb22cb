"""Which days a report covers, and which month is meant when none is named."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.clock import Clock, Month
from jinlin.core.errors import UsageError
from jinlin.report.period import month_named, period_of

CHINA = timezone(timedelta(hours=8))


def clock(text: str) -> Clock:
    return Clock(now=datetime.fromisoformat(text).replace(tzinfo=CHINA).astimezone(UTC), zone=CHINA)


@pytest.mark.parametrize(
    ("today", "month"),
    [
        ("2026-11-01T00:00", Month(2026, 10)),
        ("2026-11-10T23:59", Month(2026, 10)),
        ("2026-11-11T00:00", Month(2026, 11)),
        ("2026-11-30T12:00", Month(2026, 11)),
        ("2027-01-05T12:00", Month(2026, 12)),
    ],
)
def test_without_a_month_it_is_the_one_that_is_due(today: str, month: Month) -> None:
    assert month_named(None, clock(today)) == month


@pytest.mark.parametrize("words", ["2026-10", "10", "10月", "last", "上月", "2026年10月"])
def test_month_is_read_as_people_say_it(words: str) -> None:
    assert month_named(words, clock("2026-11-20T12:00")) == Month(2026, 10)


@pytest.mark.parametrize("words", ["2026-12", "9999-12", "0001-01", "1949-12", "13", "abc", ""])
def test_month_to_come_or_of_long_ago_is_refused(words: str) -> None:
    with pytest.raises(UsageError) as refused:
        month_named(words, clock("2026-11-20T12:00"))
    assert refused.value.hint


@given(st.integers(1950, 2026), st.integers(1, 12))
def test_months_follow_each_other_without_gap_in_civil_time(year: int, month: int) -> None:
    here = clock("2027-02-03T12:00")
    this, after = period_of(Month(year, month), here), period_of(Month(year, month).next, here)
    assert this.stop == after.start
    assert here.local(this.start).timetz() == here.local(after.start).timetz()
    assert this.day_after == after.month.first


def test_running_month_ends_now_and_today_is_not_over() -> None:
    period = period_of(Month(2026, 11), clock("2026-11-05T12:00"))
    assert not period.complete
    assert (period.start, period.stop) == ("2026-10-31T16:00:00Z", "2026-11-05T04:00:01Z")
    assert (period.day_after, period.last_day) == (date(2026, 11, 5), date(2026, 11, 5))


def test_whole_month_ends_at_midnight_of_the_zone() -> None:
    period = period_of(Month(2026, 10), clock("2026-11-05T12:00"))
    assert period.complete
    assert (period.start, period.stop) == ("2026-09-30T16:00:00Z", "2026-10-31T16:00:00Z")
    assert (period.day_after, period.last_day) == (date(2026, 11, 1), date(2026, 10, 31))
