"""Meetings, what is due and what is to be done, for the calendar of a phone (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Alarm
    from icalendar import Todo as Entry

_ZONE: Final = "Asia/Shanghai"
_USUAL_LENGTH: Final = timedelta(minutes=90)
"""How long a meeting takes that says when it begins and not when it ends."""
_FIRST: Final = 1
"""The highest of the nine priorities of RFC 5545."""


class Event(NamedTuple):
    """Something that stands in a calendar.

    Attributes:
        key: what it is, within this database; the same event has the same key always.
        title: what it is called.
        start: a moment, or a whole day.
        end: when it ends, if that is known.
        place: where.
        text: what more there is to say.
        told_before: so long before it a phone tells of it.
    """

    key: str
    title: str
    start: datetime | date
    end: datetime | None = None
    place: str | None = None
    text: str = ""
    told_before: timedelta | None = None


class Todo(NamedTuple):
    """Something to be done by a day.

    Attributes:
        key: as of an event.
        title: what it is called.
        due: the last day for it.
        done_at: when it was done; None while it is not.
        percent: how far it is, if that is known.
        urgent: it comes before others.
        text: what more there is to say.
    """

    key: str
    title: str
    due: date
    done_at: datetime | None = None
    percent: int | None = None
    urgent: bool = False
    text: str = ""


def calendar_of(
    events: Iterable[Event], *, key: str, made_at: datetime, todos: Iterable[Todo] = ()
) -> bytes:
    """Return events as a calendar file; moments in the zone of Shanghai.

    What is written again has the same UID: a phone that knows it changes what it has.

    Args:
        events: what it holds.
        todos: what is to be done.
        key: of the database (see `store.history.chain.database_key`).
        made_at: when the file is made.
    """
    from icalendar import Calendar
    from icalendar import Event as Entry

    calendar = Calendar()
    calendar.add("prodid", "-//jinlin//calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        entry = Entry()
        entry.add("uid", f"{event.key}-{key}@jinlin")
        entry.add("dtstamp", made_at)
        entry.add("summary", event.title)
        entry.add("dtstart", _local(event.start))
        entry.add("dtend", _end(event))
        if event.place:
            entry.add("location", event.place)
        if event.text:
            entry.add("description", event.text)
        if event.told_before:
            entry.add_component(_alarm(event))
        calendar.add_component(entry)
    for todo in todos:
        calendar.add_component(_entry_of(todo, key, made_at))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _alarm(event: Event) -> Alarm:
    from icalendar import Alarm

    assert event.told_before is not None
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.title)
    alarm.add("trigger", -event.told_before)
    return alarm


def _entry_of(todo: Todo, key: str, made_at: datetime) -> Entry:
    from icalendar import Todo as Entry

    entry = Entry()
    entry.add("uid", f"{todo.key}-{key}@jinlin")
    entry.add("dtstamp", made_at)
    entry.add("summary", todo.title)
    entry.add("due", todo.due)
    if todo.text:
        entry.add("description", todo.text)
    if todo.urgent:
        entry.add("priority", _FIRST)
    if todo.done_at is not None:
        entry.add("status", "COMPLETED")
        entry.add("completed", todo.done_at.astimezone(UTC))
        entry.add("percent-complete", 100)
    else:
        entry.add("status", "IN-PROCESS" if todo.percent else "NEEDS-ACTION")
        if todo.percent:
            entry.add("percent-complete", todo.percent)
    return entry


def _local(moment: datetime | date) -> datetime | date:
    return moment.astimezone(ZoneInfo(_ZONE)) if isinstance(moment, datetime) else moment


def _end(event: Event) -> datetime | date:
    """Return when an event ends; a whole day ends where the next begins."""
    if not isinstance(event.start, datetime):
        return event.start + timedelta(days=1)
    return _local(event.end or event.start + _USUAL_LENGTH)
