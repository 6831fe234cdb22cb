"""What must hold of the figures that are handed up: `checks.toml`, read as values, and asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from operator import eq, le
from typing import Final, NamedTuple, TypeAlias

from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import speaking
from jinlin.rollup.rules.cells import Cells
from jinlin.rollup.rules.sums import Term, sum_in
from jinlin.rollup.rules.tables import TABLES

NEGATIVE: Final = "negative"
"""Nothing but money is less than nothing: the check that has no sides."""
_MONEY: Final = "purses"
_HOLDS: Final[Mapping[str, Callable[[int, int], bool]]] = {"=": eq, "<=": le}

Row: TypeAlias = Mapping[str, int]
"""What is counted, by measure."""


class Check(NamedTuple):
    """One thing that must hold.

    Attributes:
        name: such as `adds_up`.
        refuses: a bundle in which it does not hold is not taken; else the branch is asked.
        per: the table of which each item must fulfil it by itself; empty for all together.
        left: the sum on the left; without parts where it is found over the months.
        operator: `=` or `<=`.
        right: the sum on the right.
        labels: what is wrong where it does not hold, by language.
    """

    name: str
    refuses: bool
    per: str
    left: Sequence[Term]
    operator: str
    right: Sequence[Term]
    labels: Mapping[str, str]

    @property
    def label(self) -> str:
        """What is wrong where it does not hold, in the user's language."""
        return self.labels[speaking()]

    def holds(self, rows: Mapping[str, Row]) -> bool:
        """Return whether it holds of what each of its tables counts."""
        left, right = (
            sum(one.sign * rows.get(one.table, {}).get(one.measure, 0) for one in side)
            for side in (self.left, self.right)
        )
        return _HOLDS[self.operator](left, right)


@cache
def checks() -> Mapping[str, Check]:
    """Return every check by its name, in the order of `checks.toml`."""
    return {
        name: Check(
            name,
            said["severity"] == "refuse",
            said.get("per", ""),
            sum_in(said["left"]) if "left" in said else (),
            said.get("operator", ""),
            sum_in(said["right"]) if "right" in said else (),
            {language: said[f"name_{language}"] for language in ("zh", "en")},
        )
        for name, said in shipped("rollup/rules/checks.toml").items()
    }


@cache
def _compared() -> Sequence[tuple[Check, frozenset[str]]]:
    """Return the checks that refuse by their two sides, each with the tables it looks at."""
    return tuple(
        (check, frozenset(term.table for term in (*check.left, *check.right)))
        for check in checks().values()
        if check.refuses and check.left
    )


def refused(cells: Cells, covers: Collection[str] = tuple(TABLES)) -> Sequence[str]:
    """Return the names of the checks for which a bundle is not taken; empty where all hold.

    Args:
        cells: its cells; one that is missing is 0.
        covers: the tables it knows; what needs another one is not asked.
    """
    items: dict[str, dict[str, dict[str, int]]] = {}
    totals: dict[str, dict[str, int]] = {}
    negative = False
    for (table, item, measure), value in cells.items():
        items.setdefault(table, {}).setdefault(item, {})[measure] = value
        total = totals.setdefault(table, {})
        total[measure] = total.get(measure, 0) + value
        negative = negative or (value < 0 and table != _MONEY)
    wrong = (
        check.name
        for check, tables in _compared()
        if tables.issubset(covers)
        and not (
            all(check.holds({check.per: row}) for row in items.get(check.per, {}).values())
            if check.per
            else check.holds(totals)
        )
    )
    return (NEGATIVE,) * negative + tuple(wrong)
