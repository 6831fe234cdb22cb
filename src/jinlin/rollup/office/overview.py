"""A month of all below an organisation on one page: headline figures, indicators, units, charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, Final

from jinlin.core.columns import Column, Kind
from jinlin.core.days.written import month_words
from jinlin.core.decimals import Rate, decimal
from jinlin.core.i18n import _
from jinlin.output.listing.listing import Cell, Listing, On, Record
from jinlin.rollup.office.answers import answers, charts, heading_of, question_listing
from jinlin.rollup.office.asking import Answer, LakeQuestion, OpenLake
from jinlin.rollup.rules.indicators import BASE, Indicator, IndicatorUnit, indicators

_ON_PAPER: Final = (
    "received", "closed", "open", "overdue", "on_time_rate", "satisfaction_rate",
)  # fmt: skip
"""What stands of a unit on the screen and on paper; files have every indicator."""
_QUESTIONS: Final = (LakeQuestion.COMPLETENESS, LakeQuestion.CATEGORIES, LakeQuestion.LEAGUE)
"""What the page has besides."""
_DRAWN: Final = (LakeQuestion.TREND, LakeQuestion.COMPLETENESS, LakeQuestion.CATEGORIES)
_SIXTY: Final = 60
_KINDS: Final = {
    IndicatorUnit.PERCENT: Kind.RATE,
    IndicatorUnit.COUNT: Kind.INTEGER,
    IndicatorUnit.HOURS: Kind.DECIMAL,
}


def overview(lake: OpenLake, name: str) -> Record:
    """Return the month as a record, with its tables and charts.

    Args:
        lake: the lake, open for questions.
        name: what the organisation is called that it is about.
    """
    known = list(indicators().values())
    units = lake.indicators(known)
    total = summed(units)
    listings = [_by_unit(known, units), _totals(known, total)]
    listings += [question_listing(lake, one) for one in _QUESTIONS]
    month = month_words(lake.asked.month.first)
    return Record.of(
        title=_("Roll-up of {month}, {name}").format(month=month, name=name),
        fields=[
            (Column(key=one, heading=heading_of(one), kind=Kind.INTEGER), count)
            for one, count in _reported(total).items()
        ],
        listings=tuple(one._replace(charts=()) for one in listings),
        notes=(_("Rates are shown where they are of 10 at least."),),
    )._replace(charts=tuple(
        chart for one in _DRAWN for chart in charts(one, answers(lake, one))
    ))  # fmt: skip


def summed(units: Iterable[Answer]) -> Mapping[str, int]:
    """Return what units have together."""
    total: dict[str, int] = {}
    for unit in units:
        for column, value in unit.items():
            if column not in {"unit", "name"}:
                total[column] = total.get(column, 0) + int(value or 0)
    return total


def value_of(indicator: Indicator, row: Mapping[str, Any]) -> Fraction | int | str | None:
    """Return an indicator of a unit as its kind of column holds it; no rate of few."""
    if indicator.unit is IndicatorUnit.PERCENT:
        counted, base = row.get(indicator.name), row.get(f"{indicator.name}{BASE}")
        return Rate(int(counted or 0), int(base or 0)).exact
    return counted_of(indicator, row)


def counted_of(indicator: Indicator, row: Mapping[str, Any]) -> int | str:
    """Return how many an indicator counts, of a rate those it is about; hours to a tenth."""
    counted = int(row.get(indicator.name) or 0)
    if indicator.unit is IndicatorUnit.HOURS:
        return decimal(Fraction(counted, _SIXTY), places=1).replace(",", "")
    return counted


def indicator_cell(indicator: Indicator, on: On = On.BOTH) -> Cell[Answer]:
    """Return the column of an indicator in a table of units."""
    take = partial(value_of, indicator)
    return Cell(indicator.name, indicator.label, take, _KINDS[indicator.unit], on=on)


def unit_cells() -> Sequence[Cell[Answer]]:
    """Return the columns that say which unit a row is of, and how many of it have reported."""
    return (
        Cell("unit", heading_of("unit"), lambda row: row["unit"] or None),
        Cell("name", heading_of("name"), lambda row: row["name"] or None),
        *(
            Cell(key, heading_of(key), partial(_count, column), Kind.INTEGER)
            for key, column in (("expected", f"completeness{BASE}"), ("reported", "completeness"))
        ),
    )


def _count(column: str, row: Answer) -> int:
    return int(row[column] or 0)


def _reported(total: Mapping[str, int]) -> Mapping[str, int]:
    expected, reported = total.get(f"completeness{BASE}", 0), total.get("completeness", 0)
    in_time = total.get("timeliness", 0)
    return {
        "expected": expected,
        "reported": reported,
        "in_time": in_time,
        "late": reported - in_time,
        "missing": expected - reported,
    }


def _by_unit(known: Sequence[Indicator], units: Sequence[Answer]) -> Listing:
    on = {one.name: On.BOTH if one.name in _ON_PAPER else On.FILES for one in known}
    cells = [*unit_cells(), *(indicator_cell(one, on[one.name]) for one in known)]
    return Listing.of("units", _("Unit by unit"), cells, units)


def _totals(known: Sequence[Indicator], total: Mapping[str, int]) -> Listing:
    """Return all indicators, each as people read it, since their kinds differ."""
    cells: list[Cell[Indicator]] = [
        Cell("indicator", _("Indicator"), "name", labels={one.name: one.label for one in known}),
        Cell("value", _("How many"), lambda one: str(counted_of(one, total)), Kind.DECIMAL),
        Cell(
            "base",
            _("Out of"),
            lambda one: total.get(f"{one.name}{BASE}", 0) if one.base else None,
            Kind.INTEGER,
        ),
        Cell(
            "rate",
            _("Share"),
            lambda one: value_of(one, total) if one.base else None,
            Kind.RATE,
        ),
        Cell("definition", _("What is counted"), on=On.DOCUMENTS),
    ]
    return Listing.of("indicators", _("Indicators"), cells, known)
