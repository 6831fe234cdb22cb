"""The counters of the permanent numbers: none may stand lower than what was given out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from jinlin.store.tx import Reader
from jinlin.store.upgrade import known_tables


class Series(NamedTuple):
    """A series of permanent numbers.

    Attributes:
        counter: what its counter is called; `{}` stands for the scope.
        table: whose rows bear the numbers.
        column: where they stand.
        within: the column with the scope, and the table of the row whose number is the scope; no
            table where the column is it; both empty where there is no scope.
        only: column and value of the rows that are meant; empty for all.
    """

    counter: str
    table: str
    column: str = "number"
    within: tuple[str, str] = ("", "")
    only: tuple[str, str] | tuple[()] = ()


_PROJECT = ("project_id", "elevator_project")
_MEETING = ("meeting_id", "meeting")
SERIES: Final = (
    *(
        Series(table, table)
        for table in ("person", "fund_entry", "opinion", "plan", "elevator_project", "meeting",
                      "notice", "question")
    ),
    Series("action item", "action_item"),
    Series("issue-{}", "issue", within=("year", "")),
    *(
        Series(f"{table} M{{}}", table, within=_MEETING)
        for table in ("resolution", "statement", "vote")
    ),
    *(
        Series(f"{table}-{{}}", table, within=_PROJECT)
        for table in ("elevator_quote", "elevator_cost", "elevator_subsidy")
    ),
    Series("elevator_settlement:{}", "elevator_settlement", "version", within=_PROJECT),
    Series("elevator_voucher:{}", "elevator_entry", only=("series", "V"), within=_PROJECT),
    Series("elevator_receipt:{}", "elevator_entry", only=("series", "R"), within=_PROJECT),
)  # fmt: skip
"""Every series of `Tx.next_numbers`."""


def lowered_counters(reader: Reader) -> Iterator[str]:
    """Return the tables of which a number or an id would be given a second time."""
    tables = set(known_tables(reader.connection))
    counters = dict(map(tuple, reader.rows("SELECT name, value FROM counter")))
    for series in SERIES:
        if series.table in tables and any(
            counters.get(series.counter.format(scope), 0) < given
            for scope, given in _given(reader, series)
        ):
            yield series.table
    for table, last in reader.rows("SELECT name, seq FROM sqlite_sequence"):
        if table in tables and last < _highest_id(reader, table):
            yield str(table)


def _given(reader: Reader, series: Series) -> Iterator[tuple[int, int]]:
    """Return each scope and the highest number given in it, also to rows that are gone."""
    scope, parent = series.within
    gone = f"json_extract(before, '$.{scope}')" if scope else "1"
    only, kind, values = "", "", series.only[1:]
    if series.only:
        [column, _value] = series.only
        only, kind = f" WHERE {column} = ?", f" AND json_extract(before, '$.{column}') = ?"
    highest: dict[int, int] = {}
    for key, number in (
        *reader.rows(
            f"SELECT {scope or 1}, max({series.column}) FROM {series.table}{only} GROUP BY 1",
            values,
        ),
        *reader.rows(
            f"SELECT {gone}, max(json_extract(before, '$.{series.column}')) FROM row_change"
            " WHERE table_name = ? AND after IS NULL AND before IS NOT NULL"
            f"{kind} GROUP BY 1",
            (series.table, *values),
        ),
    ):
        if key is not None and number is not None:
            highest[key] = max(number, highest.get(key, 0))
    for key, number in highest.items():
        said = key
        if parent:
            said = reader.value(f"SELECT number FROM {parent} WHERE id = ?", (key,))
        if said is not None:  # with the row its scope is gone for good
            yield said, number


def _highest_id(reader: Reader, table: str) -> int:
    """Return the highest id a table ever gave."""
    return max(
        reader.value(f"SELECT max(id) FROM {table}") or 0,
        reader.value("SELECT max(row_id) FROM row_change WHERE table_name = ?", (table,)) or 0,
    )
