"""When what is posted every week, quarter or half-year must be up again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from jinlin.core.clock import Month

_MONTHS: Final = {"quarter": 3, "half_year": 6}


def turn_of(every: str, day: date) -> tuple[date, date]:
    """Return the first and last day of the week, quarter or half-year that holds a day.

    Args:
        every: `week`, `quarter` or `half_year`.
        day: a day in it.
    """
    if every == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    months = _MONTHS[every]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return first, Month(first.year, first.month + months - 1).last


def due_again(every: str, last: date | None, today: date) -> date:
    """Return by which day something must be up: in each turn once.

    Args:
        every: `week`, `quarter` or `half_year`.
        last: when it was last posted; None for never.
        today: the civil day.
    """
    if last is None:
        return turn_of(every, today)[1]
    return turn_of(every, turn_of(every, last)[1] + timedelta(days=1))[1]
