"""A sheet as it comes out of a file, before anybody knows what its columns mean; and the limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from jinlin.exchange.file.looks import NO_LOOKS, Looks

MAX_BYTES: Final = 20 * 2**20
"""The largest file we open."""
MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 200
MAX_CELLS: Final = 3_000_000
"""How many cells a sheet of a workbook may span: 200 000 rows of 15 columns."""
MAX_CELL: Final = 1000
"""The most characters a cell we read may hold."""
NO_RESULT: Final = "=?"
"""Stands in the cell of a formula whose result no program has saved."""

Line: TypeAlias = tuple[int, list[str]]
"""A row that is not blank: its number in the file, the first one being 1, and its cells as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Cells joined into one, of which only the first holds the text.

    Attributes:
        column: the leftmost column, the first one being 0.
        first: the number of the top row, as spreadsheets count.
        last: the number of the bottom row.
    """

    column: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of a workbook, or a whole csv.

    Attributes:
        name: what its tab says; empty for a csv.
        lines: starts reading its rows from the top; may be called again.
        merges: the cells joined downwards, in the order of the file.
        hidden: whether a person sees it only after asking for it.
        count: about how many rows it has; 0 where nobody knows yet.
        looks: which of its rows are hidden or coloured.
    """

    name: str
    lines: Callable[[], Iterator[Line]]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    count: int = 0
    looks: Looks = NO_LOOKS
