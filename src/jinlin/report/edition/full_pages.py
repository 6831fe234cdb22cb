"""The full edition: what stands below the page for those who want more than a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinlin.core.sentences import begun
from jinlin.documents.page import Block, Heading, Items, Paragraph, Table
from jinlin.issue.rules.departments import department_names
from jinlin.issue.rules.durations import Spread
from jinlin.report.edition.charts import charts, left_out
from jinlin.report.edition.headlines import headlines
from jinlin.report.edition.tables import flow_columns
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import FlowPart, FullFigures, said_in_words
from jinlin.report.rules.flow import Flow

_COMPARED = (
    "carried_over", "received", "reopened", "closed_solved", "closed_unsolved", "declined",
    "merged", "open", "overdue",
)  # fmt: skip


def full_blocks(figures: PeriodFigures, full: FullFigures, say: Wording) -> Iterator[Block]:
    """Return the blocks the full edition adds; a part with nothing to tell is left out."""
    yield Heading(say("full.title"))
    said = tuple(headlines(figures, full, say))
    if said:
        yield Items(said)
    drawn = tuple(charts(figures, full, say))
    yield from drawn
    if why := left_out(drawn, say):
        yield Paragraph(why)
    if not figures.total.idle:
        yield from _compared(figures, full, say)
    yield from _parts(
        "categories", said_in_words(full.categories), say, "category", nobody=say("full.apart")
    )
    yield from _parts("stewards", full.stewards, say, "steward", nobody=say("full.nobody"))
    yield from _times(full, say)
    yield from _departments(full, say)
    for part in full.parts:
        yield from part.blocks


def _compared(figures: PeriodFigures, full: FullFigures, say: Wording) -> Iterator[Block]:
    others: list[tuple[str, Flow]] = [
        (begun(say(f"full.{name}")), flow)
        for name, flow in (("before", figures.previous), ("year_before", full.year_before))
        if flow is not None
    ]
    if not others:
        return
    now = figures.total
    headings = [say("full.what"), say("full.now")]
    for name, _flow in others:
        headings += [name, say("full.change")]
    rows = []
    flows = [now, *(flow for _name, flow in others)]
    for name in _COMPARED:
        if not any(getattr(flow, name) for flow in flows):
            continue
        value = getattr(now, name)
        row = [say(f"columns.{name}"), str(value)]
        for _name, flow in others:
            before = getattr(flow, name)
            row += [str(before), f"{value - before:+d}" if value != before else "0"]
        rows.append(tuple(row))
    yield Heading(say("full.compared"), level=2)
    yield Table(
        headings=tuple(headings),
        rows=tuple(rows),
        numeric=(False, *(True for _heading in headings[1:])),
    )


def _parts(
    title: str, parts: Iterable[FlowPart], say: Wording, one: str, *, nobody: str
) -> Iterator[Block]:
    told = [part for part in parts if not part.flow.idle]
    if not told:
        return
    flow = flow_columns(part.flow for part in told)
    yield Heading(say(f"full.{title}"), level=2)
    yield Table(
        headings=(say(f"full.{one}"), *(say(f"columns.{name}") for name in flow)),
        rows=tuple(
            (part.name or nobody, *(str(getattr(part.flow, name)) for name in flow))
            for part in told
        ),
        numeric=(False, *(True for _name in flow)),
    )


def _times(full: FullFigures, say: Wording) -> Iterator[Block]:
    spreads: list[tuple[str, Spread]] = [
        (say(f"full.{name}"), getattr(full, name)) for name in ("accept", "solve", "close")
    ]
    if not any(spread.all_cases for _name, spread in spreads):
        return
    yield Heading(say("full.times"), level=2)
    yield Table(
        headings=(say("full.what"), say("full.cases"), say("full.median"), say("full.ninetieth")),
        rows=tuple(
            (name, str(spread.cases or spread.all_cases), *_half_and_most(spread, say))
            for name, spread in spreads
            if spread.all_cases
        ),
        numeric=(False, True, True, True),
    )
    if count := max(spread.days_only for _name, spread in spreads):
        yield Paragraph(say("full.days_only", count=count))


def _half_and_most(spread: Spread, say: Wording) -> tuple[str, str]:
    """Return hours; where no time of day was written down at all, days."""
    if not spread.all_cases:
        return "", ""
    if spread.cases:
        return (
            say("full.in_hours", count=spread.median_hours),
            say("full.in_hours", count=spread.ninetieth_hours),
        )
    return (
        say("full.in_days", count=spread.median_days),
        say("full.in_days", count=spread.ninetieth_days),
    )


def _departments(full: FullFigures, say: Wording) -> Iterator[Block]:
    if not full.departments:
        return
    yield Heading(say("full.departments"), level=2)
    names = department_names(one.department for one in full.departments)
    yield Table(
        headings=(
            say("full.department"), say("full.called"), say("full.arrived"), say("full.hours"),
        ),
        rows=tuple(
            (name, str(one.called), str(one.arrived), _half_and_most(one.arrive, say)[0])
            for name, one in zip(names, full.departments, strict=True)
        ),
        numeric=(False, True, True, True),
    )  # fmt: skip
    yield Paragraph(say("full.departments_note"))
