"""Recurrence: when what is posted every week, quarter or half-year must be up again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from jinlin.core.clock import Month
from jinlin.core.i18n import N_
from jinlin.core.word import Word


class Turn(Word):
    """How often something must be up."""

    WEEK = "week", N_("every week")
    QUARTER = "quarter", N_("every quarter")
    HALF_YEAR = "half_year", N_("every half-year")
    STANDING = "standing", N_("always")


_MONTHS: Final = {Turn.QUARTER: 3, Turn.HALF_YEAR: 6}


def turn_of(every: Turn, day: date) -> tuple[date, date]:
    """Return the first and last day of the week, quarter or half-year that holds a day.

    Args:
        every: not `STANDING`.
        day: a day in it.
    """
    if every is Turn.WEEK:
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    months = _MONTHS[every]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, Month(first.year, first.month + months - 1).last


def due_again(every: Turn, last: date | None, today: date) -> date:
    """Return by which day something must be up: in each turn once.

    Args:
        every: not `STANDING`.
        last: when it was last posted; None for never.
        today: the civil day.
    """
    if last is None:
        return turn_of(every, today)[1]
    return turn_of(every, turn_of(every, last)[1] + timedelta(days=1))[1]
