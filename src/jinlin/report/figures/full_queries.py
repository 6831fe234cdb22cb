"""The figures of the full edition, in a fixed number of questions whatever the size."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.core.days.period import PassedStretch, period_of
from jinlin.core.days.stretch import Length, Stretch
from jinlin.issue.escalation.response_times import calls
from jinlin.issue.lists.statistics import figures
from jinlin.issue.rules.counts import Span
from jinlin.output.contribution.rooms import contributed
from jinlin.output.listing.discretion import discreet
from jinlin.report.figures.flow_queries import counts, flow_of, flows, gather
from jinlin.report.figures.full import FlowPart, FullFigures, Point, SinceFirst
from jinlin.report.figures.rating_queries import ratings_by
from jinlin.report.rules.flow import Flow, Ratings
from jinlin.store.transaction.tx import Reader

TREND: Final = {Length.WEEK: 12, Length.MONTH: 12, Length.QUARTER: 8, Length.YEAR: 5}
"""How many stretches a trend shows."""


def full_figures(reader: Reader, period: PassedStretch) -> FullFigures:
    """Return what the full edition on a period adds."""
    begun = _first_report(reader)
    span = Span(period.start, period.stop)
    total = figures(reader, span, ())[1]
    gather(reader, (period,))
    parts = flows(reader, ("category", "steward"))
    points = trend(reader, period)  # gathers anew
    return FullFigures(
        year_before=_year_before(reader, period, begun),
        trend=tuple(points),
        categories=tuple(_parts(parts, "category")),
        stewards=tuple(_parts(parts, "steward")),
        accept=total.accept,
        solve=total.solve,
        close=total.close,
        departments=tuple(calls(reader, span, known_at=span.stop)),
        parts=tuple(
            part for room in contributed("full_report") for part in room.parts(reader, period)
        ),
    )


def trend(reader: Reader, period: PassedStretch) -> Iterator[Point]:
    """Return the last stretches since the records began, the oldest first.

    Args:
        reader: the database; what was gathered in it is gathered anew.
        period: the last of them.
    """
    begun = _first_report(reader)
    periods = [period_of(stretch, reader.clock) for stretch in _stretches(period.stretch)]
    gather(reader, periods)
    found = {row["n"]: row for row in counts(reader)}
    for n, one in enumerate(periods):
        row = found.get(n)
        received, closed, left = (row[1], row[2], row[3]) if row else (0, 0, 0)
        if begun is not None and begun < one.stop:
            yield Point(one.stretch, received, closed, left)


def since_first(reader: Reader, now: Stretch) -> SinceFirst | None:
    """Return what was settled since the first report; None where nothing was reported.

    Args:
        reader: the database; what was gathered in it is gathered anew.
        now: the stretch that is running.
    """
    begun = _first_report(reader)
    if begun is None:
        return None
    day = reader.clock.local(begun).date()
    period = period_of(now._replace(first=day), reader.clock)
    gather(reader, (period, period))
    flow = flow_of(row for row in flows(reader) if row["n"] == 1)
    return SinceFirst(day, flow.closed, ratings_by(reader, "NULL").get(None, Ratings()))


def _year_before(reader: Reader, period: PassedStretch, begun: str | None) -> Flow | None:
    """Return the flow of a year before; None while the period runs or before the records."""
    before = period_of(period.stretch.a_year_before, reader.clock)
    if not period.complete or begun is None or begun >= before.stop:
        return None
    gather(reader, (before,))
    return flow_of(flows(reader))


def _stretches(stretch: Stretch) -> list[Stretch]:
    found = [stretch]
    while len(found) < TREND[stretch.length]:
        found.append(found[-1].previous)
    return found[::-1]


def _first_report(reader: Reader) -> str | None:
    found: str | None = reader.value("SELECT min(reported_at) FROM issue WHERE removed_at IS NULL")
    return found


def _parts(rows: Sequence[sqlite3.Row], key: str) -> Iterator[FlowPart]:
    """Return the parts where something happened, the most received first, the rest last."""
    found: dict[str | None, Flow] = {}
    for row in rows:
        found[row[key]] = found.get(row[key], Flow()) + flow_of([row])
    told = [(name, flow) for name, flow in found.items() if flow != Flow()]
    for name, flow in sorted(told, key=_busy_first):
        yield FlowPart(discreet(name) if name else None, flow)


def _busy_first(part: tuple[str | None, Flow]) -> tuple[bool, int, int, str]:
    name, flow = part
    return name is None, -flow.received, -flow.open, name or ""
