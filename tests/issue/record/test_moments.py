"""A moment somebody says, against what is recorded; of a day alone nobody knows the hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.clock import DEFAULT_ZONE, Clock, stamp
from jinlin.core.said import moment_past
from jinlin.issue.record.moments import ToldMoment, to_the_minute

CLOCK = Clock(now=datetime(2026, 11, 20, 4, 0, tzinfo=UTC), zone=DEFAULT_ZONE)
BEGIN = datetime(2026, 11, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 20 * 24 * 60).map(lambda n: stamp(BEGIN + timedelta(minutes=n)))
DAYS = st.integers(0, 20).map(lambda n: CLOCK.moment(date(2026, 11, 1) + timedelta(days=n)))


@given(MOMENTS | DAYS, MOMENTS)
def test_nothing_is_both_before_and_after(said: str, other: str) -> None:
    moment = ToldMoment(CLOCK, said)
    assert not (moment.before(other) and moment.after(other))


@given(DAYS, MOMENTS)
def test_a_day_alone_is_neither_before_nor_after_what_happened_on_it(said: str, other: str) -> None:
    moment = ToldMoment(CLOCK, said)
    same = CLOCK.local(other).date() == moment.day
    assert moment.only_day
    assert (moment.before(other) or moment.after(other)) is not same


@given(MOMENTS, MOMENTS)
def test_a_time_of_day_counts_to_the_minute(said: str, other: str) -> None:
    moment = ToldMoment(CLOCK, said)
    if not moment.only_day:
        assert moment.before(other) is (said < other)
        assert moment.after(other) is (said > other)


@pytest.mark.parametrize(
    ("said", "told", "turn"),
    [
        ("11-03", "2026-11-03", "2026-11-05"),
        ("11-03 18:30", "2026-11-03 18:30", "2026-11-05 09:15"),
    ],
)
def test_it_is_told_as_precisely_as_it_was_said(said: str, told: str, turn: str) -> None:
    moment = ToldMoment.of(moment_past(said), CLOCK)
    assert moment.told() == told
    assert moment.told("2026-11-05T01:15:00Z") == turn
    assert to_the_minute(CLOCK, "2026-11-05T01:15:00Z") == "2026-11-05 09:15"
