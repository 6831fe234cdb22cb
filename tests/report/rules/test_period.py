"""Which days a report covers, and which month is meant when none is named."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report.records import month

from jinlin.core.clock import Clock
from jinlin.core.days.period import period_of
from jinlin.core.days.stretch import Length, Stretch, stretch_named, stretch_with
from jinlin.core.errors import UsageError
from jinlin.report.rules.due import stretch_due

CHINA = timezone(timedelta(hours=8))


def clock(text: str) -> Clock:
    return Clock(now=datetime.fromisoformat(text).replace(tzinfo=CHINA).astimezone(UTC), zone=CHINA)


@pytest.mark.parametrize(
    ("today", "stretch"),
    [
        ("2026-11-01T00:00", month(2026, 10)),
        ("2026-11-10T23:59", month(2026, 10)),
        ("2026-11-11T00:00", month(2026, 11)),
        ("2026-11-30T12:00", month(2026, 11)),
        ("2027-01-05T12:00", month(2026, 12)),
    ],
)
def test_without_a_month_it_is_the_one_that_is_due(today: str, stretch: Stretch) -> None:
    assert stretch_due(Length.MONTH, clock(today)) == stretch


@pytest.mark.parametrize("words", ["2026-10", "10", "10月", "last", "上月", "2026年10月"])
def test_month_is_read_as_people_say_it(words: str) -> None:
    assert stretch_named(words, Length.MONTH, clock("2026-11-20T12:00")) == month(2026, 10)


@pytest.mark.parametrize("words", ["2026-12", "9999-12", "0001-01", "1949-12", "13", "abc", ""])
def test_month_to_come_or_of_long_ago_is_refused(words: str) -> None:
    with pytest.raises(UsageError) as refused:
        stretch_named(words, Length.MONTH, clock("2026-11-20T12:00"))
    assert refused.value.hint


@given(st.integers(1950, 2026), st.integers(1, 12))
def test_months_follow_each_other_without_gap_in_civil_time(year: int, number: int) -> None:
    here = clock("2027-02-03T12:00")
    this, after = period_of(month(year, number), here), period_of(month(year, number).next, here)
    assert this.stop == after.start
    assert here.local(this.start).timetz() == here.local(after.start).timetz()
    assert this.day_after == after.stretch.first


def test_running_month_ends_now_and_today_is_not_over() -> None:
    period = period_of(month(2026, 11), clock("2026-11-05T12:00"))
    assert not period.complete
    assert (period.start, period.stop) == ("2026-10-31T16:00:00Z", "2026-11-05T04:00:01Z")
    assert (period.day_after, period.last_day) == (date(2026, 11, 5), date(2026, 11, 5))


def test_whole_month_ends_at_midnight_of_the_zone() -> None:
    period = period_of(month(2026, 10), clock("2026-11-05T12:00"))
    assert period.complete
    assert (period.start, period.stop) == ("2026-09-30T16:00:00Z", "2026-10-31T16:00:00Z")
    assert (period.day_after, period.last_day) == (date(2026, 11, 1), date(2026, 10, 31))


AT = "2026-11-20T12:00"


@pytest.mark.parametrize(
    ("words", "length", "name"),
    [
        ("2026-Q3", Length.QUARTER, "2026-Q3"),
        ("三季度", Length.QUARTER, "2026-Q3"),
        ("第三季度", Length.QUARTER, "2026-Q3"),
        ("2025年第四季度", Length.QUARTER, "2025-Q4"),
        ("q1", Length.QUARTER, "2026-Q1"),
        ("上季度", Length.QUARTER, "2026-Q3"),
        ("this", Length.QUARTER, "2026-Q4"),
        ("2025", Length.YEAR, "2025"),
        ("去年", Length.YEAR, "2025"),
        ("2026年", Length.YEAR, "2026"),
        ("上周", Length.WEEK, "2026-W46"),
        ("2026-W45", Length.WEEK, "2026-W45"),
        ("11-05", Length.WEEK, "2026-W45"),
        ("w46", Length.WEEK, "2026-W46"),
        ("W50", Length.WEEK, "2025-W50"),
        ("this", Length.WEEK, "2026-W47"),
    ],
)
def test_other_periods_are_read_as_people_say_them(words: str, length: Length, name: str) -> None:
    assert str(stretch_named(words, length, clock(AT))) == name


@pytest.mark.parametrize(
    ("today", "words", "name"),
    [
        ("2026-12-30T09:00", "W53", "2026-W53"),
        ("2026-12-30T09:00", "W52", "2026-W52"),
        ("2025-12-31T09:00", "W1", "2026-W01"),
        ("2025-12-31T09:00", "W52", "2025-W52"),
    ],
)
def test_a_week_without_a_year_is_the_latest_that_has_begun(
    today: str, words: str, name: str
) -> None:
    assert str(stretch_named(words, Length.WEEK, clock(today))) == name


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("2027", Length.YEAR), ("1949", Length.YEAR), ("26", Length.YEAR), ("Q5", Length.QUARTER),
        ("2027-Q1", Length.QUARTER), ("2026-W54", Length.WEEK), ("W53", Length.WEEK), ("x", Length.WEEK),
        ("0000-W01", Length.WEEK), ("0000", Length.YEAR), ("0000Q1", Length.QUARTER),
    ],
)  # fmt: skip
def test_a_period_that_is_none_or_to_come_is_refused(words: str, length: Length) -> None:
    with pytest.raises(UsageError) as refused:
        stretch_named(words, length, clock(AT))
    assert refused.value.hint


@pytest.mark.parametrize(
    ("today", "length", "name"),
    [
        ("2026-11-03T09:00", Length.WEEK, "2026-W44"), ("2026-11-04T09:00", Length.WEEK, "2026-W45"),
        ("2026-10-20T09:00", Length.QUARTER, "2026-Q3"), ("2026-10-21T09:00", Length.QUARTER, "2026-Q4"),
        ("2027-02-14T09:00", Length.YEAR, "2026"), ("2027-02-15T09:00", Length.YEAR, "2027"),
    ],
)  # fmt: skip
def test_without_a_period_it_is_the_one_that_is_due(today: str, length: Length, name: str) -> None:
    assert str(stretch_due(length, clock(today))) == name


@given(st.dates(date(1950, 1, 10), date(2099, 12, 1)), st.sampled_from(list(Length)))
def test_stretches_tile_time(day: date, length: Length) -> None:
    this = stretch_with(day, length)
    assert this.first <= day <= this.last
    assert this.next.first == this.last + timedelta(days=1)
    assert this.previous.last == this.first - timedelta(days=1)
    assert this.next.previous == this
    assert this.a_year_before.length is length
    assert 350 < (this.first - this.a_year_before.first).days < 380
