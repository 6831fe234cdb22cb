"""How long something took: the database and the program count by one rule."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import example, given
from hypothesis import strategies as st

from jinlin.core.clock import Clock, stamp
from jinlin.issue.rules.durations import spread_of, time_between, took

ZONES = [timezone(timedelta(hours=hours)) for hours in (8, 0, -5)]
BEGUN = datetime(2026, 10, 1, tzinfo=UTC)
MINUTES = st.one_of(st.integers(0, 10_000), st.integers(0, 6).map(lambda days: days * 1440 + 960))


@given(MINUTES, MINUTES, st.sampled_from(ZONES))
@example(0, 0, ZONES[0])
def test_the_database_and_the_program_agree(first: int, later: int, zone: timezone) -> None:
    clock = Clock(BEGUN, zone)
    start = BEGUN + timedelta(minutes=first)
    end = start + timedelta(minutes=later)
    database = sqlite3.connect(":memory:")
    [[told]] = database.execute(
        f"SELECT {took(clock, 'start', 'end')} FROM (SELECT ? AS start, ? AS end)",
        (stamp(start), stamp(end)),
    )
    database.close()
    seconds, days = time_between(clock, stamp(start), stamp(end))
    assert told == f"{'' if seconds is None else seconds}/{days}"
    midnight = any(m.astimezone(zone).strftime("%H:%M") == "00:00" for m in (start, end))
    assert (seconds is None) == (midnight or not later)
    assert days == (end.astimezone(zone).date() - start.astimezone(zone).date()).days


def test_a_spread_tells_hours_of_some_and_days_of_all() -> None:
    spread = spread_of(["/0", "3600/0", "7200/1", "/4"])
    assert (spread.cases, spread.median_hours, spread.ninetieth_hours) == (2, "1.5", "2.0")
    assert (spread.all_cases, spread.days_only) == (4, 2)
    assert (spread.median_days, spread.ninetieth_days) == ("0.5", 4)
    nothing = spread_of([])
    assert (nothing.median_hours, nothing.median_days) == (None, None)
