"""Shares and whole amounts under caps, exactly: water filling, then Webster's divisor method.

Integers and fractions only. Households stand in tie order: of two equal claims the earlier one is
served first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heapreplace
from math import lcm


@dataclass(frozen=True, slots=True, kw_only=True)
class Apportionment:
    """Shares under caps, exact and whole, in the order of the weights.

    Attributes:
        level: what one unit of weight pays in fen where no cap holds it back.
        weights: the weights as integers; one of them is `scale` times the weight given.
        scale: their common denominator.
        caps: the caps in fen.
        amounts: what each household pays in fen; they sum to the total.
        remainder: the fen that fill no whole unit, already in the amounts.
        remainder_to: the position of the household they went to; None when there are none.
    """

    level: Fraction
    weights: Sequence[int]
    scale: int
    caps: Sequence[int]
    amounts: Sequence[int]
    remainder: int
    remainder_to: int | None

    def exact_shares(self) -> list[Fraction]:
        """Return `min(level·weight, cap)` in fen for each household."""
        above, below = self.level.numerator, self.level.denominator * self.scale
        known: dict[tuple[int, int], Fraction] = {}
        shares = []
        for claim in zip(self.weights, self.caps, strict=True):
            share = known.get(claim)
            if share is None:
                weight, cap = claim
                share = Fraction(min(above * weight, cap * below), below)
                known[claim] = share
            shares.append(share)
        return shares

    def filled(self) -> list[bool]:
        """Tell for each household whether its exact share has reached its cap."""
        above, below = self.level.numerator, self.level.denominator * self.scale
        return [
            above * weight >= cap * below
            for weight, cap in zip(self.weights, self.caps, strict=True)
        ]


def apportion(
    total: int, *, weights: Sequence[Fraction], caps: Sequence[int], unit: int = 1
) -> Apportionment:
    """Share a total by weight under caps.

    The exact shares are `min(L·w, u)` with the one level `L` for which they sum to the total. The
    whole units are those of the capped divisor method of Webster/Sainte-Laguë: units are handed
    out one at a time, the m-th unit of a household ranking `(2m-1)/w` while m is at most its cap,
    smallest rank first. What fills no unit goes to whoever would receive the next one.

    Args:
        total: what is shared, in fen.
        weights: above 0, in tie order.
        caps: in whole units, for everybody; together they hold the total.
        unit: the rounding unit in fen.
    """
    scale = lcm(*{weight.denominator for weight in weights})
    scaled = [weight.numerator * (scale // weight.denominator) for weight in weights]
    in_fen = [cap * unit for cap in caps]
    level = _water_level(total, weights=scaled, caps=in_fen)
    whole, remainder = divmod(total, unit)
    units = _up_to(level / unit, weights=scaled, caps=caps)
    _repair(units, total=whole, weights=scaled, caps=caps)
    amounts = [count * unit for count in units]
    served = _next_in_line(units, weights=scaled, caps=caps) if remainder else None
    if served is not None:
        amounts[served] += remainder
    return Apportionment(
        level=level * scale,
        weights=scaled,
        scale=scale,
        caps=in_fen,
        amounts=amounts,
        remainder=remainder,
        remainder_to=served,
    )


def _precision(weights: Sequence[int]) -> int:
    """Return so many binary places that two different ratios `c/w` never look equal.

    They differ by at least `1/(w1·w2)`.
    """
    return 2 * max(weights).bit_length()


def _water_level(total: int, *, weights: Sequence[int], caps: Sequence[int]) -> Fraction:
    """Return the level `L` for which `min(L·w, cap)` sums to the total.

    Those with the smallest `cap / w` are filled first.
    """
    places = _precision(weights)
    fillable = [position for position, cap in enumerate(caps) if cap < total]
    fillable.sort(key=lambda position: (caps[position] << places) // weights[position])
    left, mass = total, sum(weights)
    for position in fillable:
        if caps[position] * mass >= left * weights[position]:
            break
        left -= caps[position]
        mass -= weights[position]
    return Fraction(left, mass)


def _up_to(level: Fraction, *, weights: Sequence[int], caps: Sequence[int]) -> list[int]:
    """Return for each household the units ranking up to `2·level`: its share rounded half up."""
    double, half, divisor = 2 * level.numerator, level.denominator, 2 * level.denominator
    return [
        min((double * weight + half) // divisor, cap)
        for weight, cap in zip(weights, caps, strict=True)
    ]


def _repair(units: list[int], *, total: int, weights: Sequence[int], caps: Sequence[int]) -> None:
    """Add the cheapest missing units, or take back the dearest, until they sum to the total.

    The units to start from are all those up to one rank, so that the result is the same as handing
    out every unit from the first.
    """
    places = _precision(weights)
    short = total - sum(units)
    if short > 0:
        waiting = [
            (((2 * have + 1) << places) // weights[i], i)
            for i, have in enumerate(units)
            if have < caps[i]
        ]
        heapify(waiting)
        for _ in range(short):
            i = waiting[0][1]
            units[i] += 1
            if units[i] < caps[i]:
                heapreplace(waiting, (((2 * units[i] + 1) << places) // weights[i], i))
            else:
                heappop(waiting)
    elif short < 0:
        given = [
            (-(((2 * have - 1) << places) // weights[i]), -i)
            for i, have in enumerate(units)
            if have
        ]
        heapify(given)
        for _ in range(-short):
            i = -given[0][1]
            units[i] -= 1
            if units[i]:
                heapreplace(given, (-(((2 * units[i] - 1) << places) // weights[i]), -i))
            else:
                heappop(given)


def _next_in_line(units: Sequence[int], *, weights: Sequence[int], caps: Sequence[int]) -> int:
    """Return who would receive the next unit."""
    places = _precision(weights)
    return min(
        (((2 * have + 1) << places) // weights[i], i)
        for i, have in enumerate(units)
        if have < caps[i]
    )[1]
