"""One apportionment, whole: from households, cost and scheme to what every door pays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import groupby, pairwise
from typing import Final

from jinlin.core.decimals import decimal, plain
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.money import yuan
from jinlin.elevator.apportionment.apportion import Apportionment, apportion
from jinlin.elevator.apportionment.caps import check_feasible, least_cap, own_caps
from jinlin.elevator.apportionment.coefficients import FloorTable, coefficient
from jinlin.elevator.apportionment.cost import check_cost
from jinlin.elevator.apportionment.household import Participation, SplitHousehold, in_reading_order
from jinlin.elevator.apportionment.result import Charge, FloorLine, Split, SplitRequest
from jinlin.elevator.apportionment.schemes import Scheme, needed_coefficients
from jinlin.elevator.apportionment.weights import BY_AREA, Mode, is_payer, weights


def split(request: SplitRequest) -> Split:
    """Share the cost of an elevator among the doors of a stairwell, to the fen.

    Raises:
        RuleError: the cost or a household is impossible, a floor has no coefficient, an area is
            missing, nobody pays, or the caps cannot hold the cost.
    """
    check_cost(request.total, subsidy=request.subsidy)
    doors = in_reading_order(request.households)
    coefficients = _coefficients(request.scheme, doors)
    places = _payers_in_tie_order(doors, coefficients=coefficients)
    uniform = request.scheme.cap.units(
        gross=request.total, payers=len(places), unit=request.rounding.fen
    )
    payers = [doors[place] for place in places]
    found, charged = _charge(request, payers, coefficients=coefficients, uniform=uniform)
    paid = dict(zip(places, charged, strict=True))
    charges = [
        paid.get(place) or Charge(household=door, coefficient=coefficients[door.floor])
        for place, door in enumerate(doors)
    ]
    return Split(
        request=request,
        cap=None if uniform is None else uniform * request.rounding.fen,
        payers=len(payers),
        remainder=found.remainder,
        remainder_to=None if found.remainder_to is None else payers[found.remainder_to],
        charges=tuple(charges),
        floors=_floor_lines(charges),
        warnings=_warnings(request, charged, coefficients=coefficients),
    )


def _coefficients(scheme: Scheme, doors: Sequence[SplitHousehold]) -> dict[int, Fraction]:
    rule = needed_coefficients(scheme)
    floors = sorted({door.floor for door in doors})
    return {floor: coefficient(rule, floor=floor, free=scheme.free) for floor in floors}


def _payers_in_tie_order(
    doors: Sequence[SplitHousehold], *, coefficients: Mapping[int, Fraction]
) -> list[int]:
    """Return where the payers stand, as ties are broken: higher floor first, then by door."""
    places = [
        place
        for place, door in enumerate(doors)
        if is_payer(door, coefficient=coefficients[door.floor])
    ]
    if not places:
        raise RuleError(
            _("Nobody pays: every household is free, exempt or excluded."),
            hint=_("Check the free floors, and who is exempt or excluded."),
        )
    return sorted(places, key=lambda place: -doors[place].floor)


def _charge(
    request: SplitRequest,
    payers: Sequence[SplitHousehold],
    *,
    coefficients: Mapping[int, Fraction],
    uniform: int | None,
) -> tuple[Apportionment, list[Charge]]:
    """Apportion under caps, and keep what shows who carries what they hold back."""
    unit, net = request.rounding.fen, request.net
    shares = weights(payers, coefficients=coefficients, by=request.scheme.by)
    everything = -(-net // unit)
    own = own_caps(payers, floor_caps=request.floor_caps, unit=unit)
    caps = [least_cap(uniform, cap) for cap in own]
    limits = [everything if cap is None else cap for cap in caps]
    check_feasible(limits, own=own, net=net, unit=unit)
    found = apportion(net, weights=shares, caps=limits, unit=unit)
    return found, [
        Charge(
            household=payer,
            coefficient=coefficients[payer.floor],
            weight=shares[i],
            level=found.level,
            amount=found.amounts[i],
            cap=None if (cap := caps[i]) is None else cap * unit,
            capped=cap is not None and found.filled[i],
            flat=found.flat,
        )
        for i, payer in enumerate(payers)
    ]


def _floor_lines(charges: Sequence[Charge]) -> tuple[FloorLine, ...]:
    lines = []
    for floor, group in groupby(charges, key=lambda charge: charge.household.floor):
        members = list(group)
        paid = [charge.amount for charge in members if charge.weight]
        lines.append(
            FloorLine(
                floor=floor,
                coefficient=members[0].coefficient,
                households=sum(c.household.status is not Participation.EXCLUDED for c in members),
                payers=len(paid),
                lowest=min(paid, default=0),
                highest=max(paid, default=0),
                amount=sum(paid),
            )
        )
    return tuple(lines)


def _warnings(
    request: SplitRequest, charged: Sequence[Charge], *, coefficients: Mapping[int, Fraction]
) -> tuple[Message, ...]:
    by = request.scheme.by
    payers = [charge.household for charge in charged]
    warnings = cautions_of_rule(request.scheme, floors=list(coefficients))
    warnings += caution_of_crowded_floors(payers, coefficients=coefficients, by=by)
    warnings += caution_of_steepness([(c.household, c.amount) for c in charged], by=by)
    granted = request.subsidy.granted(request.total)
    if granted > request.total:
        warnings.append(
            Message(
                N_("The subsidy of {granted} yuan is more than the cost; only the cost counts."),
                {"granted": yuan(granted)},
            )
        )
    if request.net == 0:
        warnings.append(Message(N_("The subsidy covers the whole cost: nothing is left to share.")))
    return tuple(warnings)


STEEP: Final = 6
"""From here on the top is said to pay much more than the lowest paying floor."""


def cautions_of_rule(scheme: Scheme, *, floors: Sequence[int]) -> list[Message]:
    """Return what is unusual about a rule for a house with these floors."""
    found: list[Message] = []
    table = scheme.coefficients
    if isinstance(table, FloorTable):
        found += [
            Message(
                N_("The coefficient falls from floor {lower} to floor {higher}."),
                {"lower": lower, "higher": higher},
            )
            for lower, higher in table.falls(free=scheme.free)
        ]
        found += [
            Message(
                N_(
                    "Floor {floor} has coefficient {coefficient} in the table, but it is free; "
                    "--free-up-to 0 lets every floor pay."
                ),
                {"floor": floor, "coefficient": plain(value)},
            )
            for floor, value in sorted(table.by_floor.items())
            if value and scheme.free.covers(floor)
        ]
    if scheme.storeys is not None and max(floors) != scheme.storeys:
        found.append(
            Message(
                N_(
                    "The scheme {scheme} is made for {made} storeys and this house has {have}; "
                    "the shares of the floors that are there were scaled to the whole."
                ),
                {"scheme": scheme.called, "made": scheme.storeys, "have": max(floors)},
            )
        )
    return found


def caution_of_crowded_floors(
    payers: Sequence[SplitHousehold], *, coefficients: Mapping[int, Fraction], by: Mode
) -> list[Message]:
    """Return the floors that pay less than the floor below because more households share them."""
    if by not in {Mode.FLOOR, Mode.FLOOR_AREA}:
        return []
    size: dict[int, int] = {}
    for household in payers:
        part = household.area or 0 if by is Mode.FLOOR_AREA else 1
        size[household.floor] = size.get(household.floor, 0) + part
    price = {floor: coefficients[floor] / size[floor] for floor in sorted(size)}
    return [
        Message(
            N_(
                "Households on floor {higher} are charged less than on floor {lower}, "
                "because more of them share the floor."
            ),
            {"higher": higher, "lower": lower},
        )
        for lower, higher in pairwise(price)
        if price[lower] > price[higher] and coefficients[lower] <= coefficients[higher]
    ]


def caution_of_steepness(
    charged: Sequence[tuple[SplitHousehold, int]], *, by: Mode
) -> list[Message]:
    """Return a warning when the top pays more than six times what the lowest paying floor pays.

    Compared are full households, or square metres where areas count, so that reliefs and large
    flats do not count as steepness.

    Args:
        charged: each payer and the fen it pays.
        by: the mode.
    """
    floors = {household.floor for household, _fen in charged}
    top, low = max(floors), min(floors)
    money = {top: 0, low: 0}
    size = {top: Fraction(0), low: Fraction(0)}
    for household, fen in charged:
        if household.floor in money:
            money[household.floor] += fen
            area = household.area or 0 if by in BY_AREA else 1
            size[household.floor] += household.relief * area
    ratio = money[top] * size[low] / (money[low] * size[top]) if money[low] else Fraction(0)
    return (
        []
        if ratio <= STEEP
        else [
            Message(
                N_(
                    "Floor {top} pays {ratio} times what floor {low} pays; "
                    "a flatter ladder is --scheme gentle."
                ),
                {"top": top, "ratio": decimal(ratio, places=1), "low": low},
            )
        ]
    )
