"""Which days a monthly report covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from jinlin.core.clock import Clock, Month, parse_month, stamp
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _

REPORT_DAYS: Final = 10
"""Up to this day of a month, `report monthly` without a month is about the month before.

Reports are handed in between the 1st and the 5th, sometimes late; some streets want them on the
25th, when the month is still running.
"""
FIRST_YEAR: Final = 1950
"""No complex keeps issues from before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The part of a civil month that has passed.

    Attributes:
        month: the civil month, in the database's own zone.
        start: its first moment, as the database keeps moments.
        stop: the first moment that no longer counts.
        cut_off: the moment up to which it counts, in civil time.
        day_after: the first civil day that has not wholly passed within the month.
        complete: whether the month is over.
    """

    month: Month
    start: str
    stop: str
    cut_off: datetime
    day_after: date
    complete: bool

    @property
    def last_day(self) -> date:
        """The last civil day that counts, today in a month that is still running."""
        return self.month.last if self.complete else self.day_after

    def is_ahead(self, day: date) -> bool:
        """Tell whether a report looks ahead to this day: up to the end of the next month."""
        return self.day_after <= day <= self.month.next.last


def month_named(words: str | None, clock: Clock) -> Month:
    """Return the month a report is about.

    Args:
        words: what the user typed; None for the month that is due: the month before until the
            tenth, this month afterwards.
        clock: what the words are relative to.

    Raises:
        UsageError: there is no such month, it has not begun, or it is too long ago.
    """
    this = Month(clock.today.year, clock.today.month)
    if words is None:
        return this.previous if clock.today.day <= REPORT_DAYS else this
    month = parse_month(words, clock)
    if month > this:
        raise UsageError(
            _("{month} has not begun yet.").format(month=month),
            hint=_("The latest month there can be a report on is {month}.").format(month=this),
        )
    if month.year < FIRST_YEAR:
        raise UsageError(
            _("{month} is too long ago.").format(month=month),
            hint=_("Write it like 2026-10, 10, last or 上月."),
        )
    return month


def period_of(month: Month, clock: Clock) -> Period:
    """Return the period of a month that has begun: all of it, or up to this moment."""
    ended = clock.today > month.last
    end = clock.moment(month.next.first)
    return Period(
        month=month,
        start=clock.moment(month.first),
        stop=end if ended else stamp(clock.now + timedelta(seconds=1)),
        cut_off=clock.local(end) if ended else clock.now.astimezone(clock.zone),
        day_after=month.next.first if ended else clock.today,
        complete=ended,
    )
