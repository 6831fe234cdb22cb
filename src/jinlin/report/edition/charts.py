"""What of a period people would rather look at than read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.core.days.stretch import Length, Stretch, quarter_of
from jinlin.core.days.written import month_short
from jinlin.documents.page import Chart, Series, Shape
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import AGES, FullFigures, ageing, said_in_words

MOST_CATEGORIES: Final = 10
"""Those beyond stand in the table of categories alone."""
_ALL: Final = ("trend", "ages", "categories", "satisfaction")


def charts(figures: PeriodFigures, full: FullFigures, say: Wording) -> Iterator[Chart]:
    """Return the charts that have anything to show; `left_out` names the others."""
    if full.trend:
        yield _trend(full, say)
    if figures.ages:
        yield _ages(figures, say)
    if any(part.flow.received for part in full.categories):
        yield _categories(full, say)
    if figures.ratings.rated or figures.ratings.unrated:
        yield _satisfaction(figures, say)


def left_out(drawn: Sequence[Chart], say: Wording) -> str:
    """Return why charts are missing that others have; empty where none is."""
    titles = (say(f"charts.{name}") for name in _ALL)
    missing = [
        title for title in titles if not any(chart.title.startswith(title) for chart in drawn)
    ]
    return say("charts.left_out", titles=say.joined(missing)) if missing else ""


def _trend(full: FullFigures, say: Wording) -> Chart:
    names = ("received", "closed", "open")
    last = full.trend[-1]
    return Chart(
        title=say("charts.trend"),
        shape=Shape.LINES,
        labels=tuple(moments([point.stretch for point in full.trend], say)),
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


def moments(stretches: Sequence[Stretch], say: Wording) -> Iterator[str]:
    """Yield stretches as they stand below a chart: 2025年12月, 2026年1月, 2月."""
    before = None
    for stretch in stretches:
        year, week, _day = stretch.first.isocalendar()
        if stretch.length is not Length.WEEK:
            year = stretch.first.year
        name = say(
            f"charts.{stretch.length}",
            year=year,
            month=stretch.first.month,
            short=month_short(stretch.first),
            quarter=quarter_of(stretch.first),
            week=week,
        )
        anew = year != before and stretch.length is not Length.YEAR
        yield say("charts.with_year", year=year, name=name) if anew else name
        before = year


def _categories(full: FullFigures, say: Wording) -> Chart:
    counts = sorted(
        (
            (part.name or say("full.apart"), part.flow.received)
            for part in said_in_words(full.categories)
            if part.flow.received
        ),
        key=lambda one: -one[1],
    )
    names, received = zip(*counts[:MOST_CATEGORIES], strict=True)
    left = say("charts.most", count=MOST_CATEGORIES) if len(counts) > MOST_CATEGORIES else ""
    return Chart(
        title=say("charts.categories") + left,
        shape=Shape.ROWS,
        labels=names,
        series=(Series(say("columns.received"), received),),
        alt=say("charts.categories_alt", name=names[0], count=received[0]),
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
