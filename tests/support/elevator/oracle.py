"""The definition of the apportionment, spelled out slowly: the judge of the fast code.

Shares no code with it beyond the value classes: every coefficient is counted floor by floor, exact
shares are found as people find them (split by weight, cut at the cap, hand the excess to the
others, repeat), and whole units are handed out one at a time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jinlin.elevator.apportionment.caps import Cap, CapKind
from jinlin.elevator.apportionment.coefficients import Ladder
from jinlin.elevator.apportionment.household import Participation, SplitHousehold
from jinlin.elevator.apportionment.result import SplitRequest
from jinlin.elevator.apportionment.schemes import Scheme
from jinlin.elevator.apportionment.weights import Mode


class InfeasibleError(Exception):
    """The caps cannot hold the cost."""


def coefficient(scheme: Scheme, floor: int) -> Fraction:
    """Count the rungs one by one, from the first floor that is not free."""

    def free(level: int) -> bool:
        up_to = scheme.free.up_to
        return level in scheme.free.others or (up_to is not None and level <= up_to)

    if free(floor):
        return Fraction(0)
    rule = scheme.coefficients
    assert rule is not None
    if not isinstance(rule, Ladder):
        return rule.by_floor[floor]
    lowest = 1 if scheme.free.up_to is None else -9
    below = [level for level in range(lowest, floor) if level != 0 and not free(level)]
    return rule.base + rule.step * len(below)


def caps_in_units(request: SplitRequest, payers: Sequence[SplitHousehold]) -> list[int | None]:
    """Take for each payer the least of all caps that apply, rounded down to the unit."""
    unit = request.rounding.fen
    caps: list[int | None] = []
    for household in payers:
        amounts = [
            Fraction(fen) for floor, fen in request.floor_caps.items() if floor >= household.floor
        ]
        if household.cap is not None:
            amounts.append(Fraction(household.cap))
        amounts += _uniform(request.scheme.cap, gross=request.total, payers=len(payers))
        caps.append(min(amounts) // unit if amounts else None)
    return caps


def _uniform(cap: Cap, *, gross: int, payers: int) -> list[Fraction]:
    if cap.kind is CapKind.NONE:
        return []
    if cap.kind is CapKind.AMOUNT:
        return [cap.value]
    if cap.kind is CapKind.MEAN:
        return [cap.value * Fraction(gross, payers)]
    return [cap.value * gross]


def weight(
    household: SplitHousehold, payers: Sequence[SplitHousehold], *, k: Fraction, by: Mode
) -> Fraction:
    """Write down the table of the four modes."""
    on_floor = [other for other in payers if other.floor == household.floor]
    r = household.relief
    if by is Mode.HOUSEHOLD:
        return k * r
    if by is Mode.FLOOR:
        return k * r / len(on_floor)
    assert household.area is not None
    if by is Mode.AREA:
        return k * household.area * r
    return k * r * household.area / sum(other.area or 0 for other in on_floor)


def exact_shares(
    net: int, *, weights: Sequence[Fraction], caps: Sequence[int | None]
) -> list[Fraction]:
    """Split by weight, cut at the caps, hand the excess to the others, until nobody is above."""
    held: dict[int, Fraction] = {}
    while True:
        left = net - sum(held.values())
        free = [i for i in range(len(weights)) if i not in held]
        mass = sum((weights[i] for i in free), Fraction(0))
        shares = {i: left * weights[i] / mass for i in free}
        over = {i: Fraction(cap) for i in free if (cap := caps[i]) is not None and shares[i] > cap}
        if not over:
            return [held[i] if i in held else shares[i] for i in range(len(weights))]
        held |= over
        if len(held) == len(weights):
            return [held[i] for i in range(len(weights))]


def one_by_one(
    net: int,
    *,
    payers: Sequence[SplitHousehold],
    weights: Sequence[Fraction],
    caps: Sequence[int | None],
    unit: int,
) -> list[int]:
    """Hand out the units one at a time, then the remainder to whoever would be next."""

    def takes_next(units: Sequence[int]) -> int:
        waiting = [i for i in range(len(payers)) if (cap := caps[i]) is None or units[i] < cap]
        if not waiting:
            raise InfeasibleError
        return min(
            waiting,
            key=lambda i: (
                Fraction(2 * (units[i] + 1) - 1) / weights[i],
                -payers[i].floor,
                int(payers[i].room),
            ),
        )

    units = [0] * len(payers)
    for _ in range(net // unit):
        units[takes_next(units)] += 1
    amounts = [count * unit for count in units]
    if net % unit:
        amounts[takes_next(units)] += net % unit
    return amounts


def judge(request: SplitRequest) -> Mapping[str, tuple[Fraction, int]]:
    """Return by room the exact share and the amount in fen."""
    by_rate = request.subsidy.rate * request.total // 1
    if request.subsidy.ceiling is not None and by_rate > request.subsidy.ceiling:
        by_rate = request.subsidy.ceiling
    net = max(0, request.total - request.subsidy.lump - by_rate)
    ks = {h.room: coefficient(request.scheme, h.floor) for h in request.households}
    payers = [
        h
        for h in request.households
        if h.status is Participation.PAYS and ks[h.room] > 0 and h.relief > 0
    ]
    weights = [weight(h, payers, k=ks[h.room], by=request.scheme.by) for h in payers]
    caps = caps_in_units(request, payers)
    unit = request.rounding.fen
    amounts = one_by_one(net, payers=payers, weights=weights, caps=caps, unit=unit)
    in_fen = [None if cap is None else cap * unit for cap in caps]
    exact = exact_shares(net, weights=weights, caps=in_fen)
    result = {h.room: (Fraction(0), 0) for h in request.households}
    for household, share, amount in zip(payers, exact, amounts, strict=True):
        result[household.room] = (share, amount)
    return result
