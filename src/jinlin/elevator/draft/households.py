"""Households of a stairwell from a spreadsheet, for a split without a database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final

from jinlin.complex.rules.address import floor_of, parse_building, parse_entrance
from jinlin.core.errors import FileError, NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.elevator.apportionment.household import (
    MAX_FLOOR,
    Participation,
    SplitHousehold,
    floor_exists,
)
from jinlin.exchange.table.reader import read_table, read_whole
from jinlin.exchange.table.rows import Row

WANTED = ("building", "entrance", "room", "floor", "exclusive_area", "gross_area")


def read_households(path: Path) -> list[SplitHousehold]:
    """Read the households of a file with at least rooms and floors.

    A missing floor is told by the room (`502` is on floor 5). The exclusive area comes first.

    Raises:
        FileError: the file cannot be read, or one of its rows cannot: nothing is shared then.
    """
    households = read_whole(
        read_table(path, WANTED),
        _household,
        refusal=N_("{count} rows of {path} cannot be read; nothing was shared."),
    )
    if not households:
        raise FileError(
            _("{path} holds no household.").format(path=path),
            hint=_("Below the header it needs a row for each household: room and floor."),
        )
    return households


def _household(row: Row) -> SplitHousehold:
    room = row.required("room")
    floor = row.floor("floor")
    if floor is None:
        floor = floor_of(room)
    if floor is None:
        raise row.error("floor", _("nothing is filled in"))
    if not floor_exists(floor):
        raise row.error("floor", _("floor {floor} does not exist").format(floor=floor))
    building, entrance = row.text("building"), row.text("entrance")
    return row.read(
        "building",
        lambda: SplitHousehold(
            room=room,
            floor=floor,
            building=parse_building(building) if building else None,
            entrance=parse_entrance(entrance) if entrance else None,
            area=row.area("exclusive_area") or row.area("gross_area"),
        ),
    )


MAX_PER_FLOOR: Final = 99
"""More would give two doors the same number: floor 1's door 101 and floor 11's door 01."""


def stairwell(*, floors: int, per_floor: int) -> tuple[SplitHousehold, ...]:
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
        SplitHousehold(room=f"{floor}{door:02d}", floor=floor)
        for floor in range(1, floors + 1)
        for door in range(1, per_floor + 1)
    )


class Doors:
    """The households of one apportionment, to be found by room or by the whole door name."""

    def __init__(self, households: Sequence[SplitHousehold]) -> None:
        """Index the households by room and by `building-entrance-room`."""
        self._by_word: dict[str, list[int]] = {}
        self._labels = [household.label for household in households]
        for position, household in enumerate(households):
            for word in {compact(household.room), compact(household.label)}:
                self._by_word.setdefault(word, []).append(position)

    def position(self, word: str) -> int:
        """Return where in the list the household stands that a word means.

        Raises:
            NotFoundError: no household has this room, or several have.
        """
        found = self._by_word.get(compact(word), [])
        if not found:
            raise NotFoundError(
                _("No household {room} takes part.").format(room=word),
                hint=_("Rooms: {rooms}.").format(rooms=_some(self._labels)),
            )
        if len(found) > 1:
            labels = _some([self._labels[position] for position in found])
            raise NotFoundError(
                _("More than one household is called {room}.").format(room=word),
                hint=_("Say which: {rooms}.").format(rooms=labels),
            )
        return found[0]


def with_door_options(
    households: Sequence[SplitHousehold],
    *,
    relief: Iterable[tuple[str, Fraction]] = (),
    exempt: Iterable[str] = (),
    excluded: Iterable[str] = (),
    caps: Iterable[tuple[str, int]] = (),
) -> tuple[SplitHousehold, ...]:
    """Return the households with what was asked for single doors.

    Args:
        households: as they stand before.
        relief: room and factor from 0 to 1.
        exempt: rooms that are counted and pay nothing.
        excluded: rooms that are no party.
        caps: room and its own cap in fen.

    Raises:
        NotFoundError: a room is not among the households, or is the name of several.
        UsageError: the same is said twice of one room.
    """
    relief, exempt, excluded, caps = list(relief), list(exempt), list(excluded), list(caps)
    if not (relief or exempt or excluded or caps):
        return tuple(households)
    doors = Doors(households)
    changed = list(households)
    said: set[tuple[str, int]] = set()

    def once(what: str, word: str) -> int:
        position = doors.position(word)
        if (what, position) in said:
            raise UsageError(
                _("Two options contradict each other for room {room}.").format(room=word),
                hint=_("Say each thing once for one room: relief, cap, exempt or excluded."),
            )
        said.add((what, position))
        return position

    for word, factor in relief:
        position = once("relief", word)
        changed[position] = changed[position]._replace(relief=factor)
    for word, fen in caps:
        position = once("cap", word)
        changed[position] = changed[position]._replace(cap=fen)
    for status, words in ((Participation.EXEMPT, exempt), (Participation.EXCLUDED, excluded)):
        for word in words:
            position = once("status", word)
            changed[position] = changed[position]._replace(status=status)
    return tuple(changed)


def _some(labels: Sequence[str], *, most: int = 12) -> str:
    return ", ".join(labels[:most]) + (" …" if len(labels) > most else "")
