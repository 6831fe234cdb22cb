"""What a workbook shows and no reader tells: hidden and coloured rows, formulas without result."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice
from typing import Final, NamedTuple

from jinlin.exchange.file.cells import column_of

_STYLES: Final = "xl/styles.xml"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
# No pattern reads on past the next few tags: in a hostile file each would begin again at every one.
_HIDDEN = re.compile(rb'<row\b(?=[^<>]*\bhidden="(?:1|true)")[^<>]*?\br="(\d{1,7})"')
_FILL = re.compile(rb"<fill>[^<]*(?:<(?!/?fill>)[^<]*)*+</fill>|<fill/>")
_STYLE = re.compile(rb"<xf\b[^<>]*>")
_FILL_OF_STYLE = re.compile(rb'\bfillId="(\d{1,6})"')
_STYLED = re.compile(rb'<c r="[A-Z]{1,3}(\d{1,7})" s="(\d{1,6})"')
_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"([^<>]*)>\s*<f\b[^<>]*(?:/>|>[^<]*</f>)'
    rb"\s*+(<v\s*/>|<v>\s*</v>)?\s*+</c>"
)
"""A formula with nothing behind it; one that yields an empty text is `t="str"` and has a value."""
_PLAIN_FILLS: Final = 2
"""The first two fills of every workbook are no colour: none, and a grey pattern nobody uses."""
MAX_STYLES: Final = 2**22
"""Styles of more bytes are not looked at, so that no colour is told."""
_FORMATS: Final = 65_536
"""So many formats and fills Excel itself can keep."""
KEPT: Final = 20_000
"""So many hidden and coloured rows are noted; nobody reads more."""
MAX_UNSAVED: Final = 20_000
"""A sheet with more formulas without a result is not read: the rest of them are not noted."""
_REST: Final = 20_000
"""So many bytes of a cell that is not whole yet are kept: the longest formula fits in."""


class Looks(NamedTuple):
    """How the rows of a sheet look.

    Attributes:
        hidden: rows that a filter or a person has hidden; they are read all the same.
        coloured: rows with a coloured cell.
        unsaved: row and column, from 1, of each formula whose result no program has saved.
    """

    hidden: frozenset[int] = frozenset()
    coloured: frozenset[int] = frozenset()
    unsaved: frozenset[tuple[int, int]] = frozenset()


NO_LOOKS: Final = Looks()


class Watcher:
    """Looks at the bytes of a workbook while the gate unpacks it.

    Only a scan for a few words: the bytes come from anybody, and no parser reads them here.
    """

    def __init__(self) -> None:
        self._hidden: dict[str, set[int]] = defaultdict(set)
        self._coloured: dict[str, set[int]] = defaultdict(set)
        self._unsaved: dict[str, set[tuple[int, int]]] = defaultdict(set)
        self._styles = bytearray()
        self._colours: frozenset[bytes] = frozenset()
        self._rest: dict[str, bytes] = {}

    @staticmethod
    def is_sheet(name: str) -> bool:
        """Return whether a member is a sheet: the styles are to be seen before them."""
        return _SHEET.fullmatch(name) is not None

    def see(self, name: str, chunk: bytes) -> None:
        """Look at the next bytes of a member."""
        if name == _STYLES and len(self._styles) <= MAX_STYLES:
            self._styles += chunk
        elif _SHEET.fullmatch(name):
            if self._styles:
                self._colours = _coloured_styles(bytes(self._styles))
                self._styles.clear()
            self._look(name, self._rest.get(name, b"") + chunk)

    def _look(self, name: str, data: bytes) -> None:
        end = data.rfind(b"<c ", -_REST)
        end = end if end >= 0 else data.rfind(b"<", -_REST)
        self._rest[name] = data[end:] if end >= 0 else b""
        hidden, coloured, unsaved = self._hidden[name], self._coloured[name], self._unsaved[name]
        if b"hidden=" in data and len(hidden) < KEPT:
            hidden.update(int(row) for row in _HIDDEN.findall(data))
        if self._colours and len(coloured) < KEPT:
            styled = _STYLED.findall(data)
            coloured.update(int(row) for row, style in styled if style in self._colours)
        if b"<f" in data and len(unsaved) <= MAX_UNSAVED:
            unsaved.update(
                (int(row), column_of(letters))
                for letters, row, about, value in _FORMULA.findall(data)
                if not (value and b't="str"' in about)
            )

    def looks_of(self, number: int) -> Looks:
        """Return how the sheet in the file `sheetN.xml` looks."""
        name = f"xl/worksheets/sheet{number}.xml"
        return Looks(
            frozenset(self._hidden[name]),
            frozenset(self._coloured[name]),
            frozenset(self._unsaved[name]),
        )


def _coloured_styles(styles: bytes) -> frozenset[bytes]:
    """Return the numbers of the formats that give a cell a colour."""
    if len(styles) > MAX_STYLES:
        return frozenset()
    coloured = {
        str(n).encode()
        for n, fill in enumerate(islice(_FILL.finditer(styles), _FORMATS))
        if n >= _PLAIN_FILLS and b'patternType="none"' not in fill[0]
    }
    section = styles.partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0]
    return frozenset(
        str(number).encode()
        for number, style in enumerate(islice(_STYLE.finditer(section), _FORMATS))
        if (fill := _FILL_OF_STYLE.search(style[0])) and fill[1] in coloured
    )
