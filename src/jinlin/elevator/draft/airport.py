"""The yardstick of fairness: the airport game (Littlechild & Owen 1973), never the bill."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

FIXED_PART: Final = Fraction(1, 2)
"""How much of the cost is there however low the lift goes, unless it is said otherwise."""


def shapley_shares(
    floors: Sequence[int], *, cost: int, fixed: Fraction = FIXED_PART
) -> list[Fraction]:
    """Return the Shapley value of each door, in fen, exactly.

    Serving floor f alone would cost the fixed part and an equal part for each level up to f. Each
    slice of the cost is shared alike by the doors that need it, which is the Shapley value in
    closed form. A door on floor 1 or below needs no lift.

    Args:
        floors: the floor of each door; several may stand on one.
        cost: what is shared, in fen.
        fixed: the fixed part of the cost to the highest floor, from 0 to 1.
    """
    levels = sorted(max(floor - 1, 0) for floor in floors)
    top = levels[-1] if levels else 0
    if top == 0:
        return [Fraction(0)] * len(floors)
    first = bisect_left(levels, 1)
    share = fixed * cost / (len(levels) - first)
    by_level = [Fraction(0), *([share] * top)]
    slice_cost = (1 - fixed) * cost / top
    upto = Fraction(0)
    for level in range(1, top + 1):
        upto += slice_cost / (len(levels) - bisect_left(levels, level))
        by_level[level] += upto
    return [by_level[max(floor - 1, 0)] for floor in floors]


def distance(amounts: Sequence[int], yardstick: Sequence[Fraction]) -> Fraction:
    """Return which part of the money other doors bear than by the yardstick: 0 alike, below 1.

    Half the sum of all differences over the whole, exactly; 0 of nothing.
    """
    whole = sum(amounts)
    if whole == 0:
        return Fraction(0)
    differences = (abs(one - other) for one, other in zip(amounts, yardstick, strict=True))
    return sum(differences, Fraction(0)) / (2 * whole)
