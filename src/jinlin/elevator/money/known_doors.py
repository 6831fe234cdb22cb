"""Which door of a project a list means: whole, short, or in the words of a transfer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from jinlin.complex.rules.address import Address, floor_of, label, parse_address
from jinlin.core.errors import UsageError
from jinlin.core.numerals import NUMERALS
from jinlin.core.text import folded

_DASHES: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc~", "-")
)
_NUMBER: Final = rf"(?:\d{{1,3}}[A-Z]?|[A-Z]|第?[{NUMERALS}]{{1,3}})"
_HOUSE: Final = "(?:号楼|号栋|号|栋楼?|幢楼?|座楼?|楼|#楼?)-?"
_STAIR: Final = "(?:单元|号梯|梯|楼道|门)-?"
_CODE: Final = r"(?:\d{1,3}[A-Z]?|[A-Z])-"
_SPAN: Final = re.compile(
    rf"(?<![0-9A-Z-])(?:{_NUMBER}{_HOUSE}|{_CODE})?(?:第?{_NUMBER}{_STAIR}|{_CODE})?"
    r"[A-Z]?\d{3,4}[A-Z]?(?![0-9A-Z-]|\s*[元块万%年]|\.\d)"
)
"""A home within other words; no amount, day or number of an account."""
_LOOSE: Final = re.compile(rf"\s*({_HOUSE}|{_STAIR})\s*")


class _Place(Protocol):
    @property
    def building(self) -> str | None: ...
    @property
    def entrance(self) -> str | None: ...
    @property
    def room(self) -> str: ...


D = TypeVar("D", bound=_Place)


class Columns(NamedTuple):
    """What columns of their own say of a door; None where there is none."""

    building: str | None = None
    entrance: str | None = None


class KnownDoors(Generic[D]):
    """The doors of a project, to be found by what people write.

    Args:
        doors: they.
    """

    def __init__(self, doors: Iterable[D]) -> None:
        self._by_room: dict[str, list[D]] = {}
        for door in doors:
            self._by_room.setdefault(door.room, []).append(door)
        self._floors = {floor_of(room) for room in self._by_room} - {None}

    def at(self, said: Address) -> D | None:
        """Return the one door an address fits, short or whole; None when none does, or several."""
        fitting = [
            door
            for door in self._by_room.get(said.room, ())
            if said.building in (None, door.building) and said.entrance in (None, door.entrance)
        ]
        exact = [door for door in fitting if said.entrance == door.entrance and said.building]
        found = exact or fitting
        return found[0] if len(found) == 1 else None

    def within(self, text: str, columns: Columns) -> list[D]:
        """Return the doors that are named among other words: `3-1-201电梯款`, `401 张三`.

        Args:
            text: the words.
            columns: what must not be contradicted.

        Returns:
            None of them where another home is named too.
        """
        found: dict[str, D] = {}
        words = _LOOSE.sub(r"\1", folded(text).upper().translate(_DASHES))
        for match in _SPAN.finditer(words):
            said = _address(match[0], columns)
            door = self.at(said) if said else None
            if door is not None:
                found[label(door.building or "", door.entrance, door.room)] = door
            elif said is None or said.building or floor_of(said.room) in self._floors:
                return []
        return list(found.values())


def _address(said: str, columns: Columns) -> Address | None:
    """Return a home that is said, with what columns of their own say; None where they differ."""
    try:
        address = parse_address(said)
    except UsageError:
        return None
    for own, other in (
        (address.building, columns.building),
        (address.entrance, columns.entrance),
    ):
        if own and other and own != other:
            return None
    return Address(
        building=address.building or columns.building,
        entrance=address.entrance or columns.entrance,
        room=address.room,
    )
