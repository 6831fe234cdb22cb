"""Working days, counted by an independent definition."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.days.workdays import Calendar

NEW_YEAR = Calendar(
    off=frozenset({date(2026, 1, 1), date(2026, 1, 2)}),
    work=frozenset({date(2026, 1, 4)}),
    years=frozenset({2026}),
)
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def working(calendar: Calendar, day: date) -> bool:
    return (day.isoweekday() <= 5 or day in calendar.work) and day not in calendar.off


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    days = draw(st.sets(DAYS, max_size=40))
    return Calendar(
        off=frozenset(day for day in days if day.isoweekday() <= 5),
        work=frozenset(day for day in days if day.isoweekday() > 5),
    )


@given(calendars(), DAYS, st.integers(0, 60))
def test_so_many_working_days_lie_behind_a_day(calendar: Calendar, day: date, count: int) -> None:
    end = calendar.after(day, count)
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(working(calendar, one) for one in between) == count
    assert count == 0 or working(calendar, end)


@given(calendars(), DAYS, st.integers(0, 60))
def test_before_undoes_after_from_a_working_day(calendar: Calendar, day: date, count: int) -> None:
    if calendar.is_working(day):
        assert calendar.before(calendar.after(day, count), count) == day


@pytest.mark.parametrize(
    ("day", "count", "end"),
    [
        (date(2025, 12, 31), 1, date(2026, 1, 4)),  # Wednesday; Thursday and Friday off
        (date(2026, 1, 2), 2, date(2026, 1, 5)),
        (date(2026, 1, 4), 1, date(2026, 1, 5)),
    ],
)
def test_days_off_are_left_out_and_make_up_days_counted(day: date, count: int, end: date) -> None:
    assert NEW_YEAR.after(day, count) == end


def test_a_year_that_is_not_known_is_named() -> None:
    assert NEW_YEAR.unknown_years(date(2026, 12, 30), date(2027, 1, 4)) == [2027]
    assert NEW_YEAR.unknown_years(date(2026, 1, 1), date(2026, 12, 31)) == []
