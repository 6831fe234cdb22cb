"""The figures of the full edition, in a fixed number of questions whatever the size."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.issue.arrivals import calls
from jinlin.issue.stats import Span, figures
from jinlin.member.terms import ending
from jinlin.output.discretion import discreet
from jinlin.report.flow import Flow
from jinlin.report.flow_queries import flow_of, flows
from jinlin.report.full_figures import Department, FullFigures, Part, TermEnding
from jinlin.report.period import Period, period_of
from jinlin.report.stretch import Length, Stretch
from jinlin.store.tx import Reader

TREND: Final = {Length.WEEK: 12, Length.MONTH: 12, Length.QUARTER: 8, Length.YEAR: 5}
"""How many stretches a trend shows."""


def full_figures(reader: Reader, period: Period) -> FullFigures:
    """Return what the full edition on a period adds."""
    begun = _first_report(reader)
    trend = [period_of(stretch, reader.clock) for stretch in _stretches(period.stretch)]
    before = period_of(period.stretch.a_year_before, reader.clock)
    rows = flows(reader, (*trend, before))
    cells = {n: flow_of(row for row in rows if row["n"] == n) for n in range(len(trend) + 1)}
    known = [n for n, one in enumerate(trend) if begun is not None and begun < one.stop]
    total = figures(reader, Span(period.start, period.stop), ())[1]
    compared = period.complete and begun is not None and begun < before.stop
    return FullFigures(
        year_before=cells[len(trend)] if compared else None,
        trend=tuple((trend[n].stretch, cells[n]) for n in known),
        categories=tuple(_parts(flows(reader, (period,), ("category",)), "category")),
        stewards=tuple(_parts(flows(reader, (period,), ("steward",)), "steward")),
        accept=total.accept,
        solve=total.solve,
        close=total.close,
        departments=tuple(
            Department(one.department, one.called, one.arrived, one.arrive.median_hours)
            for one in calls(reader, Span(period.start, period.stop))
        ),
        terms=tuple(
            TermEnding(one.held.text if one.person else "", one.ends_on)
            for one in ending(reader, on=period.last_day)
        ),
    )


def _stretches(stretch: Stretch) -> list[Stretch]:
    found = [stretch]
    while len(found) < TREND[stretch.length]:
        found.append(found[-1].previous)
    return found[::-1]


def _first_report(reader: Reader) -> str | None:
    found: str | None = reader.value("SELECT min(reported_at) FROM issue WHERE removed_at IS NULL")
    return found


def _parts(rows: Sequence[sqlite3.Row], key: str) -> Iterator[Part]:
    """Return the parts where something happened, the most received first, the rest last."""
    found = [(row[key], flow_of([row])) for row in rows]
    told = [(name, flow) for name, flow in found if flow != Flow()]
    for name, flow in sorted(told, key=_busy_first):
        yield Part(discreet(name) if name else None, flow)


def _busy_first(part: tuple[str | None, Flow]) -> tuple[bool, int, int, str]:
    name, flow = part
    return name is None, -flow.received, -flow.open, name or ""
