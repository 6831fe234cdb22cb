"""What came, was settled and is left of issues, counted from their events for any periods.

What was open on a day is read from the events up to that day, never from today's status, so that
the report on an old month stays what it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from jinlin.core.clock import Clock
from jinlin.report.flow import Flow
from jinlin.report.period import Period
from jinlin.store.tx import Reader

_PERIOD: Final = """
    CREATE TEMP TABLE period (n INTEGER PRIMARY KEY, start, stop, first_day, day_after, shift)
    """
_DUE: Final = """
    CREATE TEMP TABLE due (issue_id INTEGER, since TEXT, until TEXT, due_on TEXT,
        PRIMARY KEY (issue_id, until)) WITHOUT ROWID
    """
_FILL_DUE: Final = """
    INSERT INTO temp.due
    WITH kept AS (
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
the types SQLite would walk through the whole table for each issue (20 000 changes: 95 s).
"""

HELD: Final = "LEFT JOIN due AS h ON h.issue_id = i.id AND h.since < p.stop AND h.until >= p.stop"
DUE_ON: Final = "iif(h.issue_id IS NULL, i.due_on, h.due_on)"
"""The due day of issue `i` that held when period `p` ended, with `HELD` joined."""

_MOVE: Final = """
    CREATE TEMP TABLE move AS
    WITH touched AS MATERIALIZED (
        SELECT id, reported_at FROM issue
        WHERE removed_at IS NULL AND +reported_at < (SELECT max(stop) FROM period)
        AND (closed_at IS NULL OR closed_at >= (SELECT min(start) FROM period)
             OR due_on >= (SELECT min(first_day) FROM period)
             OR id IN (SELECT issue_id FROM due)
             OR id IN (SELECT issue_id FROM issue_event
                       WHERE kind = 'rated' AND at >= (SELECT min(start) FROM period)))),
    step AS (
        SELECT id AS issue_id, 0 AS position, reported_at AS at, 1 AS open, 'received' AS what
        FROM touched
        UNION ALL
        SELECT e.issue_id, e.id, e.at, e.kind = 'reopened',
               CASE WHEN e.kind IN ('reopened', 'merged') THEN e.kind ELSE e.to_status END
        FROM touched AS t CROSS JOIN issue_event AS e ON e.issue_id = t.id
        WHERE +e.kind IN ('closed', 'declined', 'merged', 'reopened')),
    dated AS (
        SELECT issue_id, position, what, open, max(at) OVER so_far AS moment,
               lag(open, 1, 0) OVER so_far AS was_open
        FROM step WINDOW so_far AS (PARTITION BY issue_id ORDER BY position))
    SELECT issue_id, position, what, moment, open - was_open AS change
    FROM dated WHERE open <> was_open
    """
"""When each issue became open (+1) or closed (-1), in the order in which it was recorded.

An event dated before the one that was recorded ahead of it counts from that one's moment. Left
out are only issues that were settled for good before the first period began, so that the cost
follows the work of the months, not the size of the notebook; the unary plus and CROSS JOIN keep
SQLite from walking through all events for the same reason (200 000 issues: 0.2 s against 4 s).
"""

_FLOWS: Final = """
    SELECT p.n, {keys},
        sum(CASE WHEN m.moment < p.start THEN m.change ELSE 0 END) AS carried_over,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'received') AS received,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'reopened') AS reopened,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'closed_solved') AS closed_solved,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'closed_unsolved')
            AS closed_unsolved,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'declined') AS declined,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'merged') AS merged,
        sum(m.change) AS open,
        sum(CASE WHEN {due_on} < p.day_after THEN m.change ELSE 0 END) AS overdue,
        count(*) FILTER (WHERE m.what = 'received' AND {due_on} >= p.first_day
            AND {due_on} < p.day_after) AS due,
        sum(CASE WHEN {due_on} >= p.first_day AND {due_on} < p.day_after
                 AND m.what <> 'received'
                 AND m.moment < strftime('%Y-%m-%dT%H:%M:%SZ', {due_on}, '+1 day', p.shift)
            THEN -m.change ELSE 0 END) AS on_time
    FROM move AS m JOIN period AS p ON m.moment < p.stop
    JOIN issue AS i ON i.id = m.issue_id
    {held}
    JOIN category AS c ON c.id = i.category_id
    LEFT JOIN building AS b ON b.id = i.building_id
    LEFT JOIN person AS s ON s.id = i.steward_id
    GROUP BY p.n, {places}
    """

KEYS: Final[Mapping[str, str]] = {
    "group_code": "c.group_code",
    "building": "CASE c.privacy WHEN 'secret' THEN NULL ELSE b.code END",
    "category": "CASE c.privacy WHEN 'open' THEN c.name END",
    "steward": "ifnull(s.name, i.handler)",
}
"""By what flows may be told apart; what must not be told is NULL."""


def gather(reader: Reader, periods: Sequence[Period]) -> None:
    """Work out once what came and went, for all questions about these periods.

    Until it is gathered anew, `period` holds the periods in their order, `move` each time an
    issue became open or closed before the last of them ended and `due` the due days that were
    changed since; they are this connection's own.
    """
    reader.rows("DROP TABLE IF EXISTS temp.move")
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
    reader.rows(_MOVE)


def flows(reader: Reader, keys: Sequence[str] = ()) -> list[sqlite3.Row]:
    """Return the flow of each period that was gathered, told apart by some of `KEYS`.

    Returns:
        Rows with `n`, the place of the period, the keys, and the fields of `Flow`.
    """
    told = [f"{KEYS[key]} AS {key}" for key in keys] or ["NULL"]
    places = ", ".join(str(place) for place in range(2, 2 + len(told)))
    return reader.rows(_FLOWS.format(keys=", ".join(told), places=places, held=HELD, due_on=DUE_ON))


def counts(reader: Reader) -> list[sqlite3.Row]:
    """Return what was received, closed and left open in each period that was gathered.

    The periods follow each other without a gap; all moves are looked at once, whatever their
    number. Rows have `n`, `received`, `closed`, `open`.
    """
    return reader.rows(
        "WITH placed AS MATERIALIZED (SELECT (SELECT n FROM period WHERE stop > minute || ':00Z'"
        " ORDER BY n LIMIT 1) AS n, sum(received) AS received, sum(closed) AS closed,"
        " sum(change) AS change FROM (SELECT substr(moment, 1, 16) AS minute,"
        " sum(what = 'received' AND moment >= (SELECT min(start) FROM period)) AS received,"
        " sum(change < 0 AND moment >= (SELECT min(start) FROM period)) AS closed,"
        " sum(change) AS change FROM move GROUP BY 1) GROUP BY 1)"
        " SELECT n, received, closed, sum(change) OVER (ORDER BY n) AS open FROM placed"
        " WHERE n IS NOT NULL ORDER BY n"
    )


def _bound(n: int, period: Period, clock: Clock) -> tuple[object, ...]:
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


_FLOW_FIELDS: Final = (
    "carried_over", "received", "reopened", "closed_solved", "closed_unsolved", "declined",
    "merged", "open", "overdue", "due", "on_time",
)  # fmt: skip


def flow_of(cells: Iterable[sqlite3.Row]) -> Flow:
    """Return the sum of rows of `flows`."""
    return sum((Flow(**{name: cell[name] for name in _FLOW_FIELDS}) for cell in cells), Flow())
