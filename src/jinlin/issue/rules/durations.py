"""How long things took, told without a false precision: median and 90th percentile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jinlin.core.clock import Clock


class Spread(NamedTuple):
    """How long something took in how many cases.

    Hours are told only of cases of which a time of day was written down at both ends; whole days of
    all.

    Attributes:
        cases: of how many issues hours are known.
        double_median: twice the median in seconds: the sum of the two values in the middle.
        ninetieth: the 90th percentile in seconds: the smallest that nine tenths
            do not exceed.
        all_cases: of how many issues days are known, those among them.
        double_median_days: twice the median in civil days.
        ninetieth_days: the 90th percentile in civil days.
    """

    cases: int = 0
    double_median: int = 0
    ninetieth: int = 0
    all_cases: int = 0
    double_median_days: int = 0
    ninetieth_days: int = 0

    @property
    def median_hours(self) -> str | None:
        """The median in hours, to one decimal, halves upwards; None of nothing."""
        return _tenths(self.double_median, 7200) if self.cases else None

    @property
    def ninetieth_hours(self) -> str | None:
        """The 90th percentile in hours, to one decimal, halves upwards; None of nothing."""
        return _tenths(self.ninetieth, 3600) if self.cases else None

    @property
    def days_only(self) -> int:
        """Of how many issues a day is known and no time of day: they are in no hours."""
        return self.all_cases - self.cases

    @property
    def median_days(self) -> str | None:
        """The median of all in days: a whole number or a half; None of nothing."""
        half = ".5" if self.double_median_days % 2 else ""
        return f"{self.double_median_days // 2}{half}" if self.all_cases else None


def took(clock: Clock, start: str, end: str) -> str:
    """Return SQL for how long something took, as `spread_of` reads it: `5400/0`, `/3`.

    Where only a day was said for a step, its first moment is kept for it, and where the step before
    was later on that day, the moment of that: neither tells a time of day.

    Args:
        clock: for the zone.
        start: the column with the moment at which it began.
        end: the column with the moment at which it ended.
    """
    midnight = clock.moment(clock.today)[10:]
    minutes = f"'{clock.zone.utcoffset(None).total_seconds() / 60:+.0f} minutes'"
    return (
        f"iif('{midnight}' IN (substr({start}, 11), substr({end}, 11)) OR {start} = {end}, '',"
        f" unixepoch({end}) - unixepoch({start})) || '/' || CAST(julianday(date({end}, {minutes}))"
        f" - julianday(date({start}, {minutes})) AS INTEGER)"
    )


class Took(NamedTuple):
    """How long one thing took.

    Attributes:
        seconds: None where only a day was written down at one end.
        days: in civil days.
    """

    seconds: int | None
    days: int


def time_between(clock: Clock, start: str, end: str) -> Took:
    """Return how long it was from one moment to another, by the rule of `took`."""
    begun, ended = clock.local(start), clock.local(end)
    days = (ended.date() - begun.date()).days
    midnight = clock.moment(clock.today)[10:]
    if midnight in {start[10:], end[10:]} or start == end:
        return Took(None, days)
    return Took(int((ended - begun).total_seconds()), days)


def spread_of(found: Iterable[str]) -> Spread:
    """Return how long things took, each written as `took` writes it."""
    pairs = [one.split("/") for one in found]
    seconds = sorted(int(said) for said, _days in pairs if said)
    days = sorted(int(said) for _seconds, said in pairs)
    return Spread(*_middle_and_ninetieth(seconds), *_middle_and_ninetieth(days))


def _middle_and_ninetieth(ordered: Sequence[int]) -> tuple[int, int, int]:
    """Return how many there are, the sum of the two in the middle, and the one at ceil(0.9 n)."""
    count = len(ordered)
    if not count:
        return 0, 0, 0
    middle = ordered[(count - 1) // 2] + ordered[count // 2]
    return count, middle, ordered[(count * 9 + 9) // 10 - 1]


def _tenths(number: int, unit: int) -> str:
    """Return a number of units to one decimal, halves upwards, in whole numbers throughout."""
    tenths = (number * 20 + unit) // (unit * 2)
    return f"{tenths // 10}.{tenths % 10}"
