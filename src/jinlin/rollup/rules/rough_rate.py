"""Rates and hours as they are published: too roughly for a small number to be found out from it.

`38/39` says that one was not satisfied, and so does `97.4%` to whoever knows about how many were
asked. A rate is therefore rounded to `STEP` per cent, which any base of 20 can come to; where few
are counted, or few are not, a bound alone is published, the same for none of them and for
`SMALL + RANGE`. Many issues must be closed besides: the base of a rate of closed issues is less
than these by a number that may be small itself, and nobody must reckon it from where a bound
begins.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from jinlin.core.decimals import Rate
from jinlin.rollup.rules.suppression import RANGE, SMALL

STEP: Final = 5
"""Per cent to which a rate is rounded."""
FEW: Final = SMALL + RANGE
"""Where so many or fewer are counted, or are not, a bound alone is published."""
_SLACK: Final = FEW
HOURS_STEP: Final = 10
"""Hours of service are rounded to so many, and fewer are not told."""
_SIXTY: Final = 60


class _Bound(NamedTuple):
    """A bound and the smallest base that has it: `least` per cent or more, or its rest or less."""

    base: int
    least: int


_BOUNDS: Final = (_Bound(50, 90), _Bound(20, 70))
LEAST_BASE: Final = _BOUNDS[-1].base
"""No rate is published of fewer."""
LEAST_CLOSED: Final = LEAST_BASE + _SLACK
"""No rate is published of a unit with fewer closed issues."""


def rough_rate(rate: Rate, closed: int | None) -> str | None:
    """Return a rate as it is published, such as `85%` or `≥90%`; None where it is not.

    Args:
        rate: what is counted, and its base.
        closed: how many issues of the unit the publication says were closed; None if it is hidden.
    """
    counted, base = rate
    if closed is None or base < LEAST_BASE or closed < LEAST_CLOSED:
        return None
    share = Fraction(100 * counted, base)
    few = min(counted, base - counted)
    rounded = STEP * int(share / STEP + Fraction(1, 2))
    if few > FEW and closed >= _smallest_base(rounded) + _SLACK:
        return f"{rounded}%"
    more = 2 * counted > base
    for bound in _BOUNDS:
        if (
            base >= bound.base
            and closed >= bound.base + _SLACK
            and max(share, 100 - share) >= bound.least
        ):
            return f"≥{bound.least}%" if more else f"≤{100 - bound.least}%"
    return None


def _smallest_base(rounded: int) -> int:
    """Return the smallest base of which a rate that is no bound can be rounded to so much."""
    few = min(rounded, 100 - rounded) + Fraction(STEP, 2)
    return max(LEAST_BASE, int((FEW + 1) * 100 / few) + 1)


def rough_hours(minutes: int) -> int | None:
    """Return hours of service as they are published; None where they are fewer than a step.

    Of an exact sum whoever rendered a part knows the rest, which may be one neighbour's.
    """
    steps = Fraction(minutes, _SIXTY * HOURS_STEP)
    return HOURS_STEP * int(steps + Fraction(1, 2)) if steps >= 1 else None
