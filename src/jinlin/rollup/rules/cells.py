"""The cells of a bundle: how many, of what, in which table; as lines of a table and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

HEADER: Final = b"table,item,measure,value\n"
MOST: Final = 2_000
"""So many lines a bundle has at most."""
_LINE: Final = re.compile(
    rb"([a-z_]{1,24}),([0-9A-Za-z_/.\x80-\xff-]{0,48}),([a-z0-9_]{1,32}),(-?[1-9][0-9]{0,14})\n"
)
_TABLE: Final = re.compile(rb"(?:%s)*" % _LINE.pattern.replace(b"(", b"(?:"))
LARGEST: Final = 10**15 - 1
"""No value is larger."""


class Key(NamedTuple):
    """What a cell counts.

    Attributes:
        table: such as `groups`.
        item: of what in it, such as `facilities`; empty where there is only one.
        measure: what is counted, such as `due`.
    """

    table: str
    item: str
    measure: str


Cells: TypeAlias = Mapping[Key, int]
"""What is counted; zeros are left out, since `covers` tells which tables are known."""


class BadCells(ValueError):  # noqa: N818  (it says what the lines are)
    """The lines are none that a bundle has."""


def lines_of(cells: Cells) -> bytes:
    """Return cells as a table (RFC 4180 with LF), sorted, without zeros.

    Raises:
        BadCells: a cell is none that a bundle can hold.
    """
    rows = sorted(
        b"%s,%s,%s,%d\n" % (key.table.encode(), key.item.encode(), key.measure.encode(), value)
        for key, value in cells.items()
        if value
    )
    text = HEADER + b"".join(rows)
    if dict(cells_in(text)) != {key: value for key, value in cells.items() if value}:
        raise BadCells("a cell holds what it cannot")
    return text


def cells_in(text: bytes) -> Cells:
    """Read a table of cells.

    Raises:
        BadCells: a line is none, stands out of its order or twice, or there are too many.
    """
    if not text.startswith(HEADER) or text.count(b"\n") > MOST + 1:
        raise BadCells("no table of cells")
    body = text[len(HEADER) :]
    if _TABLE.fullmatch(body) is None:
        raise BadCells("a line is none")
    found = _LINE.findall(body)
    rows = [row[:3] for row in found]
    if any(one >= other for one, other in pairwise(rows)):
        raise BadCells("lines are out of order")
    try:
        return {
            Key(table.decode(), item.decode(), measure.decode()): int(value)
            for table, item, measure, value in found
        }
    except UnicodeDecodeError as error:
        raise BadCells("no UTF-8") from error
