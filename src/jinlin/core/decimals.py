"""Exact fractions as people and machines read them, and shares with their base (率与基数)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

_PLACES: Final = 6
SMALL_BASE: Final = 10
"""Below this base only counts are printed, no percentage (small numbers point at families)."""


class Rate(NamedTuple):
    """A share with its base."""

    numerator: int
    denominator: int

    @property
    def exact(self) -> Fraction | None:
        """The share; None where the base is too small to speak of one."""
        if self.denominator < SMALL_BASE:
            return None
        from fractions import Fraction

        return Fraction(self.numerator, self.denominator)


def decimal(value: Fraction, *, places: int) -> str:
    """Return a fraction that is not negative as a decimal, rounded half up: `1,234.57`."""
    tenfold = 10**places
    scaled = (2 * value.numerator * tenfold + value.denominator) // (2 * value.denominator)
    whole, rest = divmod(scaled, tenfold)
    return f"{whole:,}.{rest:0{places}d}" if places else f"{whole:,}"


def plain(value: Fraction) -> str:
    """Return a fraction that is not negative without loss: `0.5`, `12`, or `1/3` where it must."""
    for places in range(_PLACES + 1):
        if (value * 10**places).denominator == 1:
            return decimal(value, places=places).replace(",", "")
    return p_over_q(value)


def p_over_q(value: Fraction) -> str:
    """Return the form of the JSON contract, always with a denominator: `1/2`, `3/1`."""
    return f"{value.numerator}/{value.denominator}"
