"""A whole notebook into the database: past dates, statuses and ratings come along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final, NamedTuple

from jinlin.core.clock import Clock
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, Message
from jinlin.core.text import compact
from jinlin.exchange.table.rows import Row, RowError
from jinlin.issue.notebook.lookup import Lookup
from jinlin.issue.notebook.notebook_rows import NotebookRow, read_notebook_row
from jinlin.issue.notebook.numbered import NumberedRow, place_numbered, recorded, reserve
from jinlin.issue.notebook.state_cells import number_in
from jinlin.issue.record.actions import COUNTER
from jinlin.issue.record.dates import columns
from jinlin.issue.record.evaluation import satisfaction_days
from jinlin.issue.record.queries import IssueRow, find
from jinlin.issue.record.whereabouts import Place
from jinlin.issue.rules.danger import Danger, danger_in
from jinlin.issue.rules.issues import EventKind
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import CLOSED, Status, ending_step
from jinlin.output.importing.outcome import Outcome, Rejected, rejected
from jinlin.store.transaction.tx import Tx

ISSUE_COLUMNS: Final = (
    "year", "number", "title", "category_id", "place", "building_id", "household_id", "reporter",
    "reporter_phone", "on_behalf_of", "accused", "channel", "urgency", "private", "status",
    "reported_at", "respond_by", "due_on", "warn_on", "raise_on", "deferred_until", "level",
    "level_since", "steward_id", "handler", "closed_at", "solved_at", "ask_on", "result",
    "satisfaction", "satisfaction_reason", "public_title",
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

Key = tuple[str, str, str]


class DuplicateRow(NamedTuple):
    """A row that says what is recorded, or what another row says.

    Attributes:
        row: which one, counted from 0.
        number: the issue that says it already; empty where it is another row.
        other: the row that says the same, counted from 0; None where it is an issue.
    """

    row: int
    number: str = ""
    other: int | None = None


class Imported(NamedTuple):
    """What came of a notebook.

    Attributes:
        outcome: how many rows went where.
        unsorted: how many of the added ones had no category and are under the last one.
        numbers: year and number of what was added, in the order of the reports.
        added: what was added, in the same order.
        copies: the rows that were not added because they say the same again.
    """

    outcome: Outcome
    unsorted: int
    numbers: Sequence[tuple[int, int]]
    added: Sequence[NotebookRow]
    copies: Sequence[DuplicateRow] = ()


def import_issues(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Imported:
    """Take a notebook; what is there already (same day, title and place) stays as it is.

    Issues are numbered in the year of their report, in the order of their reports. A row that has a
    number, as exported ones do, is the issue of that number: added under it, or brought up to date.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
    """
    read, numbered, refused = _read(tx, rows)
    placed = place_numbered(tx, numbered)
    imported = take_in(tx, [*read, *placed.new], [*refused, *placed.refused])
    outcome = imported.outcome._replace(
        changed=placed.changed, unchanged=imported.outcome.unchanged + placed.unchanged
    )
    counts: dict[str, Any] = {"added": outcome.added, "changed": outcome.changed, **origin}
    tx.describe(
        Message(
            N_("Imported issues: {added} added, {changed} changed (from {source}, basis {basis})")
            if outcome.changed
            else N_("Imported issues: {added} added (from {source}, basis {basis})"),
            counts,
        ),
        reverse=Message(
            N_("take back the import of issues: {added} added, {changed} changed")
            if outcome.changed
            else N_("take back the import of issues: {added} added"),
            counts,
        ),
    )
    return imported._replace(outcome=outcome)


def take_in(tx: Tx, read: Sequence[NotebookRow], refused: Sequence[Rejected]) -> Imported:
    """Record what was read, but for what is there already, and for rows that are wholly equal.

    Args:
        tx: the transaction.
        read: the issues.
        refused: the rows that could not be read, for the outcome.
    """
    known = _known(tx, read)
    first: dict[NotebookRow, int] = {}
    copies: list[DuplicateRow] = []
    for row, issue in enumerate(read):
        number = _number_of(issue, known.get(_key(issue), ()))
        if number and issue.number is None:
            copies.append(DuplicateRow(row, number))
        elif first.setdefault(issue, row) != row:
            copies.append(DuplicateRow(row, other=first[issue]))
    added = sorted(first, key=lambda issue: issue.reported_at)
    return Imported(
        outcome=Outcome(
            added=len(added), unchanged=len(read) - len(added), rejected=tuple(refused)
        ),
        unsorted=sum(not issue.sorted for issue in added),
        numbers=_write(tx, added),
        added=added,
        copies=copies,
    )


def _read(
    tx: Tx, rows: Iterable[Row]
) -> tuple[list[NotebookRow], list[NumberedRow], list[Rejected]]:
    """Return the issues without a number, the rows with one, and what cannot be read."""
    register = Lookup.of(tx)
    read: list[NotebookRow] = []
    numbered: list[NumberedRow] = []
    refused: list[Rejected] = []
    for row in rows:
        try:
            issue = read_notebook_row(row, register, _here(tx, row))
        except RowError as error:
            refused.append(rejected(row, error.problem))
            continue
        if issue.number is None and issue.merged_into is None:
            read.append(issue)
        else:
            numbered.append(NumberedRow(row, issue))
    return read, numbered, refused


def _here(tx: Tx, row: Row) -> IssueRow | None:
    """Return the issue of a row's number, where the row does not say everything itself."""
    number = number_in(row, "number")
    if number is None or (row.text("reported_at") and row.text("title")):
        return None
    with suppress(NotFoundError):
        return find(tx, issue_label(*number))
    return None


def _key(issue: NotebookRow) -> Key:
    return issue.reported.date().isoformat(), compact(issue.title), compact(issue.place or "")


def _number_of(issue: NotebookRow, recorded: Iterable[tuple[Place, str]]) -> str:
    """Return the number of the issue that says the same of a place that may be the same."""
    for where, number in recorded:
        pairs = zip(where, issue.where, strict=True)
        if all(one is None or other is None or one == other for one, other in pairs):
            return number
    return ""


def _known(tx: Tx, read: Sequence[NotebookRow]) -> dict[Key, list[tuple[Place, str]]]:
    """Return what is recorded of the days the notebook is about, each with where and number."""
    found: dict[Key, list[tuple[Place, str]]] = {}
    if not read:
        return found
    days = sorted(issue.reported.date() for issue in read)
    for row in tx.rows(
        "SELECT year, number, reported_at, title, place, building_id, household_id FROM issue"
        " WHERE removed_at IS NULL AND reported_at >= ? AND reported_at < ? ORDER BY id",
        (tx.clock.moment(days[0]), tx.clock.moment(days[-1] + timedelta(days=1))),
    ):
        day = tx.clock.local(row["reported_at"]).date().isoformat()
        key = day, compact(row["title"]), compact(row["place"] or "")
        where = Place(row["building_id"], row["household_id"])
        found.setdefault(key, []).append((where, issue_label(row["year"], row["number"])))
    return found


def _write(tx: Tx, new: Sequence[NotebookRow]) -> list[tuple[int, int]]:
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
    private = issue.private or issue.category.privacy != "open" or harm
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
        issue.satisfaction_reason, issue.public_title,
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
