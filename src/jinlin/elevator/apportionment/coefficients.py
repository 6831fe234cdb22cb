"""What a floor weighs: a ladder or a table, and the floors that are free by rule.

There is no floor 0: floor 1 stands directly on basement -1. A coefficient depends on the floor and
the rule alone, never on who lives in the house: a floor between two others advances the ladder even
if nobody on it takes part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeAlias

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word

NOTHING: Final = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeFloors:
    """The floors that pay nothing by rule.

    Attributes:
        up_to: this floor and everything below it; None when nothing is free from below. 0 frees
            the basements alone.
        others: single free floors above it.
    """

    up_to: int | None = 1
    others: frozenset[int] = frozenset()

    def covers(self, floor: int) -> bool:
        """Tell whether a floor is free by rule."""
        return floor in self.others or (self.up_to is not None and floor <= self.up_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """`base + step·j`, where `j` counts the floors below that are not free by rule.

    The foot of the ladder (`j = 0`) is the first floor above those that are free from below. Where
    none is, the foot is floor 1, and basements stand on it too.

    Attributes:
        base: the coefficient at the foot.
        step: what every further floor adds; never negative.
    """

    base: Fraction
    step: Fraction

    def coefficient(self, floor: int, *, free: FreeFloors) -> Fraction:
        """Return the coefficient of a floor that is not free."""
        foot = 0 if free.up_to is None else free.up_to
        return self.base + self.step * _rungs(foot + 1, floor, free=free)


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorTable:
    """A coefficient for each floor, written out.

    Attributes:
        by_floor: the coefficients as agreed or published.
        step_above: what each floor above the highest listed one adds; None for nothing above.
    """

    by_floor: Mapping[int, Fraction]
    step_above: Fraction | None = None

    def coefficient(self, floor: int, *, free: FreeFloors) -> Fraction:
        """Return the coefficient of a floor that is not free.

        Raises:
            RuleError: the table says nothing about the floor; it is never 0 by silence.
        """
        if floor in self.by_floor:
            return self.by_floor[floor]
        top = max(self.by_floor)
        if self.step_above is None or floor < top:
            raise RuleError(
                _("Floor {floor} has no coefficient.").format(floor=floor),
                hint=_(
                    "Give a coefficient for every floor, like --coefficients 2=0.5,3=1, "
                    "or say that the floor is free: --free-floor {floor}."
                ).format(floor=floor),
            )
        return self.by_floor[top] + self.step_above * _rungs(top + 1, floor + 1, free=free)

    def falls(self, *, free: FreeFloors) -> list[tuple[int, int]]:
        """Return each pair of neighbouring listed floors where the higher one weighs less."""
        floors = sorted(floor for floor in self.by_floor if not free.covers(floor))
        return [(a, b) for a, b in pairwise(floors) if self.by_floor[a] > self.by_floor[b]]


Coefficients: TypeAlias = Ladder | FloorTable


def coefficient(rule: Coefficients, *, floor: int, free: FreeFloors) -> Fraction:
    """Return what a floor weighs: 0 where it is free, else what the rule says.

    Raises:
        RuleError: the rule is a table without this floor.
    """
    return NOTHING if free.covers(floor) else rule.coefficient(floor, free=free)


def _rungs(start: int, stop: int, *, free: FreeFloors) -> int:
    """Count the floors from `start` up to, not including, `stop` that are not free by rule."""
    return sum(floor != 0 and floor not in free.others for floor in range(start, stop))


class Rounding(Word, refusal=N_("“{text}” is not a rounding unit.")):
    """The unit handed out one at a time."""

    FEN = "fen", N_("one fen"), "分"
    YUAN = "yuan", N_("one yuan"), "元"
    TEN = "10", N_("10 yuan"), "十元", "10元"
    HUNDRED = "100", N_("100 yuan"), "百元", "100元"

    @property
    def fen(self) -> int:
        """The unit in fen."""
        return _FEN[self]


_FEN: Final = {Rounding.FEN: 1, Rounding.YUAN: 100, Rounding.TEN: 1_000, Rounding.HUNDRED: 10_000}
