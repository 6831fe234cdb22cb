"""What is published tells no small number, whoever reckons with the rows and columns it has."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jinlin.core.decimals import Rate
from jinlin.rollup.rules.rough_rate import FEW, LEAST_BASE, STEP, rough_rate
from jinlin.rollup.rules.suppression import (
    RANGE,
    SMALL,
    Place,
    UnitSize,
    hidden_cells,
    pooled,
)

COUNTS = st.one_of(st.integers(0, 4), st.integers(0, 40))


def tables(rows: int, columns: int) -> st.SearchStrategy[list[list[int]]]:
    row = st.lists(COUNTS, min_size=columns, max_size=columns)
    return st.lists(row, min_size=rows, max_size=rows)


def whole(inner: list[list[int]]) -> dict[Place, int]:
    """A table with its totals, by the places that `hidden_cells` names."""
    rows = [[*cells, sum(cells)] for cells in inner]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    return {(r, c): value for r, cells in enumerate(rows) for c, value in enumerate(cells)}


@given(st.integers(1, 5).flatmap(lambda n: st.integers(1, 5).flatmap(lambda m: tables(n, m))))
def test_every_small_cell_is_hidden_and_no_row_or_column_hides_one_alone(
    inner: list[list[int]],
) -> None:
    cells, hidden = whole(inner), hidden_cells(inner)
    assert {place for place, value in cells.items() if 0 < value <= SMALL} <= hidden
    for axis in (0, 1):
        for line in {place[axis] for place in hidden}:
            assert sum(place[axis] == line for place in hidden) >= 2
    if all(value == 0 or value > SMALL for value in cells.values()):
        assert not hidden


@settings(max_examples=40)
@given(tables(2, 2))
def test_another_table_with_the_same_published_cells_has_more_in_each_small_one(
    inner: list[list[int]],
) -> None:
    cells, hidden = whole(inner), hidden_cells(inner)
    free = [place for place in product(range(2), range(2)) if place in hidden]
    most = dict.fromkeys(hidden, 0)
    for changes in product(range(-RANGE, RANGE + 1), repeat=len(free)):
        other = [list(row) for row in inner]
        for (row, column), change in zip(free, changes, strict=True):
            other[row][column] += change
        told = whole(other)
        published = all(told[place] == cells[place] for place in cells.keys() - hidden)
        if published and all(told[place] > 0 for place in hidden):
            most = {place: max(most[place], told[place]) for place in hidden}
    for place in hidden:
        if cells[place] <= SMALL:
            assert most[place] >= cells[place] + RANGE


@given(
    st.lists(st.builds(UnitSize, st.uuids().map(str), st.integers(0, 9), st.integers(0, 40))),
    st.data(),
)
def test_small_units_stand_among_others_that_are_large_enough_together(
    units: list[UnitSize], data: st.DataObject
) -> None:
    before = data.draw(st.sets(st.sampled_from([unit.code for unit in units] or [""])))
    codes = pooled(units, before)
    taken = [unit for unit in units if unit.code in codes]
    assert {unit.code for unit in units if unit.too_small} <= codes
    assert before & {unit.code for unit in units} <= codes
    if 0 < len(taken) < len(units):
        assert len(taken) > 1
        assert sum(unit.branches for unit in taken) >= 3
        assert sum(unit.events for unit in taken) >= 10
    assert pooled(units, codes) == codes


@pytest.mark.lp
def test_linear_programming_finds_no_small_cell() -> None:
    optimize = pytest.importorskip("scipy.optimize")
    chance = random.Random(23)
    attacked = 0
    for _table in range(46):
        size = chance.randint(4, 25), chance.randint(4, 9)
        inner = [
            [chance.choice((0, 1, 2, 4, 9, 15, 30)) for _column in range(size[1])]
            for _row in range(size[0])
        ]
        cells, hidden = whole(inner), sorted(hidden_cells(inner))
        sums, known = sums_of(cells, hidden, size)
        for number, place in enumerate(hidden):
            if cells[place] > SMALL:
                continue
            aim = [float(number == one) for one in range(len(hidden))]
            least = optimize.linprog(aim, A_eq=sums, b_eq=known)
            most = optimize.linprog([-one for one in aim], A_eq=sums, b_eq=known)
            assert most.status == 3 or -most.fun - least.fun >= RANGE - 1e-6
            attacked += 1
    assert attacked > 450


@pytest.mark.lp
def test_linear_programming_finds_no_small_number_behind_a_rate() -> None:
    """What an attacker knows: the closed issues of a unit, and each published rate of these."""
    optimize = pytest.importorskip("scipy.optimize")
    chance = random.Random(23)
    attacked = 0
    for _unit in range(600):
        closed = chance.randint(10, 120)
        base = closed - chance.choice((0, 1, 2, chance.randint(0, closed)))
        counted = base - min(base, chance.choice((0, 1, 2, chance.randint(0, base))))
        if chance.random() < 0.3:
            counted = base - counted
        told = rough_rate(Rate(counted, base), closed)
        lines, limits = lines_of(told, closed)
        # of counted, of those that are not counted, and of those without a part in the base
        for aim, value in ([1, 0], counted), ([-1, 1], base - counted), ([0, -1], closed - base):
            if not 0 < value <= SMALL:
                continue
            least = optimize.linprog(aim, A_ub=lines, b_ub=limits)
            most = optimize.linprog([-one for one in aim], A_ub=lines, b_ub=limits)
            assert -most.fun - least.fun >= RANGE - 1e-6
            attacked += 1
    assert attacked > 450


def lines_of(told: str | None, closed: int) -> tuple[list[list[float]], list[float]]:
    """What a rate tells of (counted, base), each line to be at most its limit."""
    lines, limits = [[1.0, -1.0], [0.0, 1.0]], [0.0, float(closed)]
    if told:
        figure = int(told.strip("≥≤%")) / 100
        half = STEP / 200
        low, high = {"≥": (figure, 1.0), "≤": (0.0, figure)}.get(
            told[0], (figure - half, figure + half)
        )
        lines += [[0.0, -1.0], [-1.0, low], [1.0, -high]]
        limits += [-float(LEAST_BASE), 0.0, 0.0]
        if told[0] not in "≥≤":  # more than a few are counted, and more than a few are not
            lines += [[-1.0, 0.0], [1.0, -1.0]]
            limits += [-float(FEW + 1)] * 2
        if told in {"≥90%", "≤10%"}:
            lines, limits = [*lines, [0.0, -1.0]], [*limits, -50.0]
    return lines, limits


def sums_of(
    cells: dict[Place, int], hidden: list[Place], size: Place
) -> tuple[list[list[float]], list[float]]:
    """What an attacker knows: the inner cells of each row and column minus its total are 0."""
    lines = [[(row, c) for c in range(size[1] + 1)] for row in range(size[0] + 1)]
    lines += [[(r, column) for r in range(size[0] + 1)] for column in range(size[1] + 1)]
    sums, known = [], []
    for line in lines:
        sign = {place: -1.0 if place == line[-1] else 1.0 for place in line}
        sums.append([sign.get(place, 0.0) for place in hidden])
        known.append(-sum(sign[place] * cells[place] for place in line if place not in hidden))
    return sums, known
