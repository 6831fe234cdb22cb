"""A report as a workbook: the figures, the tables, and charts that can be edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinlin.core.columns import Column, Kind
from jinlin.documents.page import Table
from jinlin.documents.xlsx import Leaf, chart_leaf
from jinlin.report.edition.attachments import unfinished_table
from jinlin.report.edition.charts import charts
from jinlin.report.edition.parts.coordination import addressee, matter_in_words
from jinlin.report.edition.tables import building_table, category_sheet
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import FlowPart, FullFigures, said_in_words

_COUNTED = (
    "carried_over", "received", "reopened", "closed", "closed_solved", "closed_unsolved",
    "declined", "merged", "open", "overdue", "due",
)  # fmt: skip
_RATED = ("satisfied", "basically_satisfied", "not_satisfied", "unrated")


def leaves(figures: PeriodFigures, full: FullFigures | None, say: Wording) -> Iterator[Leaf]:
    """Return the sheets of the workbook."""
    yield _summary(figures, say)
    columns, rows = category_sheet(figures, say)
    yield Leaf(say("workbook.categories"), columns, rows)
    buildings = building_table(figures, say)
    if buildings is not None:
        yield _leaf(say("buildings.title"), buildings)
    if figures.requests:
        yield _requests(figures, say)
    if figures.open_issues:
        yield _leaf(say("unfinished.title"), unfinished_table(figures.open_issues, say))
    if figures.purses:
        yield _purses(figures, say)
    if full is not None:
        yield _parts(
            "categories", said_in_words(full.categories), say, "category", say("full.apart")
        )
        yield _parts("stewards", full.stewards, say, "steward", say("full.nobody"))
        for chart in charts(figures, full, say):
            yield chart_leaf(chart)


def _summary(figures: PeriodFigures, say: Wording) -> Leaf:
    flow, ratings, calls = figures.total, figures.ratings, figures.calls
    rows: list[tuple[str, int]] = [
        *((say(f"columns.{name}"), getattr(flow, name)) for name in _COUNTED),
        (say("workbook.on_time"), flow.on_time),
        *((say(f"columns.{name}"), getattr(ratings, name)) for name in _RATED),
        (say("workbook.asked"), calls.asked),
        (say("workbook.called"), calls.called),
        (say("workbook.arrivals"), calls.arrivals),
        (say("workbook.meetings"), figures.meetings_held),
        (say("workbook.services"), figures.services_held),
    ]
    columns = (
        Column(key="figure", heading=say("full.what")),
        Column(key="value", heading=say("full.now"), kind=Kind.INTEGER),
    )
    title = say("page.title", period=say.stretch(figures.period.stretch))
    return Leaf(title, columns, rows)


def _leaf(title: str, table: Table) -> Leaf:
    """Return a table of a page as a sheet; what stands right is a number where it is one."""
    columns = tuple(
        Column(key=heading, heading=heading, kind=Kind.INTEGER if right else Kind.TEXT)
        for heading, right in zip(table.headings, table.numeric, strict=True)
    )
    rows = [
        [
            int(text) if right and text.isdecimal() else text or None
            for text, right in zip(row, table.numeric, strict=True)
        ]
        for row in table.rows
    ]
    return Leaf(title, columns, rows)


def _requests(figures: PeriodFigures, say: Wording) -> Leaf:
    """Return what community and street are asked for, a matter a row."""
    names = ("matter", "situation", "work_done", "stuck", "request", "whom")
    columns = (
        *(Column(key=name, heading=say(f"requests.{name}")) for name in names),
        Column(key="wanted_by", heading=say("requests.wanted_by"), kind=Kind.DATE),
    )
    rows = [
        (
            matter_in_words(one, say), one.situation, say.joined(one.work_done, mark="clause"),
            one.stuck, one.request, addressee(one, say), one.wanted_by,
        )
        for one in figures.requests
    ]  # fmt: skip
    return Leaf(say("coordination.sheet"), columns, rows)


def _purses(figures: PeriodFigures, say: Wording) -> Leaf:
    names = ("opening", "income", "spending", "closing")
    columns = (
        Column(key="purse", heading=say("workbook.purse")),
        *(Column(key=name, heading=say(f"workbook.{name}"), kind=Kind.MONEY) for name in names),
    )
    rows: list[tuple[Any, ...]] = [
        (say(f"purses.{one.purse}"), one.opening, one.income, one.spending, one.balance)
        for one in figures.purses
    ]
    return Leaf(say("sections.money"), columns, rows)


def _parts(title: str, parts: Iterable[FlowPart], say: Wording, one: str, nobody: str) -> Leaf:
    columns = (
        Column(key="name", heading=say(f"full.{one}")),
        *(Column(key=name, heading=say(f"columns.{name}"), kind=Kind.INTEGER) for name in _COUNTED),
    )
    rows = [
        (part.name or nobody, *(getattr(part.flow, name) for name in _COUNTED)) for part in parts
    ]
    return Leaf(say(f"full.{title}"), columns, rows)
