"""What must hold of the figures that are handed up: `checks.toml`, read as values, and asked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from operator import eq, le
from typing import Final, NamedTuple

from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import speaking
from jinlin.rollup.rules.cells import Key
from jinlin.rollup.rules.sums import Term, sum_in
from jinlin.rollup.rules.tables import TABLES

NEGATIVE: Final = "negative"
"""Nothing but money is less than nothing: the check that has no sides."""
_MONEY: Final = "purses"
_HOLDS: Final[Mapping[str, Callable[[int, int], bool]]] = {"=": eq, "<=": le}


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

    @property
    def tables(self) -> frozenset[str]:
        """The tables it looks at."""
        return frozenset(term.table for term in (*self.left, *self.right))


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


class Examined(NamedTuple):
    """What is to be said of the cells of a bundle.

    Attributes:
        wrong: the names of the checks for which it is not taken.
        misshapen: a cell is of an item that its table cannot have.
        uncounted: what only a newer program counts, `table.measure`.
    """

    wrong: Sequence[str]
    misshapen: bool
    uncounted: Sequence[str]


class _Part(NamedTuple):
    """What a measure is in a check: so many times it is in the left side less the right one."""

    check: str
    item_by_item: bool
    factor: int


@cache
def _parts() -> Mapping[tuple[str, str], Sequence[_Part]]:
    """Return by table and measure, of all that is counted, the parts in checks that refuse."""
    found: dict[tuple[str, str], list[_Part]] = {
        (table.name, measure): [] for table in TABLES.values() for measure in table.measures
    }
    for check in checks().values():
        sides = ((1, check.left), (-1, check.right)) if check.refuses else ()
        for factor, terms in sides:
            for term in terms:
                part = _Part(check.name, bool(check.per), factor * term.sign)
                found[term.table, term.measure].append(part)
    return found


@lru_cache(maxsize=1_000)
def _fits(table: str, item: str) -> bool:
    """Return whether a table can have such an item: branch by branch they are the same."""
    return TABLES[table].item_columns(item) is not None


def examined(cells: Iterable[tuple[Key, int]], covers: Collection[str] = tuple(TABLES)) -> Examined:
    """Look through the cells of a bundle, once.

    Args:
        cells: its cells; one that is missing is 0.
        covers: the tables it knows; what needs another one is not asked.
    """
    counted, known = _parts(), checks()
    differences: dict[tuple[str, str], int] = {}
    wrong: set[str] = set()
    uncounted: list[str] = []
    misshapen = False
    last: tuple[str, str] | None = None
    for (table, item, measure), value in cells:
        if value < 0 and table != _MONEY:
            wrong.add(NEGATIVE)
        parts = counted.get((table, measure))
        if parts is None:
            uncounted.append(f"{table}.{measure}")
            continue
        if (here := (table, item)) != last:
            last = here
            misshapen = misshapen or not _fits(table, item)
        for check, item_by_item, factor in parts:
            of = check, item if item_by_item else ""
            differences[of] = differences.get(of, 0) + factor * value
    for (check, _item), difference in differences.items():
        one = known[check]
        if not _HOLDS[one.operator](difference, 0) and one.tables <= {*covers}:
            wrong.add(check)
    return Examined(tuple(name for name in known if name in wrong), misshapen, uncounted)
