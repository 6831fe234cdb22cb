"""How far the cells of a workbook reach, seen while the gate unpacks it.

A parser lays a sheet out from its first filled cell to its last before anybody can look at it, so
that a file of a few kilobytes with one cell in a far corner takes hundreds of megabytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Final

from jinlin.exchange.file import refusals
from jinlin.exchange.file.cells import column_of, letters_of
from jinlin.exchange.file.sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS

_FILLED: Final = re.compile(rb'<c r="([A-Z]++\d++)"[^<>]*+(?<!/)>(?!</)')
_ODD: Final = re.compile(rb'<c\b(?! r="[A-Z])')
# Atomic: once the name of a cell is found, no other is looked for in the same tag.
_FILLED_ODDLY: Final = re.compile(
    rb"<(?:\w{1,20}:)?c\b(?>[^<>]*?(?<![\w:.-])r\s*=\s*[\"']([A-Za-z]{1,9}\d{1,9})[\"'])"
    rb"[^<>]*+(?<!/)>(?!</)"
)
"""Cells as few programs write them: slower, as every tag is read."""
_PLACE: Final = re.compile(
    rb"<(?:\w{1,20}:)?c(?=[\s/>])"
    rb"(?:(?: r=\"|[^<>]*?(?<![\w:.-])r\s*=\s*[\"'])([A-Za-z]{1,9})\d)?"
)
"""The column of a cell; nothing where it does not say it, as it follows the one before."""
_ROW: Final = re.compile(rb"<(?:\w{1,20}:)?row(?=[\s/>])")
_ROW_NUMBER: Final = re.compile(rb"[^<>]*?(?<![\w:.-])r\s*=\s*[\"'](\d{1,9})[\"']")
_ROW_OR_CELL: Final = re.compile(rb"<(?:\w{1,20}:)?(?:row|c)\s[^>]*+\Z")
_DIGITS: Final = b"0123456789"
_LETTERS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_SHEET_ROWS: Final = 2**20
"""So many rows a sheet can have."""
_KEPT: Final = 1000
"""So many bytes of a tag that is not whole yet are kept for the next look."""


class Reach:
    """Refuses a sheet that reaches too far; a cell that is only formatted does not count.

    A cell without a place of its own counts in any case: few programs write such cells, and none of
    them formats what is empty.

    Args:
        path: the file, for messages.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rest: dict[str, bytes] = {}
        self._corners: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
        self._rows: dict[str, tuple[int, int, int]] = defaultdict(lambda: (0, 0, 0))
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
        rest = data[end:] if end >= 0 else b""
        if len(rest) > _KEPT and _ROW_OR_CELL.match(rest):
            raise refusals.suspicious(self._path)
        self._rest[name] = rest[:_KEPT]
        odd = b":c" in data or _ODD.search(data) is not None
        corners = [self._corners[name], self._unplaced(name, data[: max(end, 0)], odd=odd)]
        cells = b" ".join((_FILLED_ODDLY if odd else _FILLED).findall(data))
        if cells:
            letters = set(cells.translate(None, _DIGITS).split())
            numbers = set(cells.translate(None, _LETTERS).split())
            corners.append((max(map(column_of, letters)), max(map(int, numbers))))
        columns, rows = map(max, zip(*corners, strict=True))
        self._corners[name] = columns, rows
        if columns > MAX_COLUMNS or rows > MAX_ROWS or columns * rows > MAX_CELLS:
            raise refusals.too_far(self._path, f"{letters_of(columns)}{rows}")

    def _unplaced(self, name: str, data: bytes, *, odd: bool) -> tuple[int, int]:
        """Return how far the cells reach that do not say where they stand: columns and rows.

        Args:
            name: the member.
            data: bytes with whole tags only.
            odd: there may be such cells.
        """
        seen, number, column = self._rows[name]
        columns = rows = 0
        parts = _ROW.split(data) if b":row" in data else data.split(b"<row")
        for place, part in enumerate(parts, start=1):
            if place > 1:
                said = _ROW_NUMBER.match(part)
                seen, number, column = seen + 1, int(said[1]) if said else number + 1, 0
            if seen and (odd or place == len(parts)):
                cells = _PLACE.findall(part)
                column = max([column, *map(column_of, set(cells))])
                if unplaced := cells.count(b""):
                    column += unplaced
                    columns, rows = max(columns, column), max(rows, number)
        if seen > _SHEET_ROWS:
            raise refusals.suspicious(self._path)
        self._rows[name] = seen, number, column
        return columns, rows
