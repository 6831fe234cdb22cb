"""What a workbook shows and no reader tells: hidden rows and coloured ones."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, NamedTuple

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
# No pattern reads on past the next tag: in a hostile file each would begin again at every one.
_HIDDEN = re.compile(rb'<row\b(?=[^<>]*\bhidden="(?:1|true)")[^<>]*?\br="(\d{1,7})"')
_FILL = re.compile(rb"<fill>[^<]*(?:<(?!/?fill>)[^<]*)*+</fill>|<fill/>")
_STYLE = re.compile(rb"<xf\b[^<>]*>")
_FILL_OF_STYLE = re.compile(rb'\bfillId="(\d{1,6})"')
_PLAIN_FILLS: Final = 2
"""The first two fills of every workbook are no colour: none, and a grey pattern nobody uses."""
KEPT: Final = 20_000
"""So many rows of each kind are noted; nobody reads more."""


class Looks(NamedTuple):
    """How the rows of a sheet look.

    Attributes:
        hidden: rows that a filter or a person has hidden; they are read all the same.
        coloured: rows with a coloured cell.
    """

    hidden: frozenset[int] = frozenset()
    coloured: frozenset[int] = frozenset()


NO_LOOKS: Final = Looks()


class Watcher:
    """Looks at the bytes of a workbook while the gate unpacks it.

    Only a scan for a few words: the bytes come from anybody, and no parser reads them here.
    """

    def __init__(self) -> None:
        self._hidden: dict[str, set[int]] = defaultdict(set)
        self._coloured: dict[str, set[int]] = defaultdict(set)
        self._styles = b""
        self._colours: re.Pattern[bytes] | None = None
        self._rest: dict[str, bytes] = {}

    @staticmethod
    def order(name: str) -> bool:
        """Return the sorting key of a member: the styles are to be seen before the sheets."""
        return _SHEET.fullmatch(name) is not None

    def see(self, name: str, chunk: bytes) -> None:
        """Look at the next bytes of a member."""
        if name == "xl/styles.xml":
            self._styles += chunk
        elif _SHEET.fullmatch(name):
            if self._styles:
                self._colours, self._styles = _coloured_cells(self._styles), b""
            self._look(name, self._rest.get(name, b"") + chunk)

    def _look(self, name: str, data: bytes) -> None:
        end = data.rfind(b"<")
        self._rest[name] = data[end:][:1000] if end >= 0 else b""
        if b"hidden=" in data:
            self._note(self._hidden[name], _HIDDEN, data)
        if self._colours is not None:
            self._note(self._coloured[name], self._colours, data)

    @staticmethod
    def _note(rows: set[int], pattern: re.Pattern[bytes], data: bytes) -> None:
        for match in pattern.finditer(data):
            if len(rows) == KEPT:
                return
            rows.add(int(match[1]))

    def looks_of(self, number: int) -> Looks:
        """Return how the sheet in the file `sheetN.xml` looks."""
        name = f"xl/worksheets/sheet{number}.xml"
        return Looks(frozenset(self._hidden[name]), frozenset(self._coloured[name]))


def _coloured_cells(styles: bytes) -> re.Pattern[bytes] | None:
    """Return what finds the row of a coloured cell; None where no style has a colour."""
    fills = _FILL.findall(styles)
    coloured = {
        str(n).encode()
        for n, fill in enumerate(fills)
        if n >= _PLAIN_FILLS and b'patternType="none"' not in fill
    }
    section = styles.partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0]
    if not coloured:
        return None
    numbers = [
        str(number).encode()
        for number, style in enumerate(_STYLE.findall(section))
        if (fill := _FILL_OF_STYLE.search(style)) and fill[1] in coloured
    ]
    if not numbers:
        return None
    return re.compile(rb'<c r="[A-Z]{1,3}(\d{1,7})" s="(?:' + b"|".join(numbers) + rb')"')
