"""Meetings and what is due, for the calendar of a phone (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from jinlin.store.transaction.tx import Reader

_ZONE: Final = "Asia/Shanghai"
_USUAL_LENGTH: Final = timedelta(minutes=90)
"""How long a meeting takes that says when it begins and not when it ends."""


class Event(NamedTuple):
    """Something that stands in a calendar.

    Attributes:
        key: what it is, within this database; the same event has the same key always.
        title: what it is called.
        start: a moment, or a whole day.
        end: when it ends, if that is known.
        place: where.
        text: what more there is to say.
    """

    key: str
    title: str
    start: datetime | date
    end: datetime | None = None
    place: str | None = None
    text: str = ""


def database_key(reader: Reader) -> str:
    """Return what tells the events of this database from those of another, for good."""
    return str(reader.value("SELECT operation FROM entry ORDER BY seq LIMIT 1"))[:16]


def calendar_of(events: Iterable[Event], *, key: str, made_at: datetime) -> bytes:
    """Return events as a calendar file; moments in the zone of Shanghai.

    Args:
        events: what it holds.
        key: of the database (see `database_key`).
        made_at: when the file is made.
    """
    from icalendar import Calendar
    from icalendar import Event as Entry

    calendar = Calendar()
    calendar.add("prodid", "-//jinlin//meetings//ZH")
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
        calendar.add_component(entry)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _local(moment: datetime | date) -> datetime | date:
    return moment.astimezone(ZoneInfo(_ZONE)) if isinstance(moment, datetime) else moment


def _end(event: Event) -> datetime | date:
    """Return when an event ends; a whole day ends where the next begins."""
    if not isinstance(event.start, datetime):
        return event.start + timedelta(days=1)
    return _local(event.end or event.start + _USUAL_LENGTH)
