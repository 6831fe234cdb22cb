"""Apportionment: shares under caps by water-filling, whole amounts by Webster's divisor method.

Integers and fractions only. Households stand in tie order: of two equal claims the earlier one is
served first. Inside, a weight is a pair `(above, below)`, which is quicker than a Fraction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heapreplace
from math import lcm
from typing import TypeAlias

_Weights: TypeAlias = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apportionment:
    """Shares under caps, in the order of the weights.

    Attributes:
        flat: what one unit of weight would pay in fen if there were no caps.
        level: what one unit of weight pays in fen where no cap holds it back: the exact share is
            `min(level·weight, cap)`.
        filled: whether each exact share has reached its cap.
        amounts: what each household pays in fen; they sum to the total.
        remainder: the fen that fill no whole unit, already in the amounts.
        remainder_to: the position of the household they went to; None when there are none.
    """

    flat: Fraction
    level: Fraction
    filled: Sequence[bool]
    amounts: Sequence[int]
    remainder: int
    remainder_to: int | None


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
    pairs = [weight.as_integer_ratio() for weight in weights]
    scale = lcm(*{below for _above, below in pairs})
    mass = _mass(pairs, scale=scale)
    level = _water_level(Fraction(total, unit), weights=pairs, caps=caps, scale=scale, mass=mass)
    whole, remainder = divmod(total, unit)
    units = _up_to(level, weights=pairs, caps=caps)
    _repair(units, total=whole, weights=pairs, caps=caps)
    amounts = [count * unit for count in units]
    served = _next_in_line(units, weights=pairs, caps=caps) if remainder else None
    if served is not None:
        amounts[served] += remainder
    up, down = level.as_integer_ratio()
    return Apportionment(
        flat=Fraction(total * scale, mass),
        level=level * unit,
        filled=[
            up * above >= cap * down * below
            for (above, below), cap in zip(pairs, caps, strict=True)
        ],
        amounts=amounts,
        remainder=remainder,
        remainder_to=served,
    )


def _precision(weights: _Weights) -> int:
    """Return how many binary places `_rank` needs to tell any two different ratios apart.

    They differ by at least one over the product of the two numerators of `w`.
    """
    return 2 * max(above for above, _below in weights).bit_length()


def _rank(count: int, weight: tuple[int, int], places: int) -> int:
    """Return `count / w` as an integer that sorts as the ratio does, exactly."""
    return (count * weight[1] << places) // weight[0]


def _mass(weights: _Weights, *, scale: int) -> int:
    """Return the sum of the weights, times a common multiple of what is below them."""
    sums: dict[int, int] = {}
    for above, below in weights:
        sums[below] = sums.get(below, 0) + above
    return sum(above * (scale // below) for below, above in sums.items())


def _water_level(
    total: Fraction, *, weights: _Weights, caps: Sequence[int], scale: int, mass: int
) -> Fraction:
    """Return the level `L` for which `min(L·w, cap)` sums to the total.

    Those with the smallest `cap / w` are filled first. `mass` is the sum of the weights, `scale`
    times.
    """
    left, parts = total.as_integer_ratio()
    places = _precision(weights)
    fillable = [
        (_rank(cap, weight, places), cap, weight)
        for weight, cap in zip(weights, caps, strict=True)
        if cap * parts < left
    ]
    fillable.sort()
    for _ratio, cap, (above, below) in fillable:
        weight = above * (scale // below)
        if cap * parts * mass >= left * weight:
            break
        left -= cap * parts
        mass -= weight
    return Fraction(left * scale, mass * parts)


def _up_to(level: Fraction, *, weights: _Weights, caps: Sequence[int]) -> list[int]:
    """Return for each household the units ranking up to `2·level`: its share rounded half up."""
    up, down = level.as_integer_ratio()
    return [
        min((2 * up * above + down * below) // (2 * down * below), cap)
        for (above, below), cap in zip(weights, caps, strict=True)
    ]


def _repair(units: list[int], *, total: int, weights: _Weights, caps: Sequence[int]) -> None:
    """Add the cheapest missing units, or take back the dearest, until they sum to the total.

    The units to start from are all those up to one rank, so that the result is the same as handing
    out every unit from the first.
    """
    short = total - sum(units)
    if short > 0:
        _hand_out(short, units, weights=weights, caps=caps)
    elif short < 0:
        _take_back(-short, units, weights=weights)


def _hand_out(count: int, units: list[int], *, weights: _Weights, caps: Sequence[int]) -> None:
    places = _precision(weights)
    waiting = [
        (_rank(2 * have + 1, weights[i], places), i)
        for i, have in enumerate(units)
        if have < caps[i]
    ]
    heapify(waiting)
    for _ in range(count):
        i = waiting[0][1]
        units[i] += 1
        if units[i] < caps[i]:
            heapreplace(waiting, (_rank(2 * units[i] + 1, weights[i], places), i))
        else:
            heappop(waiting)


def _take_back(count: int, units: list[int], *, weights: _Weights) -> None:
    places = _precision(weights)
    given = [(-_rank(2 * have - 1, weights[i], places), -i) for i, have in enumerate(units) if have]
    heapify(given)
    for _ in range(count):
        i = -given[0][1]
        units[i] -= 1
        if units[i]:
            heapreplace(given, (-_rank(2 * units[i] - 1, weights[i], places), -i))
        else:
            heappop(given)


def _next_in_line(units: Sequence[int], *, weights: _Weights, caps: Sequence[int]) -> int:
    """Return who would receive the next unit."""
    places = _precision(weights)
    return min(
        (_rank(2 * have + 1, weights[i], places), i)
        for i, have in enumerate(units)
        if have < caps[i]
    )[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Why amounts are the ones: no unit moved from one household to another would be fairer.

    Moving one unit from `a` to `b` changes `Σ x²/w` by the rank of the unit `b` would get,
    `(2x+1)/w`, less the rank of the unit `a` gives up, `(2x-1)/w`. So it is enough that the dearest
    unit given ranks no higher than the cheapest one waiting; where they rank alike, tie order says
    who was first. One answer alone passes.

    Attributes:
        complete: the amounts sum to the total.
        within: nobody has less than nothing or more than the cap.
        dearest_given: rank and position of the last unit given; None when none was.
        cheapest_waiting: rank and position of the next unit; None when all are at their caps.
    """

    complete: bool
    within: bool
    dearest_given: tuple[Fraction, int] | None
    cheapest_waiting: tuple[Fraction, int] | None

    @property
    def holds(self) -> bool:
        """Whether the amounts are the fair ones."""
        in_order = (
            self.dearest_given is None
            or self.cheapest_waiting is None
            or self.dearest_given < self.cheapest_waiting
        )
        return self.complete and self.within and in_order


def certificate(
    units: Sequence[int], *, total: int, weights: Sequence[Fraction], caps: Sequence[int]
) -> Certificate:
    """Check whole amounts in one pass.

    Args:
        units: the whole units of each household, in tie order.
        total: the units that were to be handed out.
        weights: the weight of each household, above 0.
        caps: the cap of each household in units.
    """
    dearest: tuple[Fraction, int] | None = None
    cheapest: tuple[Fraction, int] | None = None
    for position, (have, weight, cap) in enumerate(zip(units, weights, caps, strict=True)):
        if have > 0:
            given = (2 * have - 1) / weight, position
            dearest = given if dearest is None else max(dearest, given)
        if have < cap:
            waiting = (2 * have + 1) / weight, position
            cheapest = waiting if cheapest is None else min(cheapest, waiting)
    return Certificate(
        complete=sum(units) == total,
        within=all(0 <= have <= cap for have, cap in zip(units, caps, strict=True)),
        dearest_given=dearest,
        cheapest_waiting=cheapest,
    )
