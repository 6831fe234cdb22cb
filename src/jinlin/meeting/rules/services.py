"""Service days in figures: what was served to how many residents, and which periods were kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, compact, folded, listed
from jinlin.meeting.rules.frequency import Frequency, PeriodLength
from jinlin.meeting.rules.kinds import MeetingType, parse_service_type
from jinlin.meeting.rules.meeting_duties import MONTHS_OF
from jinlin.meeting.rules.meetings import parse_number

_MEETING: Final = re.compile(r"m\d{1,9}")
_SERVED: Final = re.compile(r"(?P<what>[^=:]*[^=:\d])[=:]?(?P<count>\d{1,6})(?:人次|人|次)?")
_ONE_WEEK: Final = timedelta(days=7)


class ServedItem(NamedTuple):
    """Something offered on a service day.

    Attributes:
        what: the service, such as 理发.
        served: how many residents took it (人次); None while that is not known.
    """

    what: str
    served: int | None = None


class SaidService(NamedTuple):
    """Which service day is meant: by its number, or by its kind."""

    number: int | None = None
    type: MeetingType | None = None


class Unbroken(NamedTuple):
    """How many periods in a row had their service day.

    Attributes:
        periods: so many, up to the one asked for.
        since: a day of the first of them.
    """

    periods: int
    since: date


def parse_service(text: str) -> SaidService:
    """Read which service day is meant: `M7`, `爱心日`.

    Raises:
        NotFoundError: there is no such kind; all are listed.
    """
    if _MEETING.fullmatch(compact(text)):
        return SaidService(number=parse_number(text))
    return SaidService(type=parse_service_type(text))


def parse_served(text: str) -> tuple[ServedItem, ...]:
    """Read how many residents took what: `修脚=12,理发=20`, `理发 20人次`.

    Raises:
        UsageError: an item has no whole number of residents, or stands there twice.
    """
    found: list[ServedItem] = []
    for part in listed(text):
        match = _SERVED.fullmatch(folded(clean(part)).replace(" ", ""))
        if match is None:
            raise UsageError(
                _("“{text}” is no service with how many residents took it.").format(text=part),
                hint=_("Write a whole number for each: 修脚=12,理发=20."),
            )
        if any(one.what == match["what"] for one in found):
            raise UsageError(
                _("“{what}” stands there twice.").format(what=match["what"]),
                hint=_("Write one number for each service."),
            )
        found.append(ServedItem(match["what"], int(match["count"])))
    if not found:
        raise NotFoundError(
            _("No service is named."), hint=_("Write a whole number for each: 修脚=12,理发=20.")
        )
    return tuple(found)


def unbroken(frequency: Frequency, held: Collection[date], last: date) -> Unbroken:
    """Return how many periods in a row up to that of a day had a service day.

    Args:
        frequency: how often it is due.
        held: the days on which one was held.
        last: a day of the period that ends the row.
    """
    by_period: dict[int, date] = {}
    for day in sorted(held, reverse=True):
        by_period[_period(frequency, day)] = day
    count, since, place = 0, last, _period(frequency, last)
    while place in by_period:
        count, since, place = count + 1, by_period[place], place - 1
    return Unbroken(count, since)


def missed(frequency: Frequency, held: Collection[date], until: date) -> list[date]:
    """Return the first days of the periods between the first service day and a day without one."""
    kept = {_period(frequency, day) for day in held}
    if not kept:
        return []
    return [
        start
        for start in _starts(frequency, min(held), until)
        if _period(frequency, start) not in kept
    ]


def _starts(frequency: Frequency, first: date, until: date) -> Iterator[date]:
    """Yield the first day of each period that is over before a day, from that of another on."""
    start = _start(frequency, first)
    while (following := _following(frequency, start)) <= until:
        yield start
        start = following


def _start(frequency: Frequency, day: date) -> date:
    if frequency.period is PeriodLength.WEEK:
        return day - timedelta(days=day.weekday())
    length = MONTHS_OF[frequency.period]
    return date(day.year, day.month - (day.month - 1) % length, 1)


def _following(frequency: Frequency, start: date) -> date:
    if frequency.period is PeriodLength.WEEK:
        return start + _ONE_WEEK
    months = start.year * 12 + start.month - 1 + MONTHS_OF[frequency.period]
    return date(months // 12, months % 12 + 1, 1)


def _period(frequency: Frequency, day: date) -> int:
    """Return the number of the period a day lies in, so that the next has the next number."""
    if frequency.period is PeriodLength.WEEK:
        return (day.toordinal() - 1) // 7
    return (day.year * 12 + day.month - 1) // MONTHS_OF[frequency.period]
