"""What the full edition of a report adds: each figure computed once, beside those of the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.days.stretch import Stretch
from jinlin.issue.escalation.response_times import Calls
from jinlin.issue.record.categories import category_label
from jinlin.issue.rules.durations import Spread
from jinlin.output.contribution.full_parts import FullPart
from jinlin.report.rules.flow import Flow, Ratings

AGES: Final = (7, 30, 90)
"""Days since the report up to which an open issue is young, of age, old; older beyond."""


class FlowPart(NamedTuple):
    """The issues of one category or one steward; None for what is not told apart."""

    name: str | None
    flow: Flow


def said_in_words(categories: Iterable[FlowPart]) -> list[FlowPart]:
    """Return the parts of categories as these are called in the user's language."""
    return [part._replace(name=part.name and category_label(part.name)) for part in categories]


class SinceFirst(NamedTuple):
    """What was settled since the first issue was reported, and what residents said of it."""

    day: date
    closed: int
    ratings: Ratings


class Point(NamedTuple):
    """What was received and closed in a stretch, and what was open when it ended."""

    stretch: Stretch
    received: int
    closed: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FullFigures:
    """What the full edition adds.

    Attributes:
        year_before: the flow of the same stretch of the year before; None before the records.
        trend: the last stretches up to this one, the oldest first.
        categories: by category, the most received first.
        stewards: by who is in charge.
        accept: from the report until somebody first took it on.
        solve: until the matter was put right.
        close: until the closing.
        departments: those the street called, and how they came.
        parts: what other rooms contribute.
    """

    year_before: Flow | None
    trend: tuple[Point, ...]
    categories: tuple[FlowPart, ...]
    stewards: tuple[FlowPart, ...]
    accept: Spread
    solve: Spread
    close: Spread
    departments: tuple[Calls, ...]
    parts: tuple[FullPart, ...]


def ageing(ages: tuple[tuple[int, bool], ...]) -> tuple[tuple[int, int], ...]:
    """Return for each age of open issues how many are within their limit and how many overdue.

    Args:
        ages: of every open issue, its days and whether it is overdue.

    Returns:
        A pair for each of `AGES` and one for what is older.
    """
    bins = [[0, 0] for _limit in (*AGES, None)]
    for days, overdue in ages:
        place = next((n for n, most in enumerate(AGES) if days <= most), len(AGES))
        bins[place][overdue] += 1
    return tuple((within, late) for within, late in bins)
