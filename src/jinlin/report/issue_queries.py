"""A month's issues from the database, in a fixed number of questions whatever its size.

What was open on a day is read from the events up to that day, never from today's status, so that
the report on an old month stays what it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.clock import Clock
from jinlin.issue.numbers import issue_label
from jinlin.issue.statuses import Status
from jinlin.output.discretion import discreet
from jinlin.report.figures import BuildingFigures, GroupFigures, OpenIssue
from jinlin.report.flow import Flow, Ratings
from jinlin.report.period import Period
from jinlin.store.tx import Reader

_MOVES: Final = """
    WITH period (n, start, stop, first_day, day_after, shift) AS
        (VALUES (?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?)),
    touched AS MATERIALIZED (
        SELECT id, reported_at FROM issue
        WHERE removed_at IS NULL AND +reported_at < (SELECT max(stop) FROM period)
        AND (closed_at IS NULL OR closed_at >= (SELECT min(start) FROM period)
             OR due_on >= (SELECT min(first_day) FROM period)
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
        FROM step WINDOW so_far AS (PARTITION BY issue_id ORDER BY position)),
    move AS (
        SELECT issue_id, position, what, moment, open - was_open AS change
        FROM dated WHERE open <> was_open)
    """
"""When each issue became open (+1) or closed (-1), in the order in which it was recorded.

An event dated before the one that was recorded ahead of it counts from that one's moment. Left
out are only issues that were settled for good before the first period began, so that the cost
follows the work of the months, not the size of the notebook; the unary plus and CROSS JOIN keep
SQLite from walking through all events for the same reason (200 000 issues: 0.2 s against 4 s).
"""

_FLOWS: Final = """
    SELECT p.n, c.group_code, CASE c.privacy WHEN 'secret' THEN NULL ELSE b.code END AS building,
        sum(CASE WHEN m.moment < p.start THEN m.change ELSE 0 END) AS carried_over,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'received') AS received,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'reopened') AS reopened,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'closed_solved') AS closed_solved,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'closed_unsolved')
            AS closed_unsolved,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'declined') AS declined,
        count(*) FILTER (WHERE m.moment >= p.start AND m.what = 'merged') AS merged,
        sum(m.change) AS open,
        sum(CASE WHEN i.due_on < p.day_after THEN m.change ELSE 0 END) AS overdue,
        count(*) FILTER (WHERE m.what = 'received' AND i.due_on >= p.first_day
            AND i.due_on < p.day_after) AS due,
        sum(CASE WHEN i.due_on >= p.first_day AND i.due_on < p.day_after AND m.what <> 'received'
                 AND m.moment < strftime('%Y-%m-%dT%H:%M:%SZ', i.due_on, '+1 day', p.shift)
            THEN -m.change ELSE 0 END) AS on_time
    FROM move AS m JOIN period AS p ON m.moment < p.stop
    JOIN issue AS i ON i.id = m.issue_id
    JOIN category AS c ON c.id = i.category_id
    LEFT JOIN building AS b ON b.id = i.building_id
    GROUP BY p.n, c.group_code, 3
    """

_RATINGS: Final = """,
    month AS (SELECT start, stop FROM period WHERE n = 1),
    settled AS (
        SELECT issue_id, what, change, moment, max(position) AS position
        FROM move JOIN month ON moment < stop GROUP BY issue_id),
    rated AS (
        SELECT issue_id, satisfaction, max(id)
        FROM issue_event JOIN month ON at >= start AND at < stop
        WHERE kind = 'rated' GROUP BY issue_id),
    said AS (
        SELECT issue_id, satisfaction AS rating FROM rated
        UNION ALL
        SELECT s.issue_id, 'unrated' FROM settled AS s JOIN month ON s.moment >= start
        WHERE s.change = -1 AND s.what NOT IN ('declined', 'merged')
        AND s.issue_id NOT IN (SELECT issue_id FROM rated))
    SELECT c.group_code, sum(rating = 'satisfied') AS satisfied,
        sum(rating = 'basically_satisfied') AS basically_satisfied,
        sum(rating = 'not_satisfied') AS not_satisfied, sum(rating = 'unrated') AS unrated
    FROM said JOIN issue AS i ON i.id = said.issue_id AND i.removed_at IS NULL
    JOIN category AS c ON c.id = i.category_id
    GROUP BY c.group_code
    """

_OPEN: Final = """,
    month AS (SELECT stop, shift FROM period WHERE n = 1),
    still_open AS (
        SELECT issue_id FROM move JOIN month ON moment < stop GROUP BY issue_id
        HAVING sum(change) = 1)
    SELECT i.year, i.number, c.group_code, g.name AS group_name, c.name AS category, c.privacy,
        i.private, b.code AS building, i.reported_at, i.due_on, s.name AS steward, i.handler,
        c.goes_to,
        strftime('%Y-%m-%dT%H:%M:%SZ', i.deferred_until, month.shift) < month.stop AS back,
        (SELECT e.to_status FROM issue_event AS e WHERE e.issue_id = i.id AND e.at < month.stop
         AND e.kind <> 'rated' AND e.to_status IS NOT NULL ORDER BY e.id DESC LIMIT 1) AS status
    FROM still_open JOIN month JOIN issue AS i ON i.id = still_open.issue_id
    JOIN category AS c ON c.id = i.category_id
    LEFT JOIN category AS g ON g.code = c.group_code
    LEFT JOIN building AS b ON b.id = i.building_id
    LEFT JOIN person AS s ON s.id = i.steward_id
    ORDER BY i.due_on IS NULL, i.due_on, i.year, i.number
    """


class IssuePart(NamedTuple):
    """What a report says of issues; see `PeriodFigures`."""

    groups: tuple[GroupFigures, ...]
    buildings: tuple[BuildingFigures, ...]
    previous: Flow
    open_issues: tuple[OpenIssue, ...]
    unlisted: int


def issue_part(reader: Reader, period: Period, *, before: Period) -> IssuePart:
    """Return the figures of a period's issues beside those of the month before."""
    periods = (*_bound(0, before, reader.clock), *_bound(1, period, reader.clock))
    cells = reader.rows(_MOVES + _FLOWS, periods)
    found = _open_issues(reader, period, periods)
    return IssuePart(
        groups=_groups(reader, cells, reader.rows(_MOVES + _RATINGS, periods)),
        buildings=_buildings(cells),
        previous=_flow(cell for cell in cells if cell["n"] == 0),
        open_issues=tuple(issue for issue in found if issue is not None),
        unlisted=found.count(None),
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


def _flow(cells: Iterable[sqlite3.Row]) -> Flow:
    return sum((Flow(**{name: cell[name] for name in _FLOW_FIELDS}) for cell in cells), Flow())


def _groups(
    reader: Reader, cells: Sequence[sqlite3.Row], ratings: Sequence[sqlite3.Row]
) -> tuple[GroupFigures, ...]:
    """Return the groups of categories in the order of the database."""
    said = {
        row["group_code"]: Ratings(
            satisfied=row["satisfied"],
            basically_satisfied=row["basically_satisfied"],
            not_satisfied=row["not_satisfied"],
            unrated=row["unrated"],
        )
        for row in ratings
    }
    rows = reader.rows(
        "SELECT c.group_code, coalesce(max(g.name), c.group_code) AS name FROM category AS c"
        " LEFT JOIN category AS g ON g.code = c.group_code"
        " GROUP BY c.group_code ORDER BY c.group_code = 'other', min(c.id)"
    )
    return tuple(
        GroupFigures(
            group=row["group_code"],
            name=row["name"],
            flow=_flow(c for c in cells if c["n"] == 1 and c["group_code"] == row["group_code"]),
            ratings=said.get(row["group_code"], Ratings()),
            received_before=sum(
                c["received"] for c in cells if c["n"] == 0 and c["group_code"] == row["group_code"]
            ),
        )
        for row in rows
    )


def _buildings(cells: Sequence[sqlite3.Row]) -> tuple[BuildingFigures, ...]:
    """Return the buildings where something happened, 2 before 10, what belongs to none last."""
    codes = {cell["building"] for cell in cells if cell["n"] == 1}
    flows = [
        BuildingFigures(
            building=code, flow=_flow(c for c in cells if c["n"] == 1 and c["building"] == code)
        )
        for code in sorted(codes, key=_as_counted)
    ]
    return tuple(figures for figures in flows if not figures.flow.idle)


def _as_counted(code: str | None) -> tuple[bool, bool, int, str]:
    number = int(code) if code is not None and code.isdecimal() else 0
    return code is None, number == 0, number, code or ""


def _open_issues(
    reader: Reader, period: Period, periods: Sequence[object]
) -> list[OpenIssue | None]:
    """Return what was open at the end, the longest overdue first; None for a secret one."""
    return [
        None if row["privacy"] == "secret" else _open_issue(row, period, reader.clock)
        for row in reader.rows(_MOVES + _OPEN, periods)
    ]


def _open_issue(row: sqlite3.Row, period: Period, clock: Clock) -> OpenIssue:
    private = bool(row["private"]) or row["privacy"] == "private"
    reported_on = clock.local(row["reported_at"]).date()
    due_on = _day(row["due_on"])
    return OpenIssue(
        number=issue_label(row["year"], row["number"]),
        group=row["group_code"],
        group_name=row["group_name"] or row["group_code"],
        category=None if private else row["category"],
        building=None if private else row["building"],
        reported_on=reported_on,
        due_on=due_on,
        days=max(0, (period.last_day - reported_on).days),
        overdue=due_on is not None and due_on < period.day_after,
        status=_status(row),
        responsible=row["steward"] or (discreet(row["handler"]) if row["handler"] else None),
        goes_to=row["goes_to"],
    )


def _status(row: sqlite3.Row) -> str:
    """Return the status at the end; what was deferred until a day of the past is back by itself."""
    status = row["status"] or Status.REPORTED
    return Status.IN_PROGRESS if status == Status.DEFERRED and row["back"] else status


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
