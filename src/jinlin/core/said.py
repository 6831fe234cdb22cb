"""A day, moment or month as it was said: which one is meant, the clock of the database tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final, Generic, TypeVar

from jinlin.core.clock import Clock, Month
from jinlin.core.days.said_days import (
    parse_bound,
    parse_come,
    parse_day,
    parse_moment,
    parse_month,
    without_before,
)

T = TypeVar("T")


class Said(Generic[T]):
    """What was said of a time, read when the clock is known.

    Attributes:
        text: as it was typed; empty where what is kept is to be cleared.
    """

    def __init__(self, text: str, read: Callable[[str, Clock], T]) -> None:
        self.text = text
        self._read = read

    def on(self, clock: Clock) -> T:
        """Return what is meant.

        Raises:
            UsageError: there is none such, it is not clear which, or it has not come yet.
        """
        return self._read(self.text, clock)

    def __bool__(self) -> bool:
        """Tell whether anything was said."""
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r})"


class SaidDay(Said[date]):
    """A day."""


class SaidMoment(Said[str]):
    """A moment, read as the database keeps it."""


class SaidMonth(Said[Month]):
    """A month."""


NO_DAY: Final = SaidDay("", parse_day)
"""What is said of a day that is to be cleared."""
TODAY: Final = SaidDay("today", parse_day)
"""What is said of a day where none was, and the help page tells so."""


def happened(text: str) -> SaidDay:
    """Return a day of what has happened."""
    return SaidDay(text, parse_day)


def past(text: str) -> SaidDay:
    """Return a day that cannot lie ahead."""
    return SaidDay(text, lambda said, clock: parse_day(said, clock, past=True))


def come(text: str) -> SaidDay:
    """Return a day up to today; one that lies ahead is refused."""
    return SaidDay(text, parse_come)


def planned(text: str) -> SaidDay:
    """Return a day to come, or by which something is done: `周五前`."""
    return SaidDay(text, lambda said, clock: parse_day(without_before(said), clock, planned=True))


def bound(text: str) -> SaidDay:
    """Return the first or last day of what is looked at."""
    return SaidDay(text, parse_bound)


def moment_past(text: str) -> SaidMoment:
    """Return a moment that cannot lie ahead."""
    return SaidMoment(text, lambda said, clock: parse_moment(said, clock, past=True))


def moment_planned(text: str) -> SaidMoment:
    """Return a moment to come."""
    return SaidMoment(text, lambda said, clock: parse_moment(said, clock, planned=True))


def month(text: str) -> SaidMonth:
    """Return a month that is looked at."""
    return SaidMonth(text, parse_month)


def month_booked(text: str) -> SaidMonth:
    """Return a month for which something is written down."""
    return SaidMonth(text, lambda said, clock: parse_month(said, clock, booked=True))


def day_on(said: SaidDay | None, clock: Clock) -> date:
    """Return the day that was said; today where none was.

    Raises:
        UsageError: as for `Said.on`.
    """
    return said.on(clock) if said else clock.today


def changes(clock: Clock, **given: Any) -> dict[str, Any]:
    """Return by field what an edit was given, days as ISO text, what is cleared as None.

    Args:
        clock: for what days are relative to.
        given: what the options hold; None what was not given, an empty text or `Said` clears.

    Raises:
        UsageError: a day cannot be read.
    """
    return {field: as_kept(value, clock) for field, value in given.items() if value is not None}


def as_kept(value: Any, clock: Clock) -> Any:
    """Return what was said as it is kept: days as ISO text, an empty text or `Said` as None.

    Raises:
        UsageError: a day cannot be read.
    """
    if value == "" or (isinstance(value, Said) and not value):
        return None
    if isinstance(value, Said):
        value = value.on(clock)
    return value.isoformat() if isinstance(value, date) else value
