"""The cells of a bundle: how many, of what, in which table; as lines of a table and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import lt
from typing import Final, NamedTuple, TypeAlias

HEADER: Final = b"table,item,measure,value\n"
MOST: Final = 2_000
"""So many lines a bundle has at most."""
_LINES: Final = re.compile(
    rb"(?:[a-z_]{1,24},[0-9A-Za-z_/.\x80-\xff-]{0,48},[a-z0-9_]{1,32},-?[1-9][0-9]{0,14}\n)*+"
)
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
    """Read a table of cells, as `rows_in` does."""
    return dict(rows_in(text))


def rows_in(text: bytes) -> list[tuple[Key, int]]:
    """Read a table of cells, row by row.

    Raises:
        BadCells: a line is none, stands out of its order or twice, or there are too many.
    """
    if not text.startswith(HEADER) or text.count(b"\n") > MOST + 1:
        raise BadCells("no table of cells")
    if _LINES.fullmatch(text, len(HEADER)) is None:
        raise BadCells("a line is none")
    try:
        *fields, _end = text[len(HEADER) :].decode().replace("\n", ",").split(",")
    except UnicodeDecodeError as error:
        raise BadCells("no UTF-8") from error
    keys = list(map(Key, fields[::4], fields[1::4], fields[2::4]))
    if not all(map(lt, keys, keys[1:])):
        raise BadCells("lines are out of order")
    return list(zip(keys, map(int, fields[3::4]), strict=True))
