"""Which cells of a published table are hidden, so that no small number can be found out.

Hiding the small cells alone hides nothing, as rows and columns add up. A table with its totals is a
network: its rows and columns are the nodes, its cells the arcs, and tables with the same sums
differ by circulations. For each small cell others are hidden along the cheapest such circulation
that raises it by `RANGE`; so another table, with the same published cells, has there so much more.
See L. H. Cox, “Network models for complementary cell suppression”, JASA 90 (1995).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import Final, NamedTuple, TypeAlias

SMALL: Final = 2
"""A cell of 1 up to this many is hidden."""
RANGE: Final = 3
"""A small cell may be at least this much more, for all that the published cells tell."""
FEWEST_BRANCHES: Final = 3
"""A unit with fewer branches is published among the others."""
FEWEST_EVENTS: Final = 10
"""A unit with fewer events is published among the others."""

Place: TypeAlias = tuple[int, int]
"""Row and column of a cell, from 0; the totals stand behind the last."""
_Cost: TypeAlias = tuple[int, int, int]
_Node: TypeAlias = tuple[bool, int]
"""A row (true) or a column, and which."""


def hidden_cells(inner: Sequence[Sequence[int]]) -> frozenset[Place]:
    """Return which cells of a table are hidden, those of its totals among them.

    Args:
        inner: the counts by row, none of them negative; the totals are their sums.
    """
    table = _with_totals(inner)
    small = [
        (row, column)
        for row, cells in enumerate(table)
        for column, value in enumerate(cells)
        if 0 < value <= SMALL
    ]
    network = _Network(table, set(small))
    for place in sorted(small, key=lambda place: table[place[0]][place[1]]):
        network.protect(place)
    return frozenset(network.hidden)


def _with_totals(inner: Sequence[Sequence[int]]) -> list[list[int]]:
    rows = [[*cells, sum(cells)] for cells in inner]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


class _Network:
    """A table with its totals, and what of it is hidden so far."""

    def __init__(self, table: list[list[int]], hidden: set[Place]) -> None:
        self.table = table
        self.hidden = hidden
        self.last: Place = len(table) - 1, len(table[0]) - 1

    def protect(self, place: Place) -> None:
        """Hide what is needed for a cell to be `RANGE` more in another table."""
        other = [list(cells) for cells in self.table]
        row, column = place
        aim = other[row][column] + RANGE
        while other[row][column] < aim:
            steps = self._cheapest(other, place)
            room = [self._room(other, at) for at, more in steps if not more]
            amount = min([aim - other[row][column], *room])
            for (one, two), more in steps:
                other[one][two] += amount if more else -amount
            self.hidden.update(at for at, _more in steps)

    def _sign(self, place: Place) -> bool:
        """Whether a cell adds to its row and column as inner ones do; totals are what they sum."""
        return (place[0] == self.last[0]) == (place[1] == self.last[1])

    def _room(self, other: list[list[int]], place: Place) -> int:
        """Return how much less a cell may be; of one that counts something, 1 at least stays."""
        row, column = place
        return other[row][column] - min(1, self.table[row][column])

    def _cost(self, place: Place) -> _Cost:
        """Return what is lost with a cell: totals weigh most, then how many, then how much."""
        if place in self.hidden:
            return 0, 0, 0
        row, column = place
        total = row == self.last[0] or column == self.last[1]
        return int(total), 1, self.table[row][column]

    def _cheapest(self, other: list[list[int]], place: Place) -> list[tuple[Place, bool]]:
        """Return the circulation that raises a cell and hides the least: each cell, more or less.

        From the cell's column, whose sum must stay, over cells to the cell's row (Dijkstra).
        """
        goal: _Node = (True, place[0])
        start: _Node = (False, place[1])
        order = count()
        came: dict[_Node, tuple[_Node, Place, bool]] = {}
        best: dict[_Node, _Cost] = {start: (0, 0, 0)}
        queue = [((0, 0, 0), next(order), start)]
        while queue:
            cost, _order, node = heappop(queue)
            if node == goal:
                break
            if cost > best[node]:
                continue
            for at, following in self._arcs(node):
                more = self._sign(at) == (node[0] == self._sign(place))
                if at == place or not (more or self._room(other, at) > 0):
                    continue
                own = self._cost(at)
                summed = cost[0] + own[0], cost[1] + own[1], cost[2] + own[2]
                if following not in best or summed < best[following]:
                    best[following] = summed
                    came[following] = node, at, more
                    heappush(queue, (summed, next(order), following))
        steps = [(place, True)]
        node = goal
        while node != start:
            node, at, more = came[node]
            steps.append((at, more))
        return steps

    def _arcs(self, node: _Node) -> Iterator[tuple[Place, _Node]]:
        is_row, which = node
        if is_row:
            for column in range(self.last[1] + 1):
                yield (which, column), (False, column)
        else:
            for row in range(self.last[0] + 1):
                yield (row, which), (True, row)


class UnitSize(NamedTuple):
    """How large a unit is that figures are published of.

    Attributes:
        code: its code.
        branches: how many of it reported.
        events: how many issues it received and closed in the period.
    """

    code: str
    branches: int
    events: int

    @property
    def too_small(self) -> bool:
        """Whether it stands among the others."""
        return self.branches < FEWEST_BRANCHES or self.events < FEWEST_EVENTS


def pooled(units: Sequence[UnitSize], others: Collection[str] = ()) -> frozenset[str]:
    """Return which units are published together as the others.

    Args:
        units: all there are.
        others: those that stood among the others in the month before: they stay there, so that
            nobody subtracts one month's others from the next one's.
    """
    by_size = sorted(units, key=lambda unit: (unit.branches, unit.events, unit.code))
    taken = [unit for unit in by_size if unit.too_small or unit.code in others]
    named = [unit for unit in by_size if unit not in taken]
    while taken and named and (len(taken) == 1 or _together(taken).too_small):
        taken.append(named.pop(0))
    return frozenset(unit.code for unit in taken)


def _together(units: Sequence[UnitSize]) -> UnitSize:
    return UnitSize("", sum(unit.branches for unit in units), sum(unit.events for unit in units))
