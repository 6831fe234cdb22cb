"""The part of a stretch that has passed: which of its days and moments count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jinlin.core.clock import Clock, stamp
from jinlin.core.days.stretch import Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedStretch:
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


def period_of(stretch: Stretch, clock: Clock) -> PassedStretch:
    """Return the period of a stretch that has begun: all of it, or up to this moment."""
    ended = clock.today > stretch.last
    end = clock.moment(stretch.next.first)
    return PassedStretch(
        stretch=stretch,
        start=clock.moment(stretch.first),
        stop=end if ended else stamp(clock.now + timedelta(seconds=1)),
        cut_off=clock.local(end) if ended else clock.now.astimezone(clock.zone),
        day_after=stretch.next.first if ended else clock.today,
        complete=ended,
    )
