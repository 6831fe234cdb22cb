"""The days that are kept with an issue, from what was promised when it was reported."""

from __future__ import annotations

from datetime import date, datetime

from jinlin.core.clock import stamp
from jinlin.issue.record.categories import promise_on, promises
from jinlin.issue.record.life import last_turn
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.limits import Dates, Promise, dates_of, due_day
from jinlin.issue.rules.urgencies import Urgency, shortened
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader


def promised(reader: Reader, category_id: int, begun: datetime, urgency: Urgency) -> Promise:
    """Return what the branch promised for an issue when its days began to count.

    Args:
        reader: the database.
        category_id: its category.
        begun: the civil moment from which they count.
        urgency: how urgent it is, which may shorten what the category allows.
    """
    return shortened(
        promise_on(promises(reader)[category_id], begun.date()), urgency, begun, calendar(reader)
    )


def promises_of(reader: Reader, issue: IssueRow) -> tuple[Promise, Promise]:
    """Return what the category of an issue promises, and what is promised for its urgency."""
    start = begun(reader, issue)
    usual = promise_on(promises(reader)[issue.category_id], start.date())
    return usual, shortened(usual, issue.urgency, start, calendar(reader))


def begun(reader: Reader, issue: IssueRow) -> datetime:
    """Return the civil moment from which the days of an issue count: its report, or reopening."""
    return reader.clock.local(last_turn(reader, issue.id) if issue.reopened else issue.reported_at)


def columns(dates: Dates) -> dict[str, str]:
    """Return the days as the database keeps them."""
    return {
        "respond_by": stamp(dates.respond_by),
        "due_on": dates.due_on.isoformat(),
        "warn_on": dates.warn_on.isoformat(),
        "raise_on": dates.raise_on.isoformat(),
    }


def dates_anew(
    reader: Reader, issue: IssueRow, *, category_id: int, urgency: Urgency, due: date | None
) -> dict[str, str]:
    """Return the days of an issue whose category, urgency or due day is another now.

    Args:
        reader: the database.
        issue: as it was.
        category_id: its category now.
        urgency: its urgency now.
        due: its own due day; None for the promised one.
    """
    start = begun(reader, issue)
    promise = promised(reader, category_id, start, urgency)
    found = columns(
        dates_of(
            promise,
            start,
            calendar(reader),
            due=due,
        )
    )
    if issue.level is not Level.COMPLEX and issue.level_since is not None:
        since = reader.clock.local(issue.level_since)
        found["raise_on"] = due_day(promise.escalate, since, calendar(reader)).isoformat()
    return found


def raised(reader: Reader, issue: IssueRow, since: str) -> str:
    """Return the day after which an issue should go up again from a rung it is on since then."""
    promise = promised(reader, issue.category_id, begun(reader, issue), issue.urgency)
    return due_day(promise.escalate, reader.clock.local(since), calendar(reader)).isoformat()


def uncounted_years(reader: Reader, last: str | None) -> list[int]:
    """Return the years up to a due day of which no public holiday is known."""
    if last is None:
        return []
    today = reader.clock.today
    return calendar(reader).unknown_years(today, max(today, date.fromisoformat(last)))
