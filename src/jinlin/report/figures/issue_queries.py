"""A period's issues from the database, in a fixed number of questions whatever its size."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.clock import Clock, kept_day
from jinlin.core.days.period import PassedStretch
from jinlin.issue.lists.spells import WENT, WENT_AS
from jinlin.issue.privacy.publicity import PUBLIC, TITLE_OUTSIDE
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.categories import UNSORTED
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import Status
from jinlin.output.listing.discretion import discreet
from jinlin.report.figures.figures import BuildingFigures, GroupFigures, OpenIssue
from jinlin.report.figures.flow_queries import DUE_ON, HELD, flow_of, flows, gather
from jinlin.report.figures.rating_queries import ratings_by
from jinlin.report.rules.flow import Flow, Ratings
from jinlin.store.transaction.tx import Reader

_OPEN: Final = f"""
    WITH still_open AS (
        SELECT issue_id FROM spell AS s JOIN period AS p ON p.n = 1
        WHERE {WENT} AND {WENT_AS} = 'open')
    SELECT i.year, i.number, CASE WHEN {PUBLIC} THEN {TITLE_OUTSIDE} END AS title,
        c.group_code, g.name AS group_name, c.name AS category, c.privacy,
        i.private, b.code AS building, i.reported_at, {DUE_ON} AS due_on,
        s.name AS steward, i.handler,
        strftime('%Y-%m-%dT%H:%M:%SZ', i.deferred_until, p.shift) < p.stop AS back,
        (SELECT e.to_status FROM issue_event AS e WHERE e.issue_id = i.id AND e.at < p.stop
         AND e.kind <> 'rated' AND e.to_status IS NOT NULL ORDER BY e.id DESC LIMIT 1) AS status
    FROM still_open JOIN period AS p ON p.n = 1 JOIN issue AS i ON i.id = still_open.issue_id
    {HELD}
    JOIN category AS c ON c.id = i.category_id
    LEFT JOIN category AS g ON g.code = c.group_code
    LEFT JOIN building AS b ON b.id = i.building_id
    LEFT JOIN person AS s ON s.id = i.steward_id
    ORDER BY {DUE_ON} IS NULL, {DUE_ON}, i.year, i.number
    """


class IssuePart(NamedTuple):
    """What a report says of issues; see `PeriodFigures`."""

    groups: tuple[GroupFigures, ...]
    buildings: tuple[BuildingFigures, ...]
    previous: Flow
    open_issues: tuple[OpenIssue, ...]
    unlisted: int
    ages: tuple[tuple[int, bool], ...]


def issue_part(reader: Reader, period: PassedStretch, *, before: PassedStretch) -> IssuePart:
    """Return the figures of a period's issues beside those of the month before."""
    gather(reader, (before, period))
    cells = flows(reader, ("group_code", "building"))
    found = _open_issues(reader, period)
    return IssuePart(
        groups=_groups(reader, cells, ratings_by(reader, "c.group_code")),
        buildings=_buildings(cells),
        previous=flow_of(cell for cell in cells if cell["n"] == 0),
        open_issues=tuple(issue for issue, secret in found if not secret),
        unlisted=sum(secret for _issue, secret in found),
        ages=tuple((issue.days, issue.overdue) for issue, _secret in found),
    )


def _groups(
    reader: Reader, cells: Sequence[sqlite3.Row], said: Mapping[str, Ratings]
) -> tuple[GroupFigures, ...]:
    """Return the groups in the database's order; 待归类 only where there is any."""
    rows = reader.rows(
        "SELECT c.group_code, coalesce(max(g.name), c.group_code) AS name FROM category AS c"
        " LEFT JOIN category AS g ON g.code = c.group_code"
        " GROUP BY c.group_code ORDER BY c.group_code = 'other', min(c.id)"
    )
    found = (
        GroupFigures(
            group=row["group_code"],
            name=row["name"],
            flow=flow_of(c for c in cells if c["n"] == 1 and c["group_code"] == row["group_code"]),
            ratings=said.get(row["group_code"], Ratings()),
            received_before=sum(
                c["received"] for c in cells if c["n"] == 0 and c["group_code"] == row["group_code"]
            ),
        )
        for row in rows
    )
    return tuple(
        group
        for group in found
        if group.group != UNSORTED
        or not (group.flow.idle and group.ratings == Ratings() and not group.received_before)
    )


def _buildings(cells: Sequence[sqlite3.Row]) -> tuple[BuildingFigures, ...]:
    """Return the buildings where something happened, 2 before 10, what belongs to none last."""
    codes = {cell["building"] for cell in cells if cell["n"] == 1}
    flows = [
        BuildingFigures(
            building=code, flow=flow_of(c for c in cells if c["n"] == 1 and c["building"] == code)
        )
        for code in sorted(codes, key=_as_counted)
    ]
    return tuple(figures for figures in flows if not figures.flow.idle)


def _as_counted(code: str | None) -> tuple[bool, bool, int, str]:
    number = int(code) if code is not None and code.isdecimal() else 0
    return code is None, number == 0, number, code or ""


def _open_issues(reader: Reader, period: PassedStretch) -> list[tuple[OpenIssue, bool]]:
    """Return what was open at the end, the longest overdue first, and whether it is secret."""
    rows = reader.rows(_OPEN)
    redactor = redactor_of(reader) if any(row["title"] for row in rows) else None

    def title(text: str | None) -> str | None:
        return redactor.text(text) if redactor and text else None

    return [
        (_open_issue(row, period, reader.clock, title(row["title"])), row["privacy"] == "secret")
        for row in rows
    ]


def _open_issue(
    row: sqlite3.Row, period: PassedStretch, clock: Clock, title: str | None
) -> OpenIssue:
    private = bool(row["private"]) or row["privacy"] == "private"
    reported_on = clock.local(row["reported_at"]).date()
    due_on = kept_day(row["due_on"])
    return OpenIssue(
        number=issue_label(row["year"], row["number"]),
        title=title,
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
    )


def _status(row: sqlite3.Row) -> str:
    """Return the status at the end; what was deferred until a day of the past is back by itself."""
    status = row["status"] or Status.REPORTED
    return Status.IN_PROGRESS if status == Status.DEFERRED and row["back"] else status
