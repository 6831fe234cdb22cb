"""A moment that somebody said, and whether it lies before or after what is recorded."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.clock import Clock
from jinlin.core.said import SaidMoment


class ToldMoment(NamedTuple):
    """A moment as somebody said it, of whom nobody knows more than the day where only that is said.

    Attributes:
        clock: for the days it lies on and between.
        at: as the database keeps it; of a day alone the first moment.
    """

    clock: Clock
    at: str

    @classmethod
    def of(cls, said: SaidMoment, clock: Clock) -> ToldMoment:
        """Return a moment that was said.

        Raises:
            UsageError: it cannot be read.
        """
        return cls(clock, said.on(clock))

    @property
    def day(self) -> date:
        """The civil day."""
        return self.clock.local(self.at).date()

    @property
    def only_day(self) -> bool:
        """Whether no time of day was said."""
        return self.at == self.clock.moment(self.day)

    def before(self, other: str) -> bool:
        """Return whether it is surely before another moment: a day alone is not, on the same."""
        return self.day < self._day_of(other) or (not self.only_day and self.at < other)

    def after(self, other: str) -> bool:
        """Return whether it is surely after another moment: a day alone is not, on the same."""
        return self.day > self._day_of(other) or (not self.only_day and self.at > other)

    def told(self, moment: str | None = None) -> str:
        """Return it, or another moment, as precisely as it was said."""
        at = self.clock.local(moment or self.at)
        return f"{at:%Y-%m-%d}" if self.only_day else f"{at:%Y-%m-%d %H:%M}"

    def _day_of(self, moment: str) -> date:
        return self.clock.local(moment).date()


def to_the_minute(clock: Clock, moment: str) -> str:
    """Return a kept moment as it is printed in a sentence: `2026-11-03 18:00`."""
    return f"{clock.local(moment):%Y-%m-%d %H:%M}"
