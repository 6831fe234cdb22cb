"""What a reader of the result should be told, although nothing is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from jinlin.core.decimals import decimal, plain
from jinlin.core.i18n import N_, Message
from jinlin.elevator.apportionment.coefficients import Table
from jinlin.elevator.apportionment.household import Household
from jinlin.elevator.apportionment.schemes import Scheme
from jinlin.elevator.apportionment.weights import BY_AREA, Mode

STEEP: Final = 6
"""From here on the top is said to pay much more than the lowest paying floor."""


def cautions_of_rule(scheme: Scheme, *, floors: Sequence[int]) -> list[Message]:
    """Return what is unusual about a rule for a house with these floors."""
    found: list[Message] = []
    table = scheme.coefficients
    if isinstance(table, Table):
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
                {"scheme": scheme.name, "made": scheme.storeys, "have": max(floors)},
            )
        )
    return found


def caution_of_crowded_floors(
    payers: Sequence[Household], *, coefficients: Mapping[int, Fraction], by: Mode
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


def caution_of_steepness(charged: Sequence[tuple[Household, int]], *, by: Mode) -> list[Message]:
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
