"""What people call a building and a home, and what we call it: `3号楼1单元502室` is `3-1-502`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NoReturn

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.numerals import DIGITS, NUMERALS, chinese_integer, int_of
from jinlin.core.text import folded

MAX_LENGTH: Final = 40
"""More characters than any address within one complex has."""
DEEPEST: Final = 9
"""The lowest basement a room number may tell."""

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc~", "-"))
_NOTE = r"\([^()]*\)$"
_GAP = r"(?<=[0-9A-Z])\s+(?=[0-9A-Z])"

_HAN = r"[\u4e00-\u9fff]"
_NUMBER = rf"(?:\d{{1,3}}[A-Z]?|[A-Z]\d{{0,2}}|[{NUMERALS}]{{1,5}})"
_SIDE = "[东西南北中甲乙丙丁]"
_HOUSE = "(?:号楼|号栋|栋楼?|幢楼?|座楼?|楼)"
_STAIR = "(?:单元|号梯|梯|楼道|门)"
_ROOM = rf"(?:-?\d{{1,5}}[A-Z]?|[A-Z]\d{{2,5}}|{_HAN}{{1,8}}{_NUMBER}?[#号]?)"
_NAMED = rf"(?P<name>{_HAN}{{0,6}}?)第?(?P<number>{_NUMBER})"

_BUILDING = rf"{_NAMED}(?:{_HOUSE}|号|#楼?)?"
_BUILDING_ONLY = rf"{_NAMED}{_HOUSE}"
_BUILDING_NAME = rf"{_HAN}{{1,8}}"
_ENTRANCE = rf"第?(?P<number>{_NUMBER}|{_SIDE}){_STAIR}?"
_ENTRANCE_ONLY = rf"第?(?:{_NUMBER}|{_SIDE}){_STAIR}"
_DOOR = rf"(?P<room>{_ROOM})(?:室|房|户|号)?"
_ADDRESS = (
    rf"(?:(?P<building>{_HAN}{{0,6}}?第?{_NUMBER})(?:(?:{_HOUSE}|号|#楼?)-?|-)"
    rf"|(?P<named>{_HAN}{{1,8}})-)?"
    rf"(?:(?P<entrance>第?{_NUMBER}|{_SIDE})(?:{_STAIR}-?|-))?"
    rf"(?P<room>{_ROOM})(?:室|房|户|号)?"
)
_SPOKEN = (
    r"(?:(?<![\u4e00-\u9fff])|(?<=[楼栋幢座元梯门层号]))"
    rf"(?P<digits>[{''.join(DIGITS)}]{{3,4}})(?P<end>[室房户号]?)$"
)
_STOREY = (
    rf"(?P<before>.*?)第?(?P<floor>\d{{1,3}}|[{NUMERALS}]{{1,3}})(?P<word>[层楼])-?"
    r"(?P<room>\d{3,5}[A-Z]?)[室房户号]?"
)
_BEFORE_STOREY = r".*[-#号楼栋幢座元梯门]"
_CODE = r"(?P<sign>-?)(?P<letter>[A-Z]?)0*(?P<rest>\d*[A-Z]?)"
_FLOOR = r"(?P<below>-|B)?(?P<floor>\d{1,2})\d\d[A-Z]?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A home as somebody named it.

    Attributes:
        building: what people call the building: `3`, `A`, `东区3`; None when it was not said.
        entrance: the stairwell: `1`, `东`; None when it was not said or there is none.
        room: the number on the door without leading zeros, or a name: `502`, `-101`, `店面1#`.
        or_floor: what is read as the building may be the floor: `5楼501`.
    """

    building: str | None
    entrance: str | None
    room: str
    or_floor: bool = False


def parse_building(text: str) -> str:
    """Read a building such as `3`, `A`, `3号楼`, `3栋`, `3幢`, `A座`, `3＃`, `03`, `十二栋`.

    A number may follow a name, `东区3号楼`; a name may stand alone, `紫荆阁`.

    Returns:
        What we call it: `3`, `A`, `12`, `东区3`.

    Raises:
        UsageError: it is no building.
    """
    said = _said(text)
    match = re.fullmatch(_BUILDING, said)
    code = _number(match["number"]) if match else None
    if match and code:
        return match["name"] + code
    if match is None and re.fullmatch(_BUILDING_NAME, said):
        return said
    raise UsageError(
        _("“{text}” is not a building.").format(text=text),
        hint=_("Write it like 3, A, 3号楼 or 3#."),
    )


def parse_entrance(text: str) -> str:
    """Read an entrance such as `1`, `2单元`, `一单元`, `1梯`, `东`.

    Returns:
        What we call it: `1`, `东`.

    Raises:
        UsageError: it is no entrance.
    """
    match = re.fullmatch(_ENTRANCE, _said(text))
    code = _number(match["number"]) if match else None
    if code is None:
        raise UsageError(
            _("“{text}” is not an entrance.").format(text=text),
            hint=_("Write it like 1, 1单元 or 2梯."),
        )
    return code


def parse_room(text: str) -> str:
    """Read what one door says, such as `502`, `0502`, `502室（复式）`, `五零二`, `B101`, `店面1#`.

    A floor before a room of that floor says nothing more: `5楼502`.

    Returns:
        The number without leading zeros, or the name.

    Raises:
        UsageError: it is no door, or more than one.
    """
    said = in_digits(_said(text))
    storey = _storey(said)
    if storey is not None and not storey["before"]:
        said = storey["room"]
    match = re.fullmatch(_DOOR, said)
    room = _door(match["room"]) if match else None
    if room is None:
        raise UsageError(
            _("“{text}” is not a room.").format(text=text),
            hint=_("Write it as the door says, like 502 or 店面1#."),
        )
    return room


def parse_address(text: str) -> Address:
    """Read a home such as `3-1-502`, `3-502`, `3号楼1单元502室`, `3#1梯502`, `3#2-502`, `502`.

    A number before the room is the building, also in `3-502`: an entrance alone is said with its
    word, `1单元502`. A floor before a room of that floor says nothing more: `3-1-5楼502`, `5层502`;
    `5楼502` may mean the building.

    Raises:
        UsageError: it is no home, more than one, or names only a building.
    """
    said = in_digits(_said(text))
    storey = _storey(said)
    or_floor = storey is not None and not storey["before"] and storey["word"] == "楼"
    if storey is not None and not or_floor:
        said = storey["before"] + storey["room"]
    match = re.fullmatch(_ADDRESS, said)
    if match is None or re.fullmatch(_BUILDING_ONLY, said) or re.fullmatch(_ENTRANCE_ONLY, said):
        _refuse_address(text)
    building, entrance = match["building"] or match["named"], match["entrance"]
    room = _door(match["room"])
    if room is None:
        _refuse_address(text)
    return Address(
        building=parse_building(building) if building else None,
        entrance=parse_entrance(entrance) if entrance else None,
        room=room,
        or_floor=or_floor,
    )


def is_door(text: str) -> bool:
    """Return whether a text is a home in figures, and no range of issues: `2-502`, `3-1-502`."""
    return re.fullmatch(r"\d{1,2}-(?:\d{1,2}-)?\d{3,4}", text) is not None


def in_digits(room: str) -> str:
    """Return a room said digit by digit in digits: `五零二` is `502`, as in `3-1-五〇二室`."""
    return re.sub(_SPOKEN, lambda m: "".join(str(DIGITS[c]) for c in m["digits"]) + m["end"], room)


def floor_of(room: str) -> int | None:
    """Return the floor a room number tells.

    Returns:
        5 for `502`, 12 for `1203`, -1 for `-101` and `B101`; None when the number tells none.
    """
    match = re.fullmatch(_FLOOR, _code(folded(room).upper()) or "")
    floor = int(match["floor"]) if match else 0
    if match is None or floor == 0 or (match["below"] and floor > DEEPEST):
        return None
    return -floor if match["below"] else floor


def label(building: str, entrance: str | None, room: str) -> str:
    """Return how we write a home: `3-1-502`, or `3-502` where a building has one entrance."""
    return "-".join(part for part in (building, entrance, room) if part)


def place_words(building: str, entrance: str | None) -> str:
    """Return an entrance as papers write it: `3号楼1单元`."""
    if entrance is None:
        return _("building {building}").format(building=building)
    return _("building {building}, entrance {entrance}").format(
        building=building, entrance=entrance
    )


def home_words(building: str | None, entrance: str | None, room: str) -> str:
    """Return a home as papers write it: `3号楼1单元502室`, `3号楼店面1`."""
    said = _("flat {room}").format(room=room) if room.isascii() else room
    if not building:
        return said
    return _("{place}, {room}").format(place=place_words(building, entrance), room=said)


def _storey(said: str) -> re.Match[str] | None:
    """Return a floor that is said before a room of that very floor, and what stands around it."""
    match = re.fullmatch(_STOREY, said)
    if match is None or int_of(match["floor"]) != floor_of(match["room"]):
        return None
    before = match["before"]
    return match if not before or re.fullmatch(_BEFORE_STOREY, before) else None


def _said(text: str) -> str:
    """Return the text in one spelling: half-width, capitals, one kind of dash, without a note."""
    plain = folded(text).upper().translate(_DASHES)
    if len(plain) > MAX_LENGTH:
        return ""
    return "".join(re.sub(_GAP, "-", re.sub(_NOTE, "", plain)).split())


def _number(text: str) -> str | None:
    """Return the number of a building or an entrance without zeros; None when it is nought."""
    bare = text.removeprefix("第")
    if bare[0] in NUMERALS:
        number = chinese_integer(bare)
        return str(number) if number else None
    return _code(bare) or (None if bare[0].isdigit() else bare)


def _code(text: str) -> str | None:
    """Return a number with its letters, without leading zeros; None when nothing is left."""
    match = re.fullmatch(_CODE, text)
    if match is None or not (match["letter"] or match["rest"][:1].isdigit()):
        return None
    return match["sign"] + match["letter"] + match["rest"]


def _door(text: str) -> str | None:
    """Return the room as we write it; None when it is none."""
    if not text or text[0] in "-0123456789":
        return _code(text)
    return text


def _refuse_address(text: str) -> NoReturn:
    raise UsageError(
        _("“{text}” is not a home.").format(text=text),
        hint=_("Write it like 3-1-502, 3-502 or 3号楼1单元502室."),
    )
