"""A door: one home as the register keeps it, and which one a text means."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import Final, NamedTuple

from jinlin.complex.building.queries import IN_ORDER, building_id
from jinlin.complex.household.removed import removed_home
from jinlin.complex.rules.address import Address, in_digits, label, parse_address
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.naming import take_for
from jinlin.core.numerals import DIGITS
from jinlin.store.transaction.tx import Reader

_SPOKEN: Final = f"[{''.join(DIGITS)}]*"
CANDIDATES: Final = 10
"""How many homes a message lists."""

_EVERY_DOOR: Final = (
    "SELECT h.id, h.building_id, b.code AS building, h.entrance, h.room, h.floor, h.area,"
    " h.area_basis, h.state, h.occupants, h.representative_id,"
    " h.representative_authority AS authority, h.note"
    " FROM household AS h JOIN building AS b ON b.id = h.building_id"
)
_DOORS: Final = f"{_EVERY_DOOR} WHERE h.removed_at IS NULL"
_CALLED: Final = (
    "SELECT id FROM person WHERE removed_at IS NULL AND forgotten_at IS NULL AND name = ?1"
)
_DOORS_OF: Final = (
    f"{_DOORS} AND h.id IN (SELECT household_id FROM occupancy WHERE removed_at IS NULL"
    f" AND until IS NULL AND person_id IN ({_CALLED})"
    " UNION SELECT household_id FROM ownership WHERE removed_at IS NULL"
    f" AND person_id IN ({_CALLED})) ORDER BY {IN_ORDER}, h.entrance, h.room"
)


class Door(NamedTuple):
    """One household as the register keeps it. Area in hundredths of a square metre.

    Attributes:
        representative_id: the person who votes for it.
        authority: the written authority of a representative who owns nothing here.
    """

    id: int
    building_id: int
    building: str
    entrance: str | None
    room: str
    floor: int
    area: int | None
    area_basis: str | None
    state: str | None
    occupants: int | None
    representative_id: int | None
    authority: str | None
    note: str | None

    @property
    def label(self) -> str:
        """How we write it: `3-1-502`."""
        return label(self.building, self.entrance, self.room)


def find_household(reader: Reader, text: str) -> Door:
    """Return the one household a text means: `3-1-502`, `3号楼1单元502室`, a unique `502`.

    The name of somebody who owns one home here, or lives in one, means that home; it is said.

    Raises:
        UsageError: it cannot be read as a home.
        NotFoundError: there is none, it was taken out, or there are several; they are listed.
    """
    said, building = _read(reader, text)
    found = doors(reader, building, said)
    if len(found) == 1:
        return found[0]
    if not found and len(found := _doors_of(reader, text)) == 1:
        take_for(text, found[0].label)
        return found[0]
    if found:
        raise NotFoundError(
            _("“{text}” may be several homes: {homes}.").format(text=text, homes=_named(found)),
            hint=_("Say which one, like {home}.").format(home=found[0].label),
        )
    _check_not_removed(reader, building, said)
    near = doors(reader, building, replace(said, entrance=None)) if said.entrance else []
    raise NotFoundError(
        _("There is no home “{room}” in the register.").format(room=text),
        hint=_("Is it {homes}?").format(homes=_named(near))
        if near
        else _("See: jinlin household list. To add it: jinlin household add {room}").format(
            room=text
        ),
    )


def _read(reader: Reader, text: str) -> tuple[Address, int | None]:
    """Read a home and its building's id; where it may be a floor that is said, any building."""
    said = parse_address(text)
    if said.or_floor:
        return replace(said, building=None), None
    return said, building_id(reader, said.building) if said.building else None


def _check_not_removed(reader: Reader, building: int | None, said: Address) -> None:
    """Say that a home was taken out of the register although something stands on it."""
    gone = removed_home(reader, building, entrance=said.entrance, room=said.room)
    if gone is not None:
        home = door_of(reader, gone[0]).label
        raise NotFoundError(
            _("{home} was taken out of the register, but the records still hold {what}.").format(
                home=home, what=_("; ").join(gone[1])
            ),
            hint=_("To bring it back with all of it: jinlin household add {home}").format(
                home=home
            ),
        )


def doors(reader: Reader, building: int | None, said: Address) -> list[Door]:
    """Return the households an address may mean.

    Args:
        reader: the database.
        building: the building's id; None for any.
        said: the entrance, if it is said, and the room.
    """
    asked = (
        f"{_DOORS} AND h.room {{}} ? AND (?2 IS NULL OR h.building_id = ?2)"
        f" AND (?3 IS NULL OR h.entrance = ?3) ORDER BY {IN_ORDER}, h.entrance"
    )
    rows = reader.rows(asked.format("="), (said.room, building, said.entrance))
    if not rows and re.fullmatch(r"\d{3,4}", said.room):  # recorded before numerals were read
        spoken = reader.rows(asked.format("GLOB"), (_SPOKEN, building, said.entrance))
        rows = [row for row in spoken if in_digits(row["room"]) == said.room]
    return [Door(**dict(row)) for row in rows]


def _doors_of(reader: Reader, name: str) -> list[Door]:
    """Return the households that somebody of this name owns or lives in."""
    return [Door(**dict(row)) for row in reader.rows(_DOORS_OF, ("".join(name.split()),))]


def doors_of(reader: Reader, building: int | None) -> list[Door]:
    """Return the households of a building or of all, from the first entrance and floor up."""
    rows = reader.rows(
        f"{_DOORS} AND (?1 IS NULL OR h.building_id = ?1)"
        f" ORDER BY {IN_ORDER}, h.entrance, h.floor, h.room",
        (building,),
    )
    return [Door(**dict(row)) for row in rows]


def doors_meant(reader: Reader, text: str) -> list[Door]:
    """Return the households a text may mean; none where it is no address, or nobody knows it."""
    with suppress(UsageError, NotFoundError):
        said, building = _read(reader, text)
        return doors(reader, building, said)
    return []


def door_of(reader: Reader, household_id: int) -> Door:
    """Return the household with this id, even one that was taken out of the register."""
    [row] = reader.rows(f"{_EVERY_DOOR} WHERE h.id = ?", (household_id,))
    return Door(**dict(row))


def _named(found: list[Door]) -> str:
    names = [door.label for door in found[:CANDIDATES]]
    return _(", ").join([*names, "…"] if len(found) > CANDIDATES else names)
