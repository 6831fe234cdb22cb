"""The counters of the permanent numbers: none may stand lower than what was given out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.store.file.connection import Connection
from jinlin.store.file.sqlite_errors import DamagedError
from jinlin.store.schema.upgrade import known_tables

_DIGITS: Final = 9


class NumberSeries(NamedTuple):
    """A series of permanent numbers.

    Attributes:
        counter: what its counter is called; `{}` stands for the scope.
        table: whose rows bear the numbers.
        column: where they stand.
        within: the column with the scope, and the table of the row whose number is the scope; no
            table where the column is it; both empty where there is no scope.
        only: column and value of the rows that are meant; empty for all.
        digits: how many digits a number may have where it is typed; a counter that was changed by
            hand may say more.
    """

    counter: str
    table: str
    column: str = "number"
    within: tuple[str, str] = ("", "")
    only: tuple[str, str] | tuple[()] = ()
    digits: int = _DIGITS

    def counts(self, name: str) -> bool:
        """Return whether a counter is one of this series."""
        before, _scope, after = self.counter.partition("{}")
        scope = name.removeprefix(before).removesuffix(after)
        return self.counter.format(scope) == name and scope.isdecimal() == ("{}" in self.counter)


_PROJECT = ("project_id", "elevator_project")
_MEETING = ("meeting_id", "meeting")
SERIES: Final = (
    *(
        NumberSeries(table, table)
        for table in ("person", "fund_entry", "opinion", "plan", "elevator_project", "project",
                      "partner", "offer", "honour", "meeting", "notice", "question", "survey",
                      "street_task")
    ),
    NumberSeries("action item", "action_item"),
    NumberSeries("issue-{}", "issue", within=("year", ""), digits=6),
    *(
        NumberSeries(f"{table} M{{}}", table, within=_MEETING)
        for table in ("resolution", "statement", "vote")
    ),
    *(
        NumberSeries(f"{table}-{{}}", table, within=_PROJECT)
        for table in ("elevator_quote", "elevator_cost", "elevator_subsidy")
    ),
    NumberSeries("project_quote-{}", "project_quote", within=("project_id", "project")),
    NumberSeries(
        "partner_support-{}", "partner_support", within=("partner_id", "partner")
    ),
    NumberSeries("elevator_settlement:{}", "elevator_settlement", "version", within=_PROJECT),
    NumberSeries("elevator_voucher:{}", "elevator_entry", only=("series", "V"), within=_PROJECT),
    NumberSeries("elevator_receipt:{}", "elevator_entry", only=("series", "R"), within=_PROJECT),
)  # fmt: skip
"""Every series of `Tx.next_numbers`."""


def lowered_counters(connection: Connection) -> Iterator[str]:
    """Return the tables of which a number or an id would be given a second time."""
    tables = set(known_tables(connection))
    counters = _counters(connection)
    for series in SERIES:
        if series.table in tables and any(
            counters.get(series.counter.format(scope), 0) < given
            for scope, given in _given(connection, series)
        ):
            yield series.table
    for table, last in _last_ids(connection).items():
        if table in tables and last < _highest_id(connection, table):
            yield table


def raised_counters(connection: Connection) -> Iterator[str]:
    """Return the tables of which the next number leaves some out, and the counters of none.

    So it is where somebody was forgotten, too: it is asked only where something was changed.
    """
    counters, tables = _counters(connection), set(known_tables(connection))
    for series in SERIES:
        mine = {name: counters.pop(name) for name in [*counters] if series.counts(name)}
        if series.table in tables:
            given = {series.counter.format(k): n for k, n in _given(connection, series)}
            if any(value > given.get(name, 0) for name, value in mine.items()):
                yield series.table
    for table, last in _last_ids(connection).items():
        if table in tables and last > _highest_id(connection, table):
            yield table
    yield from counters


def was_given(connection: Connection, counter: str) -> bool:
    """Return whether a series that has no counter has given a number: then somebody deleted it."""
    return any(
        series.counter.format(scope) == counter and given > 0
        for series in SERIES
        if series.counts(counter)
        for scope, given in _given(connection, series)
    )


def can_hold(counter: str, number: int) -> bool:
    """Return whether a number of a series can be typed and read again."""
    digits = next((one.digits for one in SERIES if one.counts(counter)), _DIGITS)
    return len(str(number)) <= digits


def counters_changed(path: Path) -> DamagedError:
    """Return the error about a database of which the next number cannot be given."""
    return DamagedError(
        _("The counters of {path} were changed without jinlin, so no number can be given.").format(
            path=path
        ),
        hint=_("Look with jinlin db check, and restore a backup: jinlin db restore FILE"),
        lost=path,
    )


def _last_ids(connection: Connection) -> dict[str, int]:
    """Return the last id each table says it gave; 0 where it says none."""
    rows = connection.execute(
        "SELECT t.name, ifnull(s.seq, 0) FROM sqlite_schema AS t"
        " LEFT JOIN sqlite_sequence AS s ON s.name = t.name"
        " WHERE t.type = 'table' AND t.sql LIKE '%AUTOINCREMENT%' ORDER BY t.name"
    )
    return {str(row[0]): int(row[1]) for row in rows.fetchall()}


def _counters(connection: Connection) -> dict[str, int]:
    return dict(map(tuple, connection.execute("SELECT name, value FROM counter").fetchall()))


def _given(connection: Connection, series: NumberSeries) -> Iterator[tuple[int, int]]:
    """Return each scope and the highest number given in it, also to rows that are gone."""
    scope, parent = series.within
    gone = f"json_extract(before, '$.{scope}')" if scope else "1"
    only, kind, values = "", "", series.only[1:]
    if series.only:
        [column, _value] = series.only
        only, kind = f" WHERE {column} = ?", f" AND json_extract(before, '$.{column}') = ?"
    highest: dict[int, int] = {}
    for key, number in (
        *connection.execute(
            f"SELECT {scope or 1}, max({series.column}) FROM {series.table}{only} GROUP BY 1",
            values,
        ),
        *connection.execute(
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
            row = connection.execute(f"SELECT number FROM {parent} WHERE id = ?", (key,)).fetchone()
            if row is None:
                continue  # with the row its scope is gone for good
            said = int(row[0])
        yield said, number


def _highest_id(connection: Connection, table: str) -> int:
    """Return the highest id a table ever gave."""
    return int(
        connection.execute(
            f"SELECT max(ifnull((SELECT max(id) FROM {table}), 0),"
            " ifnull((SELECT max(row_id) FROM row_change WHERE table_name = ?), 0))",
            (table,),
        ).fetchone()[0]
    )
