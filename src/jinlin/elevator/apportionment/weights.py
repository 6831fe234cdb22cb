"""What a coefficient weighs: a household, its area, or a floor that its households share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word
from jinlin.elevator.apportionment.household import Participation, SplitHousehold


class Mode(Word, refusal=N_("“{text}” is no way of sharing.")):
    """What a coefficient weighs."""

    HOUSEHOLD = "household", N_("by household"), "户", "按户"
    AREA = "area", N_("by area"), "面积", "按面积"
    FLOOR = "floor", N_("by floor, its households alike"), "按层", "层"
    FLOOR_AREA = "floor-area", N_("by floor, its households by area"), "按层按面积", "层内面积"


BY_AREA: Final = frozenset({Mode.AREA, Mode.FLOOR_AREA})


def is_payer(household: SplitHousehold, *, coefficient: Fraction) -> bool:
    """Tell whether a household pays: status *pays*, coefficient and relief factor not 0."""
    return household.status is Participation.PAYS and bool(coefficient and household.relief)


def weights(
    payers: Sequence[SplitHousehold], *, coefficients: Mapping[int, Fraction], by: Mode
) -> list[Fraction]:
    """Return the weight of each payer, in their order.

    With coefficient k, relief r and area a: `k·r`, `k·a·r`, `k·r / (paying households on the
    floor)`, or `k·r·a / (paying area on the floor)`.

    Args:
        payers: those who pay, and nobody else.
        coefficients: the coefficient of every floor they live on.
        by: the mode.

    Raises:
        RuleError: an area is needed and unknown.
    """
    areas = _areas(payers) if by in BY_AREA else [1] * len(payers)
    per_floor: dict[int, int] = {}
    for household, area in zip(payers, areas, strict=True):
        per_floor[household.floor] = per_floor.get(household.floor, 0) + area
    shared = by in {Mode.FLOOR, Mode.FLOOR_AREA}
    prices: dict[tuple[int, int, int], Fraction] = {}
    found: list[Fraction] = []
    for household, area in zip(payers, areas, strict=True):
        relief = household.relief
        key = household.floor, relief.numerator, relief.denominator  # hashing a Fraction is slow
        if key not in prices:
            whole = coefficients[household.floor] * relief
            prices[key] = whole / per_floor[household.floor] if shared else whole
        price = prices[key]
        found.append(price if area == 1 else Fraction(price.numerator * area, price.denominator))
    return found


def _areas(payers: Sequence[SplitHousehold]) -> list[int]:
    areas = [household.area for household in payers if household.area is not None]
    if len(areas) < len(payers):
        unknown = [household.label for household in payers if household.area is None]
        raise RuleError(
            _(
                "An area is needed and unknown for {count} of the paying households: {rooms}."
            ).format(
                count=len(unknown), rooms=", ".join(unknown[:5]) + (" …" if unknown[5:] else "")
            ),
            hint=_("Add the areas, or share with --by household or --by floor."),
        )
    return areas
