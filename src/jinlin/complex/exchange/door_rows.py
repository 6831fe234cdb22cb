"""Which door a row of a table means, among those a paper goes to: one reader for all tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, Generic, Protocol, TypeVar

from jinlin.complex.rules.address import (
    Address,
    label,
    parse_address,
    parse_building,
    parse_entrance,
)
from jinlin.core.i18n import _
from jinlin.exchange.table.rows import Row, RowError

DOOR: Final = ("address", "building", "entrance", "room")
"""The fields a row may name its door by."""
_NAMED: Final = 5


class DoorPlace(Protocol):
    """Whatever stands for one door."""

    @property
    def building(self) -> str:
        """The code of its building."""

    @property
    def entrance(self) -> str | None:
        """Its stairwell; None where the building has one."""

    @property
    def room(self) -> str:
        """What the door says."""


D = TypeVar("D", bound=DoorPlace)


class DoorFinder(Generic[D]):
    """The doors a table may name, found by what a row says of building, entrance and room.

    What a row leaves open is no matter where one door alone can be meant.

    Args:
        doors: they.
        stranger: says of what was written that it is none of them.
        at_home: whether a door may be called by its room alone; the others need their building.
    """

    def __init__(
        self,
        doors: Iterable[D],
        stranger: Callable[[str], str],
        *,
        at_home: Callable[[D], bool] = lambda _door: True,
    ) -> None:
        self._stranger = stranger
        self._at: dict[tuple[str | None, str], list[D]] = {}
        for door in doors:
            self._at.setdefault((door.building, door.room), []).append(door)
            if at_home(door):
                self._at.setdefault((None, door.room), []).append(door)

    def found(self, row: Row) -> D:
        """Return the door a row is about.

        Raises:
            RowError: it names none, none of these, or several.
        """
        field = named_by(row)
        said = _address(row, field)
        meant = self._meant(said)
        if not meant and said.or_floor:
            meant = self._meant(replace(said, building=None))
        if len(meant) == 1:
            return meant[0]
        written = label(said.building or "", said.entrance, said.room)
        if not meant:
            raise row.error(field, self._stranger(written))
        raise row.error(
            field,
            _("{door} may be several doors: {doors}").format(
                door=written,
                doors=_(", ").join(
                    label(one.building, one.entrance, one.room) for one in meant[:_NAMED]
                ),
            ),
        )

    def _meant(self, said: Address) -> list[D]:
        near = [
            one
            for one in self._at.get((said.building, said.room), ())
            if said.entrance in (None, one.entrance)
        ]
        whole = [one for one in near if said.building and one.entrance == said.entrance]
        return whole if len(whole) == 1 else near


def named_by(row: Row) -> str:
    """Return the field a row names its door by."""
    return "address" if row.text("address") else "room"


def _address(row: Row, field: str) -> Address:
    """Return where a row says its door is: its cells together, `1-502` beside a building too.

    Raises:
        RowError: nothing is said, it cannot be read, or its cells name different places.
    """
    text = row.required(field)
    said = row.read(field, lambda: parse_address(text))
    if cell := row.text("building"):
        building = row.read("building", lambda: parse_building(cell))
        if said.building not in (None, building):
            if said.entrance is not None or field == "address":
                raise _contradiction(row, "building", cell, text)
            said = replace(said, entrance=None if said.or_floor else said.building)
        said = replace(said, building=building)
    if cell := row.text("entrance"):
        entrance = row.read("entrance", lambda: parse_entrance(cell))
        if said.entrance not in (None, entrance):
            raise _contradiction(row, "entrance", cell, text)
        said = replace(said, entrance=entrance)
    return said


def _contradiction(row: Row, field: str, cell: str, text: str) -> RowError:
    return row.error(
        field, _("“{cell}” and “{text}” name different places").format(cell=cell, text=text)
    )
