"""What is true of visits: what comes of one, and when the next is to be."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.clock import Clock, Month
from jinlin.core.days.said_days import parse_bound, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.numerals import NUMERALS, int_of
from jinlin.core.text import compact
from jinlin.core.word import Word


class VisitOutcome(Word, refusal=N_("“{text}” is not what comes of a visit.")):
    """What came of a visit."""

    MET = "met", N_("met somebody"), "见到", "已见", "见面"
    NOT_AT_HOME = "not_at_home", N_("nobody at home"), "没人", "无人"
    REFUSED = "refused", N_("not let in"), "拒绝", "不让进"


class VisitReason(Word):
    """Why a door is to be visited; it never says what is kept of the people there."""

    PLANNED = "planned", N_("planned at the last visit")
    REGULAR = "regular", N_("regular visit")


_LATER: Final = (
    rf"(\d{{1,3}}|[{NUMERALS}]{{1,3}}|半)个?(天|日|周|星期|月|年|days?|weeks?|months?)"
    "(?:后|以后|之后)?"
)
_DAYS: Final = {"天": 1, "日": 1, "d": 1, "周": 7, "星": 7, "w": 7}
FARTHEST: Final = 3660
"""No visit is planned more than ten years ahead."""


def parse_next(text: str, clock: Clock, *, after: date) -> date:
    """Read when the next visit is to be: a day, or `2周后`, `10天后`, `1个月后`, `3 weeks`.

    Args:
        text: the words.
        clock: for what they are relative to.
        after: the day of this visit, from which days, weeks and months count.

    Raises:
        UsageError: it is no day, or not after this visit.
    """
    match = re.fullmatch(_LATER, compact(text))
    day = _later(match[1], match[2][0], after) if match else _day(text, clock, after)
    if day is None or not 0 < (day - after).days <= FARTHEST:
        raise UsageError(
            _("The next visit on {day} would not be after this one.").format(day=day or text),
            hint=_("Write it like 2周后, 10天后 or 2026-12-05."),
        )
    return day


class SaidNext(NamedTuple):
    """When the next visit is to be, as it was said."""

    text: str

    def after(self, visit: date, clock: Clock) -> date:
        """Return which day is meant after a visit; as for `parse_next`."""
        return parse_next(self.text, clock, after=visit)


def _day(text: str, clock: Clock, after: date) -> date:
    """Return a day; one without a year is the first after the visit, which may be past by now."""
    if text.strip()[:1].isdecimal() and (latest := parse_bound(text, clock)) > after:
        return latest
    return parse_day(text, clock, planned=True)


def _later(number: str, unit: str, after: date) -> date | None:
    if number == "半":
        return after + timedelta(days=15) if unit in "月m" else None
    count = int_of(number) or 0
    if unit in _DAYS:
        return after + timedelta(days=count * _DAYS[unit])
    months = after.year * 12 + after.month - 1 + count * (12 if unit == "年" else 1)
    target = Month(months // 12, months % 12 + 1)
    return target.first.replace(day=min(after.day, target.last.day))
