"""One row of an issue notebook: what was written down is read, checked and never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple, TypeVar

from jinlin.complex.address import parse_building
from jinlin.core.clock import Clock, parse_day, parse_moment
from jinlin.core.errors import JinlinError
from jinlin.core.i18n import _
from jinlin.exchange.rows import Row
from jinlin.exchange.words import value_meaning
from jinlin.issue.categories import Category, find_category
from jinlin.issue.limits import check_due, check_reported, due_day
from jinlin.issue.rules import Channel, Satisfaction, one_line, read_channel
from jinlin.issue.statuses import CLOSED, OPEN, Status, read_statuses

WANTED: Final = (
    "reported_at", "title", "category", "building", "place", "reporter", "phone", "channel",
    "handler", "due_on", "status", "closed_at", "result", "satisfaction",
)  # fmt: skip
"""The fields that are taken from a notebook."""

FINISHED: Final[Mapping[str, Status]] = {
    "是": Status.CLOSED_SOLVED,
    "√": Status.CLOSED_SOLVED,
    "否": Status.IN_PROGRESS,
}
"""What stands below `是否办结`."""
_SECONDS = r"(\d:\d\d):\d\d(?:\.\d+)?$"


class Register(NamedTuple):
    """What the words of a row are looked up in.

    Attributes:
        categories: all of them, the last one for what nobody sorted.
        buildings: the ids by code.
        clock: for days without a year, and for what lies in the future.
    """

    categories: Sequence[Category]
    buildings: Mapping[str, int]
    clock: Clock


class NotebookRow(NamedTuple):
    """An issue as a notebook has it.

    Attributes:
        reported: the civil moment of the report.
        reported_at: the same as the database keeps it.
        sorted: whether the notebook says what it is about.
        handler: who is in charge, in words.
        closed_at: None while it is open.
        result: the result of a closed issue; what has been done so far of an open one.
    """

    title: str
    reported: datetime
    reported_at: str
    category: Category
    sorted: bool
    building_id: int | None
    place: str | None
    reporter: str | None
    phone: str | None
    channel: Channel
    handler: str | None
    due_on: date
    status: Status
    closed_at: str | None
    result: str | None
    satisfaction: Satisfaction | None


def read_notebook_row(row: Row, register: Register) -> NotebookRow:
    """Read one row.

    Raises:
        RowError: something in it cannot be read, is missing, or contradicts the rest.
    """
    clock = register.clock
    said = row.required("reported_at")
    reported_at = _read(row, "reported_at", lambda: parse_moment(_without_seconds(said), clock))
    reported = clock.local(reported_at)
    _read(row, "reported_at", lambda: check_reported(reported, clock.now))
    title = row.required("title")
    words = row.text("category")
    category = (
        _read(row, "category", lambda: find_category(register.categories, words))
        if words
        else register.categories[-1]
    )
    status = _status(row)
    result = row.text("result") or None
    if status is Status.CLOSED_UNSOLVED and result is None:
        raise row.error("result", _("an issue that is closed unsolved needs the reason"))
    return NotebookRow(
        title=_read(row, "title", lambda: one_line(title, what=_("The title"))),
        reported=reported,
        reported_at=reported_at,
        category=category,
        sorted=bool(words),
        building_id=_building(row, register.buildings),
        place=row.text("place") or None,
        reporter=row.name("reporter") or None,
        phone=row.phone("phone") or None,
        channel=_channel(row),
        handler=row.text("handler") or None,
        due_on=_due(row, reported, category),
        status=status,
        closed_at=_closed_at(row, status, reported_at, clock),
        result=result,
        satisfaction=_satisfaction(row, status),
    )


Read = TypeVar("Read")


def _read(row: Row, field: str, read: Callable[[], Read]) -> Read:
    """Read a cell; what is wrong with it refuses the row."""
    try:
        return read()
    except JinlinError as error:
        raise row.error(field, error.message.rstrip(".。")) from error


def _without_seconds(text: str) -> str:
    return re.sub(_SECONDS, r"\1", text)


def _building(row: Row, known: Mapping[str, int]) -> int | None:
    said = row.text("building")
    if not said:
        return None
    code = _read(row, "building", lambda: parse_building(said))
    if code not in known:
        raise row.error("building", _("there is no building “{code}”").format(code=code))
    return known[code]


def _channel(row: Row) -> Channel:
    said = row.text("channel")
    return _read(row, "channel", lambda: read_channel(said)) if said else Channel.OTHER


def _due(row: Row, reported: datetime, category: Category) -> date:
    """Return the due date; a day without a year is the next one after the report."""
    said = row.text("due_on")
    if not said:
        return due_day(category.close, reported)
    then = Clock(now=reported, zone=reported.tzinfo)  # type: ignore[arg-type]
    due = _read(row, "due_on", lambda: parse_day(_day_of(said), then, planned=True))
    _read(row, "due_on", lambda: check_due(due, reported.date()))
    return due


def _day_of(text: str) -> str:
    """Return the day of a moment as spreadsheets write it."""
    return text.replace("T", " ").partition(" ")[0]


def _status(row: Row) -> Status:
    """Return the status; where none is written, what the closing date and the handler tell."""
    said = row.text("status")
    if not said:
        if row.text("closed_at"):
            return Status.CLOSED_SOLVED
        return Status.IN_PROGRESS if row.text("handler") else Status.REPORTED
    if said in FINISHED:
        return FINISHED[said]
    found = _read(row, "status", lambda: read_statuses(said))
    if found == OPEN:
        return Status.IN_PROGRESS
    return Status.CLOSED_SOLVED if found == CLOSED else next(iter(found))


def _closed_at(row: Row, status: Status, reported_at: str, clock: Clock) -> str | None:
    """Return when it was closed; on the day of the report not before it."""
    said = row.text("closed_at")
    if status not in CLOSED:
        if said:
            raise row.error("closed_at", _("the status says that it is not closed"))
        return None
    if not said:
        raise row.error("closed_at", _("a closed issue needs the day on which it was closed"))
    moment = _read(row, "closed_at", lambda: parse_moment(_without_seconds(said), clock))
    if clock.local(moment).date() > clock.today:
        raise row.error("closed_at", _("“{text}” is in the future").format(text=said))
    if clock.local(moment).date() < clock.local(reported_at).date():
        raise row.error("closed_at", _("closed before it was reported"))
    return min(max(moment, reported_at), clock.stamp)


def _satisfaction(row: Row, status: Status) -> Satisfaction | None:
    said = row.text("satisfaction")
    meant = value_meaning("satisfaction", said) if said else "unrated"
    if meant is None:
        raise row.error("satisfaction", _("“{text}” is no satisfaction").format(text=said))
    if meant == "unrated":
        return None
    if status not in CLOSED or status is Status.DECLINED:
        raise row.error("satisfaction", _("satisfaction is asked once an issue is closed"))
    return Satisfaction(meant)
