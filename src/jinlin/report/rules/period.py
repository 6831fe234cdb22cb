"""Which stretch a report is about, and which of its days it covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from jinlin.core.clock import Clock, stamp
from jinlin.core.days.stretch import Length, Stretch, stretch_named, stretch_with

REPORT_DAYS: Final = {Length.WEEK: 2, Length.MONTH: 10, Length.QUARTER: 20, Length.YEAR: 45}
"""Up to this day of a stretch, a report for which none is named is about the one before.

Monthly reports are handed in between the 1st and the 5th, sometimes late; some streets want them
on the 25th, when the month is still running.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPeriod:
    """The part of a stretch that has passed.

    Attributes:
        stretch: the civil week, month, quarter or year, in the database's own zone.
        start: its first moment, as the database keeps moments.
        stop: the first moment that no longer counts.
        cut_off: the moment up to which it counts, in civil time.
        day_after: the first civil day that has not wholly passed within the stretch.
        complete: whether the stretch is over.
    """

    stretch: Stretch
    start: str
    stop: str
    cut_off: datetime
    day_after: date
    complete: bool

    @property
    def last_day(self) -> date:
        """The last civil day that counts, today in a stretch that is still running."""
        return self.stretch.last if self.complete else self.day_after

    def is_ahead(self, day: date) -> bool:
        """Tell whether a report looks ahead to this day: up to the end of the next stretch."""
        return self.day_after <= day <= self.stretch.next.last


def stretch_reported(words: str | None, length: Length, clock: Clock) -> Stretch:
    """Return the stretch a report is about.

    Args:
        words: what the user typed; None for the one that is due: the one before until the tenth
            of a month, this one afterwards; likewise the others (`REPORT_DAYS`).
        length: how long it is.
        clock: for what the words are relative to.

    Raises:
        UsageError: there is no such stretch, it has not begun, or it is too long ago.
    """
    if words is not None:
        return stretch_named(words, length, clock)
    this = stretch_with(clock.today, length)
    return this.previous if (clock.today - this.first).days < REPORT_DAYS[length] else this


def period_of(stretch: Stretch, clock: Clock) -> ReportPeriod:
    """Return the period of a stretch that has begun: all of it, or up to this moment."""
    ended = clock.today > stretch.last
    end = clock.moment(stretch.next.first)
    return ReportPeriod(
        stretch=stretch,
        start=clock.moment(stretch.first),
        stop=end if ended else stamp(clock.now + timedelta(seconds=1)),
        cut_off=clock.local(end) if ended else clock.now.astimezone(clock.zone),
        day_after=stretch.next.first if ended else clock.today,
        complete=ended,
    )
