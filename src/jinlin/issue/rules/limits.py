"""Limits a branch promises: at once, so many hours, days or working days; and the days they end.

The reported day itself is not counted.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final, NamedTuple

from jinlin.core.days.workdays import Calendar
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import compact

EARLIEST: Final = date(1990, 1, 1)
"""No notebook that is copied in begins before it."""
LONGEST: Final = timedelta(days=3660)
"""The farthest a due day may lie behind the report: ten years."""
_LAST: Final = time(23, 59, 59)


class LimitUnit(StrEnum):
    """What a limit counts."""

    AT_ONCE = "at_once"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"


_UNITS: Final = {
    LimitUnit.HOURS: r"(\d{1,3})(?:h|hours?|个?小时|时)",
    LimitUnit.WORKING_DAYS: r"(\d{1,3})(?:wd|workingdays?|working-days?|个?工作日)",
    LimitUnit.DAYS: r"(\d{1,3})(?:d|days?|天|日|个?自然日)",
}
_AT_ONCE: Final = frozenset({"atonce", "at_once", "now", "立即", "马上", "当场", "即"})


class Limit(NamedTuple):
    """How long something may take.

    Attributes:
        amount: how many; 0 when at once.
        unit: what is counted.
    """

    amount: int
    unit: LimitUnit

    @property
    def data(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"amount": self.amount, "unit": self.unit}

    def surely_longer(self, other: Limit) -> bool:
        """Return whether it ends after another one in every week there is."""
        return self._hours(longest=False) > other._hours(longest=True) or (
            self.unit is other.unit and self.amount > other.amount
        )

    def _hours(self, *, longest: bool) -> int:
        days = {
            LimitUnit.WORKING_DAYS: self.amount + (self.amount + 4) // 5 * 2 * longest,
            LimitUnit.DAYS: self.amount,
        }
        return days[self.unit] * 24 if self.unit in days else self.amount

    @property
    def text(self) -> str:
        """In the user's words."""
        one = self.amount == 1
        match self.unit:
            case LimitUnit.AT_ONCE:
                return _("at once")
            case LimitUnit.HOURS:
                said = _("1 hour") if one else _("{count} hours")
            case LimitUnit.DAYS:
                said = _("1 day") if one else _("{count} days")
            case LimitUnit.WORKING_DAYS:
                said = _("1 working day") if one else _("{count} working days")
        return said.format(count=self.amount)


class Promise(NamedTuple):
    """What the branch promises for a category from a day on.

    Attributes:
        since: the day, as ISO text.
        respond: when the resident or the place is reached.
        close: when there is a result.
        escalate: past this it goes one rung up.
        warn_days: how many working days ahead of the due day it is called close.
        source: where the promise comes from.
    """

    since: str
    respond: Limit
    close: Limit
    escalate: Limit
    warn_days: int
    source: str


class Dates(NamedTuple):
    """The days of one issue.

    Attributes:
        respond_by: the civil moment by which the resident is to be reached.
        due_on: the due day.
        warn_on: the day from which the due day is close.
        raise_on: the day after which it should go one rung up.
    """

    respond_by: datetime
    due_on: date
    warn_on: date
    raise_on: date


def read_limit(text: str) -> Limit:
    """Read `at once`, `4h`, `4小时`, `7d`, `7天`, `3wd`, `3个工作日`.

    Raises:
        UsageError: it is none of them.
    """
    said = compact(text)
    if said in _AT_ONCE:
        return Limit(0, LimitUnit.AT_ONCE)
    for unit, pattern in _UNITS.items():
        match = re.fullmatch(pattern, said)
        if match is not None and int(match[1]):
            return Limit(int(match[1]), unit)
    raise UsageError(
        _("“{text}” is not a limit.").format(text=text),
        hint=_("Write it like 立即, 4h (4小时), 7d (7天) or 3wd (3个工作日)."),
    )


def due_day(limit: Limit, reported: datetime, calendar: Calendar) -> date:
    """Return the civil day on which a limit ends.

    Args:
        limit: at once means the same day; hours mean the day on which they are over.
        reported: the civil moment from which it counts.
        calendar: which days are working days.
    """
    match limit.unit:
        case LimitUnit.AT_ONCE:
            return reported.date()
        case LimitUnit.HOURS:
            return (reported + timedelta(hours=limit.amount)).date()
        case LimitUnit.DAYS:
            return reported.date() + timedelta(days=limit.amount)
        case LimitUnit.WORKING_DAYS:
            return calendar.after(reported.date(), limit.amount)


def dates_of(
    promise: Promise,
    reported: datetime,
    calendar: Calendar,
    *,
    due: date | None = None,
) -> Dates:
    """Return the days that a promise gives an issue.

    Args:
        promise: what held when it was reported, for an issue of its urgency (`urgencies`).
        reported: the civil moment of the report.
        calendar: which days are working days.
        due: the due day that was agreed instead of the promised one.
    """
    due = due or due_day(promise.close, reported, calendar)
    return Dates(
        respond_by=_end(promise.respond, reported, calendar),
        due_on=due,
        warn_on=warn_day(promise, due, reported.date(), calendar),
        raise_on=due_day(promise.escalate, reported, calendar),
    )


def earlier(limit: Limit, other: Limit, reported: datetime, calendar: Calendar) -> Limit:
    """Return the limit that ends earlier, counted from a moment; the first of equal ones."""
    ends_first = _end(other, reported, calendar) < _end(limit, reported, calendar)
    return other if ends_first else limit


def _end(limit: Limit, reported: datetime, calendar: Calendar) -> datetime:
    """Return the moment a limit ends: after so many hours, else with its day."""
    if limit.unit is LimitUnit.HOURS:
        return reported + timedelta(hours=limit.amount)
    day = due_day(limit, reported, calendar)
    return datetime.combine(day, _LAST, reported.tzinfo)


def warn_day(promise: Promise, due: date, reported: date, calendar: Calendar) -> date:
    """Return the day from which a due day is close; never before the report."""
    return max(reported, calendar.before(due, promise.warn_days))


def check_reported(reported: datetime, now: datetime) -> None:
    """Refuse a report that is not made yet, or from before anything is kept.

    Args:
        reported: the civil moment of the report.
        now: the moment at which it is recorded.

    Raises:
        UsageError: it is.
    """
    if reported > now:
        raise UsageError(
            _("{moment} is in the future: an issue cannot have been reported then.").format(
                moment=f"{reported:%Y-%m-%d %H:%M}"
            ),
            hint=_("Give the day it was reported with --date, today or before."),
        )
    if reported.date() < EARLIEST:
        raise UsageError(
            _("{day} is too long ago for an issue.").format(day=reported.date()),
            hint=_("Check the year of --date."),
        )


def check_due(due: date, reported: date) -> None:
    """Refuse a due day before the report or absurdly far away.

    Raises:
        UsageError: it is.
    """
    if due < reported:
        raise UsageError(
            _("The due date {due} is before the day of the report, {reported}.").format(
                due=due, reported=reported
            ),
            hint=_("Give a later day with --due."),
        )
    if due - reported > LONGEST:
        raise UsageError(
            _("The due date {due} is more than ten years away.").format(due=due),
            hint=_("Check the year of --due."),
        )
