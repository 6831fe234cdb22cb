"""What of a period people would rather look at than read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.days.stretch import Length, Stretch, quarter_of
from jinlin.documents.page import Chart, Series, Shape
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import AGES, FullFigures, ageing

MOST_CATEGORIES: Final = 10
"""More bars than this are a table."""


def charts(figures: PeriodFigures, full: FullFigures, say: Wording) -> Iterator[Chart]:
    """Return the charts that have anything to show."""
    if len(full.trend) > 1:
        yield _trend(full, say)
    if any(part.flow.received for part in full.categories):
        yield _categories(full, say)
    if figures.ages:
        yield _ages(figures, say)
    if figures.ratings.rated or figures.ratings.unrated:
        yield _satisfaction(figures, say)


def _trend(full: FullFigures, say: Wording) -> Chart:
    names = ("received", "closed", "open")
    last = full.trend[-1]
    return Chart(
        title=say("charts.trend"),
        shape=Shape.LINES,
        labels=tuple(short_name(point.stretch) for point in full.trend),
        series=tuple(
            Series(say(f"columns.{name}"), tuple(getattr(point, name) for point in full.trend))
            for name in names
        ),
        alt=say(
            "charts.trend_alt",
            first=say.stretch(full.trend[0].stretch),
            last=say.stretch(last.stretch),
            received=last.received,
            closed=last.closed,
            open=last.open,
        ),
    )


def short_name(stretch: Stretch) -> str:
    """Return a stretch as it stands below a chart: 26-10, 26Q4, 2026, W45."""
    match stretch.length:
        case Length.MONTH:
            return f"{stretch.first:%y-%m}"
        case Length.QUARTER:
            return f"{stretch.first:%y}Q{quarter_of(stretch.first)}"
        case Length.YEAR:
            return f"{stretch.first:%Y}"
        case _:
            return f"W{stretch.first.isocalendar().week:02d}"


def _categories(full: FullFigures, say: Wording) -> Chart:
    parts = [part for part in full.categories if part.flow.received]
    shown = parts[:MOST_CATEGORIES]
    names = tuple(part.name or say("full.apart") for part in shown)
    return Chart(
        title=say("charts.categories"),
        shape=Shape.ROWS,
        labels=names,
        series=(Series(say("columns.received"), tuple(part.flow.received for part in shown)),),
        alt=say("charts.categories_alt", name=names[0], count=shown[0].flow.received),
    )


def _ages(figures: PeriodFigures, say: Wording) -> Chart:
    bins = ageing(figures.ages)
    young, of_age, old = AGES
    return Chart(
        title=say("charts.ages"),
        shape=Shape.COLUMNS,
        labels=(
            say("charts.young", to=young),
            say("charts.between", first=young + 1, last=of_age),
            say("charts.between", first=of_age + 1, last=old),
            say("charts.older", than=old),
        ),
        series=(
            Series(say("charts.within"), tuple(within for within, _late in bins)),
            Series(say("columns.overdue"), tuple(late for _within, late in bins)),
        ),
        alt=say(
            "charts.ages_alt",
            open=len(figures.ages),
            overdue=sum(late for _days, late in figures.ages),
            old=sum(bins[-1]),
        ),
    )


def _satisfaction(figures: PeriodFigures, say: Wording) -> Chart:
    names = ("satisfied", "basically_satisfied", "not_satisfied", "unrated")
    counts = tuple(getattr(figures.ratings, name) for name in names)
    return Chart(
        title=say("charts.satisfaction"),
        shape=Shape.ROWS,
        labels=tuple(say(f"columns.{name}") for name in names),
        series=(Series(say("charts.issues"), counts),),
        alt=say("charts.satisfaction_alt", **dict(zip(names, counts, strict=True))),
    )
