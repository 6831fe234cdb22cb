"""A check of whole amounts that anyone can repeat in one pass, however they were found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


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
