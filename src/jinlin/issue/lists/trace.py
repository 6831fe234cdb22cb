"""The whole life of one issue: each step, the time since the one before, how long all took."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from jinlin.issue.record.life import EventRow
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.durations import Took, time_between
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.statuses import Status
from jinlin.store.transaction.tx import Reader


class TracedStep(NamedTuple):
    """One step of a life.

    Attributes:
        event: what was done.
        at: when, in civil time.
        seconds: since the step before; 0 for the first, and where it was recorded later but dated
            before.
    """

    event: EventRow
    at: datetime
    seconds: int


class DepartmentCall(NamedTuple):
    """A department that the street called, and whether it came.

    Attributes:
        called_at: when it was called, in civil time.
        lead: the department that leads.
        department: which one this is.
        arrived_at: when it came, in civil time; None while it has not.
        took: from the call until it came; None while it has not.
        who_came: as it was written down.
        result: what came of it.
        score: from 1 to 5.
        scored_by: the stored word of who scored.
    """

    called_at: datetime
    lead: str
    department: str
    arrived_at: datetime | None
    took: Took | None
    who_came: str | None
    result: str | None
    score: int | None
    scored_by: str | None


class Durations(NamedTuple):
    """How long it took from the report; None while it has not come to that.

    The definitions are those of `counts.Figures`.
    """

    accept: Took | None
    solve: Took | None
    close: Took | None


def steps(reader: Reader, events: Sequence[EventRow]) -> list[TracedStep]:
    """Return the steps of a life with the time between them.

    Args:
        reader: the database.
        events: in their order.
    """
    found: list[TracedStep] = []
    for event in events:
        at = reader.clock.local(event.at)
        since = int((at - found[-1].at).total_seconds()) if found else 0
        found.append(TracedStep(event, at, max(0, since)))
    return found


_TAKEN: Final = frozenset({EventKind.ACCEPTED, EventKind.VISITED})
_ENDED: Final = frozenset({EventKind.CLOSED, EventKind.DECLINED, EventKind.MERGED})


def durations(reader: Reader, issue: IssueRow, events: Sequence[EventRow]) -> Durations:
    """Return how long it took until an issue was accepted, solved and closed.

    Args:
        reader: the database.
        issue: which one.
        events: its life, in order.
    """
    first = next((event for event in events if event.kind in _TAKEN | _ENDED), None)
    solved = issue.solved_at or (issue.closed_at if issue.status is Status.CLOSED_SOLVED else None)
    closed = issue.closed_at if issue.status is not Status.DECLINED else None
    return Durations(
        accept=_between(
            reader, issue.reported_at, first.at if first and first.kind in _TAKEN else None
        ),
        solve=_between(reader, issue.reported_at, solved),
        close=_between(reader, issue.reported_at, closed),
    )


def _between(reader: Reader, start: str, end: str | None) -> Took | None:
    return None if end is None else time_between(reader.clock, start, end)


def arrivals(reader: Reader, issue_id: int) -> list[DepartmentCall]:
    """Return the departments that were called for an issue, call by call."""
    local = reader.clock.local
    return [
        DepartmentCall(
            called_at=local(row["called_at"]),
            lead=row["lead"],
            department=row["department"],
            arrived_at=local(row["arrived_at"]) if row["arrived_at"] else None,
            took=_between(reader, row["called_at"], row["arrived_at"]),
            who_came=row["who_came"],
            result=row["result"],
            score=row["score"],
            scored_by=row["scored_by"],
        )
        for row in reader.rows(
            "SELECT s.called_at, s.lead, d.* FROM street_call AS s"
            " JOIN called_department AS d ON d.call_id = s.id"
            " WHERE s.issue_id = ? ORDER BY s.called_at, s.id, d.id",
            (issue_id,),
        )
    ]
