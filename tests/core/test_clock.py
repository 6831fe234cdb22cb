"""Days, moments and months as people say them, in the database's own zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.clock import Clock, Month, stamp, zone_of
from jinlin.core.days.said_days import (
    UnclearDayError,
    parse_bound,
    parse_day,
    parse_moment,
    parse_month,
    parse_nearest,
)
from jinlin.core.errors import UsageError

CHINA = zone_of("+08:00")
THURSDAY = Clock(now=datetime(2026, 11, 5, 4, 0, tzinfo=UTC), zone=CHINA)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def clock_on(day: date) -> Clock:
    return Clock(now=datetime(day.year, day.month, day.day, 4, tzinfo=UTC), zone=CHINA)


def test_the_day_is_that_of_the_zone_not_of_the_machine() -> None:
    late = Clock(now=datetime(2026, 11, 5, 16, 30, tzinfo=UTC), zone=CHINA)
    assert late.today == date(2026, 11, 6)
    assert Clock(now=late.now, zone=zone_of("-05:00")).today == date(2026, 11, 5)
    assert late.stamp == "2026-11-05T16:30:00Z"
    assert late.local(late.stamp).isoformat() == "2026-11-06T00:30:00+08:00"


@pytest.mark.parametrize(
    ("text", "happened", "planned"),
    [
        ("2026-11-05", "2026-11-05", "2026-11-05"),
        ("2026/1/2", "2026-01-02", "2026-01-02"),
        ("２０２６年１月２日", "2026-01-02", "2026-01-02"),
        ("11-05", "2026-11-05", "2026-11-05"),
        ("11-06", "2025-11-06", "2026-11-06"),
        ("11月4日", "2026-11-04", "2027-11-04"),
        ("12.31", "2025-12-31", "2026-12-31"),
        ("2-29", "2024-02-29", "2028-02-29"),
        ("today", "2026-11-05", "2026-11-05"),
        ("今天", "2026-11-05", "2026-11-05"),
        ("昨天", "2026-11-04", "2026-11-04"),
        ("前天", "2026-11-03", "2026-11-03"),
        ("明天", "2026-11-06", "2026-11-06"),
        ("周四", "2026-11-05", "2026-11-05"),
        ("周五", "2026-10-30", "2026-11-06"),
        ("星期三", "2026-11-04", "2026-11-11"),
        ("周日", "2026-11-01", "2026-11-08"),
    ],
)
def test_a_day_is_the_nearest_in_the_direction_meant(
    text: str, happened: str, planned: str
) -> None:
    assert parse_bound(text, THURSDAY).isoformat() == happened
    assert parse_day(text, THURSDAY, planned=True).isoformat() == planned


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2026-11-14", "11-14", "2026-11-14"),
        ("2026-11-14", "1-2", "2026-01-02"),
        ("2027-01-05", "12-28", "2026-12-28"),
        ("2027-01-05", "1-5", "2027-01-05"),
        ("2027-03-30", "12-30", "2026-12-30"),
        ("2027-01-05", "10-07", "2026-10-07"),
    ],
)
def test_what_happened_was_this_year_or_shortly_before_its_turn(
    today: str, text: str, day: str
) -> None:
    assert parse_day(text, clock_on(date.fromisoformat(today))).isoformat() == day


@pytest.mark.parametrize(
    ("today", "text", "past", "ahead"),
    [
        ("2026-11-14", "11-20", "2025-11-20", "2026-11-20"),
        ("2026-11-14", "12月15日", "2025-12-15", "2026-12-15"),
        ("2027-01-05", "10-06", "2026-10-06", "2027-10-06"),
        ("2027-03-31", "12-30", "2026-12-30", "2027-12-30"),
        ("2026-11-05", "2-29", "2024-02-29", "2028-02-29"),
    ],
)
def test_what_would_be_long_past_is_refused_with_both_years(
    today: str, text: str, past: str, ahead: str
) -> None:
    clock = clock_on(date.fromisoformat(today))
    for read in (parse_day, parse_moment):
        with pytest.raises(UnclearDayError) as refused:
            read(text, clock)
        assert (refused.value.past, refused.value.ahead) == (past, ahead)
        assert past in refused.value.hint
        assert ahead in refused.value.hint


def test_of_what_cannot_lie_ahead_only_the_past_year_is_offered_and_not_taken() -> None:
    for read in (parse_day, parse_moment):
        with pytest.raises(UnclearDayError) as refused:
            read("11-20", THURSDAY, past=True)
        assert (refused.value.past, refused.value.ahead) == ("2025-11-20", None)
        assert "2025-11-20" in refused.value.hint
        assert "2026-11-20 has not come yet" in refused.value.message
        assert "2026" not in refused.value.hint


@given(DAYS, DAYS)
def test_what_happened_is_never_silently_of_a_year_she_may_not_mean(today: date, day: date) -> None:
    clock, text = clock_on(today), f"{day.month}-{day.day}"
    latest = parse_bound(text, clock)
    if latest.year == today.year or today - latest <= timedelta(days=90):
        assert parse_day(text, clock) == latest
        return
    with pytest.raises(UnclearDayError) as refused:
        parse_day(text, clock)
    assert refused.value.past == latest.isoformat() < today.isoformat()
    assert today.isoformat() < str(refused.value.ahead)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11-20", "2026-11-20"),
        ("10-20", "2026-10-20"),
        ("11-04", "2026-11-04"),
        ("2-1", "2027-02-01"),
    ],
)
def test_what_may_be_past_or_to_come_is_the_nearest(text: str, day: str) -> None:
    assert parse_nearest(text, THURSDAY).isoformat() == day


@pytest.mark.parametrize(
    "text",
    ["", "2026-13-01", "2026-02-30", "02-30", "0-1", "2026", "周八", "明年", "11-05-2026", "0000-1-1",
     "2026-11-05x"],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_day(text, THURSDAY)


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_nearest(today: date, day: date) -> None:
    clock, text = clock_on(today), f"{day.month}-{day.day}"
    past, ahead = parse_bound(text, clock), parse_day(text, clock, planned=True)
    assert past <= today <= ahead
    assert (past.month, past.day) == (ahead.month, ahead.day) == (day.month, day.day)
    limit = timedelta(days=366 if (day.month, day.day) != (2, 29) else 8 * 366)
    assert today - past < limit
    assert ahead - today < limit


@given(DAYS)
def test_a_written_day_reads_back(day: date) -> None:
    assert parse_day(day.isoformat(), THURSDAY) == day


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2026-11-05 19:30", "2026-11-05T11:30:00Z"),
        ("2026-11-05T19:30", "2026-11-05T11:30:00Z"),
        ("周五 19:30", "2026-11-06T11:30:00Z"),
        ("明天 9点", "2026-11-06T01:00:00Z"),
        ("明天 ９：３０", "2026-11-06T01:30:00Z"),
        ("11-06", "2026-11-05T16:00:00Z"),
    ],
)
def test_a_moment_is_kept_in_utc(text: str, kept: str) -> None:
    assert parse_moment(text, THURSDAY, planned=True) == kept


@pytest.mark.parametrize("text", ["2026-11-05 24:00", "2026-11-05 19:60", "19:30", "周五 晚上"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_moment(text, THURSDAY)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))  # noqa: DTZ001  (wall clock)
def test_a_kept_moment_comes_back_in_civil_time(wall: datetime) -> None:
    there = wall.replace(microsecond=0, tzinfo=CHINA)
    assert THURSDAY.local(stamp(there)) == there


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-10", "2026-10"), ("2026年9月", "2026-09"), ("10", "2026-10"), ("11月", "2026-11"),
        ("12", "2025-12"), ("last", "2026-10"), ("上月", "2026-10"), ("本月", "2026-11"),
        ("２０２６－１０", "2026-10"),
    ],
)  # fmt: skip
def test_a_month_is_the_latest_that_has_begun(text: str, month: str) -> None:
    assert str(parse_month(text, THURSDAY)) == month


def test_a_month_for_which_something_is_written_down_is_of_no_other_year() -> None:
    with pytest.raises(UnclearDayError) as refused:
        parse_month("12", THURSDAY, booked=True)
    assert (refused.value.past, refused.value.ahead) == ("2025-12", "2026-12")
    assert str(parse_month("12", clock_on(date(2027, 1, 5)), booked=True)) == "2026-12"
    assert str(parse_month("10", THURSDAY, booked=True)) == "2026-10"


@pytest.mark.parametrize("text", ["", "0", "13", "2026-13", "0000-01", "下月初", "2026-1-1"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_month(text, THURSDAY)


def test_last_month_in_january_is_december() -> None:
    assert str(parse_month("上月", clock_on(date(2026, 1, 31)))) == "2025-12"


@given(st.integers(1990, 2090), st.integers(1, 12))
def test_months_follow_each_other_without_a_gap(year: int, number: int) -> None:
    month = Month(year, number)
    assert month.next.previous == month
    assert month.last + timedelta(days=1) == month.next.first
    assert month.first.day == 1
    assert month.previous < month < month.next


@pytest.mark.parametrize("offset", ["+08:00", "-03:30", "+00:00", "+14:00"])
def test_an_offset_is_read(offset: str) -> None:
    assert datetime(2026, 1, 1, tzinfo=zone_of(offset)).isoformat().endswith(offset)


@pytest.mark.parametrize("offset", ["8", "+8:00", "+15:00", "Asia/Shanghai", "+08:60", ""])
def test_what_is_no_offset_is_refused(offset: str) -> None:
    with pytest.raises(UsageError):
        zone_of(offset)
