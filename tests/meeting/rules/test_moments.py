"""When a meeting is, as people say it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.clock import Clock, zone_of
from jinlin.core.errors import UsageError
from jinlin.meeting.rules.meetings import SaidTime, parse_meeting_time

CLOCK = Clock(now=datetime(2026, 11, 5, 4, tzinfo=UTC), zone=zone_of("+08:00"))


def said(text: str) -> str:
    return f"{CLOCK.local(parse_meeting_time(text, CLOCK)):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-11-06 19:30", "2026-11-06 19:30"),
        ("2026-11-06T19:30", "2026-11-06 19:30"),
        ("11月6日 19点30分", "2026-11-06 19:30"),
        ("11-04 9:00", "2026-11-04 09:00"),
        ("12-30 9:00", "2026-12-30 09:00"),
        ("6-1 9:00", "2026-06-01 09:00"),
        ("2-1 9:00", "2027-02-01 09:00"),
        ("周五 19:30", "2026-11-06 19:30"),
        ("周三 19:30", "2026-11-04 19:30"),
        ("昨天", "2026-11-04 00:00"),
    ],
)
def test_a_day_without_a_year_is_the_nearest(text: str, when: str) -> None:
    assert said(text) == when


@pytest.mark.parametrize(
    "text", ["", "abc", "19:30", "2026-11-06 25:00", "2026-11-06 later", "2026-02-30 10:00",
             "0001-01-01 00:00", "9999-12-31 23:59", "1948-12-31"]
)  # fmt: skip
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_meeting_time(text, CLOCK)


@given(st.datetimes(datetime(1949, 1, 1), datetime(2099, 12, 31)))  # noqa: DTZ001  (civil time)
def test_a_moment_written_in_full_is_that_moment(moment: datetime) -> None:
    text = f"{moment:%Y-%m-%d %H:%M}"
    assert said(text) == text


def test_an_end_without_a_day_is_on_the_day_it_began() -> None:
    begun = parse_meeting_time("2026-11-04 19:30", CLOCK)
    assert SaidTime("21:00").after(begun, CLOCK) == "2026-11-04T13:00:00Z"
    assert SaidTime("2026-11-05 0:30").after(begun, CLOCK) == "2026-11-04T16:30:00Z"
