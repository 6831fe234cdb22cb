"""The few sentences that somebody who has seen the figures would say first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.decimals import Rate
from jinlin.issue.rules.departments import department_names
from jinlin.output.listing.values import percent
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import FullFigures, said_in_words
from jinlin.report.rules.flow import CountChange

WORTH_NAMING: Final = 3
"""A category with fewer issues than this is not what a period was about."""


def headlines(figures: PeriodFigures, full: FullFigures, say: Wording) -> Iterator[str]:
    """Return what is worth saying, the most important first; nothing of an idle period."""
    flow = figures.total
    if flow.idle:
        return
    yield _flow(figures, full, say)
    if flow.overdue:
        yield _overdue(figures, say)
    top = next((part for part in said_in_words(full.categories) if part.name is not None), None)
    if top is not None and top.flow.received >= WORTH_NAMING:
        share = Rate(numerator=top.flow.received, denominator=flow.received).exact
        yield say(
            "headline.category" if share is None else "headline.category_share",
            category=top.name,
            count=top.flow.received,
            share=percent(share) if share is not None else "",
        )
    if full.close.cases >= WORTH_NAMING:
        yield say(
            "headline.close",
            cases=full.close.cases,
            median=full.close.median_hours,
            ninetieth=full.close.ninetieth_hours,
        )
    elif full.close.all_cases >= WORTH_NAMING:
        yield say(
            "headline.close_days",
            cases=full.close.all_cases,
            median=full.close.median_days,
            ninetieth=full.close.ninetieth_days,
        )
    late = next((d for d in full.departments if d.arrived < d.called), None)
    if late is not None:
        key = "headline.department" if late.arrived else "headline.department_absent"
        [name] = department_names([late.department])
        yield say(key, name=name, called=late.called, arrived=late.arrived)


def _flow(figures: PeriodFigures, full: FullFigures, say: Wording) -> str:
    """Return what came and went, beside what came before."""
    flow = figures.total
    compared = [
        _beside(CountChange(now=flow.received, before=other.received), what, say)
        for other, what in (
            (figures.previous, say("headline.before")),
            (full.year_before, say("headline.year_before")),
        )
        if other is not None
    ]
    grown = flow.open - flow.carried_over
    key = "more_open" if grown > 0 else "fewer_open" if grown < 0 else "same_open"
    return say(
        "headline.flow",
        received=flow.received,
        compared="".join(compared),
        closed=flow.closed,
        solved=flow.closed_solved,
        left=say(f"headline.{key}", count=abs(grown), open=flow.open),
    )


def _beside(change: CountChange, what: str, say: Wording) -> str:
    if not change.difference:
        return say("headline.as_many", what=what)
    key = "headline.more" if change.difference > 0 else "headline.fewer"
    return say(key, what=what, count=abs(change.difference))


def _overdue(figures: PeriodFigures, say: Wording) -> str:
    longest = next((issue for issue in figures.open_issues if issue.overdue), None)
    if longest is None or longest.due_on is None:
        return say("headline.overdue", count=figures.total.overdue)
    return say(
        "headline.overdue_longest",
        count=figures.total.overdue,
        number=longest.number,
        days=(figures.period.last_day - longest.due_on).days,
    )
