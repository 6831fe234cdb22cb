"""Days, moments and months as people say them: what is written without a year, and in words."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from jinlin.core.clock import YEARS, Clock, Month, stamp
from jinlin.core.days.spoken_days import spoken_day
from jinlin.core.days.time_of_day import (
    day_and_time,
    is_slip_of_a_time,
    no_time_of_day,
    time_of_day,
)
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.numerals import in_figures
from jinlin.core.text import compact

_FULL_DAY = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?"
_SHORT_DAY = r"(\d{1,2})[-/.月](\d{1,2})[日号]?"
_WITH_OFFSET = r"(\d{4})-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)"
NEAR_PAST: Final = timedelta(days=90)
"""So far back in last year lies a day that everybody means: `12-28` typed on 5 January."""
_MONTHS = range(1, 13)
_FULL_MONTH = r"(\d{4})[-/.年](\d{1,2})月?"
_SHORT_MONTH = r"(\d{1,2})月?"
_ABBREVIATED: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_NAMED_MONTH: Final = (
    rf"({'|'.join(_ABBREVIATED)})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?"
)


class UnclearDayError(UsageError):
    """What happened in a day or month without a year, to come this year and long past last year.

    Args:
        text: the day or month as it was said.
        past: the latest such day or month that has begun.
        ahead: the earliest such day or month to come; None where that cannot be meant.
    """

    def __init__(
        self, text: str, past: date | Month, ahead: date | Month, *, come: bool = False
    ) -> None:
        self.text, self.past = text, str(past)
        self.ahead = None if come else str(ahead)
        if come:
            super().__init__(
                _("{ahead} has not come yet, and a day that has come is needed here.").format(
                    ahead=ahead
                ),
                hint=_("If “{text}” is {past}, write it with its year: {past}.").format(
                    text=text, past=past
                ),
            )
            return
        super().__init__(
            _("“{text}” has no year: {ahead} has not come yet, {past} is long past.").format(
                text=text, past=past, ahead=ahead
            ),
            hint=_("Write it with its year: {past} or {ahead}.").format(past=past, ahead=ahead),
        )


def parse_day(text: str, clock: Clock, *, planned: bool = False, past: bool = False) -> date:
    """Read a day that is written down: `2026-11-05`, `11-05`, `11月5日`, `today`, `昨天`, `周五`.

    Without a year, a day to come is the earliest not before today. What happened was this year,
    or at most `NEAR_PAST` ago: it is never another year than she may have thought of.

    Args:
        text: the words.
        clock: for what they are relative to.
        planned: what is to come; otherwise what has happened.
        past: what cannot lie ahead, so that no year to come is offered.

    Raises:
        UsageError: there is no such day, or it could be one of two years.
    """
    words = clock.said.meant(text) if clock.said else text
    day, year_said = _read_day(words, clock.today, planned=planned)
    if not (planned or year_said) and _long_past(day, clock.today):
        ahead = _nearest(day.month, day.day, clock.today, planned=True)
        raise UnclearDayError(text, day, ahead, come=past)
    if clock.said:
        clock.said.read[text] = str(day)
    return day


def without_before(text: str) -> str:
    """Return a day to come without what only says that it is a limit: `周五前`, `11月10日之前`."""
    return re.sub("(?<=.)[之以]?前$", "", text)


def parse_come(text: str, clock: Clock) -> date:
    """Read a day up to today.

    Raises:
        UsageError: there is no such day, or it has not come yet.
    """
    day = parse_day(text, clock, past=True)
    if day > clock.today:
        raise UsageError(
            _("{day} has not come yet.").format(day=day), hint=_("Write a day up to today.")
        )
    return day


def _long_past(last: date, today: date) -> bool:
    """Return whether what ended on a day is of another year, and not of the months at its turn."""
    return last.year < today.year and today - last > NEAR_PAST


def parse_bound(text: str, clock: Clock) -> date:
    """Read the first or last day of what is looked at: without a year the latest not after today.

    Raises:
        UsageError: there is no such day.
    """
    return _read_day(text, clock.today)[0]


def parse_nearest(text: str, clock: Clock) -> date:
    """Read a day that may be past or to come: without a year the nearest one.

    Raises:
        UsageError: there is no such day.
    """
    past, ahead = parse_bound(text, clock), parse_day(text, clock, planned=True)
    day = past if clock.today - past < abs(ahead - clock.today) else ahead
    if clock.said:
        clock.said.read[text] = str(day)
    return day


def _read_day(text: str, today: date, *, planned: bool = False) -> tuple[date, bool]:
    """Return the day that is said, and whether its year is.

    Raises:
        UsageError: there is no such day.
    """
    said = in_figures(compact(text), "月", "日", "号")
    if spoken := spoken_day(said, today, planned=planned):
        return spoken, True
    try:
        if (match := re.fullmatch(_FULL_DAY, said)) and int(match[1]) in YEARS:
            return date(int(match[1]), int(match[2]), int(match[3])), True
        if match := re.fullmatch(_SHORT_DAY, said):
            return _nearest(int(match[1]), int(match[2]), today, planned=planned), False
    except ValueError:
        pass
    if is_slip_of_a_time(text):
        raise no_time_of_day(text)
    raise UsageError(
        _("“{text}” is not a day.").format(text=text),
        hint=_("Write it like 2026-11-05, 11-05, today or 周五."),
    )


def _nearest(month: int, day: int, today: date, *, planned: bool) -> date:
    """Return the day of a date without a year; 29 February looks up to eight years away."""
    for years in range(9):
        try:
            found = date(today.year + (years if planned else -years), month, day)
        except ValueError:
            continue
        if (found >= today) if planned else (found <= today):
            return found
    raise ValueError


def parse_moment(text: str, clock: Clock, *, planned: bool = False, past: bool = False) -> str:
    """Read a day with or without a time of day: `2026-11-05 19:30`, `周五 19:30`, `11-05`.

    Moments as programs write them are read too, with seconds and the distance from UTC:
    `2026-11-05T19:30:00+08:00`, `2026-11-05T11:30Z`.

    Args:
        text: the words.
        clock: for what they are relative to.
        planned: as for `parse_day`.
        past: as for `parse_day`.

    Returns:
        The moment as the database keeps it; without a time of day, midnight.

    Raises:
        UsageError: the day or the time cannot be read, or it could be one of two years.
    """
    if (moment := _of_programs(text)) is not None:
        return moment
    day_words, time_words = day_and_time(text)
    day = parse_day(day_words, clock, planned=planned, past=past)
    if not time_words:
        return clock.moment(day)
    time = time_of_day(time_words)
    if time is None:
        raise no_time_of_day(time_words)
    if clock.said:
        clock.said.read[day_words] = f"{day} {time[0]:02d}:{time[1]:02d}"
    return clock.moment(day, *time)


def _of_programs(text: str) -> str | None:
    """Return the moment that a text with a distance from UTC means; None for any other text."""
    said = text.strip().upper()
    match = re.fullmatch(_WITH_OFFSET, said)
    if match is None or int(match[1]) not in YEARS:
        return None
    try:
        return stamp(datetime.fromisoformat(said))
    except (ValueError, OverflowError):
        return None


def parse_month(text: str, clock: Clock, *, booked: bool = False) -> Month:
    """Read a month: `2026-10`, `10`, `10月`, `last`, `上月`, `this`, `本月`.

    A month without a year is the latest that has begun.

    Args:
        text: the words.
        clock: for what they are relative to.
        booked: something is written down for it; then the rule of `parse_day` holds.

    Raises:
        UsageError: there is no such month, or it could be one of two years.
    """
    words = clock.said.meant(text) if clock.said else text
    said = in_figures(compact(words), "月")
    this = Month(clock.today.year, clock.today.month)
    if said in {"this", "thismonth", "本月", "这个月"}:
        return this
    if said in {"last", "lastmonth", "上月", "上个月"}:
        return this.previous
    if named := re.fullmatch(_NAMED_MONTH, said):
        said = str(_ABBREVIATED.index(named[1]) + 1)
    match = re.fullmatch(_FULL_MONTH, said)
    if match and int(match[1]) in YEARS and int(match[2]) in _MONTHS:
        return Month(int(match[1]), int(match[2]))
    if (match := re.fullmatch(_SHORT_MONTH, said)) and int(match[1]) in _MONTHS:
        month = Month(this.year - (int(match[1]) > this.month), int(match[1]))
        if booked and _long_past(month.last, clock.today):
            raise UnclearDayError(text, month, month._replace(year=this.year))
        return month
    raise UsageError(
        _("“{text}” is not a month.").format(text=text),
        hint=_("Write it like 2026-10, 10, last or 上月."),
    )
