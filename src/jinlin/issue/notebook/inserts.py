"""A notebook written at once (bulk insert): the issues, then the steps of their lives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

from jinlin.core.clock import Clock
from jinlin.issue.notebook.notebook_rows import NotebookRow
from jinlin.issue.notebook.numbered import recorded, reserve
from jinlin.issue.record.actions import COUNTER
from jinlin.issue.record.dates import columns
from jinlin.issue.record.evaluation import satisfaction_days
from jinlin.issue.rules.danger import Danger, danger_in
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import CLOSED, Status, ending_step
from jinlin.store.transaction.tx import Tx

ISSUE_COLUMNS: Final = (
    "year", "number", "title", "category_id", "place", "building_id", "household_id", "reporter",
    "reporter_phone", "on_behalf_of", "accused", "channel", "urgency", "private", "status",
    "reported_at", "respond_by", "due_on", "warn_on", "raise_on", "deferred_until", "level",
    "level_since", "steward_id", "handler", "closed_at", "solved_at", "ask_on", "result",
    "satisfaction", "satisfaction_reason", "public_title", "offer_id",
    "paid",
)  # fmt: skip


EVENT_COLUMNS: Final = (
    "issue_id", "at", "kind", "from_status", "to_status", "satisfaction", "person_id", "note",
    "user",
)  # fmt: skip


LEVELS: Final[Mapping[Status, Level]] = {
    Status.ESCALATED: Level.COMMUNITY,
    Status.DEPARTMENTS_CALLED: Level.STREET,
    Status.DEPARTMENTS_ARRIVED: Level.STREET,
}
"""The lowest rung on which an issue of such a status can be; notebooks do not say more."""


def insert_issues(tx: Tx, new: Sequence[NotebookRow]) -> list[tuple[int, int]]:
    """Insert the issues, then the steps of their lives.

    Returns:
        The year and number of each.
    """
    people = _people(tx)
    ask_after = timedelta(days=satisfaction_days(tx).days)
    first_id = tx.next_id("issue")
    numbers = list(_numbers(tx, new))
    tx.insert_many(
        "issue",
        ("id", *ISSUE_COLUMNS),
        (
            (
                first_id + place,
                *label,
                *_values(issue, people.get(issue.handler or ""), tx.clock, ask_after),
            )
            for place, (issue, label) in enumerate(zip(new, numbers, strict=True))
        ),
    )
    tx.insert_many(
        "issue_event",
        EVENT_COLUMNS,
        (
            (first_id + place, *values, tx.user)
            for place, issue in enumerate(new)
            for values in _steps(issue, people.get(issue.handler or ""), tx.clock.stamp)
        ),
    )
    ids = {label: first_id + place for place, label in enumerate(numbers)}
    for issue, label in zip(new, numbers, strict=True):
        if issue.merged_into is not None:
            other = ids.get(issue.merged_into) or recorded(tx, issue.merged_into)
            tx.update("issue", ids[label], merged_into=other)
    return numbers


def _numbers(tx: Tx, new: Sequence[NotebookRow]) -> Iterator[tuple[int, int]]:
    """Return the year and the number of each; those of a year are reserved at once."""
    reserve(tx, [issue.number for issue in new if issue.number is not None])
    counts = Counter(issue.reported.year for issue in new if issue.number is None)
    following = {
        year: tx.next_numbers(COUNTER.format(year=year), count) for year, count in counts.items()
    }
    for issue in new:
        if issue.number is not None:
            yield issue.number
            continue
        year = issue.reported.year
        yield year, following[year]
        following[year] += 1


def _people(tx: Tx) -> dict[str, int]:
    """Return the people whose names are unique."""
    rows = tx.rows(
        "SELECT name, min(id) AS id FROM person WHERE removed_at IS NULL"
        " GROUP BY name HAVING count(*) = 1"
    )
    return {row["name"]: row["id"] for row in rows}


def _values(
    issue: NotebookRow, steward: int | None, clock: Clock, ask_after: timedelta
) -> tuple[object, ...]:
    """Return the columns after year and number."""
    over, secret = issue.status in CLOSED, issue.category.secret
    harm = issue.private is None and danger_in(issue.title) is Danger.HARM
    private = issue.private or issue.category.makes_private or harm
    days: dict[str, str | None] = {**columns(issue.dates)}
    if issue.status is not Status.REPORTED:
        days["respond_by"] = None  # somebody took it on; no notebook says when
    return (
        issue.title, issue.category.id, issue.place, issue.where.building_id,
        issue.where.household_id, issue.reporter, issue.phone, issue.on_behalf_of, issue.accused,
        issue.channel, issue.urgency, int(private), issue.status, issue.reported_at,
        *days.values(), issue.deferred_until,
        LEVELS.get(issue.status, Level.COMPLEX), issue.reported_at,
        None if secret else steward, None if steward or secret else issue.handler,
        issue.closed_at, issue.closed_at if issue.status is Status.CLOSED_SOLVED else None,
        _ask_on(issue, clock, ask_after), issue.result if over else None, issue.satisfaction,
        issue.satisfaction_reason, issue.public_title, *issue.order,
    )  # fmt: skip


def _ask_on(issue: NotebookRow, clock: Clock, after: timedelta) -> str | None:
    """Return the day on which the resident is to be asked; nobody is asked about long ago."""
    if issue.closed_at is None or issue.status is Status.DECLINED or issue.satisfaction:
        return None
    day = clock.local(issue.closed_at).date() + after
    return day.isoformat() if day >= clock.today else None


def _steps(issue: NotebookRow, steward: int | None, now: str) -> Iterator[tuple[object, ...]]:
    """Return the life of an issue as far as the notebook tells it: when, what, and so on."""
    status = Status.REPORTED
    yield issue.reported_at, EventKind.REPORTED, None, status, None, None, None
    if issue.handler and not issue.category.secret:
        body = None if steward else issue.handler
        if issue.status is Status.REPORTED:
            yield issue.reported_at, EventKind.ASSIGNED, None, None, None, steward, body
        else:
            after = Status.IN_PROGRESS
            yield issue.reported_at, EventKind.ASSIGNED, status, after, None, steward, body
            status = after
    if issue.closed_at is None:
        if issue.status is not status or issue.result:
            changed = (status, issue.status) if issue.status is not status else (None, None)
            kind = EventKind.DEFERRED if issue.status is Status.DEFERRED else EventKind.NOTED
            yield now, kind, *changed, None, None, issue.result
        return
    end, text = ending_step(issue.status), issue.result
    if issue.merged_into is not None:
        end, text = EventKind.MERGED, issue_label(*issue.merged_into)
    yield issue.closed_at, end, status, issue.status, None, None, text
    if issue.satisfaction:
        yield (
            issue.closed_at, EventKind.RATED, None, None, issue.satisfaction, None,
            issue.satisfaction_reason,
        )  # fmt: skip
