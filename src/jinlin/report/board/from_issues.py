"""What was done about issues in a while: numbers, and what was solved, of buildings, not homes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from jinlin.core.clock import Clock
from jinlin.core.days.stretch import Length, Stretch, stretch_named
from jinlin.core.days.written import day_short, day_words, stretch_words
from jinlin.core.decimals import SMALL_BASE
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.issue.lists.board import BoardRow, board, board_count
from jinlin.issue.lists.lists import WantedIssues
from jinlin.issue.record.categories import category_label
from jinlin.issue.rules.statuses import OPEN, Status
from jinlin.output.contribution.notice_sources import Drawn, sheet_rows
from jinlin.report.edition.tables import posted_columns, posted_numbers
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.public import folded_told, public_figures
from jinlin.report.figures.queries import period_figures
from jinlin.report.rules.due import stretch_due
from jinlin.store.transaction.tx import Reader

MOST: Final = 20
"""So many of what was solved are told one by one."""


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the figures of a month, or of the week or quarter that was named.

    They are those of the report's public edition; buildings are counted by themselves, never
    within a category.

    Raises:
        UsageError: there is no such month, week or quarter.
    """
    stretch = stretch_said(which, reader.clock)
    figures = period_figures(reader, stretch)
    public = public_figures(figures)
    last = min(figures.period.last_day, reader.clock.today)
    lines = [
        *_sums(public, day_words(last)),
        *_by_group(public),
        *_by_building(figures),
        *_solved(reader, stretch),
        *_on_the_way(reader),
        _("Source: the branch's register of residents' issues."),
    ]
    return Drawn(
        matter="handled_issues",
        title=_("issues handled in {period}").format(period=stretch_words(stretch)),
        body="\n".join(lines),
        covers=(stretch.first, last),
        audience=_("all residents"),
    )


def stretch_said(words: str | None, clock: Clock) -> Stretch:
    """Return what was meant: `10`, `上月`, `W45`, `上周`, `三季度`; without words the month due.

    Raises:
        UsageError: there is none, or it has not begun.
    """
    if words is None:
        return stretch_due(Length.MONTH, clock)
    said = compact(words)
    length = Length.MONTH
    if "周" in said or re.search(r"w\d|week", said):
        length = Length.WEEK
    elif "季" in said or "q" in said:
        length = Length.QUARTER
    return stretch_named(words, length, clock)


def _sums(figures: PeriodFigures, last: str) -> Iterator[str]:
    flow, ratings = figures.total, figures.ratings
    if figures.empty:
        yield _("Up to {last} no issue was received or settled.").format(last=last)
        return
    ways = (
        (N_("solved {count}"), flow.closed_solved),
        (N_("answered and not solved for now {count}"), flow.closed_unsolved),
        (N_("declined {count}"), flow.declined),
        (N_("taken together with another one {count}"), flow.merged),
    )
    how = [_(text).format(count=count) for text, count in ways if count]
    came = [
        _("carried over {count}").format(count=flow.carried_over),
        _("received {count}").format(count=flow.received),
    ]
    if flow.reopened:
        came.append(_("opened again {count}").format(count=flow.reopened))
    yield _("Up to {last}: {came}; settled {closed}{how}. Still open: {open}.").format(
        last=last,
        came=_(", ").join(came),
        closed=flow.closed,
        how=_(" ({ways})").format(ways=_(", ").join(how)) if how else "",
        open=flow.open,
    )
    if ratings.rated >= SMALL_BASE and ratings.rate.exact is not None:
        yield _("Satisfied or basically satisfied: {count} of {base} who answered.").format(
            count=ratings.rate.numerator, base=ratings.rate.denominator
        )


def _by_group(figures: PeriodFigures) -> Iterator[str]:
    groups = [group for group in figures.groups if not group.flow.idle]
    if groups:
        columns = posted_columns(figures.total)
        yield _("By category:")
        yield from sheet_rows(
            (_("Category"), *columns),
            *((category_label(g.name), *posted_numbers(g.flow, columns)) for g in groups),
        )
        if text := folded_told(figures):
            yield text


def _by_building(figures: PeriodFigures) -> Iterator[str]:
    if figures.buildings:
        columns = posted_columns(figures.total)
        yield _("By building:")
        yield from sheet_rows(
            (_("Building"), *columns),
            *(
                (
                    _("building no. {building}").format(building=b.building)
                    if b.building
                    else _("elsewhere"),
                    *posted_numbers(b.flow, columns),
                )
                for b in figures.buildings
            ),
        )


def _where(row: BoardRow) -> str:
    return _("building no. {building}").format(building=row.building) if row.building else ""


def _on_the_way(reader: Reader) -> Iterator[str]:
    """Return what is on the way on the day the notice is written, as the board shows it."""
    rows = list(board(reader, WantedIssues(statuses=OPEN), days=0, limit=MOST))
    if not rows:
        return
    yield _("On the way on {day}, without those that are private:").format(
        day=day_words(reader.clock.today)
    )
    yield from sheet_rows(
        (_("Number"), _("Issue"), _("Building"), _("Received on"), _("How far it is")),
        *((r.number, r.title, _where(r), day_short(r.reported_on), r.status.label) for r in rows),
    )
    if (count := board_count(reader, WantedIssues(statuses=OPEN), days=0)) > MOST:
        yield _("And {count} more.").format(count=count - MOST)


def _solved(reader: Reader, stretch: Stretch) -> Iterator[str]:
    """Return what was solved, as the board shows it: private issues are never among it."""
    days = (reader.clock.today - stretch.first).days + 1
    rows = [
        (row, row.closed_on)
        for row in board(
            reader, WantedIssues(statuses=frozenset({Status.CLOSED_SOLVED})), days=days, limit=0
        )
        if row.closed_on is not None and stretch.first <= row.closed_on <= stretch.last
    ]
    if not rows:
        return
    yield _("Solved, without those that are private:")
    yield from sheet_rows(
        (_("Number"), _("Issue"), _("Building"), _("Received on"), _("Closed on")),
        *(
            (r.number, r.title, _where(r), day_short(r.reported_on), day_short(day))
            for r, day in rows[:MOST]
        ),
    )
    if len(rows) > MOST:
        yield _("And {count} more.").format(count=len(rows) - MOST)
