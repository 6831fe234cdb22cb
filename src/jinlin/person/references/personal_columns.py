"""Which columns of a table tell of people, and which of them go with somebody."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from jinlin.person.references.needles import Needle
from jinlin.store.schema.person_rows import ABOUT
from jinlin.store.schema.personal import PERSONAL, Content
from jinlin.store.schema.retention import AT_HOME, COUNTED


def told_in(table: str) -> Collection[str]:
    """Return the columns of a table that are emptied in the rows that tell of somebody."""
    if table in AT_HOME and table not in ABOUT:
        return AT_HOME[table].emptied
    return [c for c in PERSONAL.get(table, {}) if c not in COUNTED.get(table, ())]


def worded_in(table: str) -> Mapping[str, Content]:
    """Return the columns of a table in which anybody may be told of."""
    found = PERSONAL.get(table, {})
    if table == "person":  # namesakes are called as they are
        return {c: what for c, what in found.items() if what is Content.FREE_TEXT}
    return found


def any_of(columns: Collection[str], needles: Sequence[Needle]) -> tuple[str, list[object]]:
    """Return the SQL condition that any of some columns holds any needle, and its values."""
    pairs = [(column, needle.text) for column in columns for needle in needles]
    return " OR ".join(f"instr({column}, ?)" for column, _text in pairs), [t for _c, t in pairs]
