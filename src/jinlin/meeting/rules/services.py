"""Service days in figures: what was served to how many residents, and which periods were kept."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, compact, folded, listed
from jinlin.meeting.rules.frequency import Frequency
from jinlin.meeting.rules.kinds import MeetingType, parse_service_type
from jinlin.meeting.rules.meetings import parse_number

_MEETING: Final = re.compile(r"m\d{1,9}")
_SERVED: Final = re.compile(
    r"(?=.*[^\W\d_])(?P<what>[^=:]*[^=:\d])[=:]?(?P<count>\d{1,6})(?:人次|人|次)?"
)


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
    first_in = {frequency.period_of(day): day for day in sorted(held, reverse=True)}
    count, since, period = 0, last, frequency.period_of(last)
    while period in first_in:
        count, since, period = count + 1, first_in[period], period.previous
    return Unbroken(count, since)


def missed(frequency: Frequency, held: Collection[date], until: date) -> list[date]:
    """Return the first days of the periods between the first service day and a day without one."""
    kept = {frequency.period_of(day) for day in held}
    found: list[date] = []
    if not kept:
        return found
    period = min(kept)
    while period.last < until:
        if period not in kept:
            found.append(period.first)
        period = period.next
    return found
