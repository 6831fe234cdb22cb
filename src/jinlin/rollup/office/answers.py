"""What the lake answers as people read it: the listing of each question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any, Final, NamedTuple

from jinlin.core.columns import Kind
from jinlin.core.days.written import month_words
from jinlin.core.decimals import Rate
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.documents.page import Chart, Series, Shape
from jinlin.elevator.rules.stages import Stage, WorksKind
from jinlin.issue.record.categories import category_label, group_label, shipped_categories
from jinlin.member.rules.purses import Purse
from jinlin.output.listing.listing import Cell, Listing
from jinlin.rollup.labels import item_label, measure_labels
from jinlin.rollup.office.asking import Answer, LakeQuestion, OpenLake
from jinlin.rollup.rules.checks import checks
from jinlin.rollup.rules.indicators import indicators
from jinlin.rollup.rules.league import LeagueUnit, league

MOST_BARS: Final = 20
"""A chart of units draws no more; its table has them all."""


class RateColumn(NamedTuple):
    """A column that is a rate of two others, and called as its indicator is."""

    indicator: str
    counted: str
    base: str


class AnswerColumns(NamedTuple):
    """How the answer to a question is shown.

    Attributes:
        columns: names of columns, as in `_HEADINGS` or of measures, and rates of two of them.
        bars: the columns that a chart draws, by `label`; none for no chart.
        label: the column that says what a bar is of.
    """

    columns: Sequence[str | RateColumn]
    bars: Sequence[str] = ()
    label: str = "name"


_UNIT: Final = ("unit", "name")
_BRANCH: Final = ("organisation", "complex", "problem", "item", "told", "usual")
_ON_TIME: Final = RateColumn("on_time_rate", "on_time", "due")
_SATISFIED: Final = RateColumn("satisfaction_rate", "content", "rated")

TOLD: Final[Mapping[LakeQuestion, AnswerColumns]] = {
    LakeQuestion.COMPLETENESS: AnswerColumns((
        *_UNIT, "expected", "reported", "in_time", "late", "missing", "empty",
        RateColumn("completeness", "reported", "expected"),
        RateColumn("timeliness", "in_time", "expected"),
    ), ("in_time", "late", "missing")),
    LakeQuestion.MONTH: AnswerColumns((
        *_UNIT, "category_group", "carried_over", "received", "reopened", "closed_solved",
        "closed_unsolved", "declined", "merged", "open", "overdue",
    )),
    LakeQuestion.CATEGORIES: AnswerColumns((
        "category_group", "category", "received", "closed_solved", "closed_unsolved", "open",
        "overdue", "branches",
    ), ("received",), "category"),
    LakeQuestion.RATES: AnswerColumns((
        *_UNIT, "due", "on_time", _ON_TIME, "rated", "content", _SATISFIED, "not_satisfied",
        "unrated",
    )),
    LakeQuestion.OVERDUE: AnswerColumns((
        *_UNIT, "age7", "age30", "age90", "agemore", "late7", "late30", "late90", "latemore",
    ), ("late7", "late30", "late90", "latemore")),
    LakeQuestion.DEPARTMENTS: AnswerColumns((
        "department", "called", "arrived", RateColumn("call_arrival_rate", "arrived", "called"),
        "a4", "a24", "a72", "amore", "branches",
    ), ("called", "arrived"), "department"),
    LakeQuestion.ELEVATORS: AnswerColumns((
        "kind", "stage", "projects", "doors", "branches",
    ), ("projects",), "stage"),
    LakeQuestion.YEAR: AnswerColumns((
        *_UNIT, "branches", "received", "received_before", "closed", "closed_before", "due",
        "on_time", _ON_TIME, "due_before", "on_time_before",
    ), ("received", "received_before")),
    LakeQuestion.LEAGUE: AnswerColumns((
        "place", *_UNIT, "branches", "rated", "content", _SATISFIED,
    )),
    LakeQuestion.TREND: AnswerColumns((
        "period", "expected", "reported", "received", "closed", "open", "overdue", "due",
        "on_time", _ON_TIME,
    ), ("received", "closed", "open"), "period"),
    LakeQuestion.OUTLIERS: AnswerColumns(_BRANCH),
    LakeQuestion.CHECKS: AnswerColumns(_BRANCH),
}  # fmt: skip
"""Every question by its name."""

_HEADINGS: Final[Mapping[str, str]] = {
    "unit": N_("Code"),
    "name": N_("Name of the unit"),
    "organisation": N_("Organisation code"),
    "complex": N_("Complex"),
    "expected": N_("To report"),
    "reported": N_("Have reported"),
    "in_time": N_("In time"),
    "late": N_("Late"),
    "missing": N_("Missing"),
    "empty": N_("Nothing happened"),
    "category_group": N_("Group"),
    "category": N_("Category"),
    "branches": N_("Number of complexes"),
    "closed": N_("Closed issues"),
    "rated": N_("Rated"),
    "content": N_("Of these satisfied or basically satisfied"),
    "department": N_("Department"),
    "kind": N_("Kind of project"),
    "stage": N_("Stage"),
    "received_before": N_("New issues a year before"),
    "closed_before": N_("Closed a year before"),
    "due_before": N_("Fell due a year before"),
    "on_time_before": N_("Settled in time a year before"),
    "place": N_("Rank"),
    "period": N_("Month"),
    "problem": N_("What is wrong"),
    "item": N_("Of which"),
    "told": N_("Handed up"),
    "usual": N_("Would be usual"),
}
_KINDS: Final[Mapping[str, Kind]] = {
    **dict.fromkeys((
        "unit", "name", "organisation", "complex", "category_group", "category", "department",
        "kind", "stage", "period", "problem", "item",
    ), Kind.TEXT),
    "told": Kind.DECIMAL,
    "usual": Kind.DECIMAL,
}  # fmt: skip
"""What columns hold that are no counts."""
_ALL: Final = "all"
"""The group of a sub-total."""
_KEPT_BACK: Final = "kept_back"
"""The category of what is kept back."""


def question_listing(lake: OpenLake, name: LakeQuestion) -> Listing:
    """Return the answer to a question as a listing, with its chart.

    Args:
        lake: the lake, open for questions.
        name: the question.
    """
    rows = answers(lake, name)
    told = TOLD[name]
    listing = Listing.of(
        name,
        listing_title(name),
        [_cell(column) for column in told.columns],
        rows,
        empty=_("Nothing of the kind was handed up."),
        notes=_notes(name),
    )
    return listing._replace(charts=tuple(charts(name, rows)))


def answers(lake: OpenLake, name: LakeQuestion) -> list[Answer]:
    """Return the answer to a question, with what is decided outside SQL."""
    rows = lake.question(name)
    return list(_placed(rows)) if name is LakeQuestion.LEAGUE else rows


def _placed(rows: Iterable[Answer]) -> Iterator[Answer]:
    known = {row["unit"]: row for row in rows}
    units = (
        LeagueUnit(code, row["branches"], Rate(row["content"], row["rated"]))
        for code, row in known.items()
    )
    for one in league(units):
        yield {**known[one.unit.code], "place": one.place}


def listing_title(name: LakeQuestion) -> str:
    """Return what stands above the answer to a question."""
    return name.label[:1].upper() + name.label[1:]


def _notes(name: LakeQuestion) -> tuple[str, ...]:
    if name is LakeQuestion.LEAGUE:
        return (
            _(
                "A place has who was rated 30 times and has 3 branches; places follow the lower"
                " end of what the rate may be by chance (Wilson, 95%)."
            ),
        )
    if name is LakeQuestion.YEAR:
        return (_("Only complexes that reported on both months are counted."),)
    return ()


def charts(name: LakeQuestion, rows: Sequence[Answer]) -> Iterator[Chart]:
    """Yield the chart of an answer, where it has one and anything to draw.

    Args:
        name: the question.
        rows: its answer.
    """
    told = TOLD[name]
    drawn = rows if told.label == "period" else rows[:MOST_BARS]
    series = tuple(
        Series(heading_of(one), tuple(int(row[one] or 0) for row in drawn)) for one in told.bars
    )
    if any(value for one in series for value in one.values):
        yield Chart(
            listing_title(name),
            Shape.LINES if told.label == "period" else Shape.ROWS,
            tuple(_bar_of(told.label, row) for row in drawn),
            series,
            alt=_("{title}: {columns}").format(
                title=listing_title(name), columns=_(", ").join(one.name for one in series)
            ),
        )


def _bar_of(column: str, row: Answer) -> str:
    """Return what stands beside a bar; of what is kept back its group tells which."""
    of = _value(column, row)
    if column == "period":
        return month_words(date.fromisoformat(f"{of}-01"))
    if of == _KEPT_BACK:
        return item_label("categories", f"{row['category_group']}/")
    return str((labels(column) or {}).get(of, of))


def _cell(column: str | RateColumn) -> Cell[Answer]:
    if isinstance(column, RateColumn):
        heading = indicators()[column.indicator].label
        return Cell(column.indicator, heading, partial(_share, column), Kind.RATE)
    kind = _KINDS.get(column, Kind.INTEGER)
    return Cell(column, heading_of(column), partial(_value, column), kind, labels=labels(column))


def _share(share: RateColumn, row: Answer) -> Fraction | None:
    return Rate(int(row[share.counted] or 0), int(row[share.base] or 0)).exact


def _value(column: str, row: Answer) -> Any:
    value = row[column]
    match column, _KINDS.get(column):
        case "name", _kind:
            return _("Total") if row.get("whole") else value or _("Under nobody on this level")
        case "category_group", _kind:
            return _ALL if row.get("every_group") else value
        case "category", _kind:
            return value or _KEPT_BACK
        case _column, Kind.DECIMAL:
            fen = row["problem"] == "opening_differs"
            return yuan(int(value)).replace(",", "") if fen else str(int(value))
        case _column, Kind.TEXT:
            return value or None
    return None if value is None else int(value)


def heading_of(column: str) -> str:
    """Return what stands above a column of a question."""
    return _(_HEADINGS[column]) if column in _HEADINGS else measure_labels()[column]


def labels(column: str) -> Mapping[Any, str] | None:
    """Return what people read for the stored words of a column; None where they read those."""
    return _LABELS[column]() if column in _LABELS else None


def _groups() -> Mapping[str, str]:
    return {code: group_label(code) for code in shipped_categories()["groups"]}


def _categories() -> Mapping[str, str]:
    named = {one["code"]: category_label(one["name"]) for one in shipped_categories()["category"]}
    return {**named, _KEPT_BACK: _("kept back")}


def _items() -> Mapping[str, str]:
    measures = {one: heading_of(one) for one in ("closed", *measure_labels())}
    return {**measures, **_groups(), **Purse.labels()}


_LABELS: Final[Mapping[str, Callable[[], Mapping[str, str]]]] = {
    "category_group": lambda: {**_groups(), _ALL: _("all")},
    "category": _categories,
    "kind": WorksKind.labels,
    "stage": Stage.labels,
    "problem": lambda: {check.name: check.label for check in checks().values()},
    "item": _items,
}
"""What is read for stored words, by column."""
