"""The other tables of `issue stats`: departments, hot spots, what came back."""

from __future__ import annotations

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.issue.escalation import response_times
from jinlin.issue.lists import hotspots
from jinlin.issue.lists.lists import WantedIssues
from jinlin.issue.rules.counts import Span
from jinlin.output.listing.listing import Listing
from jinlin.store.transaction.tx import Reader


def departments_listing(reader: Reader, span: Span, wanted: WantedIssues) -> Listing:
    """Return how the departments came that the street called."""
    found = response_times.calls(reader, span, wanted)
    return Listing(
        key="stats",
        title=_("Calls and arrivals by department"),
        columns=(
            Column(key="department", heading=_("Department")),
            Column(key="called", heading=_("Called"), kind=Kind.INTEGER),
            Column(key="arrived", heading=_("Arrived"), kind=Kind.INTEGER),
            Column(key="arrive_median_hours", heading=_("Median hours")),
            Column(key="arrive_p90_hours", heading=_("90th percentile")),
            Column(key="arrive_median_days", heading=_("Median days")),
            Column(key="scored", heading=_("Scored"), kind=Kind.INTEGER),
            Column(key="mean_score", heading=_("Mean score")),
        ),
        rows=[
            (
                row.department,
                row.called,
                row.arrived,
                row.arrive.median_hours,
                row.arrive.ninetieth_hours,
                row.arrive.median_days,
                row.scored,
                _mean(row.score, row.scored),
            )
            for row in found
        ],
        notes=(_("For the street's reference, not for a ranking."),) if found else (),
    )


def _mean(total: int, count: int) -> str | None:
    """Return a mean to one decimal, halves upwards; None of nothing."""
    if not count:
        return None
    tenths = (total * 20 + count) // (count * 2)
    return f"{tenths // 10}.{tenths % 10}"


def hot_spots_listing(reader: Reader, span: Span, wanted: WantedIssues) -> Listing:
    """Return the places where the same comes up most."""
    return Listing(
        key="hot_spots",
        title=_("Hot spots"),
        columns=(
            Column(key="building", heading=_("Building")),
            Column(key="place", heading=_("Place"), personal=Personal.TEXT),
            Column(key="category", heading=_("Category")),
            Column(key="count", heading=_("Reported"), kind=Kind.INTEGER),
            Column(key="open", heading=_("Open"), kind=Kind.INTEGER),
        ),
        rows=hotspots.hot_spots(reader, span, wanted),
    )


def repeats_listing(reader: Reader, span: Span, wanted: WantedIssues) -> Listing:
    """Return what was closed and came back."""
    local = reader.clock.local
    return Listing(
        key="repeats",
        title=_("Came back after it was closed"),
        columns=(
            Column(key="number", heading=_("Number")),
            Column(key="title", heading=_("Issue title"), personal=Personal.TEXT),
            Column(key="category", heading=_("Category")),
            Column(key="where", heading=_("Place"), personal=Personal.TEXT),
            Column(key="reported_at", heading=_("Reported at"), kind=Kind.TIME),
            Column(key="before", heading=_("Before")),
            Column(key="closed_at", heading=_("Closed at"), kind=Kind.TIME),
            Column(key="days", heading=_("Days"), kind=Kind.INTEGER),
        ),
        rows=[
            (
                r.number, r.title, r.category,
                "-".join(part for part in (r.building, r.entrance, r.room) if part)
                if r.room else " ".join(part for part in (r.building, r.place) if part),
                local(r.reported_at), r.before, local(r.closed_at), r.days,
            )
            for r in hotspots.repeats(reader, span, wanted)
        ],
    )  # fmt: skip
