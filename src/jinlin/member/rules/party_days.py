"""The days of a Party life, of which old papers often know only the month."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from jinlin.core.clock import Clock, Month
from jinlin.core.days.said_days import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact

FOUNDED: Final = "1921-07-01"
"""No Party date lies before the Party's own."""

_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
_SHORT_YEAR = re.compile(r"(\d\d)(年|[./])(\d{1,2})月?(?:[./]?(\d{1,2})日?)?")
_MONTHS: Final = 12


EARLIEST_BIRTH: Final = "1900-01-01"


def parse_birth(text: str, clock: Clock) -> str:
    """Read a birthday, or the month of one: `1950-01-01`, `195001`, `1950.1`, `50年1月`.

    Returns:
        ISO text; a month alone is `1950-01`.

    Raises:
        UsageError: there is no such day, it has not come yet, or nobody is that old.
    """
    said = compact(text)
    if match := re.fullmatch(r"((?:19|20)\d\d)(\d\d)", said):
        said = f"{match[1]}.{match[2]}"
    day = _read(said, clock) or parse_day(text, clock, past=True).isoformat()
    if earlier(clock.today.isoformat(), day) or earlier(day, EARLIEST_BIRTH):
        raise UsageError(
            _("“{text}” is not a birthday.").format(text=text),
            hint=_("Write it like 1950-01-01."),
        )
    return day


def parse_party_day(text: str, clock: Clock) -> str:
    """Read a day or a month that is past: `1998-07-01`, `19980701`, `1998.7`, `98年7月`.

    Returns:
        ISO text: `1998-07-01`; a month alone is `1998-07`.

    Raises:
        UsageError: there is no such day, it has not come yet, or was before the Party.
    """
    day = _read(compact(text), clock) or parse_day(text, clock, past=True).isoformat()
    if earlier(clock.today.isoformat(), day):
        raise UsageError(
            _("{day} has not come yet.").format(day=day), hint=_("Write a day up to today.")
        )
    if earlier(day, FOUNDED):
        raise UsageError(
            _("{day} was before the Party was founded.").format(day=day),
            hint=_("Write the year in full, like 1998-07-01."),
        )
    return day


def parse_term_day(text: str, clock: Clock, *, last: bool) -> str:
    """Read the first or the last day of a term, which may lie in the past or the future.

    Args:
        text: a day, or a month alone: `2029-03`, `2029年3月`.
        clock: for what the words are relative to.
        last: the last day of a term; of a month alone its last, and without a year the next.

    Returns:
        ISO text; for the first day of a term a month alone stays one.

    Raises:
        UsageError: there is no such day, or it was before the Party.
    """
    day = _read(compact(text), clock) or parse_day(text, clock, planned=last).isoformat()
    if earlier(day, FOUNDED):
        raise UsageError(
            _("{day} was before the Party was founded.").format(day=day),
            hint=_("Write the year in full, like 1998-07-01."),
        )
    if last and len(day) == len("2029-03"):
        year, month = (int(part) for part in day.split("-"))
        return Month(year, month).last.isoformat()
    return day


def _read(said: str, clock: Clock) -> str | None:
    """Read what only papers write; None leaves the usual ways to `parse_day`."""
    if match := _DIGITS.fullmatch(said):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH.fullmatch(said):
        return _iso(int(match[1]), int(match[2]))
    match = _SHORT_YEAR.fullmatch(said)
    # 98.7 is a year and a month; 7.12 may be a month and a day.
    if match and (match[2] == "年" or match[4] or int(match[1]) > _MONTHS):
        century = 2000 if int(match[1]) <= clock.today.year % 100 else 1900
        return _iso(century + int(match[1]), int(match[3]), int(match[4]) if match[4] else None)
    return None


def _iso(year: int, month: int, day: int | None = None) -> str | None:
    try:
        found = date(year, month, day or 1)
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]


def earlier(one: str, other: str) -> bool:
    """Return whether a day or month lies before another, as far as both are known."""
    known = min(len(one), len(other))
    return one[:known] < other[:known]
