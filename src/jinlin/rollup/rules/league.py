"""Who is best: only units with enough behind their rate get a place, and luck is taken off.

A rate of few is high or low by chance; so places follow the lower bound of Wilson's interval, which
is reckoned in whole numbers: a float decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import isqrt
from typing import Final, NamedTuple

from jinlin.core.decimals import Rate
from jinlin.rollup.rules.suppression import FEWEST_BRANCHES

FEWEST_RATED: Final = 30
"""A rate with a smaller base gets no place."""
_Z: Final = Fraction(49, 25)
"""1.96: within so many standard deviations lie 95 per cent."""
_SCALE: Final = 10**9


class LeagueUnit(NamedTuple):
    """A unit that is compared with others.

    Attributes:
        code: its code.
        branches: how many of it reported.
        rate: what it is compared by; more is better.
    """

    code: str
    branches: int
    rate: Rate

    @property
    def ranked(self) -> bool:
        """Whether it has enough behind it for a place."""
        return self.rate.denominator >= FEWEST_RATED and self.branches >= FEWEST_BRANCHES


class LeaguePlace(NamedTuple):
    """A unit in its order.

    Attributes:
        place: from 1; units that are equal share it; None for one that is only listed.
    """

    place: int | None
    unit: LeagueUnit


def league(units: Iterable[LeagueUnit]) -> Iterator[LeaguePlace]:
    """Yield units, the best first; those without a place follow by their code."""
    listed = sorted(units, key=lambda unit: unit.code)
    ranked = [(lower_bound(unit.rate), unit) for unit in listed if unit.ranked]
    ranked.sort(key=lambda one: -one[0])
    place, before = 0, None
    for number, (bound, unit) in enumerate(ranked, 1):
        place = place if bound == before else number
        before = bound
        yield LeaguePlace(place, unit)
    for unit in listed:
        if not unit.ranked:
            yield LeaguePlace(None, unit)


def lower_bound(rate: Rate) -> Fraction:
    """Return the lower end of Wilson's interval, never more than it is, to nine places.

    Source: E. B. Wilson, “Probable inference, the law of succession, and statistical inference”,
    JASA 22 (1927).

    Raises:
        ZeroDivisionError: nothing was rated.
    """
    good, rated = rate
    squared = _Z * _Z
    inner = squared * (squared + Fraction(4 * good * (rated - good), rated)) * _SCALE**2
    root = isqrt(-(-inner.numerator // inner.denominator) - 1) + 1
    scaled = (2 * good + squared) * _SCALE - root
    return max(Fraction(0), Fraction(scaled // (2 * (rated + squared)), _SCALE))
