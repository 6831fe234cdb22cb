"""What is compared between units: `indicators.toml`, read as values and put as a question.

A rate is two sums; what becomes of them (no percentage of few) is decided outside SQL, by `Rate`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple

from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import speaking
from jinlin.rollup.rules.sums import Term, sum_in

BASE: Final = "_base"
"""What the column of a rate's base is called after."""


class IndicatorUnit(StrEnum):
    """What an indicator is counted in."""

    PERCENT = "percent"
    COUNT = "count"
    HOURS = "hours"


class Indicator(NamedTuple):
    """One thing that is compared.

    Attributes:
        name: such as `on_time_rate`.
        counted: the sum, or the numerator of a rate.
        base: the denominator of a rate; without parts for a count.
        unit: what it is counted in; hours are of minutes.
        better: `more` or `fewer`; empty where neither is.
        public: it may be published.
        labels: what it is called, by language.
        definitions: what is counted, in a sentence, by language.
    """

    name: str
    counted: Sequence[Term]
    base: Sequence[Term]
    unit: IndicatorUnit
    better: str
    public: bool
    labels: Mapping[str, str]
    definitions: Mapping[str, str]

    @property
    def label(self) -> str:
        """What it is called in the user's language."""
        return self.labels[speaking()]

    @property
    def definition(self) -> str:
        """What is counted, as a sentence in the user's language."""
        return self.definitions[speaking()]


@cache
def indicators() -> Mapping[str, Indicator]:
    """Return every indicator by its name, in the order of `indicators.toml`."""
    return {
        name: _indicator(name, said)
        for name, said in shipped("rollup/rules/indicators.toml").items()
        if isinstance(said, dict)
    }


def _indicator(name: str, said: Mapping[str, Any]) -> Indicator:
    return Indicator(
        name,
        sum_in(said.get("sum") or said["numerator"]),
        sum_in(said["denominator"]) if "denominator" in said else (),
        IndicatorUnit(said["unit"]),
        said.get("better", ""),
        said.get("public", False),
        {language: said[f"name_{language}"] for language in ("zh", "en")},
        {language: said[f"definition_{language}"] for language in ("zh", "en")},
    )


def by_unit(asked: Iterable[Indicator]) -> str:
    """Return the question for the indicators of each unit in `:month`.

    It asks the view `units` (organisation, unit, name) and the tables of the lake; each indicator
    has a column of its name, and a rate one of its base.
    """
    columns = dict(_columns(asked))
    tables: dict[str, dict[str, None]] = {}
    for terms in columns.values():
        for term in terms:
            tables.setdefault(term.table, {})[term.measure] = None
    sums = ",\n".join(_sums_of(table, measures) for table, measures in tables.items())
    shown = ",\n    ".join(f"{_expression(terms)} AS {name}" for name, terms in columns.items())
    joined = "\n".join(f"LEFT JOIN {table}_sums USING (unit)" for table in tables)
    return f"""WITH asked AS (SELECT DISTINCT unit, name FROM units),
{sums}
SELECT unit, name,
    {shown}
FROM asked
{joined}
ORDER BY unit NULLS FIRST"""  # noqa: S608  (names of our own tables)


def _columns(asked: Iterable[Indicator]) -> Iterator[tuple[str, Sequence[Term]]]:
    for one in asked:
        yield one.name, one.counted
        if one.base:
            yield f"{one.name}{BASE}", one.base


def _sums_of(table: str, measures: Iterable[str]) -> str:
    summed = ", ".join(f"sum(t.{one}) AS {table}_{one}" for one in measures)
    return (
        f"{table}_sums AS (SELECT unit, {summed} FROM {table} AS t"  # noqa: S608  (our own tables)
        " JOIN units USING (organisation) WHERE period = :month GROUP BY unit)"
    )


def _expression(terms: Sequence[Term]) -> str:
    signed = "".join(
        f" {'+' if term.sign > 0 else '-'} coalesce({term.table}_{term.measure}, 0)"
        for term in terms
    )
    return signed.removeprefix(" + ")
