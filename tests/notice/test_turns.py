"""When what is posted regularly must be up again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.notice.rules.turns import Turn, due_again, turn_of

EVERY = st.sampled_from([Turn.WEEK, Turn.QUARTER, Turn.HALF_YEAR])
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("every", "first", "last"),
    [
        (Turn.WEEK, date(2026, 11, 2), date(2026, 11, 8)),
        (Turn.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        (Turn.HALF_YEAR, date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_the_turn_that_holds_a_day(every: Turn, first: date, last: date) -> None:
    assert turn_of(every, date(2026, 11, 5)) == (first, last)


@given(EVERY, DAYS)
def test_turns_follow_each_other_without_a_gap(every: Turn, day: date) -> None:
    first, last = turn_of(every, day)
    assert first <= day <= last
    assert turn_of(every, last + timedelta(days=1))[0] == last + timedelta(days=1)


def test_what_was_posted_this_quarter_is_due_at_the_end_of_the_next() -> None:
    today = date(2026, 11, 5)
    assert due_again(Turn.QUARTER, None, today) == date(2026, 12, 31)
    assert due_again(Turn.QUARTER, date(2026, 10, 8), today) == date(2027, 3, 31)


def test_what_was_left_out_for_a_quarter_is_overdue() -> None:
    assert due_again(Turn.QUARTER, date(2026, 5, 1), date(2026, 11, 5)) == date(2026, 9, 30)
