"""The cells of a month: counts and money by group, never a text, a name, a place or a day.

Satisfaction and times stand by group alone, categories only where they are open, elevators without
who agreed: what is finer would tell of single homes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.full import AGES, ageing
from jinlin.report.rules.flow import Ratings
from jinlin.rollup.monthly.counts import MonthCounts
from jinlin.rollup.rules.cells import Cells, Key
from jinlin.rollup.rules.tables import TABLES

_BY_GROUP: Final = ("due", "on_time")
_FLOW: Final = tuple(TABLES["categories"].measures)
_RATINGS: Final = tuple(field.name for field in fields(Ratings))


def month_cells(figures: PeriodFigures, counts: MonthCounts) -> Cells:
    """Return the cells of a month, zeros among them.

    Args:
        figures: the figures of its report.
        counts: what it has beyond them.
    """
    return {key: int(value) for key, value in _cells(figures, counts)}


def _cells(figures: PeriodFigures, counts: MonthCounts) -> Iterator[tuple[Key, int]]:
    for item, flow in counts.categories.items():
        yield from _row("categories", item, _of(flow, _FLOW))
    for group in figures.groups:
        told = _of(group.flow, _BY_GROUP) | _of(group.ratings, _RATINGS)
        yield from _row("groups", group.group, told | dict(counts.closed.get(group.group, {})))
    for name, times in counts.departments.items():
        yield from _row("departments", name, times)
    yield from _meetings(figures, counts)
    for purse in figures.purses:
        yield from _row("purses", purse.purse.value, {
            "opening_fen": purse.opening, "income_fen": purse.income,
            "spending_fen": purse.spending, "entries": purse.entries,
            "undisclosed": purse.undisclosed,
        })  # fmt: skip
    yield from _elevators(figures)
    yield from _row("branch", "", _branch(figures) | dict(counts.branch))


def _of(what: Any, names: tuple[str, ...]) -> dict[str, int]:
    return {name: getattr(what, name) for name in names}


def _row(table: str, item: str, told: Mapping[str, int]) -> Iterator[tuple[Key, int]]:
    for measure, value in told.items():
        yield Key(table, item, measure), value


def _meetings(figures: PeriodFigures, counts: MonthCounts) -> Iterator[tuple[Key, int]]:
    told: dict[str, dict[str, int]] = {}
    for kind, needed in counts.needed.items():
        told.setdefault(kind, {})["needed"] = needed
    for count in figures.meetings:
        told.setdefault(count.type, {})["held"] = count.held
    for missed in figures.missed:
        told.setdefault(missed.type, {})["missed"] = missed.missing
    for kind, measures in told.items():
        yield from _row("meetings", kind, measures)


def _elevators(figures: PeriodFigures) -> Iterator[tuple[Key, int]]:
    told: dict[str, list[int]] = {}
    for project in figures.projects:
        if project.ended_on is None:
            told.setdefault(f"{project.kind}/{project.stage}", []).append(project.asked)
    for item, doors in told.items():
        yield from _row("elevators", item, {"projects": len(doors), "doors": sum(doors)})


def _branch(figures: PeriodFigures) -> dict[str, int]:
    members, calls, disclosed = figures.members, figures.calls, figures.disclosure
    bins = ageing(figures.ages)
    limits = (*map(str, AGES), "more")
    return {
        "full": members.full,
        "probationary": members.probationary,
        "report_ins": members.report_ins,
        "new_report_ins": members.new_report_ins,
        "calls_asked": calls.asked,
        "calls_called": calls.called,
        "calls_arrivals": calls.arrivals,
        "notices_posted": disclosed.posted,
        "objections": disclosed.objections,
        "objections_answered": disclosed.answered,
        "questions": disclosed.questions,
        "questions_replied": disclosed.replied,
        "questions_in_time": disclosed.in_time,
        "services": figures.services_held,
        **{f"age{limit}": within for limit, (within, _late) in zip(limits, bins, strict=True)},
        **{f"late{limit}": late for limit, (_within, late) in zip(limits, bins, strict=True)},
    }
