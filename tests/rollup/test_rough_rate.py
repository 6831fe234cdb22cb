"""A published rate tells no small number, even to whoever knows what it is a rate of."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

import pytest

from jinlin.core.decimals import Rate
from jinlin.rollup.rules.rough_rate import LEAST_BASE, LEAST_CLOSED, STEP, rough_rate
from jinlin.rollup.rules.suppression import RANGE, SMALL

MOST = 92
"""So many closed are tried; above, no bound begins."""


@pytest.mark.parametrize(
    ("counted", "base", "closed", "told"),
    [
        (38, 39, 60, "≥70%"), (39, 39, 60, "≥70%"), (55, 60, 80, "≥90%"), (55, 60, 50, "≥70%"),
        (2, 60, 80, "≤10%"), (33, 60, 80, "55%"), (33, 60, None, None), (12, 19, 60, None),
        (12, 20, 24, None), (12, 20, 25, "60%"), (600, 700, 900, "85%"),
    ],
)  # fmt: skip
def test_a_rate_is_rounded_and_where_few_are_left_out_a_bound_is_given(
    counted: int, base: int, closed: int | None, told: str | None
) -> None:
    assert rough_rate(Rate(counted, base), closed) == told


def test_what_is_told_is_true() -> None:
    for base in range(LEAST_BASE, 200):
        for counted in range(base + 1):
            told, share = rough_rate(Rate(counted, base), 300), Fraction(100 * counted, base)
            assert told
            figure = int(told.strip("≥≤%"))
            match told[0]:
                case "≥":
                    assert share >= figure
                case "≤":
                    assert share <= figure
                case _:
                    assert abs(share - figure) <= Fraction(STEP, 2)


def test_no_small_number_is_told_to_whoever_knows_the_base_or_what_was_closed() -> None:
    """All that could be is tried, and put together where the same is published."""
    with_base: dict[tuple[int, int, str], set[int]] = defaultdict(set)
    with_closed: dict[tuple[int, str], set[tuple[int, int]]] = defaultdict(set)
    for closed in range(LEAST_CLOSED, MOST):
        for base in range(closed + 1):
            for counted in range(base + 1):
                told = rough_rate(Rate(counted, base), closed) or ""
                with_closed[closed, told].add((counted, base))
                if told:
                    with_base[closed, base, told].add(counted)
    for (_closed, base, _told), counts in with_base.items():
        assert nothing_small(counts)
        assert nothing_small({base - one for one in counts})
    for (closed, _told), could in with_closed.items():
        assert nothing_small({counted for counted, _base in could})
        assert nothing_small({base - counted for counted, base in could})
        assert nothing_small({closed - base for _counted, base in could})


def nothing_small(could: set[int]) -> bool:
    """Whether each small one among what could be may be so much more."""
    return all(max(could) >= one + RANGE for one in could if 0 < one <= SMALL)
