"""Quotes by schemes: what each floor would pay, who gains, and how far from the yardstick."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.elevator.apportionment.household import Participation
from jinlin.elevator.apportionment.result import Split, SplitRequest
from jinlin.elevator.apportionment.schemes import Scheme
from jinlin.elevator.apportionment.split import split


class FloorFigures(NamedTuple):
    """What the doors of one floor would pay, in fen.

    Attributes:
        typical: the median; of two in the middle the lower.
        share: what the floor pays of the whole.
        gains: doors that pay less than by the area fallback.
        loses: doors that pay more.
    """

    floor: int
    low: int
    typical: int
    high: int
    amount: int
    share: Fraction
    gains: int
    loses: int


class Comparison(NamedTuple):
    """One quote by one scheme.

    Attributes:
        total: the gross cost in fen.
        problem: why it cannot be shared so; then the rest is empty.
        floors: from the lowest up; floors where everybody is free have zeros.
        gains: doors that pay less than by area (民法典 283); None where areas are not known.
        loses: doors that pay more.
        distance: which part of the money other doors bear than by the yardstick.
        steepness: what a door of the top floor pays against the lowest paying floor.
    """

    total: int
    scheme: Scheme
    problem: str | None = None
    net: int = 0
    payers: int = 0
    low: int = 0
    typical: int = 0
    high: int = 0
    floors: tuple[FloorFigures, ...] = ()
    gains: int | None = None
    loses: int | None = None
    distance: Fraction = Fraction(0)
    steepness: Fraction | None = None


def compare(
    request: SplitRequest,
    *,
    totals: Sequence[int],
    schemes: Sequence[Scheme],
    fallback: Scheme,
    fixed: Fraction,
) -> list[Comparison]:
    """Return each total shared by each scheme; what cannot be shared so says why.

    Args:
        request: who takes part, the subsidy, the rounding; its total and scheme are not used.
        totals: the gross costs in fen.
        schemes: the rules.
        fallback: the law's own rule, everybody by area.
        fixed: the fixed part of the cost, for the yardstick.
    """
    found = []
    for total in totals:
        by_area = _by_area(replace(request, total=total, scheme=fallback))
        for scheme in schemes:
            try:
                result = split(replace(request, total=total, scheme=scheme))
            except RuleError as error:
                found.append(Comparison(total, scheme, problem=error.message))
                continue
            found.append(_figures(result, by_area=by_area, fixed=fixed))
    return found


def _by_area(request: SplitRequest) -> Mapping[str, int] | None:
    """Return by door what everybody would pay by area; None where areas are not known.

    Reliefs and ceilings are a scheme's; the fallback knows none of them.
    """
    doors = [
        door._replace(relief=Fraction(1), cap=None)
        for door in request.households
        if door.status is not Participation.EXCLUDED
    ]
    if not all(door.area for door in doors):
        return None
    doors = [door._replace(status=Participation.PAYS) for door in doors]
    try:
        result = split(replace(request, households=doors, floor_caps={}))
    except RuleError:
        return None
    return {charge.household.label: charge.amount for charge in result.charges}


def _figures(result: Split, *, by_area: Mapping[str, int] | None, fixed: Fraction) -> Comparison:
    charges = [c for c in result.charges if c.household.status is not Participation.EXCLUDED]
    amounts = [charge.amount for charge in charges]
    paid = sorted(charge.amount for charge in charges if charge.weight)
    change = [
        0 if by_area is None else charge.amount - by_area[charge.household.label]
        for charge in charges
    ]
    yardstick = shapley_shares(
        [charge.household.floor for charge in charges], cost=result.net, fixed=fixed
    )
    floors = []
    for line in result.floors:
        here = [
            (charge.amount, moved)
            for charge, moved in zip(charges, change, strict=True)
            if charge.household.floor == line.floor
        ]
        if not here:
            continue
        of_floor = sorted(amount for amount, _moved in here)
        floors.append(
            FloorFigures(
                floor=line.floor,
                low=of_floor[0],
                typical=_median(of_floor),
                high=of_floor[-1],
                amount=sum(of_floor),
                share=Fraction(sum(of_floor), result.net) if result.net else Fraction(0),
                gains=sum(moved < 0 for _amount, moved in here),
                loses=sum(moved > 0 for _amount, moved in here),
            )
        )
    paying = [figures for figures in floors if figures.amount]
    known = by_area is not None
    return Comparison(
        total=result.request.total,
        scheme=result.request.scheme,
        net=result.net,
        payers=result.payers,
        low=paid[0] if paid else 0,
        typical=_median(paid) if paid else 0,
        high=paid[-1] if paid else 0,
        floors=tuple(floors),
        gains=sum(moved < 0 for moved in change) if known else None,
        loses=sum(moved > 0 for moved in change) if known else None,
        distance=distance(amounts, yardstick),
        steepness=Fraction(paying[-1].typical, paying[0].typical)
        if paying and paying[0].typical
        else None,
    )


def _median(ordered: Sequence[int]) -> int:
    return ordered[(len(ordered) - 1) // 2]


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
