"""What a member pays a month by the published rates. The pay it follows from is never kept.

The rate goes over the whole amount, not over what lies above a step; the upper end of a step
belongs to it (《关于中国共产党党费收缴、使用和管理的规定》). No rule for rounding was found:
it is rounded half up to the fen, and the exact amount is told.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from jinlin.core.i18n import N_
from jinlin.core.word import Word


class Payer(Word):
    """By which rates somebody pays."""

    WORKING = "working", N_("in work: regular monthly pay after tax")
    RETIRED = "retired", N_("retired: pension received")
    FARMER = "farmer", N_("farmer")
    STUDENT = "student", N_("student")
    RELIEF = "relief", N_("laid off or on relief")


class Step(NamedTuple):
    """One line of the rates.

    Attributes:
        payer: for whom.
        above: pay above so much, in fen.
        up_to: and up to so much, in fen; None without end.
        rate: of the whole pay; None where the due is a fixed amount.
        least: the fixed amount in fen, or the least of it.
        most: the most of it in fen.
    """

    payer: Payer
    above: int = 0
    up_to: int | None = None
    rate: Fraction | None = None
    least: int | None = None
    most: int | None = None


RATES: Final = (
    Step(Payer.WORKING, 0, 3000_00, Fraction(5, 1000)),
    Step(Payer.WORKING, 3000_00, 5000_00, Fraction(10, 1000)),
    Step(Payer.WORKING, 5000_00, 10_000_00, Fraction(15, 1000)),
    Step(Payer.WORKING, 10_000_00, None, Fraction(20, 1000)),
    Step(Payer.RETIRED, 0, 5000_00, Fraction(5, 1000)),
    Step(Payer.RETIRED, 5000_00, None, Fraction(10, 1000)),
    Step(Payer.FARMER, least=20, most=100),
    Step(Payer.STUDENT, least=20, most=20),
    Step(Payer.RELIEF, least=20, most=20),
)
"""The published rates; a fixed amount is given where no rate is."""


class Due(NamedTuple):
    """What somebody pays a month.

    Attributes:
        step: the line of the rates it follows from.
        exact: in fen, before rounding; None for a fixed amount.
        least: in fen.
        most: in fen; more than the least only where the branch settles it in between.
    """

    step: Step
    exact: Fraction | None
    least: int
    most: int


def due(payer: Payer, income: int = 0) -> Due:
    """Return what somebody pays a month.

    Args:
        payer: by which rates.
        income: monthly pay or pension in fen; without meaning for fixed amounts.
    """
    step = next(
        step
        for step in RATES
        if step.payer is payer and (step.up_to is None or income <= step.up_to)
    )
    if step.rate is None:
        return Due(step, None, step.least or 0, step.most or 0)
    exact = income * step.rate
    rounded = int(exact + Fraction(1, 2))
    return Due(step, exact, rounded, rounded)
