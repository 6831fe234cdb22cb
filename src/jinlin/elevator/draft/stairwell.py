"""A stairwell made from two numbers, for a first look before there is any list of households."""

from __future__ import annotations

from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.elevator.apportionment.household import MAX_FLOOR, Household

MAX_PER_FLOOR: Final = 99
"""More would give two doors the same number: floor 1's door 101 and floor 11's door 01."""


def stairwell(*, floors: int, per_floor: int) -> tuple[Household, ...]:
    """Make the households 101, 102, …, 201, 202, … of floors 1 to `floors`, areas unknown.

    Raises:
        UsageError: not 1 to 150 floors, or not 1 to 99 households on each.
    """
    if not 1 <= floors <= MAX_FLOOR:
        raise UsageError(
            _("A stairwell cannot have this many floors: {floors}.").format(floors=floors),
            hint=_("Give --floors a number from 1 to {most}.").format(most=MAX_FLOOR),
        )
    if not 1 <= per_floor <= MAX_PER_FLOOR:
        raise UsageError(
            _("A floor cannot have this many households: {count}.").format(count=per_floor),
            hint=_("Give --per-floor a number from 1 to {most}.").format(most=MAX_PER_FLOOR),
        )
    return tuple(
        Household(room=f"{floor}{door:02d}", floor=floor)
        for floor in range(1, floors + 1)
        for door in range(1, per_floor + 1)
    )
