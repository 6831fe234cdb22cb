"""The other tables of `issue stats`: departments, hot spots, what came back."""

from __future__ import annotations

from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.issue.escalation import response_times
from jinlin.issue.escalation.response_times import Calls
from jinlin.issue.lists import hotspots
from jinlin.issue.lists.hotspots import HotSpot, Repeat
from jinlin.issue.lists.lists import WantedIssues
from jinlin.issue.record.categories import category_labels
from jinlin.issue.rules.counts import Span
from jinlin.issue.rules.departments import department_labels
from jinlin.output.listing.listing import Cell, Listing
from jinlin.store.transaction.tx import Reader


def departments_listing(reader: Reader, span: Span, wanted: WantedIssues) -> Listing:
    """Return how the departments came that the street called."""
    found = response_times.calls(reader, span, wanted)
    cells: tuple[Cell[Calls], ...] = (
        Cell("department", _("Department"), labels=department_labels()),
        Cell("called", _("Called"), kind=Kind.INTEGER),
        Cell("arrived", _("Arrived"), kind=Kind.INTEGER),
        Cell("arrive_median_hours", _("Median hours"), "arrive.median_hours"),
        Cell("arrive_p90_hours", _("90th percentile"), "arrive.ninetieth_hours"),
        Cell("arrive_median_days", _("Median days"), "arrive.median_days"),
        Cell("scored", _("Scored"), kind=Kind.INTEGER),
        Cell("mean_score", _("Mean score"), lambda row: _mean(row.score, row.scored)),
    )
    notes = (_("For the street's reference, not for a ranking."),) if found else ()
    return Listing.of("stats", _("Calls and arrivals by department"), cells, found, notes=notes)


def _mean(total: int, count: int) -> str | None:
    """Return a mean to one decimal, halves upwards; None of nothing."""
    if not count:
        return None
    tenths = (total * 20 + count) // (count * 2)
    return f"{tenths // 10}.{tenths % 10}"


def hot_spots_listing(reader: Reader, span: Span, wanted: WantedIssues) -> Listing:
    """Return the places where the same comes up most."""
    cells: tuple[Cell[HotSpot], ...] = (
        Cell("building", _("Building")),
        Cell("place", _("Place"), personal=Personal.TEXT),
        Cell("category", _("Category"), labels=category_labels()),
        Cell("count", _("Reported"), "reports", Kind.INTEGER),
        Cell("open", _("Open"), kind=Kind.INTEGER),
    )
    found = hotspots.hot_spots(reader, span, wanted)
    return Listing.of("hot_spots", _("Hot spots"), cells, found)


def repeats_listing(reader: Reader, span: Span, wanted: WantedIssues) -> Listing:
    """Return what was closed and came back."""
    local = reader.clock.local
    cells: tuple[Cell[Repeat], ...] = (
        Cell("number", _("Number")),
        Cell("title", _("Issue title"), personal=Personal.TEXT),
        Cell("category", _("Category"), labels=category_labels()),
        Cell("where", _("Place"), _where, personal=Personal.TEXT),
        Cell("reported_at", _("Reported at"), lambda row: local(row.reported_at), Kind.TIME),
        Cell("before", _("Before")),
        Cell("closed_at", _("Closed at"), lambda row: local(row.closed_at), Kind.TIME),
        Cell("days", _("Days"), kind=Kind.INTEGER),
    )
    found = hotspots.repeats(reader, span, wanted)
    return Listing.of("repeats", _("Came back after it was closed"), cells, found)


def _where(row: Repeat) -> str:
    if row.room:
        return "-".join(part for part in (row.building, row.entrance, row.room) if part)
    return " ".join(part for part in (row.building, row.place) if part)
