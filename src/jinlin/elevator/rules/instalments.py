"""Instalments: by when a door owes which part of its amount, exact to the unit of the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from jinlin.core.decimals import plain
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.money import parse_rate
from jinlin.core.said import SaidDay, planned
from jinlin.core.text import folded

FROM_THE_BEGINNING: Final = ""
"""A day before all others: where no instalments were agreed, everything is due at once."""


class InstalmentTerm(NamedTuple):
    """One instalment of a project.

    Attributes:
        name: what it is tied to: 签约.
        rate: its part of the amount.
        due_on: the day it falls due, ISO text; None while that is not fixed: it is not due yet.
    """

    name: str
    rate: Fraction
    due_on: str | None = None


class InstalmentPart(NamedTuple):
    """What one door owes with one instalment; `amount` in fen."""

    name: str
    due_on: str | None
    amount: int


class SaidTerm(NamedTuple):
    """One instalment as it was said; the name is empty when only a day is said."""

    rate: Fraction
    name: str
    day: SaidDay | None


def parse_term(text: str) -> SaidTerm:
    """Read an instalment: `30%@签约`, `40%@进场@2026-12-01`, `30%@2027-03-01`.

    Raises:
        UsageError: it is no such thing, or the rate is 0.
    """
    rate_word, _sign, rest = folded(text).partition("@")
    name, _sign, day = rest.rpartition("@") if "@" in rest else (rest, "", "")
    if not day and re.fullmatch(r"\d[\d./年月日-]*", name.strip()):
        name, day = "", name
    rate = parse_rate(rate_word)
    if not rate or not (name.strip() or day.strip()):
        raise UsageError(
            _("“{text}” is no instalment.").format(text=text),
            hint=_("Write it like 30%@签约@2026-12-01: the part, what it is tied to, the day."),
        )
    return SaidTerm(rate, name.strip(), planned(day) if day.strip() else None)


def check_terms(terms: Sequence[InstalmentTerm]) -> None:
    """Refuse instalments that are not the whole amount, or whose days run backwards.

    Raises:
        RuleError: it says what they sum to.
    """
    whole = sum((term.rate for term in terms), Fraction(0))
    if whole != 1:
        raise RuleError(
            _("The instalments make {rate}%, not 100%.").format(rate=plain(whole * 100)),
            hint=_("Let them sum to 100%, like 30%@签约 40%@进场 30%@验收."),
        )
    days = [term.due_on for term in terms if term.due_on]
    if days != sorted(days):
        raise RuleError(
            _("The days of the instalments run backwards."), hint=_("Give the earliest first.")
        )


def parts(due: int, terms: Sequence[InstalmentTerm], *, unit: int = 1) -> list[InstalmentPart]:
    """Return what a door owes with each instalment; together exactly what it owes.

    Each is cut so that all up to it are the units nearest to their part of the amount, never more
    than all of it.

    Args:
        due: what the door owes in all, in fen.
        terms: the instalments, which make 100 %.
        unit: the rounding unit of the plan in fen.
    """
    found = []
    asked, rate = 0, Fraction(0)
    for place, term in enumerate(terms, 1):
        rate += term.rate
        upto = (
            due
            if place == len(terms)
            else _nearest(due * rate.numerator, rate.denominator * unit) * unit
        )
        upto = min(upto, due)
        found.append(InstalmentPart(term.name, term.due_on, upto - asked))
        asked = upto
    return found


def _nearest(amount: int, unit: int) -> int:
    """Return how many units come nearest to an amount."""
    return (2 * amount + unit) // (2 * unit)


def due_by(asked: Sequence[InstalmentPart], day: str) -> int:
    """Return what has fallen due on a day, in fen; what has no day is not due yet."""
    return sum(part.amount for part in asked if part.due_on is not None and part.due_on <= day)


def schedule(
    due: int, terms: Sequence[InstalmentTerm], *, unit: int, whole_on: str | None
) -> list[InstalmentPart]:
    """Return by when a door owes what it owes.

    Args:
        due: what it owes in all, in fen.
        terms: the instalments of the project; none when there are none.
        unit: the rounding unit of the plan in fen.
        whole_on: since when all of it is due, whatever the instalments say: the day of the
            settlement, or on which the door joined; None before.
    """
    if whole_on is not None or not terms:
        return [InstalmentPart("", whole_on or FROM_THE_BEGINNING, due)]
    return parts(due, terms, unit=unit)
