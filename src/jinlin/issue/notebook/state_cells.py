"""How far an issue of a notebook is: its status, its days, and whether people are satisfied."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from jinlin.core.clock import Clock
from jinlin.core.days.said_days import parse_moment
from jinlin.core.i18n import _
from jinlin.exchange.table.rows import Row
from jinlin.exchange.table.serial_days import day_in_words
from jinlin.exchange.table.value_words import value_meaning
from jinlin.issue.notebook.lookup import Lookup
from jinlin.issue.record.categories import Category, promise_on
from jinlin.issue.rules.limits import Dates, check_due, dates_of
from jinlin.issue.rules.orders import IssueOrder
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.issue.rules.statuses import CLOSED, Status, means_merged, read_statuses
from jinlin.issue.rules.urgencies import Urgency, shortened

FINISHED: Final[Mapping[str, Status]] = {
    "是": Status.CLOSED_SOLVED,
    "√": Status.CLOSED_SOLVED,
    "否": Status.IN_PROGRESS,
}
"""What stands below `是否办结`."""
_USUAL: Final[tuple[Status, ...]] = (
    Status.IN_PROGRESS, Status.CLOSED_SOLVED, Status.CLOSED_UNSOLVED, *Status,
)  # fmt: skip
"""Of several statuses a word may stand for, the first of these: 在办, 已结, unsolved."""
Number = tuple[int, int]
"""The year and the number within it."""
_FRACTION = r"(:\d\d)\.\d+$"


def moment_in(text: str, clock: Clock) -> str:
    """Return the moment in a cell, to the second, as the database keeps it.

    Raises:
        UsageError: it cannot be read.
    """
    return parse_moment(re.sub(_FRACTION, r"\1", day_in_words(text)), clock)


def merged_in(row: Row) -> Number | None:
    """Return the number of the issue that this one says again; None where none is written."""
    return number_in(row, "merged_into") if means_merged(row.text("status")) else None


def number_in(row: Row, field: str) -> Number | None:
    """Return the year and number in a cell; None for anything else, as a notebook's own count."""
    match = re.fullmatch(r"(\d{4})-(\d{4,6})", row.text(field))
    return (int(match[1]), int(match[2])) if match and int(match[2]) else None


def status_in(row: Row) -> Status:
    """Return the status; where none is written, what the closing date and the handler tell.

    Raises:
        RowError: it is no status.
    """
    said = row.text("status")
    if means_merged(said):
        return Status.DECLINED
    if not said:
        if row.text("closed_at"):
            return Status.CLOSED_SOLVED
        return Status.IN_PROGRESS if row.text("handler") else Status.REPORTED
    if said in FINISHED:
        return FINISHED[said]
    found = row.read("status", lambda: read_statuses(said, whole=True))
    return next(status for status in _USUAL if status in found)


def closing_in(row: Row, status: Status, reported_at: str, clock: Clock) -> str | None:
    """Return when it was closed, on the day of the report not before it; None if it is not said.

    Raises:
        RowError: it cannot be read, or contradicts the status or the report.
    """
    said = row.text("closed_at")
    if status not in CLOSED:
        if said:
            raise row.error("closed_at", _("the status says that it is not closed"))
        return None
    if not said:
        return None
    moment = row.read("closed_at", lambda: moment_in(said, clock))
    if clock.local(moment).date() > clock.today:
        raise row.error("closed_at", _("“{text}” is in the future").format(text=said))
    if clock.local(moment).date() < clock.local(reported_at).date():
        raise row.error("closed_at", _("closed before it was reported"))
    return min(max(moment, reported_at), clock.stamp)


def check_ending(row: Row, status: Status, result: str | None) -> None:
    """Refuse a row that ends an issue and does not say when, why, or in which other it goes on.

    Raises:
        RowError: something of it is missing.
    """
    if means_merged(row.text("status")) and number_in(row, "merged_into") is None:
        raise row.error("merged_into", _("a merged issue needs the number of the other: 2026-0007"))
    if status in CLOSED and not row.text("closed_at"):
        raise row.error("closed_at", _("a closed issue needs the day on which it was closed"))
    if status is Status.CLOSED_UNSOLVED and not result:
        raise row.error("result", _("an issue that is closed unsolved needs the reason"))


def check_new(row: Row, status: Status, result: str | None, order: IssueOrder) -> None:
    """Refuse a new issue that ends as `check_ending` refuses, or pays for what nobody ordered.

    Raises:
        RowError: it is so.
    """
    check_ending(row, status, result)
    if order.offer_id is None and order.paid is not None:
        raise row.error("offer", _("something was paid: what was ordered?"))


def deferral_in(row: Row, status: Status, clock: Clock) -> date | None:
    """Return the day until which it rests; one without a year is the next.

    Raises:
        RowError: it cannot be read, or the status says that it does not rest.
    """
    if not row.text("deferred_until"):
        return None
    if status is not Status.DEFERRED:
        raise row.error("deferred_until", _("the status says that it is not deferred"))
    return row.day("deferred_until", clock, planned=True)


def days_in(
    row: Row, reported: datetime, category: Category, register: Lookup, urgency: Urgency
) -> Dates:
    """Return the days; a due day without a year is the next one after the report.

    Raises:
        RowError: the due day cannot be read, or is before the report.
    """
    usual = promise_on(register.promises[category.id], reported.date())
    promise = shortened(usual, urgency, reported, register.calendar)
    then = Clock(now=reported, zone=reported.tzinfo)  # type: ignore[arg-type]
    due = row.day("due_on", then, planned=True)
    if due is None:
        return dates_of(promise, reported, register.calendar)
    row.read("due_on", lambda: check_due(due, reported.date()))
    return dates_of(promise, reported, register.calendar, due=due)


def put_off(dates: Dates, until: date | None) -> Dates:
    """Return the days of what rests until a day: it is not overdue before it."""
    if until is None:
        return dates
    return dates._replace(
        due_on=max(until, dates.due_on),
        warn_on=max(until, dates.warn_on),
        raise_on=max(until, dates.raise_on),
    )


def satisfaction_in(row: Row, status: Status) -> Satisfaction | None:
    """Return what the resident said about the result; None where nothing is written.

    Raises:
        RowError: it is no satisfaction, or the issue is not closed.
    """
    said = row.text("satisfaction")
    meant = value_meaning("satisfaction", said) if said else "unrated"
    if meant is None:
        raise row.error("satisfaction", _("“{text}” is no satisfaction").format(text=said))
    if meant == "unrated":
        return None
    if status not in CLOSED or status is Status.DECLINED:
        raise row.error("satisfaction", _("satisfaction is asked once an issue is closed"))
    return Satisfaction(meant)
