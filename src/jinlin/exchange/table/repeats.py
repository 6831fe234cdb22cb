"""Cells that hold what the cell above holds: `同上`, `〃`, and cells joined downwards."""

from __future__ import annotations

from collections.abc import Iterable

from jinlin.exchange.file.sheets import Line, Merge
from jinlin.exchange.table.value_words import ditto_words


class Repeats:
    """Fills a table's repeated cells in, row by row from the top.

    Args:
        columns: the columns in which `同上` is understood.
        joined: those of them in which a joined cell holds for each of its rows.
        merges: the joined cells of the sheet.
    """

    def __init__(
        self, columns: Iterable[int], *, joined: Iterable[int], merges: Iterable[Merge]
    ) -> None:
        self._columns = tuple(columns)
        self._ditto = ditto_words()
        holding = set(joined)
        self._merges: dict[int, list[Merge]] = {}
        for merge in sorted(merges, key=lambda merge: merge.first, reverse=True):
            if merge.column in holding:
                self._merges.setdefault(merge.column, []).append(merge)
        self._above: Line = (0, [])

    def fill(self, number: int, cells: list[str]) -> None:
        """Write into a row what it repeats.

        Args:
            number: the row's number in the file; rows come in their order.
            cells: its cells, changed in place.
        """
        above = self._above[1]
        if not self._merges and self._ditto.isdisjoint(cells):
            self._above = (number, cells)
            return
        for column in self._columns:
            cell = cells[column] if column < len(cells) else ""
            if cell in self._ditto or (not cell and self._is_joined(column, number)):
                cells.extend("" for _ in range(column + 1 - len(cells)))
                cells[column] = above[column] if column < len(above) else ""
        self._above = (number, cells)

    def _is_joined(self, column: int, number: int) -> bool:
        """Return whether a cell is joined with the same column of the row we filled before."""
        merges = self._merges.get(column, [])
        while merges and merges[-1].last < number:
            merges.pop()
        return bool(merges) and merges[-1].first <= self._above[0]
