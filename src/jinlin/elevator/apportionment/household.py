"""A household as the apportionment sees it: its door, its floor, what it may be asked to pay."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.core.word import Word

MIN_FLOOR: Final = -9
MAX_FLOOR: Final = 150
FULL: Final = Fraction(1)

_PIECE = re.compile(r"(\d+)|(\D+)")


class Participation(Word):
    """Whether a household is a party to the plan, and whether it is asked to pay."""

    PAYS = "pays", N_("pays")
    EXEMPT = "exempt", N_("exempt")
    EXCLUDED = "excluded", N_("takes no part")


class SplitHousehold(NamedTuple):
    """One door of the stairwell (a tuple: a large house has many).

    Attributes:
        room: what the door says: `502`.
        floor: from -9 to 150; there is no floor 0.
        building: what people call the building; None where there is only one.
        entrance: the entrance; None where the building has none.
        area: exclusive area in hundredths of a square metre; None when unknown.
        relief: the part of its share it is asked for, from 0 to 1; the others bear the rest.
        status: pays, exempt (counted, pays nothing) or excluded (no party).
        cap: its own cap in fen; None when it has none of its own.
    """

    room: str
    floor: int
    building: str | None = None
    entrance: str | None = None
    area: int | None = None
    relief: Fraction = FULL
    status: Participation = Participation.PAYS
    cap: int | None = None

    @property
    def label(self) -> str:
        """The door with what is known of building and entrance: `3-1-502`, or `502`."""
        return "-".join(part for part in (self.building, self.entrance, self.room) if part)

    @property
    def order(self) -> str:
        """The text that sorts doors of one floor: building, entrance, room, numbers by value."""
        room = _natural(self.room)
        if self.building or self.entrance:
            return f"{_natural(self.building or '')}\x00{_natural(self.entrance or '')}\x00{room}"
        return room


def _natural(text: str) -> str:
    """Return text that sorts runs of digits by value: zeros in front aside, the shorter is less."""
    if text.isascii() and text.isdecimal():
        return _number(text)
    parts = text.split("-")
    if text.isascii() and all(map(str.isdecimal, parts)):  # `1-502`, without the regex
        return "1-\x01".join(map(_number, parts))
    return "".join(
        _number(digits) if digits else f"1{other}\x01"
        for digits, other in _PIECE.findall(compact(text))
    )


def _number(digits: str) -> str:
    value = digits.lstrip("0")
    return f"0{len(value):03}{value}"


def floor_exists(floor: int) -> bool:
    """Tell whether a building may have this floor: -9 to 150 without 0."""
    return MIN_FLOOR <= floor <= MAX_FLOOR and floor != 0


def in_reading_order(households: Sequence[SplitHousehold]) -> list[SplitHousehold]:
    """Return the households of one stairwell from the lowest floor up, by door.

    Raises:
        RuleError: a floor that does not exist, an area, relief or cap out of range, a door twice.
    """
    keys = []
    for place, household in enumerate(households):
        _check_figures(household)
        keys.append((household.floor, household.order, place))
    if len({order for _floor, order, _place in keys}) < len(keys):
        raise _listed_twice(households)
    keys.sort()
    return [households[place] for _floor, _order, place in keys]


def _listed_twice(households: Sequence[SplitHousehold]) -> RuleError:
    doors = Counter(household.order for household in households)
    twice = next(household for household in households if doors[household.order] > 1)
    return RuleError(
        _("{room} is listed twice.").format(room=twice.label),
        hint=_("List every household once, with building and entrance where rooms repeat."),
    )


def _check_figures(household: SplitHousehold) -> None:
    if not floor_exists(household.floor):
        raise RuleError(
            _("{room}: floor {floor} does not exist.").format(
                room=household.label, floor=household.floor
            ),
            hint=_("Floors run from -9 to 150, and there is no floor 0."),
        )
    if household.area is not None and household.area <= 0:
        raise RuleError(
            _("{room}: an area must be greater than zero.").format(room=household.label),
            hint=_("Leave the area empty when it is unknown."),
        )
    if household.relief is not FULL and not 0 <= household.relief <= 1:
        raise RuleError(
            _("{room}: a relief factor lies between 0 and 1.").format(room=household.label),
            hint=_("Write 0.5 when the household pays half of its share."),
        )
    if household.cap is not None and household.cap < 0:
        raise RuleError(
            _("{room}: a cap cannot be negative.").format(room=household.label),
            hint=_("Write the cap as an amount such as 50000 or 5万."),
        )
