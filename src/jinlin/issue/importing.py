"""A whole notebook into the database: past dates, statuses and ratings come along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from jinlin.core.i18n import N_, Message
from jinlin.core.text import compact
from jinlin.exchange.rows import Row, RowError
from jinlin.issue.actions import COUNTER
from jinlin.issue.categories import categories
from jinlin.issue.notebook import NotebookRow, Register, read_notebook_row
from jinlin.issue.places import place_in_words
from jinlin.issue.rules import EventKind, Urgency
from jinlin.issue.statuses import CLOSED, Status
from jinlin.output.importing import Outcome, Rejected, rejected
from jinlin.store.tx import Tx

ISSUE_COLUMNS: Final = (
    "year", "number", "title", "category_id", "place", "building_id", "reporter",
    "reporter_phone", "channel", "urgency", "private", "status", "reported_at", "due_on",
    "steward_id", "handler", "closed_at", "result", "satisfaction",
)  # fmt: skip
EVENT_COLUMNS: Final = (
    "issue_id", "at", "kind", "from_status", "to_status", "satisfaction", "person_id", "note",
    "user",
)  # fmt: skip

Key = tuple[str, str, str]


class Imported(NamedTuple):
    """What came of a notebook.

    Attributes:
        outcome: how many rows went where.
        unsorted: how many of the added ones had no category and are under the last one.
    """

    outcome: Outcome
    unsorted: int


def import_issues(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Imported:
    """Take a notebook; what is there already (same day, title and place) stays as it is.

    Issues are numbered in the year of their report, in the order of their reports.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
    """
    read, refused = _read(tx, rows)
    known = _known(tx, read)
    new: dict[Key, NotebookRow] = {}
    for issue in sorted(read, key=lambda issue: issue.reported_at):
        if _key(issue) not in known:
            new.setdefault(_key(issue), issue)
    _write(tx, list(new.values()))
    added = len(new)
    counts: dict[str, Any] = {"added": added, **origin}
    tx.describe(
        Message(N_("Imported issues: {added} added (from {source}, basis {basis})"), counts),
        reverse=Message(N_("take back the import of issues: {added} added"), counts),
    )
    return Imported(
        outcome=Outcome(added=added, unchanged=len(read) - added, rejected=tuple(refused)),
        unsorted=sum(not issue.sorted for issue in new.values()),
    )


def _read(tx: Tx, rows: Iterable[Row]) -> tuple[list[NotebookRow], list[Rejected]]:
    buildings = tx.rows("SELECT code, id FROM building WHERE removed_at IS NULL")
    register = Register(categories(tx), {row["code"]: row["id"] for row in buildings}, tx.clock)
    read: list[NotebookRow] = []
    refused: list[Rejected] = []
    for row in rows:
        try:
            read.append(read_notebook_row(row, register))
        except RowError as error:
            refused.append(rejected(row, error.problem))
    return read, refused


def _key(issue: NotebookRow) -> Key:
    return issue.reported.date().isoformat(), compact(issue.title), compact(issue.place or "")


def _known(tx: Tx, read: Sequence[NotebookRow]) -> set[Key]:
    """Return what is recorded of the days the notebook is about."""
    if not read:
        return set()
    days = sorted(issue.reported.date() for issue in read)
    return {
        (
            tx.clock.local(row["reported_at"]).date().isoformat(),
            compact(row["title"]),
            compact(row["place"] or ""),
        )
        for row in tx.rows(
            "SELECT reported_at, title, place FROM issue WHERE removed_at IS NULL"
            " AND reported_at >= ? AND reported_at <= ?",
            (tx.clock.moment(days[0]), tx.clock.moment(days[-1], 23, 59)),
        )
    }


def _write(tx: Tx, new: Sequence[NotebookRow]) -> None:
    """Insert the issues, then the steps of their lives."""
    people = _people(tx)
    last = tx.value("SELECT ifnull(max(id), 0) FROM issue")
    numbers = [
        (issue.reported.year, tx.next_number(COUNTER.format(year=issue.reported.year)))
        for issue in new
    ]
    tx.insert_many(
        "issue",
        ISSUE_COLUMNS,
        (
            _issue_values(
                issue, year, number, people.get(issue.handler or ""), _building(tx, issue)
            )
            for issue, (year, number) in zip(new, numbers, strict=True)
        ),
    )
    ids = {
        (row["year"], row["number"]): row["id"]
        for row in tx.rows("SELECT id, year, number FROM issue WHERE id > ?", (last,))
    }
    tx.insert_many(
        "issue_event",
        EVENT_COLUMNS,
        (
            (ids[label], *values, tx.user)
            for issue, label in zip(new, numbers, strict=True)
            for values in _steps(issue, people.get(issue.handler or ""), tx.clock.stamp)
        ),
    )


def _people(tx: Tx) -> dict[str, int]:
    """Return the people whose names are unique."""
    rows = tx.rows(
        "SELECT name, min(id) AS id FROM person WHERE removed_at IS NULL"
        " GROUP BY name HAVING count(*) = 1"
    )
    return {row["name"]: row["id"] for row in rows}


def _building(tx: Tx, issue: NotebookRow) -> int | None:
    if issue.building_id is not None or issue.place is None:
        return issue.building_id
    return place_in_words(tx, issue.place).building_id


def _issue_values(
    issue: NotebookRow, year: int, number: int, steward: int | None, building: int | None
) -> tuple[object, ...]:
    over = issue.status in CLOSED
    return (
        year, number, issue.title, issue.category.id, issue.place, building, issue.reporter,
        issue.phone, issue.channel, Urgency.NORMAL, int(issue.category.privacy != "open"),
        issue.status, issue.reported_at, issue.due_on.isoformat(),
        steward, None if steward else issue.handler, issue.closed_at,
        issue.result if over else None, issue.satisfaction,
    )  # fmt: skip


def _steps(issue: NotebookRow, steward: int | None, now: str) -> Iterator[tuple[object, ...]]:
    """Return the life of an issue as far as the notebook tells it: when, what, and so on."""
    status = Status.REPORTED
    yield issue.reported_at, EventKind.REPORTED, None, status, None, None, None
    if issue.handler:
        body = None if steward else issue.handler
        after = Status.IN_PROGRESS
        yield issue.reported_at, EventKind.ASSIGNED, status, after, None, steward, body
        status = after
    if issue.closed_at is None:
        if issue.status is not status or issue.result:
            changed = (status, issue.status) if issue.status is not status else (None, None)
            yield now, EventKind.NOTED, *changed, None, None, issue.result
        return
    yield issue.closed_at, EventKind.CLOSED, status, issue.status, None, None, issue.result
    if issue.satisfaction:
        yield issue.closed_at, EventKind.RATED, None, None, issue.satisfaction, None, None
