"""Sums and differences of what the tables count: `groups.satisfied + groups.not_satisfied`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from jinlin.rollup.rules.tables import TABLES

_TERM: Final = re.compile(r"\s*([+-])\s*([a-z]+)\.([a-z0-9_]+)")
REPORTING: Final = "reporting"
"""The table above those of the bundles: which branches had to report, did, and did in time."""
MEASURES: Final = {name: frozenset(table.measures) for name, table in TABLES.items()} | {
    REPORTING: frozenset({"expected", "reported", "in_time", "empty"})
}
"""What may stand in a sum, by table."""


class Term(NamedTuple):
    """One part of a sum.

    Attributes:
        sign: 1, or -1 for what is taken off.
    """

    sign: int
    table: str
    measure: str


def sum_in(text: str) -> Sequence[Term]:
    """Read a sum.

    Raises:
        ValueError: it is none, or no table counts what it names.
    """
    terms, at, signed = [], 0, f"+ {text}"
    while at < len(signed):
        found = _TERM.match(signed, at)
        if not found or found[3] not in MEASURES.get(found[2], ()):
            raise ValueError(f"no sum of what the tables count: {text}")
        terms.append(Term(-1 if found[1] == "-" else 1, found[2], found[3]))
        at = found.end()
    return tuple(terms)
