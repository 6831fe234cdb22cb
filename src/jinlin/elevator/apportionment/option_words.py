"""The option words of this room, read as people type them, full-width characters included."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final, NamedTuple, NewType

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.money import parse_money
from jinlin.core.text import compact, folded, listed
from jinlin.elevator.apportionment.caps import NO_CAP, Cap, CapKind
from jinlin.elevator.apportionment.household import floor_exists

_NUMBER = re.compile(
    r"(?P<decimal>\d{1,9}(?:\.\d{1,9})?)(?P<percent>%)?|(?P<above>\d{1,9})/(?P<below>\d{1,9})"
)
_FLOOR = re.compile(r"([+-]?\d{1,3})(?:层|楼|f)?")
_FLOORS = re.compile(
    r"(?P<first>[+-]?\d{1,3})(?:层|楼|f)?(?:-|~|–|—|至|到)(?P<last>[+-]?\d{1,3}(?:层|楼|f)?)"
)
_MULTIPLE = re.compile(r"(.+?)(?:x|×|倍)")
_NO_CAP_WORDS: Final = frozenset({"none", "无", "不设"})


def parse_number(text: str) -> Fraction:
    """Read a number that is not negative: `0.5`, `50%`, `1/2`, `０．５`.

    Raises:
        UsageError: it is no such number.
    """
    number = _number(compact(text))
    if number is None:
        raise UsageError(
            _("“{text}” is not a number.").format(text=text),
            hint=_("Write it like 0.5, 50% or 1/2; it cannot be negative."),
        )
    return number


def _number(text: str) -> Fraction | None:
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    if match["decimal"]:
        return Fraction(match["decimal"]) / (100 if match["percent"] else 1)
    below = int(match["below"])
    return Fraction(int(match["above"]), below) if below else None


def parse_floor(text: str) -> int:
    """Read a floor: `2`, `-1`, `２`, `2层`.

    Raises:
        UsageError: it is no floor from -9 to 150, or 0.
    """
    match = _FLOOR.fullmatch(compact(text))
    if match is None or not floor_exists(int(match[1])):
        raise UsageError(
            _("“{text}” is not a floor.").format(text=text),
            hint=_("Floors run from -9 to 150, and there is no floor 0."),
        )
    return int(match[1])


def parse_floors(text: str) -> list[int]:
    """Read a floor, or the floors from one to another: `2`, `2-3`, `2至3层`, `-2--1`.

    Raises:
        UsageError: it is neither, or the last floor is below the first.
    """
    match = _FLOORS.fullmatch(compact(text))
    if match is None:
        return [parse_floor(text)]
    first, last = parse_floor(match["first"]), parse_floor(match["last"])
    if last < first:
        raise UsageError(
            _("The floors {text} run downwards.").format(text=text),
            hint=_("Name the lower floor first, like {example}.").format(example="2-3=0.5"),
        )
    return [floor for floor in range(first, last + 1) if floor_exists(floor)]


def parse_free_up_to(text: str) -> int:
    """Read the highest floor that is free from below; `0` frees the basements alone.

    Raises:
        UsageError: it is neither a floor nor 0.
    """
    return 0 if compact(text) == "0" else parse_floor(text)


def parse_cap(text: str) -> Cap:
    """Read a cap for everybody: `none`, `50000`, `5万`, `1.5x`, `1.5倍`, `20%`.

    Raises:
        UsageError: it is none of these.
    """
    word = compact(text)
    if word in _NO_CAP_WORDS:
        return NO_CAP
    multiple = _MULTIPLE.fullmatch(word)
    kind = CapKind.MEAN if multiple else CapKind.SHARE if word.endswith("%") else CapKind.AMOUNT
    if kind is CapKind.AMOUNT:
        return Cap(kind=kind, value=Fraction(_cap_money(text)))
    value = _number(multiple[1] if multiple else word)
    if value is None or (kind is CapKind.SHARE and value > 1):
        raise _bad_cap(text)
    return Cap(kind=kind, value=value)


def _cap_money(text: str) -> int:
    try:
        return parse_money(text)
    except UsageError as error:
        raise _bad_cap(text) from error


def _bad_cap(text: str) -> UsageError:
    return UsageError(
        _("“{text}” is not a cap.").format(text=text),
        hint=_("Write none, an amount (5万), a multiple of the mean (1.5x) or a share (20%)."),
    )


def parse_coefficients(text: str) -> dict[int, Fraction]:
    """Read a table of coefficients: `2=0.5,3=1`, `２＝０．５，３＝１`, `2-3=10%、4-7=15%`.

    Raises:
        UsageError: a pair cannot be read, a floor comes twice, or there is none.
    """
    pairs = re.split("[,、;]", compact(text).strip(",、;"))  # an empty pair is refused
    said = (_pair(pair, example="2=0.5,3=1") for pair in pairs)
    return floor_table((floors, parse_number(number)) for floors, number in said)


def floor_table(pairs: Iterable[tuple[str, Fraction]]) -> dict[int, Fraction]:
    """Return the coefficient of each floor, from floors as they were typed and what they weigh.

    Raises:
        UsageError: a floor cannot be read or comes twice.
    """
    table: dict[int, Fraction] = {}
    for word, value in pairs:
        for floor in parse_floors(word):
            if floor in table:
                raise UsageError(
                    _("Floor {floor} is given twice.").format(floor=floor),
                    hint=_("Give every floor one coefficient."),
                )
            table[floor] = value
    return table


class FloorCap(NamedTuple):
    """The cap of a floor, in fen."""

    floor: int
    fen: int


class RoomCap(NamedTuple):
    """The cap of a room, as it was typed, in fen."""

    room: str
    fen: int


class Relief(NamedTuple):
    """The part of its share a room, as it was typed, is asked for: from 0 to 1."""

    room: str
    factor: Fraction


Rooms = NewType("Rooms", tuple[str, ...])
"""Rooms that were said in one word."""


def parse_floor_money(text: str) -> FloorCap:
    """Read a floor and an amount: `7=6万`.

    Raises:
        UsageError: it is no such pair.
    """
    floor, money = _pair(text, example="7=60000")
    return FloorCap(parse_floor(floor), parse_money(money))


def parse_rooms(text: str) -> Rooms:
    """Read rooms: `502,602`."""
    return Rooms(tuple(listed(folded(text))))


def parse_room_money(text: str) -> RoomCap:
    """Read a room and an amount: `502=3万`.

    Raises:
        UsageError: it is no such pair.
    """
    room, money = _pair(text, example="502=30000")
    return RoomCap(room, parse_money(money))


def parse_room_factor(text: str) -> Relief:
    """Read a room and a factor from 0 to 1: `502=0.5`, `502=50%`, `502=1/2`.

    Raises:
        UsageError: it is no such pair, or the factor is above 1.
    """
    room, word = _pair(text, example="502=0.5")
    factor = parse_number(word)
    if factor > 1:
        raise UsageError(
            _("“{text}”: a relief factor lies between 0 and 1.").format(text=text),
            hint=_("Write 0.5 when the household pays half of its share."),
        )
    return Relief(room, factor)


def _pair(text: str, *, example: str) -> tuple[str, str]:
    left, sign, right = folded(text).rpartition("=")
    if not (sign and left.strip() and right.strip()):
        raise UsageError(
            _("“{text}” is not of the form {example}.").format(text=text, example=example),
            hint=_("Put one = between the two, like {example}.").format(example=example),
        )
    return left.strip(), right.strip()
