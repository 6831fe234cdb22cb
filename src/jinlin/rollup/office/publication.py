"""What an office publishes of a month: groups alone, no Party life, no small number.

Received and closed stand by unit and group, nothing that is left or came over: with those whoever
has two months could reckon what is hidden. Rates and hours stand by unit, roughly (`rough_rate`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from jinlin.core.columns import Column, Kind
from jinlin.core.days.written import month_words
from jinlin.core.decimals import Rate
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.documents.page import Chart, Series, Shape
from jinlin.issue.record.categories import group_label
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.rollup.office.answers import MOST_BARS, heading_of
from jinlin.rollup.office.asking import Answer, LakeQuestion, OpenLake
from jinlin.rollup.office.overview import indicator_cell, summed, unit_cells
from jinlin.rollup.rules.indicators import BASE, Indicator, IndicatorUnit, indicators
from jinlin.rollup.rules.rough_rate import (
    HOURS_STEP,
    LEAST_BASE,
    STEP,
    rough_hours,
    rough_rate,
)
from jinlin.rollup.rules.sums import REPORTING
from jinlin.rollup.rules.suppression import (
    FEWEST_BRANCHES,
    FEWEST_EVENTS,
    Place,
    UnitSize,
    hidden_cells,
    pooled,
)

OTHERS: Final = "others"
"""What those are called in JSON that are published together."""
_MEASURES: Final[Mapping[str, Sequence[str]]] = {
    "received": ("received",),
    "closed": ("closed_solved", "closed_unsolved", "declined", "merged"),
}
"""What is published by group, each with the columns it is the sum of."""


class PublishedTable(NamedTuple):
    """A measure by unit and group, with its totals behind the last; None is hidden.

    Attributes:
        measure: what is counted.
        groups: the codes of the groups, which are the columns.
        rows: the counts by unit, and below them the totals.
    """

    measure: str
    groups: Sequence[str]
    rows: Sequence[Sequence[int | None]]


class PublishedFigure(NamedTuple):
    """One figure of a publication, as programs read it."""

    month: str
    unit: str
    name: str
    measure: str
    group: str
    value: int | None


class Publication(NamedTuple):
    """What is published of a month.

    Attributes:
        month: `2026-10`.
        name: what the organisation is called that publishes.
        units: each with its code, name, and public indicators as they are seen; the others as
            one, the last.
        others: the codes of those that are published together.
        tables: what was received and closed, in the order of the units.
        elsewhere: the names of those that publish themselves, and are not in it.
    """

    month: str
    name: str
    units: Sequence[Answer]
    others: Collection[str]
    tables: Sequence[PublishedTable]
    elsewhere: Sequence[str]

    @property
    def digest(self) -> bytes:
        """The digest of every figure that is seen in it, whatever things are called there."""
        units = [{key: value for key, value in one.items() if key != "name"} for one in self.units]
        seen = json.dumps([units, self.tables], sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(seen.encode()).digest()

    @property
    def missing(self) -> tuple[int, int]:
        """How many complexes have not reported, and of how many."""
        expected, reported = (
            sum(int(one[name] or 0) for one in self.units)
            for name in (f"completeness{BASE}", "completeness")
        )
        return expected - reported, expected


def publication(
    lake: OpenLake, name: str, before: Collection[str], elsewhere: Sequence[str] = ()
) -> Publication:
    """Return what may be published of a month.

    Args:
        lake: the lake, open for questions, without those that publish themselves.
        name: what the organisation is called that publishes.
        before: the codes of those that were published together in the month before.
        elsewhere: the names of those that publish themselves.

    Raises:
        RuleError: there is too little for anything to be published.
    """
    counts = _by_group(lake)
    every = lake.indicators(one for one in indicators().values() if one.public)
    sizes = [
        UnitSize(
            one["unit"],
            int(one["completeness"]),
            sum(sum(counts[measure].get(one["unit"], {}).values()) for measure in _MEASURES),
        )
        for one in every
    ]
    others = pooled(sizes, before)
    if len(others) == len(sizes) and _too_few(sizes):
        raise RuleError(
            _("Fewer than {branches} complexes or {events} issues: nothing is published.").format(
                branches=FEWEST_BRANCHES, events=FEWEST_EVENTS
            ),
            hint=_("Wait until more have reported: jinlin rollup status"),
        )
    named = [one for one in every if one["unit"] not in others]
    together = [one for one in every if one["unit"] in others]
    members = [[one["unit"]] for one in named] + [sorted(others)] * bool(others)
    units = named + [_pool(together)] * bool(others)
    groups = sorted({group for one in counts.values() for row in one.values() for group in row})
    tables = [_table(measure, counts[measure], members, groups) for measure in _MEASURES]
    closed = next(one.rows for one in tables if one.measure == "closed")
    seen = [_seen(unit, counts[-1]) for unit, counts in zip(units, closed, strict=False)]
    return Publication(str(lake.asked.month), name, seen, others, tables, elsewhere)


def _public() -> Sequence[Indicator]:
    return [
        one for one in indicators().values() if one.public and one.unit is not IndicatorUnit.COUNT
    ]


def _of_complexes(indicator: Indicator) -> bool:
    """Return whether it tells of complexes, and not of residents and their issues."""
    return bool(indicator.base) and indicator.base[0].table == REPORTING


def _seen(unit: Answer, closed: int | None) -> Answer:
    """Return a unit with its indicators as they are seen from outside."""
    seen = {"unit": unit["unit"], "name": unit["name"]}
    for one in _public():
        name, base = one.name, f"{one.name}{BASE}"
        counted = int(unit[name] or 0)
        if one.unit is IndicatorUnit.HOURS:
            seen[name] = rough_hours(counted)
        elif _of_complexes(one):
            seen |= {name: counted, base: int(unit[base] or 0)}
        else:
            seen[name] = rough_rate(Rate(counted, int(unit[base] or 0)), closed)
    return seen


def _too_few(sizes: Sequence[UnitSize]) -> bool:
    branches, events = (sum(getattr(one, n) for one in sizes) for n in ("branches", "events"))
    return UnitSize("", branches, events).too_small


def _by_group(lake: OpenLake) -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    """Return by measure, unit and group how many."""
    found: dict[str, dict[str, dict[str, int]]] = {measure: {} for measure in _MEASURES}
    for row in lake.question(LakeQuestion.MONTH):
        if not row["every_group"]:
            for measure, parts in _MEASURES.items():
                count = sum(int(row[part] or 0) for part in parts)
                found[measure].setdefault(row["unit"], {})[row["category_group"]] = count
    return found


def _pool(units: Sequence[Answer]) -> Answer:
    name = _("Others ({count})").format(count=len(units))
    return {**summed(units), "unit": "", "name": name}


def _table(
    measure: str,
    counts: Mapping[str, Mapping[str, int]],
    members: Sequence[Sequence[str]],
    groups: Sequence[str],
) -> PublishedTable:
    inner = [
        [sum(counts.get(code, {}).get(group, 0) for code in codes) for group in groups]
        for codes in members
    ]
    hidden = hidden_cells(inner)
    rows = [[*row, sum(row)] for row in inner]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    return PublishedTable(measure, groups, [
        [_unless(hidden, (number, place), value) for place, value in enumerate(row)]
        for number, row in enumerate(rows)
    ])  # fmt: skip


def _unless(hidden: Collection[Place], place: Place, value: int) -> int | None:
    return None if place in hidden else value


def publication_page(published: Publication) -> Record:
    """Return a publication as a page and a workbook have it; JSON names who the others are."""
    return Record.of(
        title=_("{name}: issues of residents, {month}").format(
            name=published.name, month=month_words(date.fromisoformat(f"{published.month}-01"))
        ),
        fields=[
            (Column(key="month", heading=heading_of("period")), published.month),
            *_in_all(published),
        ],
        listings=(_units(published), *map(partial(_by_group_of, published), published.tables)),
        notes=tuple(_notes(published)),
        extra={OTHERS: sorted(published.others)},
    )._replace(charts=tuple(_chart(published, table) for table in published.tables))


def _notes(published: Publication) -> Iterator[str]:
    if any(None in row for table in published.tables for row in table.rows):
        yield _("Blank: a small number, or one from which a small one could be reckoned.")
    yield _(
        "Rates are rounded to {step}%, of {base} at least; where few are in it or out of it, only a"
        " bound is given."
    ).format(step=STEP, base=LEAST_BASE)
    yield _("Hours of service are rounded to {step}; fewer are not told.").format(step=HOURS_STEP)
    if published.others:
        yield _("Others: units with fewer than {branches} complexes or {events} issues.").format(
            branches=FEWEST_BRANCHES, events=FEWEST_EVENTS
        )
    if published.elsewhere:
        yield _("Not in it, since they publish themselves: {names}.").format(
            names=_(", ").join(published.elsewhere)
        )


def _in_all(published: Publication) -> Sequence[tuple[Column, int | None]]:
    return [
        (Column(key=one.measure, heading=heading_of(one.measure), kind=Kind.INTEGER),
         one.rows[-1][-1])
        for one in published.tables
    ]  # fmt: skip


def _units(published: Publication) -> Listing:
    cells: list[Cell[Answer]] = [
        *unit_cells(),
        *(
            indicator_cell(one)
            if _of_complexes(one)
            else Cell(
                one.name,
                one.label,
                partial(_as_it_is, one.name),
                Kind.INTEGER if one.unit is IndicatorUnit.HOURS else Kind.TEXT,
            )
            for one in _public()
        ),
    ]
    return Listing.of("units", _("Unit by unit"), cells, published.units)


def _as_it_is(name: str, unit: Answer) -> str | int | None:
    told: str | int | None = unit[name]
    return told


def _by_group_of(published: Publication, table: PublishedTable) -> Listing:
    total = {"unit": "", "name": _("Total")}
    rows = list(zip([*published.units, total], table.rows, strict=True))
    cells: list[Cell[tuple[Answer, Sequence[int | None]]]] = [
        Cell("unit", heading_of("unit"), lambda row: row[0]["unit"] or None),
        Cell("name", heading_of("name"), lambda row: row[0]["name"]),
        *(
            Cell(group, group_label(group), partial(_at, place), Kind.INTEGER)
            for place, group in enumerate(table.groups)
        ),
        Cell("total", _("Total"), partial(_at, -1), Kind.INTEGER),
    ]
    title = _("{measure} by group").format(measure=heading_of(table.measure))
    return Listing.of(table.measure, title, cells, rows)


def _at(place: int, row: tuple[Answer, Sequence[int | None]]) -> int | None:
    return row[1][place]


def _chart(published: Publication, table: PublishedTable) -> Chart:
    counts = [row[-1] for row in table.rows[:-1]][:MOST_BARS]
    title = heading_of(table.measure)
    return Chart(
        title,
        Shape.ROWS,
        tuple(str(one["name"]) for one in published.units[:MOST_BARS]),
        (Series(title, tuple(counts)),),
        alt=_("{measure} by unit").format(measure=title),
    )


def publication_rows(published: Publication) -> Listing:
    """Return a publication as one long table, a figure a row, for whoever goes on reckoning."""
    rows = [
        PublishedFigure(published.month, unit["unit"], unit["name"], table.measure, group, value)
        for table in published.tables
        for unit, counts in zip(published.units, table.rows, strict=False)
        for group, value in zip((*table.groups, "total"), counts, strict=True)
    ]
    cells: list[Cell[PublishedFigure]] = [
        Cell(key, key, kind=Kind.INTEGER if key == "value" else Kind.TEXT)
        for key in PublishedFigure._fields
    ]
    return Listing.of("figures", published.month, cells, rows)
