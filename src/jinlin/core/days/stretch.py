"""A stretch of civil time, and how people name one: from a week to a year."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from jinlin.core.clock import Clock, Month
from jinlin.core.days.said_days import parse_bound, parse_month
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact

FIRST_YEAR: Final = 1950
"""No complex keeps issues from before."""


class Length(StrEnum):
    """How long a stretch is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


_THIS: Final = {
    Length.WEEK: ("this", "thisweek", "本周", "这周"),
    Length.MONTH: ("this", "thismonth", "本月", "这个月"),
    Length.QUARTER: ("this", "thisquarter", "本季度", "本季", "这个季度"),
    Length.HALF_YEAR: ("this", "本半年", "这半年"),
    Length.YEAR: ("this", "thisyear", "今年", "本年", "本年度"),
}
_LAST: Final = {
    Length.WEEK: ("last", "lastweek", "上周"),
    Length.MONTH: ("last", "lastmonth", "上月", "上个月"),
    Length.QUARTER: ("last", "lastquarter", "上季度", "上季", "上个季度"),
    Length.HALF_YEAR: ("last", "上个半年"),
    Length.YEAR: ("last", "lastyear", "去年", "上年", "上年度"),
}
_HOW: Final = {
    Length.WEEK: N_("Write it like 2026-W45, last, or a day in it."),
    Length.MONTH: N_("Write it like 2026-10, 10, last or 上月."),
    Length.QUARTER: N_("Write it like 2026-Q3, 3, last or 三季度."),
    Length.HALF_YEAR: N_("Write it like 2026-H2, last or 下半年."),
    Length.YEAR: N_("Write it like 2026, last or 去年."),
}
_WEEK: Final = r"(?:(\d{4})-?)?w(\d{1,2})"
_QUARTER: Final = r"(?:(\d{4})[-年]?)?(?:q|第)?([1-4一二三四])(?:季度?)?"
_HALF_YEAR: Final = r"(?:(\d{4})[-年]?)?(?:h([12])|([上下])半年)"
_YEAR: Final = r"(\d{4})(?:年度?)?"
_NUMERALS: Final = "一二三四"


class Stretch(NamedTuple):
    """A civil week, month, quarter, half-year or year.

    Attributes:
        first: its first day.
        last: its last day.
    """

    length: Length
    first: date
    last: date

    @property
    def next(self) -> Stretch:
        """The one after."""
        return stretch_with(self.last + timedelta(days=1), self.length)

    @property
    def previous(self) -> Stretch:
        """The one before."""
        return stretch_with(self.first - timedelta(days=1), self.length)

    @property
    def a_year_before(self) -> Stretch:
        """The one at this time of the year before."""
        if self.length is Length.WEEK:
            return stretch_with(self.first - timedelta(weeks=52), self.length)
        return stretch_with(self.first.replace(year=self.first.year - 1), self.length)

    def __str__(self) -> str:
        year, week, _weekday = self.first.isocalendar()
        match self.length:
            case Length.WEEK:
                return f"{year:04d}-W{week:02d}"
            case Length.MONTH:
                return f"{self.first:%Y-%m}"
            case Length.QUARTER:
                return f"{self.first.year:04d}-Q{quarter_of(self.first)}"
            case Length.HALF_YEAR:
                return f"{self.first.year:04d}-H{half_of(self.first)}"
            case _:
                return f"{self.first.year:04d}"


def quarter_of(day: date) -> int:
    """Return the quarter of the year a day is in, 1 to 4."""
    return (day.month + 2) // 3


def half_of(day: date) -> int:
    """Return the half of the year a day is in, 1 or 2."""
    return (day.month + 5) // 6


def stretch_with(day: date, length: Length) -> Stretch:
    """Return the stretch of this length that a day is in."""
    match length:
        case Length.WEEK:
            monday = day - timedelta(days=day.weekday())
            return Stretch(length, monday, monday + timedelta(days=6))
        case Length.MONTH:
            month = Month(day.year, day.month)
            return Stretch(length, month.first, month.last)
        case Length.QUARTER:
            start = 3 * quarter_of(day) - 2
            return Stretch(length, Month(day.year, start).first, Month(day.year, start + 2).last)
        case Length.HALF_YEAR:
            start = 6 * half_of(day) - 5
            return Stretch(length, Month(day.year, start).first, Month(day.year, start + 5).last)
        case _:
            return Stretch(length, date(day.year, 1, 1), date(day.year, 12, 31))


def length_said(words: str, usual: Length) -> Length:
    """Return how long the stretch is that words name, `3季度`, `下半年`, `2026年`, or as usual."""
    said = compact(words)
    if re.fullmatch(r"\d{4}(?:年度?)?|[今去本上]年度?", said):
        return Length.YEAR
    if re.search(r"半年|h[12]", said):
        return Length.HALF_YEAR
    return Length.QUARTER if re.search(r"季|q", said) else usual


def stretch_named(words: str, length: Length, clock: Clock) -> Stretch:
    """Return the stretch somebody means.

    Args:
        words: what was typed: `2026-10`, `10`, `上月`, `三季度`.
        length: how long it is.
        clock: for what the words are relative to.

    Raises:
        UsageError: there is no such stretch, it has not begun, or it is too long ago.
    """
    this = stretch_with(clock.today, length)
    stretch = _read(words, this, clock)
    if stretch.first > clock.today:
        raise UsageError(
            _("{period} has not begun yet.").format(period=stretch),
            hint=_("The latest there can be a report on is {period}.").format(period=this),
        )
    if stretch.first.year < FIRST_YEAR:
        raise UsageError(
            _("{period} is too long ago.").format(period=stretch), hint=_(_HOW[length])
        )
    return stretch


_NAMED: Final = {
    Length.WEEK: r"[这本上]周|(?:\d{4}-?)?w\d{1,2}|(?:this|last)week",
    Length.QUARTER: r".*季度?|(?:\d{4}-?)?q[1-4]|(?:this|last)quarter",
    Length.HALF_YEAR: r".*半年|(?:\d{4}-?)?h[12]",
    Length.YEAR: r"\d{4}年度?|[今去本上]年度?|(?:this|last)year",
    Length.MONTH: r".*\D.*",
}
"""How words look that can be no other stretch: a bare number is none."""


def stretch_said(words: str, clock: Clock) -> Stretch | None:
    """Return the stretch that words name and nothing else: `11月`, `上周`, `三季度`, `今年`.

    Args:
        words: what was typed.
        clock: for what the words are relative to.
    """
    said = compact(words)
    for length, shape in _NAMED.items():
        if re.fullmatch(shape, said):
            with suppress(UsageError):
                return stretch_named(words, length, clock)
    return None


def _read(words: str, this: Stretch, clock: Clock) -> Stretch:
    said, length = compact(words), this.length
    if said in _THIS[length]:
        return this
    if said in _LAST[length]:
        return this.previous
    if length is Length.MONTH:
        return stretch_with(parse_month(words, clock).first, length)
    found = _numbered(said, this)
    if found is None and length is Length.WEEK:
        return stretch_with(parse_bound(words, clock), length)
    if found is None and length is Length.QUARTER and (month := _as_month(words, clock)):
        raise UsageError(
            _("“{text}” is a month, and a quarter is needed.").format(text=words),
            hint=_("Write the quarter: {quarter}.").format(
                quarter=stretch_with(month.first, length)
            ),
        )
    if found is None:
        raise UsageError(_("“{text}” is not a period.").format(text=words), hint=_(_HOW[length]))
    return found


def _as_month(words: str, clock: Clock) -> Month | None:
    with suppress(UsageError):
        return parse_month(words, clock)
    return None


def _numbered(said: str, this: Stretch) -> Stretch | None:
    """Return the stretch that was named by its number; without a year the latest that has begun."""
    length = this.length
    try:
        if length is Length.WEEK and (match := re.fullmatch(_WEEK, said)):
            running, now, _day = this.first.isocalendar()
            late = not match[1] and int(match[2]) > now
            year = int(match[1] or running) - late
            return stretch_with(date.fromisocalendar(year, int(match[2]), 1), length)
        if length is Length.QUARTER and (match := re.fullmatch(_QUARTER, said)):
            place = match[2]
            number = _NUMERALS.index(place) + 1 if place in _NUMERALS else int(place)
            late = not match[1] and number > quarter_of(this.first)
            year = int(match[1] or this.first.year) - late
            return stretch_with(date(year, 3 * number, 1), length)
        if length is Length.HALF_YEAR and (match := re.fullmatch(_HALF_YEAR, said)):
            half = int(match[2]) if match[2] else "上下".index(match[3]) + 1
            late = not match[1] and half > half_of(this.first)
            year = int(match[1] or this.first.year) - late
            return stretch_with(date(year, 6 * half, 1), length)
        if length is Length.YEAR and (match := re.fullmatch(_YEAR, said)):
            return stretch_with(date(int(match[1]), 1, 1), length)
    except ValueError:
        pass
    return None
