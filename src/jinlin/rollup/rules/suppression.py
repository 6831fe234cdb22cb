"""Which cells of a published table are hidden, so that no small number can be found out.

Hiding the small cells alone hides nothing, as rows and columns add up. A table with its totals is a
network: its rows and columns are the nodes, its cells the arcs, and tables with the same sums
differ by circulations. For each small cell others are hidden along the cheapest such circulation
that raises it by `RANGE`; so another table, with the same published cells, has there so much more.
See L. H. Cox, “Network models for complementary cell suppression”, JASA 90 (1995).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import chain, count
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


class _Step(NamedTuple):
    """From a row or column over a cell to a column or row; the cell is more, or less, thereby."""

    node: _Node
    at: Place
    more: bool

    @property
    def to(self) -> _Node:
        """Where it leads."""
        is_row, _which = self.node
        return not is_row, self.at[is_row]


class _Network:
    """A table with its totals, and what of it is hidden so far."""

    def __init__(self, table: list[list[int]], hidden: set[Place]) -> None:
        self.table = table
        self.hidden = hidden
        self.last: Place = len(table) - 1, len(table[0]) - 1
        self._by_loss = [
            sorted(((row, column) for row in range(len(table))), key=self._loss)
            for column in range(len(table[0]))
        ]
        self._hidden_in: list[list[Place]] = [[] for _column in table[0]]
        for place in sorted(hidden):
            self._hidden_in[place[1]].append(place)

    def protect(self, place: Place) -> None:
        """Hide what is needed for a cell to be `RANGE` more in another table."""
        changes: dict[Place, int] = {}
        while changes.get(place, 0) < RANGE:
            steps = self._cheapest(changes, place)
            room = [self._room(changes, one.at) for one in steps if not one.more]
            amount = min([RANGE - changes.get(place, 0), *room])
            for _node, at, more in steps:
                changes[at] = changes.get(at, 0) + (amount if more else -amount)
                if at not in self.hidden:
                    self.hidden.add(at)
                    self._hidden_in[at[1]].append(at)

    def _sign(self, place: Place) -> bool:
        """Whether a cell adds to its row and column as inner ones do; totals are what they sum."""
        return (place[0] == self.last[0]) == (place[1] == self.last[1])

    def _room(self, changes: Mapping[Place, int], place: Place) -> int:
        """Return how much less a cell may be; of one that counts something, 1 at least stays."""
        value = self.table[place[0]][place[1]]
        return value + changes.get(place, 0) - min(1, value)

    def _loss(self, place: Place) -> _Cost:
        """Return what is lost with a cell: totals weigh most, then how many, then how much."""
        if place in self.hidden:
            return 0, 0, 0
        row, column = place
        total = row == self.last[0] or column == self.last[1]
        return int(total), 1, self.table[row][column]

    def _cheapest(self, changes: Mapping[Place, int], place: Place) -> list[_Step]:
        """Return the circulation that raises a cell and hides the least: each cell, more or less.

        From the cell's column, whose sum must stay, over cells to the cell's row (Dijkstra). Rows
        are many and columns few: the cells of a column are looked at one by one, the least loss
        first, and when every column was reached it is known how the row is reached best.
        """
        start: _Node = (False, place[1])
        came: dict[_Node, _Step | None] = {}
        order = count()
        ends: list[tuple[_Cost, int, _Step]] = []
        queue: list[tuple[_Cost, int, _Step, Iterator[tuple[_Cost, _Step]]]] = []
        left = set(range(self.last[1] + 1))

        def offer(steps: Iterator[tuple[_Cost, _Step]]) -> None:
            for cost, step in steps:
                if step.to not in came:
                    heappush(queue, (cost, next(order), step, steps))
                    return

        def reach(node: _Node, cost: _Cost) -> None:
            is_row, which = node
            cells: Iterable[Place]
            if is_row:
                cells = sorted(((which, column) for column in left), key=self._loss)
            else:
                left.discard(which)
                cells = chain(self._hidden_in[which], self._by_loss[which])
                for whole, step in self._steps(changes, place, node, [(place[0], which)], cost):
                    heappush(ends, (whole, next(order), step))
            offer(self._steps(changes, place, node, cells, cost))

        came[start] = None
        reach(start, (0, 0, 0))
        while not ends or (left and queue and queue[0][0] < ends[0][0]):
            cost, _order, step, steps = heappop(queue)
            offer(steps)
            if step.to not in came:
                came[step.to] = step
                reach(step.to, cost)
        found = [_Step(start, place, more=True)]
        before: _Step | None = ends[0][2]
        while before is not None:
            found.append(before)
            before = came[before.node]
        return found

    def _steps(
        self,
        changes: Mapping[Place, int],
        place: Place,
        node: _Node,
        cells: Iterable[Place],
        cost: _Cost,
    ) -> Iterator[tuple[_Cost, _Step]]:
        """Yield the steps over some cells that can be more or less, each with its cost so far."""
        for at in cells:
            more = self._sign(at) == (node[0] == self._sign(place))
            if at != place and (more or self._room(changes, at) > 0):
                own = self._loss(at)
                yield (
                    (cost[0] + own[0], cost[1] + own[1], cost[2] + own[2]),
                    _Step(node, at, more),
                )


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
