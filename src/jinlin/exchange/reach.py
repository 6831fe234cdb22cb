"""How far the cells of a workbook reach, seen while the gate unpacks it.

A parser lays a sheet out from its first filled cell to its last before anybody can look at it, so
that a file of a few kilobytes with one cell in a far corner takes hundreds of megabytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Final

from jinlin.exchange import refusals
from jinlin.exchange.sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS

_FILLED: Final = re.compile(rb'<c r="([A-Z]++\d++)"[^<>]*+(?<!/)>(?!</)')
_ODD: Final = re.compile(rb'<c\b(?! r="[A-Z])')
# Atomic: once the name of a cell is found, no other is looked for in the same tag.
_FILLED_ODDLY: Final = re.compile(
    rb"<(?:\w{1,20}:)?c\b(?>[^<>]*?\br\s*=\s*[\"']([A-Za-z]{1,9}\d{1,9})[\"'])[^<>]*+(?<!/)>(?!</)"
)
"""Cells as few programs write them: slower, as every tag is read."""
_DIGITS: Final = b"0123456789"
_CAPITALS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS: Final = 26
_LONGEST: Final = 9
"""A column of so many letters is far beyond any sheet."""
_KEPT: Final = 1000
"""So many bytes of a tag that is not whole yet are kept for the next look."""


class Reach:
    """Refuses a sheet that reaches too far; a cell that is only formatted does not count.

    Args:
        path: the file, for messages.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rest: dict[str, bytes] = {}
        self._corners: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
        self._strings = self._joined = 0

    def see(self, name: str, chunk: bytes) -> None:
        """Look at the next bytes of a member.

        Raises:
            FileError: a filled cell lies beyond what is read, or too much is laid out for it.
        """
        self._strings += chunk.count(b"<si>")
        self._joined += chunk.count(b"<mergeCell ")
        if self._strings > MAX_CELLS or self._joined > MAX_ROWS:
            raise refusals.suspicious(self._path)
        data = self._rest.get(name, b"") + chunk
        end = data.rfind(b"<")
        self._rest[name] = data[end:][:_KEPT] if end >= 0 else b""
        odd = b":c" in data or _ODD.search(data)
        cells = b" ".join((_FILLED_ODDLY if odd else _FILLED).findall(data)).upper()
        if not cells:
            return
        columns, rows = self._corners[name]
        columns = max(columns, *map(_column, set(cells.translate(None, _DIGITS).split())))
        rows = max(rows, *map(int, set(cells.translate(None, _CAPITALS).split())))
        self._corners[name] = columns, rows
        if columns > MAX_COLUMNS or rows > MAX_ROWS or columns * rows > MAX_CELLS:
            raise refusals.too_far(self._path, f"{_letters(columns)}{rows}")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:_LONGEST]:
        number = number * _LETTERS + letter - ord("A") + 1
    return number


def _letters(column: int) -> str:
    text = ""
    while column:
        column, place = divmod(column - 1, _LETTERS)
        text = chr(ord("A") + place) + text
    return text
