"""When a meeting is: it may be planned or past, and old papers may tell only the day."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from jinlin.core.clock import Clock, parse_moment, parse_nearest
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact

YEARS: Final = range(1949, 2100)

_ONLY_TIME = re.compile(r"\d{1,2}[:点时]")


def parse_meeting_time(text: str, clock: Clock) -> str:
    """Read when a meeting is: `2026-11-06 19:30`, `11-06 19:30`, `周五 19:30`, `昨天`.

    A day without a year is the nearest one before or after today.

    Returns:
        The moment as the database keeps it; midnight stands for a day without a time.

    Raises:
        UsageError: the day or the time cannot be read.
    """
    day_words, _space, time_words = text.strip().replace("T", " ").partition(" ")
    day = parse_nearest(day_words, clock)
    if day.year not in YEARS:
        raise UsageError(
            _("No meeting can be in the year {year}.").format(year=day.year),
            hint=_("Write the day like 2026-11-05, 11-05 or 周五."),
        )
    return parse_moment(f"{day.isoformat()} {time_words}", clock)


def parse_meeting_end(text: str, begun: str, clock: Clock) -> str:
    """Read when a meeting ended: `21:00` on the day it began, or a day and a time.

    Args:
        text: the words.
        begun: when it began, as the database keeps it.
        clock: for what the words are relative to.

    Raises:
        UsageError: it cannot be read.
    """
    if _ONLY_TIME.match(compact(text)):
        return parse_moment(f"{clock.local(begun).date().isoformat()} {text}", clock)
    return parse_meeting_time(text, clock)


def has_time(moment: datetime) -> bool:
    """Return whether a civil moment tells more than its day."""
    return bool(moment.hour or moment.minute)


def usual_title(type_name: str, day: date) -> str:
    """Return the title of a meeting that was given none."""
    return _("{type}, {year}-{month:02d}-{day:02d}").format(
        type=type_name, year=day.year, month=day.month, day=day.day
    )
