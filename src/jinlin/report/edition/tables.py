"""The tables of a month: by category, by building."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.documents.page import Table
from jinlin.issue.record.categories import category_label
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import OpenIssue, PeriodFigures
from jinlin.report.rules.flow import Flow, Ratings

_FLOW = ("carried_over", "received", "reopened", "closed", "open", "overdue")


def subject_of(issue: OpenIssue) -> str:
    """Return what an issue is about: its category, of a private one only the group."""
    return category_label(issue.category or issue.group_name)


def category_table(figures: PeriodFigures, say: Wording) -> Table:
    """Return the groups where something happened, and their sum."""
    flow = flow_columns([g.flow for g in figures.groups])
    rows = [
        (
            category_label(g.name),
            *_numbers(g.flow, flow),
            _rated(g.ratings, say),
        )
        for g in figures.groups
        if not g.flow.idle or g.ratings.rated
    ]
    total = (say("issues.total"), *_numbers(figures.total, flow), _rated(figures.ratings, say))
    return Table(
        headings=(
            say("columns.group"),
            *(say(f"columns.{name}") for name in flow),
            say("columns.ratings"),
        ),
        numeric=(False, *(True for _name in flow), True),
        rows=(*rows, total),
        widths=(5, *(4 for _name in flow), 6),
    )


def building_table(figures: PeriodFigures, say: Wording) -> Table | None:
    """Return the buildings where something happened; None where no issue names a building."""
    if all(b.building is None for b in figures.buildings):
        return None
    flow = flow_columns([b.flow for b in figures.buildings])
    return Table(
        headings=(say("columns.building"), *(say(f"columns.{name}") for name in flow)),
        numeric=(False, *(True for _name in flow)),
        rows=tuple(
            (
                say.building(b.building) if b.building else say("buildings.nowhere"),
                *_numbers(b.flow, flow),
            )
            for b in figures.buildings
        ),
    )


def flow_columns(flows: Iterable[Flow]) -> list[str]:
    """Return the columns to print; reopened ones only where there are any."""
    reopened = any(flow.reopened for flow in flows)
    return [name for name in _FLOW if name != "reopened" or reopened]


def _numbers(flow: Flow, names: Sequence[str]) -> Iterable[str]:
    return (str(getattr(flow, name)) for name in names)


def _rated(ratings: Ratings, say: Wording) -> str:
    if not ratings.rated:
        return ""
    return say("issues.ratings", good=ratings.rate.numerator, rated=ratings.rated)


def posted_columns(total: Flow) -> dict[str, str]:
    """Return by its heading each field of a flow that is posted; in every row they add up."""
    columns = {
        _("Carried over"): "carried_over",
        _("Received"): "received",
        _("Reopened"): "reopened",
        _("Settled"): "closed",
        _("Still open"): "open",
    }
    return {said: name for said, name in columns.items() if name != "reopened" or total.reopened}


def posted_numbers(flow: Flow, columns: Mapping[str, str]) -> Iterable[str]:
    """Return the numbers of a row below `posted_columns`."""
    return (str(getattr(flow, name)) for name in columns.values())


_SHEET_FLOW = (
    "carried_over", "received", "reopened", "closed_solved", "closed_unsolved", "declined",
    "merged", "open", "overdue",
)  # fmt: skip
_SHEET_RATINGS = ("satisfied", "basically_satisfied", "not_satisfied", "unrated")


def category_sheet(
    figures: PeriodFigures, say: Wording
) -> tuple[tuple[Column, ...], list[tuple[object, ...]]]:
    """Return the figures of all groups for a csv file or a workbook: columns and rows."""
    counted = (*_SHEET_FLOW, *_SHEET_RATINGS)
    columns = (
        Column(key="group", heading=say("columns.group")),
        *(
            Column(key=name, heading=say(f"columns.{name}"), kind=Kind.INTEGER)
            for name in counted
        ),
    )  # fmt: skip
    named = [(category_label(g.name), g.flow, g.ratings) for g in figures.groups]
    rows = [
        (
            name,
            *(getattr(flow, column) for column in _SHEET_FLOW),
            *(getattr(ratings, column) for column in _SHEET_RATINGS),
        )
        for name, flow, ratings in (*named, (say("issues.total"), figures.total, figures.ratings))
    ]
    return columns, rows
