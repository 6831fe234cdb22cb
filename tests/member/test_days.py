"""The days of a Party life as papers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.clock import Clock, zone_of
from jinlin.core.errors import UsageError
from jinlin.member.rules.party_days import FOUNDED, earlier, parse_party_day

CLOCK = Clock(now=datetime(2026, 11, 5, 4, tzinfo=UTC), zone=zone_of("+08:00"))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("1998-07-01", "1998-07-01"),
        ("1998/7/1", "1998-07-01"),
        ("19980701", "1998-07-01"),
        ("1998.7", "1998-07"),
        ("1998年7月", "1998-07"),
        ("98年7月", "1998-07"),
        ("98.7.1", "1998-07-01"),
        ("05年7月", "2005-07"),
        ("今天", "2026-11-05"),
        ("10-12", "2026-10-12"),
        ("7.12", "2026-07-12"),
        ("2026-11", "2026-11"),
    ],
)
def test_what_papers_write_is_read(written: str, kept: str) -> None:
    assert parse_party_day(written, CLOCK) == kept


@pytest.mark.parametrize(
    "written", ["", "1999", "1998-13", "1998-02-30", "明天", "2026-12", "2026-11-06", "1921-06-30",
                "0001-01-01", "很久以前"]
)  # fmt: skip
def test_what_is_no_day_or_cannot_have_been_is_refused(written: str) -> None:
    with pytest.raises(UsageError):
        parse_party_day(written, CLOCK)


@given(st.dates(date.fromisoformat(FOUNDED), date(2026, 11, 5)))
def test_every_day_since_the_founding_is_kept_as_itself(day: date) -> None:
    assert parse_party_day(day.isoformat(), CLOCK) == day.isoformat()
    assert parse_party_day(f"{day:%Y%m%d}", CLOCK) == day.isoformat()


@given(st.dates(), st.dates())
def test_days_and_months_are_compared_as_far_as_both_are_known(one: date, other: date) -> None:
    assert earlier(one.isoformat(), other.isoformat()) == (one < other)
    months = (one.year, one.month) < (other.year, other.month)
    assert earlier(one.isoformat()[:7], other.isoformat()) == months


def test_a_short_year_is_of_this_century_up_to_this_year() -> None:
    days = [parse_party_day(said, CLOCK) for said in ("26年7月", "00年7月", "27年7月", "99年7月")]
    assert days == ["2026-07", "2000-07", "1927-07", "1999-07"]
