"""The life of an issue (event log): its steps, with being back by itself, which nobody takes."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.issue.rules.statuses import Status
from jinlin.store.transaction.tx import Reader


class EventRow(NamedTuple):
    """One step in the life of an issue.

    Attributes:
        at: the moment as the database keeps it.
        user: who wrote it down.
        from_status: None where the status did not change.
        person: the name of the person it was given to.
        note: what was said; for `edited`, the fields as JSON.
        reference: the record of a higher room that decided it, such as `M12-3`.
    """

    at: str
    kind: EventKind
    user: str
    from_status: Status | None
    to_status: Status | None
    satisfaction: Satisfaction | None
    person: str | None
    note: str | None
    reference: str | None


def events(reader: Reader, issue: IssueRow) -> list[EventRow]:
    """Return the life of an issue, the first step first; being back by itself is one of them."""
    steps = [
        EventRow(
            at=row["at"],
            kind=EventKind(row["kind"]),
            user=row["user"],
            from_status=row["from_status"] and Status(row["from_status"]),
            to_status=row["to_status"] and Status(row["to_status"]),
            satisfaction=row["satisfaction"] and Satisfaction(row["satisfaction"]),
            person=row["person"],
            note=_in_words(row["kind"], row["note"]),
            reference=row["reference"],
        )
        for row in reader.rows(
            "SELECT e.*, p.name AS person FROM issue_event AS e"
            " LEFT JOIN person AS p ON p.id = e.person_id"
            " WHERE e.issue_id = ? ORDER BY e.at, e.id",
            (issue.id,),
        )
    ]
    return [*steps, *_return(reader, issue)]


def _in_words(kind: str, note: str | None) -> str | None:
    """Return a note in the user's language where it begins with a level, in whichever it was."""
    if kind != EventKind.ESCALATED or note is None:
        return note
    said, mark, request = note.partition("；")
    level = Level.said(said)
    return note if level is None else f"{level.label}{mark}{request}"


def _return(reader: Reader, issue: IssueRow) -> list[EventRow]:
    if not issue.back:
        return []
    return [
        EventRow(
            at=back_at(reader, issue),
            kind=EventKind.RESUMED,
            user="",
            from_status=Status.DEFERRED,
            to_status=issue.status,
            satisfaction=None,
            person=None,
            note=None,
            reference=None,
        )
    ]


def back_at(reader: Reader, issue: IssueRow) -> str:
    """Return the moment from which a deferred issue is back: its day as it begins."""
    return reader.clock.moment(date.fromisoformat(issue.deferred_until or ""))


def last_turn(reader: Reader, issue_id: int) -> str:
    """Return the moment from which an issue is open: its report, or the last reopening."""
    return str(
        reader.value(
            "SELECT max(at) FROM issue_event WHERE issue_id = ?"
            " AND kind IN ('reported', 'reopened')",
            (issue_id,),
        )
    )


def open_decisions(reader: Reader, issue: IssueRow) -> list[str]:
    """Return the numbers of the resolutions about an issue that nobody has settled: `M12-1`."""
    rows = reader.rows(
        "SELECT reference, min(id) FROM issue_event WHERE issue_id = ?1 AND kind = 'decided'"
        " AND reference GLOB 'M[0-9]*-[0-9]*' AND reference NOT IN"
        " (SELECT reference FROM issue_event WHERE issue_id = ?1 AND settles = 1)"
        " GROUP BY reference ORDER BY 2",
        (issue.id,),
    )
    return [row["reference"] for row in rows]
