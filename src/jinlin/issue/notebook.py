"""One row of an issue notebook: what was written down is read, checked and never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final, NamedTuple, TypeVar

from jinlin.complex.address import parse_building
from jinlin.core.clock import Clock, parse_day, parse_moment
from jinlin.core.errors import JinlinError, NotFoundError
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.exchange.rows import Row
from jinlin.exchange.serial_days import day_in_words
from jinlin.exchange.words import value_meaning
from jinlin.issue.categories import Category, better_category, likely_category, promise_on
from jinlin.issue.limits import Dates, check_due, check_reported, dates_of
from jinlin.issue.lookup import Register
from jinlin.issue.places import Place
from jinlin.issue.rules import (
    Channel,
    Satisfaction,
    Urgency,
    named,
    one_line,
    read_channel,
    read_urgency,
)
from jinlin.issue.statuses import CLOSED, OPEN, Status, read_statuses

WANTED: Final = (
    "reported_at", "title", "category", "building", "entrance", "room", "place", "reporter",
    "phone", "on_behalf_of", "accused", "channel", "urgency", "handler", "due_on",
    "deferred_until", "status", "closed_at", "result", "satisfaction", "reason", "private",
)  # fmt: skip
"""The fields that are taken from a notebook."""

FINISHED: Final[Mapping[str, Status]] = {
    "是": Status.CLOSED_SOLVED,
    "√": Status.CLOSED_SOLVED,
    "否": Status.IN_PROGRESS,
}
"""What stands below `是否办结`."""
_YES = frozenset({"是", "yes", "y", "√", "1", "true", "保密"})
_NO = frozenset({"", "否", "no", "n", "0", "false"})
_SECONDS = r"(\d:\d\d):\d\d(?:\.\d+)?$"


class NotebookRow(NamedTuple):
    """An issue as a notebook has it.

    Attributes:
        reported: the civil moment of the report.
        reported_at: the same as the database keeps it.
        sorted: whether it is known what it is about.
        guessed: whether that comes from the words alone, not from the name of a category.
        where: the building and home it means, as far as they are known.
        place: where, in words.
        handler: who is in charge, in words.
        dates: its due day and the days that go with it.
        closed_at: None while it is open.
        result: the result of a closed issue; what has been done so far of an open one.
    """

    title: str
    reported: datetime
    reported_at: str
    category: Category
    sorted: bool
    where: Place
    place: str | None
    reporter: str | None
    phone: str | None
    channel: Channel
    handler: str | None
    dates: Dates
    status: Status
    closed_at: str | None
    result: str | None
    satisfaction: Satisfaction | None
    satisfaction_reason: str | None = None
    on_behalf_of: str | None = None
    accused: str | None = None
    urgency: Urgency = Urgency.NORMAL
    deferred_until: str | None = None
    private: bool = False
    guessed: bool = False


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
    category, guessed = _category(row, register, title)
    status = _status(row)
    result = row.text("result") or None
    if status is Status.CLOSED_UNSOLVED and result is None:
        raise row.error("result", _("an issue that is closed unsolved needs the reason"))
    urgency = _urgency(row)
    where, place = _where(row, register)
    closed_at = _closed_at(row, status, reported_at, clock)
    deferred_until = _deferred(row, status, clock)
    satisfaction = _satisfaction(row, status)
    return NotebookRow(
        title=_read(row, "title", lambda: one_line(title, what=_("The title"))),
        reported=reported,
        reported_at=reported_at,
        category=category,
        sorted=guessed or bool(row.text("category")),
        guessed=guessed,
        where=where,
        place=place,
        reporter=named(row.name("reporter")) or None,
        phone=row.phone("phone") or None,
        channel=_channel(row),
        handler=row.text("handler") or None,
        dates=_put_off(_dates(row, reported, category, register, urgency), deferred_until),
        status=status,
        closed_at=closed_at,
        result=result,
        satisfaction=satisfaction,
        satisfaction_reason=(row.text("reason") or None) if satisfaction else None,
        on_behalf_of=named(row.name("on_behalf_of")) or None,
        accused=row.text("accused") or None,
        urgency=urgency,
        deferred_until=deferred_until.isoformat() if deferred_until else None,
        private=_private(row),
    )


def _category(row: Row, register: Register, title: str) -> tuple[Category, bool]:
    """Return the category, and whether it was guessed: from the title, or from another word.

    Raises:
        RowError: there is none of that name, and the word belongs to none or to several.
    """
    last, words = register.categories[-1], row.text("category")
    if not words:
        found = better_category(register.categories, last, title)
        return found or last, found is not None
    try:
        return register.category(words), False
    except NotFoundError as error:
        if found := likely_category(register.categories, words, title):
            return found, True
        reason = f"{error.message}{error.hint}".rstrip(".。")
        raise row.error("category", reason) from error


Read = TypeVar("Read")


def _read(row: Row, field: str, read: Callable[[], Read]) -> Read:
    """Read a cell; what is wrong with it refuses the row."""
    try:
        return read()
    except JinlinError as error:
        raise row.error(field, error.message.rstrip(".。")) from error


def _without_seconds(text: str) -> str:
    return re.sub(_SECONDS, r"\1", day_in_words(text))


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


def _where(row: Row, register: Register) -> tuple[Place, str | None]:
    """Return the building and home, and the place in words: a home nobody knows stays in words."""
    building = _building(row, register.buildings)
    entrance, room, words = row.text("entrance"), row.text("room"), row.text("place")
    said = f"{entrance}-{room}" if entrance and room else room
    where = Place()
    if said:
        where = register.place(row.text("building") or None, said)
        if where.household_id is None and not words:
            words = said
    if where.building_id is None and words:
        where = register.place(None, words)
    if building is not None and where.building_id != building:
        where = Place(building)
    return where, words or None


def _urgency(row: Row) -> Urgency:
    said = row.text("urgency")
    return _read(row, "urgency", lambda: read_urgency(said)) if said else Urgency.NORMAL


def _deferred(row: Row, status: Status, clock: Clock) -> date | None:
    """Return the day until which it rests; one without a year is the next."""
    said = row.text("deferred_until")
    if not said:
        return None
    if status is not Status.DEFERRED:
        raise row.error("deferred_until", _("the status says that it is not deferred"))
    return _read(row, "deferred_until", lambda: parse_day(_day_of(said), clock, planned=True))


def _put_off(dates: Dates, until: date | None) -> Dates:
    """Return the days of what rests until a day: it is not overdue before it."""
    if until is None:
        return dates
    return dates._replace(
        due_on=max(until, dates.due_on),
        warn_on=max(until, dates.warn_on),
        raise_on=max(until, dates.raise_on),
    )


def _private(row: Row) -> bool:
    """Return whether it is marked as private.

    Raises:
        RowError: it is neither yes nor no.
    """
    said = compact(row.text("private"))
    if said in _NO:
        return False
    if said not in _YES:
        raise row.error("private", _("“{text}” is neither yes nor no").format(text=said))
    return True


def _dates(
    row: Row, reported: datetime, category: Category, register: Register, urgency: Urgency
) -> Dates:
    """Return the days; a due day without a year is the next one after the report."""
    promise = promise_on(register.promises[category.id], reported.date())
    said = row.text("due_on")
    if not said:
        return dates_of(promise, reported, register.calendar, critical=urgency is Urgency.CRITICAL)
    then = Clock(now=reported, zone=reported.tzinfo)  # type: ignore[arg-type]
    due = _read(row, "due_on", lambda: parse_day(_day_of(said), then, planned=True))
    _read(row, "due_on", lambda: check_due(due, reported.date()))
    return dates_of(promise, reported, register.calendar, due=due)


def _day_of(text: str) -> str:
    """Return the day of a moment as spreadsheets write it."""
    return day_in_words(text).replace("T", " ").partition(" ")[0]


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
