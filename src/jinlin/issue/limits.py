"""Limits a branch promises: at once, so many hours, so many working days; and the due day.

The reported day itself is not counted. Until the calendar of public holidays is kept, working days
are Monday to Friday.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _

EARLIEST: Final = date(1990, 1, 1)
"""No notebook that is copied in begins before it."""
LONGEST: Final = timedelta(days=3660)
"""The farthest a due day may lie behind the report: ten years."""
_SATURDAY = 5


class LimitUnit(StrEnum):
    """What a limit counts."""

    AT_ONCE = "at_once"
    HOURS = "hours"
    WORKING_DAYS = "working_days"


class Limit(NamedTuple):
    """How long something may take.

    Attributes:
        amount: how many hours or working days; 0 when at once.
        unit: what is counted.
    """

    amount: int
    unit: LimitUnit

    @property
    def data(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"amount": self.amount, "unit": self.unit}

    @property
    def text(self) -> str:
        """In the user's words."""
        if self.unit is LimitUnit.AT_ONCE:
            return _("at once")
        if self.amount == 1:
            return _("1 hour") if self.unit is LimitUnit.HOURS else _("1 working day")
        if self.unit is LimitUnit.HOURS:
            return _("{count} hours").format(count=self.amount)
        return _("{count} working days").format(count=self.amount)


def due_day(limit: Limit, reported: datetime) -> date:
    """Return the civil day on which a limit ends.

    Args:
        limit: at once means the same day; hours mean the day on which they are over.
        reported: the civil moment from which it counts.
    """
    if limit.unit is LimitUnit.HOURS:
        return (reported + timedelta(hours=limit.amount)).date()
    day = reported.date()
    left = limit.amount if limit.unit is LimitUnit.WORKING_DAYS else 0
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day


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
            hint=_("Give the day it was reported with --reported, today or before."),
        )
    if reported.date() < EARLIEST:
        raise UsageError(
            _("{day} is too long ago for an issue.").format(day=reported.date()),
            hint=_("Check the year of --reported."),
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
