"""Working days: Monday to Friday, but for the days off and the make-up days of a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

_SATURDAY: Final = 5
_ONE_DAY: Final = timedelta(days=1)


class Calendar(NamedTuple):
    """What differs from the week; a year that is not known counts Monday to Friday.

    Attributes:
        off: weekdays on which nobody works.
        work: days of a weekend on which everybody works.
        years: the years that are known.
    """

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Return whether people work on a day."""
        return day in self.work if day.weekday() >= _SATURDAY else day not in self.off

    def after(self, day: date, count: int) -> date:
        """Return the day on which so many working days are over; the first one is not counted."""
        return self._walk(day, count, _ONE_DAY)

    def before(self, day: date, count: int) -> date:
        """Return the day so many working days ahead of another."""
        return self._walk(day, count, -_ONE_DAY)

    def _walk(self, day: date, count: int, step: timedelta) -> date:
        left = count
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def unknown_years(self, first: date, last: date) -> list[int]:
        """Return the years between two days that are not known."""
        return [year for year in range(first.year, last.year + 1) if year not in self.years]
