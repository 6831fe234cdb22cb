"""What came, was settled and is left of issues, counted from their events for any periods.

What was open on a day is read from the events up to that day, never from today's status, so that
the report on an old month stays what it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Final

from jinlin.core.clock import Clock
from jinlin.core.days.period import PassedStretch
from jinlin.issue.lists import spells
from jinlin.issue.lists.spells import CAME, CAME_AS, OVERLAPS, WENT, WENT_AS
from jinlin.report.rules.flow import Flow
from jinlin.store.transaction.tx import Reader

_PERIOD: Final = """
    CREATE TEMP TABLE period (n INTEGER PRIMARY KEY, start, stop, first_day, day_after, shift)
    """
_DUE: Final = """
    CREATE TEMP TABLE due (issue_id INTEGER, since TEXT, until TEXT, due_on TEXT,
        PRIMARY KEY (issue_id, until)) WITHOUT ROWID
    """
_FILL_DUE: Final = """
    INSERT INTO temp.due
    WITH kept AS MATERIALIZED (
        SELECT issue_id, id, at, due_on FROM issue_event
        WHERE due_on IS NOT NULL AND at >= (SELECT min(stop) FROM period)),
    dated AS (
        SELECT issue_id, id, due_on, max(at) OVER (PARTITION BY issue_id ORDER BY id) AS until
        FROM kept),
    held AS (
        SELECT issue_id, due_on, until,
               lag(until, 1, '') OVER (PARTITION BY issue_id ORDER BY id) AS since
        FROM dated)
    SELECT issue_id, since, until, nullif(due_on, '') FROM held WHERE since < until
    """
"""Until when an issue had another due day than today's, where that changed since a period ended.

A step dated before the one that was recorded ahead of it counts from that one's moment. Without
the types SQLite would walk through the whole table for each issue (20 000 changes: 95 s), and not
MATERIALIZED through all events, sorted already, for the few that changed a due day.
"""

HELD: Final = "LEFT JOIN due AS h ON h.issue_id = i.id AND h.since < p.stop AND h.until >= p.stop"
DUE_ON: Final = "iif(h.issue_id IS NULL, i.due_on, h.due_on)"
"""The due day of issue `i` that held when period `p` ended, with `HELD` joined."""
FALLS_DUE: Final = f"ifnull({DUE_ON} >= p.first_day AND {DUE_ON} < p.day_after, 0)"
"""Whether that day is one of period `p` and has passed."""
DAY_OVER: Final = f"strftime('%Y-%m-%dT%H:%M:%SZ', {DUE_ON}, '+1 day', p.shift)"
"""The moment at which that day is over."""

_DUE_OR_RATED: Final = """
    OR due_on >= (SELECT min(first_day) FROM period)
    OR id IN (SELECT issue_id FROM due)
    OR id IN (SELECT issue_id FROM issue_event
        WHERE kind = 'rated' AND at >= (SELECT min(start) FROM period))
    """
"""What reports ask about of issues that were settled for good before."""

_FLOWS: Final = f"""
    SELECT p.n, {{keys}},
        sum({CAME} AND {CAME_AS} = 'carried_over') AS carried_over,
        sum({CAME} AND {CAME_AS} = 'received') AS received,
        sum({CAME} AND {CAME_AS} = 'reopened') AS reopened,
        sum({WENT} AND {WENT_AS} = 'closed_solved') AS closed_solved,
        sum({WENT} AND {WENT_AS} = 'closed_unsolved') AS closed_unsolved,
        sum({WENT} AND {WENT_AS} = 'declined') AS declined,
        sum({WENT} AND {WENT_AS} = 'merged') AS merged,
        sum({WENT} AND {WENT_AS} = 'open') AS open,
        sum({WENT} AND {WENT_AS} = 'open' AND ifnull({DUE_ON} < p.day_after, 0)) AS overdue,
        sum({FALLS_DUE} AND s.opened_as = 'received') AS due,
        sum({FALLS_DUE} * (ifnull(s.closed < min(p.stop, {DAY_OVER}), 0)
            - (s.opened_as = 'reopened' AND ifnull(s.opened < {DAY_OVER}, 0)))) AS on_time
    FROM spell AS s JOIN period AS p ON s.opened < p.stop
    JOIN issue AS i ON i.id = s.issue_id
    {HELD}
    JOIN category AS c ON c.id = i.category_id
    LEFT JOIN building AS b ON b.id = i.building_id
    LEFT JOIN person AS w ON w.id = i.steward_id
    GROUP BY p.n, {{places}}
    """

KEYS: Final[Mapping[str, str]] = {
    "group_code": "c.group_code",
    "building": "CASE c.privacy WHEN 'secret' THEN NULL ELSE b.code END",
    "category": "CASE c.privacy WHEN 'open' THEN c.name END",
    "category_code": "CASE c.privacy WHEN 'open' THEN c.code END",
    "steward": "ifnull(w.name, i.handler)",
    "ordered": "i.offer_id IS NOT NULL",
    "free": "ifnull(i.paid, (SELECT o.price FROM offer AS o WHERE o.id = i.offer_id)) = 0",
}
"""By what flows may be told apart; what must not be told is NULL."""


def gather(reader: Reader, periods: Sequence[PassedStretch]) -> None:
    """Work out once what came and went, for all questions about these periods.

    Until it is gathered anew, `period` holds the periods in their order, `spell` the times at
    which issues were open until the last of them ended and `due` the due days that were changed
    since; they are this connection's own.
    """
    reader.rows("DROP TABLE IF EXISTS temp.due")
    reader.rows("DROP TABLE IF EXISTS temp.period")
    reader.rows(_PERIOD)
    reader.rows(_DUE)
    marks = ", ".join(["(?, ?, ?, ?, ?, ?)"] * len(periods))
    values = [
        value for n, period in enumerate(periods) for value in _bound(n, period, reader.clock)
    ]
    reader.rows(f"INSERT INTO temp.period VALUES {marks}", values)
    reader.rows(_FILL_DUE)
    start, stop = min(p.start for p in periods), max(p.stop for p in periods)
    spells.gather(reader, start, stop, more=_DUE_OR_RATED)


def flows(reader: Reader, keys: Sequence[str] = ()) -> list[sqlite3.Row]:
    """Return the flow of each period that was gathered, told apart by some of `KEYS`.

    Returns:
        Rows with `n`, the place of the period, the keys, and the fields of `Flow`.
    """
    told = [f"{KEYS[key]} AS {key}" for key in keys] or ["NULL"]
    places = ", ".join(str(place) for place in range(2, 2 + len(told)))
    return reader.rows(_FLOWS.format(keys=", ".join(told), places=places))


def counts(reader: Reader) -> list[sqlite3.Row]:
    """Return what was received, closed and left open in each period that was gathered.

    Rows have `n`, `received`, `closed`, `open`.
    """
    return reader.rows(
        f"SELECT p.n, sum({CAME} AND {CAME_AS} = 'received') AS received,"
        f" sum({WENT} AND {WENT_AS} <> 'open') AS closed,"
        f" sum({WENT} AND {WENT_AS} = 'open') AS open"
        f" FROM period AS p JOIN spell AS s ON {OVERLAPS} GROUP BY p.n"
    )


def _bound(n: int, period: PassedStretch, clock: Clock) -> tuple[object, ...]:
    """Return one row of the periods the issue questions are about."""
    offset = clock.zone.utcoffset(None)
    return (
        n,
        period.start,
        period.stop,
        period.stretch.first.isoformat(),
        period.day_after.isoformat(),
        f"{-offset.total_seconds() // 60:.0f} minutes",
    )


_COUNTED: Final = [field.name for field in fields(Flow)]


def flow_of(cells: Iterable[sqlite3.Row]) -> Flow:
    """Return the sum of rows of `flows`."""
    return sum((Flow(**{name: cell[name] for name in _COUNTED}) for cell in cells), Flow())
