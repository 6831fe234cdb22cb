"""Questions about one issue: which is meant, and what became of it."""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.issue.numbers import issue_label, parse_number
from jinlin.issue.rules import Channel, EventKind, Satisfaction, Urgency
from jinlin.issue.statuses import CLOSED, Status
from jinlin.store.tx import Reader


class IssueRow(NamedTuple):
    """One issue with the names of what it refers to.

    Attributes:
        year: the year it was reported in, the first half of its number.
        category: the category's name.
        group_code: the code of the category's group.
        building: the building's code.
        entrance: of the household, if one is named.
        room: of the household, if one is named.
        reported_at: the moment as the database keeps it.
        due_on: the due date as ISO text.
        steward_id: the person in charge.
        steward: the name of the person in charge.
        handler: a body in charge, in words.
        closed_at: the moment as the database keeps it; None while it is open.
    """

    id: int
    year: int
    number: int
    title: str
    category_id: int
    category: str
    category_code: str
    group_code: str
    place: str | None
    building_id: int | None
    building: str | None
    household_id: int | None
    entrance: str | None
    room: str | None
    reporter: str | None
    reporter_phone: str | None
    channel: Channel
    urgency: Urgency
    private: bool
    status: Status
    reported_at: str
    due_on: str | None
    steward_id: int | None
    steward: str | None
    handler: str | None
    closed_at: str | None
    result: str | None
    satisfaction: Satisfaction | None

    @property
    def label(self) -> str:
        """The number as people read it: `2026-0007`."""
        return issue_label(self.year, self.number)

    @property
    def closed(self) -> bool:
        """Whether nothing more is to be done."""
        return self.status in CLOSED

    def overdue(self, today: str) -> bool:
        """Return whether it is open and its due date has passed.

        Args:
            today: the civil day as ISO text.
        """
        return not self.closed and self.due_on is not None and self.due_on < today


class EventRow(NamedTuple):
    """One step in the life of an issue.

    Attributes:
        at: the moment as the database keeps it.
        user: who wrote it down.
        from_status: None where the status did not change.
        person: the name of the person it was given to.
        note: what was said; for `edited`, the fields as JSON.
    """

    at: str
    kind: EventKind
    user: str
    from_status: Status | None
    to_status: Status | None
    satisfaction: Satisfaction | None
    person: str | None
    note: str | None


ISSUES: Final = """
    SELECT i.id, i.year, i.number, i.title, i.category_id, c.name AS category,
           c.code AS category_code, c.group_code, i.place, i.building_id, b.code AS building,
           i.household_id, h.entrance, h.room, i.reporter, i.reporter_phone, i.channel, i.urgency,
           i.private, i.status, i.reported_at, i.due_on, i.steward_id, p.name AS steward,
           i.handler, i.closed_at, i.result, i.satisfaction
    FROM issue AS i
    LEFT JOIN category AS c ON c.id = i.category_id
    LEFT JOIN building AS b ON b.id = i.building_id
    LEFT JOIN household AS h ON h.id = i.household_id
    LEFT JOIN person AS p ON p.id = i.steward_id
    WHERE i.removed_at IS NULL"""
"""All issues with the names of what they refer to; more conditions may follow."""


def issue_of(row: sqlite3.Row) -> IssueRow:
    """Return a row of `ISSUES` as an issue."""
    values = dict(row)
    return IssueRow(
        **values
        | {
            "channel": Channel(values["channel"]),
            "urgency": Urgency(values["urgency"]),
            "status": Status(values["status"]),
            "private": bool(values["private"]),
            "satisfaction": values["satisfaction"] and Satisfaction(values["satisfaction"]),
        }
    )


def find(reader: Reader, text: str) -> IssueRow:
    """Return the issue a number means; without a year, this year's.

    Raises:
        UsageError: it is no number of an issue.
        NotFoundError: there is none.
    """
    year, number = parse_number(text)
    found = _numbered(reader, year or reader.clock.today.year, number)
    if found is not None:
        return found
    before = None if year else _last_years(reader, number)
    raise NotFoundError(
        _("There is no issue {number}.").format(
            number=issue_label(year or reader.clock.today.year, number)
        ),
        hint=_("Did you mean last year's? Write {number}.").format(number=before.label)
        if before
        else _("See: jinlin issue list"),
    )


def offered(reader: Reader, number: int) -> IssueRow | None:
    """Return last year's issue of this number, where this year has none."""
    if _numbered(reader, reader.clock.today.year, number) is not None:
        return None
    return _last_years(reader, number)


def _last_years(reader: Reader, number: int) -> IssueRow | None:
    return _numbered(reader, reader.clock.today.year - 1, number)


def _numbered(reader: Reader, year: int, number: int) -> IssueRow | None:
    row = reader.row(f"{ISSUES} AND i.year = ? AND i.number = ?", (year, number))
    return issue_of(row) if row is not None else None


def events(reader: Reader, issue_id: int) -> list[EventRow]:
    """Return the life of an issue, the first step first."""
    return [
        EventRow(
            at=row["at"],
            kind=EventKind(row["kind"]),
            user=row["user"],
            from_status=row["from_status"] and Status(row["from_status"]),
            to_status=row["to_status"] and Status(row["to_status"]),
            satisfaction=row["satisfaction"] and Satisfaction(row["satisfaction"]),
            person=row["person"],
            note=row["note"],
        )
        for row in reader.rows(
            "SELECT e.*, p.name AS person FROM issue_event AS e"
            " LEFT JOIN person AS p ON p.id = e.person_id"
            " WHERE e.issue_id = ? ORDER BY e.at, e.id",
            (issue_id,),
        )
    ]


def last_turn(reader: Reader, issue_id: int) -> str:
    """Return the moment from which an issue is open: its report, or the last reopening."""
    return str(
        reader.value(
            "SELECT max(at) FROM issue_event WHERE issue_id = ?"
            " AND kind IN ('reported', 'reopened')",
            (issue_id,),
        )
    )


def has_handler(reader: Reader, text: str) -> bool:
    """Return whether any issue is in the hands of a body called so."""
    sql = "SELECT 1 FROM issue WHERE handler = ? AND removed_at IS NULL LIMIT 1"
    return reader.value(sql, (text,)) is not None
