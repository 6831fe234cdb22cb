"""Which home a row of a roster is about: columns of its own, a whole address, the sheet's name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from jinlin.complex.rules.address import (
    Address,
    floor_of,
    parse_address,
    parse_building,
    parse_entrance,
)
from jinlin.complex.rules.postal import without_place
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.numerals import NUMERALS, int_of
from jinlin.core.text import folded
from jinlin.exchange.table.rows import Row, RowError, reason_of

Key = tuple[str, str | None, str]
"""Building, entrance, room."""

_NOTE: Final = re.compile(r"[(（]([^()（）]+)[)）]\s*$")
_TWO_HOMES: Final = re.compile(r"\d{3,5}\D*(?:[、,，/&+和~-]|打通|合并)\D*\d{3,5}")
_SHOP: Final = re.compile(r"店面|店铺|商铺|门面|门店")
_BARE: Final = re.compile(r"[0-9A-Za-z]{1,3}\s*[-\u2010-\u2015\u2212\u30fc~\s]")
_DAY: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_LONGEST_ENTRANCE: Final = 2
_ON_FLOOR: Final = re.compile(
    rf"(?P<below>负|地下)?第?(?P<number>\d{{1,3}}|[{NUMERALS}]{{1,3}})[层楼](?P<room>.*)"
)


def read_key(row: Row, place: str) -> tuple[Key, str]:
    """Read which household a row is about.

    Args:
        row: the row.
        place: what the complex is called; an address may begin with it.

    Returns:
        The key; and what stands in brackets behind the room: `复式`.

    Raises:
        RowError: it does not say so, or contradicts itself.
    """
    field = "room" if row.text("room") else "address"
    said = row.text(field).removesuffix(".0")
    if not said:
        raise row.error("room", _("nothing is filled in"))
    building, entrance = said_columns(row)
    try:
        address = _address(_room_alone(said) if building else said, place)
    except UsageError as error:
        if _TWO_HOMES.search(folded(said)):
            raise _two_homes(row, field, said) from error
        raise row.error(field, _date(said) or reason_of(error)) from error
    if address.or_floor:
        address = _without_floor(row, field, address, building)
    if building is None and address.building is None:
        building, of_sheet = building_of_sheet(row.headers.sheet)
        entrance = entrance or address.entrance or of_sheet
    note = _NOTE.search(said)
    key = _one_key(row, field, address, building=building, entrance=entrance)
    return key, note[1].strip() if note else ""


def _without_floor(row: Row, field: str, address: Address, building: str | None) -> Address:
    """Return an address whose number is the floor, where a column or the sheet says the building.

    Raises:
        RowError: nobody can tell whether the building or the floor is meant.
    """
    if (building or building_of_sheet(row.headers.sheet)[0]) is None:
        raise row.error(
            field,
            _(
                "“{text}”: is {number} the building or the floor? Write {home}, or 3-1-{room}"
            ).format(
                text=row.text(field),
                number=address.building,
                home=f"{address.building}号楼{address.room}",
                room=address.room,
            ),
        )
    return replace(address, building=None, or_floor=False)


def said_columns(row: Row) -> tuple[str | None, str | None]:
    """Read building and entrance from columns of their own.

    Raises:
        RowError: one cannot be read.
    """
    found = []
    for field, read in (("building", _building), ("entrance", _entrance)):
        said = row.text(field).removesuffix(".0")
        try:
            found.append(read(said) if said else None)
        except UsageError as error:
            raise row.error(field, _date(said) or reason_of(error)) from error
    return found[0], found[1]


def _date(said: str) -> str:
    """Return why a cell holds a day where none belongs; empty when it holds none."""
    if not _DAY.match(said):
        return ""
    return _(
        "the spreadsheet turned it into the date {text}: set the column to text and enter it again"
    ).format(text=said)


def _one_key(
    row: Row, field: str, address: Address, *, building: str | None, entrance: str | None
) -> Key:
    """Bring the columns and the address together; they must not contradict each other."""
    said = row.text(field)
    if building and address.building and building != address.building:
        if not _BARE.match(folded(said)):  # `5号楼502` says of another building, not entrance 5
            raise row.error(field, _("the building is not the one in its own column"))
        if entrance in (None, address.building) and address.entrance is None:
            entrance = address.building  # `1-502` in building 3: entrance 1
        else:
            raise row.error(field, _("the building is not the one in its own column"))
    if entrance and address.entrance and entrance != address.entrance:
        raise row.error(field, _("the entrance is not the one in its own column"))
    found, entrance = building or address.building, entrance or address.entrance
    if found is None:
        raise row.error("building", _("nothing is filled in"))
    if entrance and len(entrance) > _LONGEST_ENTRANCE and entrance.isdecimal():
        raise _two_homes(row, field, said)  # `501-502`
    return found, entrance, address.room


def _two_homes(row: Row, field: str, said: str) -> RowError:
    return row.error(field, _("“{text}” holds two homes: write a row for each").format(text=said))


@lru_cache(maxsize=4096)
def _address(said: str, place: str) -> Address:
    return parse_address(without_place(said, place))


_building = lru_cache(maxsize=1024)(parse_building)
_entrance = lru_cache(maxsize=256)(parse_entrance)


def _room_alone(said: str) -> str:
    """Return a room without the floor people put before it, where its number tells that floor."""
    match = _ON_FLOOR.fullmatch(folded(said))
    if match and floor_of(match["room"].removesuffix("室")) == _floor(match):
        return match["room"]
    return said


@lru_cache(maxsize=4096)
def floor_told(room: str) -> int | None:
    """Return the floor a room tells: its number, or its words (`一层店面2#`); a shop is at 1."""
    told = floor_of(room)
    if told is None and (match := _ON_FLOOR.fullmatch(room)):
        return _floor(match)
    return 1 if told is None and _SHOP.match(room) else told


def _floor(match: re.Match[str]) -> int | None:
    number = int_of(match["number"])
    return -number if number and match["below"] else number


_SHEET: Final = re.compile(
    r"(?P<building>(?:[\u4e00-\u9fff]{0,6}?第?(?:\d{1,3}[A-Z]?|[A-Z]|[一二两三四五六七八九十百零]{1,5})"
    r"(?:号楼|号栋|栋楼?|幢楼?|座楼?|楼|#楼?))|\d{1,3}|[A-Z])"
    r"(?:第?(?P<entrance>\d{1,2}|[一二三四五六七八九十]{1,3})(?:单元|梯|门))?"
)


@lru_cache(maxsize=256)
def building_of_sheet(name: str) -> tuple[str | None, str | None]:
    """Return the building, and the entrance, a sheet is called after: `3号楼`, `3#1单元`, `5`.

    Returns:
        None for both when its name is something else, such as `Sheet1` or `名册`.
    """
    match = _SHEET.fullmatch("".join(folded(name).upper().split()))
    if match is None:
        return None, None
    try:
        entrance = parse_entrance(match["entrance"]) if match["entrance"] else None
        return parse_building(match["building"]), entrance
    except UsageError:
        return None, None
