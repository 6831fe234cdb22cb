"""Where an issue is: what was said, and the building and home it means."""

from __future__ import annotations

import re
from typing import NamedTuple

from jinlin.complex.rules.within import ENTRANCE_BEHIND, WITHIN
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import folded
from jinlin.store.transaction.tx import Reader

_BUILDING_FIRST = r".{1,8}?(?:号楼|号栋|栋|幢|座|#(?=楼|\d))"
"""Not `3楼` and `3号`: those are a floor and a gate as often as a building."""
_HOUSE = frozenset("楼栋幢座#＃")
"""What is in every name of a building that a title may tell."""
_HOME_FIRST = r"[0-9A-Z]{1,4}-[-0-9A-Z]+"
_CALLED_BEFORE = 6
"""So many characters of a building's name may stand before its number: `东区3号楼`."""


class Place(NamedTuple):
    """Where an issue is, as far as it is known.

    Attributes:
        building_id: None when it is nowhere in particular.
        household_id: None when it is in no home.
    """

    building_id: int | None = None
    household_id: int | None = None


def read_place(reader: Reader, *, building: str | None, room: str | None) -> Place:
    """Return the building and the home that were named.

    Args:
        reader: the database.
        building: `3`, `3号楼`; None when not given.
        room: `3-1-502`, or `502`, `1-502` with the building given; None when not given.

    Raises:
        UsageError: one cannot be read, the room's building is not said, or they contradict.
        NotFoundError: there is no such building or home, or more than one home.
    """
    from jinlin.complex.building.queries import building_id
    from jinlin.complex.rules.address import parse_building

    code = parse_building(building) if building else None
    if room is None:
        return Place(building_id(reader, code, near=True) if code else None)
    from jinlin.complex.rules.address import parse_address

    home = parse_address(room)
    said, entrance = None if home.or_floor else home.building, home.entrance
    if code and said and said != code and entrance is None:
        said, entrance = None, said  # “1-502” beside a building: an entrance and a room
    if code and said not in (None, code):
        raise UsageError(
            _("The room {room} is not in building {building}.").format(room=room, building=code),
            hint=_("Give only --room, or correct one of the two."),
        )
    code = code or said
    if code is None:
        raise UsageError(
            _("In which building is {room}?").format(room=room),
            hint=_("Write it like 3-1-502, or add --building."),
        )
    return _home(reader, building_id(reader, code), entrance=entrance, room=home.room, said=room)


class TitlePlace(NamedTuple):
    """The place that a title names.

    Attributes:
        said: in its words, where its building is known; None where none is.
        unknown: a building that nobody recorded, where no other is named.
    """

    said: str | None = None
    unknown: str | None = None


def place_in_title(reader: Reader, title: str) -> TitlePlace:
    """Return the place that a title begins with, its last word, or the only one that it names."""
    if not _HOUSE.intersection(title):
        return TitlePlace()
    place = rf"{_BUILDING_FIRST}{ENTRANCE_BEHIND}"
    for found in (re.match(place, title), re.fullmatch(place, title.rsplit(maxsplit=1)[-1])):
        if found is not None and place_in_words(reader, found[0]).building_id is not None:
            return TitlePlace(found[0])
    named = list(re.finditer(WITHIN, folded(title)))
    known = [said for one in named if (said := _called(reader, one)) is not None]
    if len(known) == 1:
        return TitlePlace(known[0])
    lost = named and not known and _any(reader)
    return TitlePlace(unknown=named[0]["building"] if lost else None)


def _called(reader: Reader, found: re.Match[str]) -> str | None:
    """Return a place with the name before its number, as its building is called; None if none."""
    begins = range(max(0, found.start() - _CALLED_BEFORE), found.start() + 1)
    return next(
        (
            said
            for said in (found.string[begin : found.end()] for begin in begins)
            if place_in_words(reader, said).building_id is not None
        ),
        None,
    )


def _any(reader: Reader) -> bool:
    """Return whether any building is recorded: otherwise none could be known."""
    return reader.value("SELECT 1 FROM building WHERE removed_at IS NULL LIMIT 1") is not None


def place_in_words(reader: Reader, text: str) -> Place:
    """Return the building that a free text begins with, where it is one we know: `3号楼2单元门口`.

    A whole address of a home we know means the home too. Whatever is not certain is left open.
    """
    said = folded(text).upper()
    first = re.match(_BUILDING_FIRST, said)
    if first is None and re.fullmatch(_HOME_FIRST, said) is None:
        return Place()
    from jinlin.complex.rules.address import parse_building

    try:
        return read_place(reader, building=None, room=text)
    except (UsageError, NotFoundError):
        if first is None:
            return Place()
    try:
        code = parse_building(first[0])
    except UsageError:
        return Place()
    known = "SELECT id FROM building WHERE code = ? AND removed_at IS NULL"
    return Place(reader.value(known, (code,)))


def entrance_meant(reader: Reader, room: str) -> str | None:
    """Return the entrance that is meant by what is no home of its building: `3-1`.

    Args:
        reader: the database.
        room: what was said to be a home.
    """
    try:
        read_place(reader, building=None, room=room)
    except NotFoundError as refused:
        return refused.instead[1][0] if refused.instead else None
    except UsageError:
        pass
    return None


def _entrance(reader: Reader, building: int, entrance: str) -> str | None:
    """Return what an entrance of a building is called; None where there is none such."""
    there = "SELECT 1 FROM household WHERE building_id = ? AND entrance = ? LIMIT 1"
    if reader.value(there, (building, entrance)) is None:
        return None
    code = reader.value("SELECT code FROM building WHERE id = ?", (building,))
    return f"{code}号楼{entrance}单元"


def _home(reader: Reader, building: int, *, entrance: str | None, room: str, said: str) -> Place:
    """Return the one home of a building with this room, and entrance if it was said."""
    homes = reader.rows(
        "SELECT id, entrance FROM household WHERE building_id = ? AND room = ?"
        " AND (? IS NULL OR entrance = ?) AND removed_at IS NULL ORDER BY entrance",
        (building, room, entrance, entrance),
    )
    if not homes:
        refused = NotFoundError(
            _("There is no home “{room}” in the register.").format(room=said),
            hint=_("See: jinlin household list. Or say it in words with --place."),
        )
        if entrance is None and (called := _entrance(reader, building, room)):
            refused.instead = said, (called,)
        raise refused
    if len(homes) > 1:
        raise NotFoundError(
            _("“{room}” may be in several entrances: {entrances}.").format(
                room=said, entrances=_(", ").join(str(home["entrance"]) for home in homes)
            ),
            hint=_("Say which one, like 3-1-502."),
        )
    return Place(building, int(homes[0]["id"]))
