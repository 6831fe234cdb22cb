"""One row of a roster of households, as the property company or the community writes it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jinlin.complex.address import Address, floor_of, parse_address, parse_building, parse_entrance
from jinlin.complex.rules import State
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.exchange.rows import Row, without_padding
from jinlin.exchange.words import value_meaning

WANTED: Final = (
    "building", "entrance", "room", "address", "floor", "exclusive_area", "gross_area", "state",
    "owner", "phone", "share", "remark",
)  # fmt: skip
_BETWEEN_NAMES: Final = re.compile(r"[、,，/;；]")
_SHARE: Final = re.compile(r"(\d{1,4})/(\d{1,4})|(\d{1,3}(?:\.\d{1,4})?)%")

Key = tuple[str, str | None, str]
"""Building, entrance, room."""


class RosterRow(NamedTuple):
    """A household as a roster states it; None where the roster says nothing.

    Attributes:
        floor: from -9 to 150, never 0.
        floor_stated: whether the roster says so itself, and not only the number of the room.
        area: in hundredths of a square metre.
        owners: their names.
        phone: the owner's, when there is one owner.
        share: as written, `1/2` or `50%`.
    """

    key: Key
    floor: int
    floor_stated: bool
    area: int | None
    state: State | None
    owners: tuple[str, ...]
    phone: str | None
    share: str | None
    note: str | None


def read_roster_row(row: Row) -> RosterRow:
    """Read one row.

    Raises:
        RowError: something in it cannot be taken.
    """
    key = _key(row)
    stated = row.floor("floor")
    floor = floor_of(key[2]) if stated is None else stated
    if floor is None:
        raise row.error("floor", _("nothing is filled in, and the room does not tell it"))
    if not -9 <= floor <= 150 or floor == 0:  # noqa: PLR2004  (as the schema checks)
        raise row.error("floor", _("floor {floor} does not exist").format(floor=floor))
    owners = _owners(row)
    phone = row.phone("phone")
    return RosterRow(
        key=key,
        floor=floor,
        floor_stated=stated is not None,
        area=row.area("exclusive_area") or row.area("gross_area"),
        state=_state(row),
        owners=owners,
        phone=phone if phone and len(owners) == 1 else None,
        share=_share(row),
        note=row.text("remark") or None,
    )


def _key(row: Row) -> Key:
    """Read which household it is: from columns of its own, or from a whole address."""
    said = row.text("room") or row.text("address")
    if not said:
        raise row.error("room", _("nothing is filled in"))
    field = "room" if row.text("room") else "address"
    try:
        address = parse_address(said)
        building = parse_building(row.text("building")) if row.text("building") else None
        entrance = parse_entrance(row.text("entrance")) if row.text("entrance") else None
    except UsageError as error:
        raise row.error(field, error.message.rstrip(".。")) from error
    return _one_key(row, field, address, building=building, entrance=entrance)


def _one_key(
    row: Row, field: str, address: Address, *, building: str | None, entrance: str | None
) -> Key:
    """Bring the columns and the address together; they must not contradict each other."""
    if building and address.building and building != address.building:
        if entrance in (None, address.building) and address.entrance is None:
            return building, address.building, address.room  # `1-502` in building 3: entrance 1
        raise row.error(field, _("the building is not the one in its own column"))
    if entrance and address.entrance and entrance != address.entrance:
        raise row.error(field, _("the entrance is not the one in its own column"))
    found = building or address.building
    if found is None:
        raise row.error("building", _("nothing is filled in"))
    return found, entrance or address.entrance, address.room


def _owners(row: Row) -> tuple[str, ...]:
    parts = _BETWEEN_NAMES.split(row.name("owner"))
    names = [name for part in parts if (name := without_padding(part))]
    return tuple(dict.fromkeys(names))


def _state(row: Row) -> State | None:
    said = row.text("state")
    if not said:
        return None
    meaning = value_meaning("state", said)
    if meaning is None:
        raise row.error("state", _("“{text}” is no known state of use").format(text=said))
    return State(meaning)


def _share(row: Row) -> str | None:
    said = row.text("share").replace("％", "%").replace(" ", "")
    if not said:
        return None
    match = _SHARE.fullmatch(said)
    if match is None or (match[1] and not 0 < int(match[1]) <= int(match[2])):
        raise row.error("share", _("“{text}” is no share such as 1/2 or 50%").format(text=said))
    return said
