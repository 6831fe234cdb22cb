"""How often a kind of meeting is due, for the calendar: so many times in a period, on which day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact


class Period(StrEnum):
    """What a frequency counts by."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


PERIOD_LABELS: Final[Mapping[Period, str]] = {
    Period.WEEK: N_("week"),
    Period.MONTH: N_("month"),
    Period.QUARTER: N_("quarter"),
    Period.HALF_YEAR: N_("half-year"),
    Period.YEAR: N_("year"),
}
_WORDS: Final[Mapping[Period, tuple[str, ...]]] = {
    Period.WEEK: ("week", "每周", "周", "每星期"),
    Period.MONTH: ("month", "每月", "月"),
    Period.QUARTER: ("quarter", "每季度", "每季", "季度", "季"),
    Period.HALF_YEAR: ("halfyear", "half", "每半年", "半年"),
    Period.YEAR: ("year", "每年", "年"),
}
_WEEKDAYS: Final = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
)  # fmt: skip
_FIRST: Final = re.compile(r"(?:(?P<times>\d{1,2})(?:次)?(?:/|per|x)?)?(?P<period>[^\d\W]+)")
_AFTER: Final = re.compile(r"(?P<period>[^\d\W]+?)(?P<times>\d{1,2})次")
_NEVER: Final = frozenset({"none", "无", "按需", "不定期"})


class Frequency(NamedTuple):
    """How often a kind of meeting is due.

    Attributes:
        times: at least so many times.
        period: in each of these.
        weekday: on this day of the week, 1 for Monday; None where any day will do.
        day: on this day of the month; None where any day will do.
    """

    times: int
    period: Period
    weekday: int | None = None
    day: int | None = None

    @property
    def code(self) -> str:
        """The form in which it is typed: `1/month`."""
        return f"{self.times}/{self.period.value.replace('_', '-')}"

    @property
    def words(self) -> str:
        """What people say: `once a quarter`, `2 times a year`, `every Friday`."""
        if self.weekday is not None:
            return _("every {weekday}").format(weekday=_(_WEEKDAYS[self.weekday - 1]))
        if self.day is not None:
            return _("on day {day} of each month").format(day=self.day)
        said = _("once a {period}") if self.times == 1 else _("{times} times a {period}")
        return said.format(times=self.times, period=_(PERIOD_LABELS[self.period]))


def parse_frequency(text: str) -> Frequency | None:
    """Read how often: `1/month`, `每季度1次`, `quarter`, `2/year`; `none` and `按需` are None.

    Raises:
        UsageError: it cannot be read.
    """
    said = compact(text).replace("-", "").replace("_", "")
    if said in _NEVER:
        return None
    match = _AFTER.fullmatch(said) or _FIRST.fullmatch(said)
    times = int(match["times"] or 1) if match else 0
    for period, words in _WORDS.items():
        if match and times and match["period"] in words:
            return Frequency(times, period)
    raise UsageError(
        _("“{text}” does not say how often.").format(text=text),
        hint=_("Write it like 1/month, 1/quarter, 2/year, 每季度1次, or none."),
    )
