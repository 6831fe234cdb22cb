"""How often a kind of meeting is due, for the calendar: so many times in a period, on which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.clock import WEEKDAY_NAMES
from jinlin.core.days.stretch import Length, Stretch, stretch_with
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word


class PeriodLength(Word):
    """What a frequency counts by."""

    WEEK = "week", N_("week"), "每周", "周", "每星期", "每礼拜", "aweek", "weekly"
    MONTH = "month", N_("month"), "每月", "月", "amonth", "monthly"
    QUARTER = "quarter", N_("quarter"), "每季度", "每季", "季度", "季", "aquarter"
    HALF_YEAR = "half_year", N_("half-year"), "half", "每半年", "半年", "ahalfyear"
    YEAR = "year", N_("year"), "每年", "年", "ayear", "yearly"


WEEKDAY_CODES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKS: Final[Mapping[int, str]] = {
    1: N_("the first {weekday}"),
    2: N_("the second {weekday}"),
    3: N_("the third {weekday}"),
    4: N_("the fourth {weekday}"),
    -1: N_("the last {weekday}"),
}
LAST: Final = -1
"""The last day of a month, or the last such weekday in it."""
ANY: Final = 0
"""As the week of a month: it is said that any day will do."""
_ONE_DAY: Final = timedelta(days=1)
_ONE_WEEK: Final = timedelta(days=7)


class Frequency(NamedTuple):
    """How often a kind of meeting is due.

    Attributes:
        times: at least so many times.
        period: in each of these.
        weekday: on this day of the week, 1 for Monday; None where any day will do.
        day: on this day of the month, or `LAST`; None where any day will do. A month that is too
            short has it on its last day.
        week: which of a month's weekdays, 1 to 4 or `LAST`; `ANY` where no day is to be kept.
    """

    times: int
    period: PeriodLength
    weekday: int | None = None
    day: int | None = None
    week: int | None = None

    @property
    def has_day(self) -> bool:
        """Whether it says on which day."""
        return self.weekday is not None or self.day is not None

    def period_of(self, day: date) -> Stretch:
        """Return the period a day lies in."""
        return stretch_with(day, Length(self.period.value))

    def keeping(self, before: Frequency | None) -> Frequency:
        """Return it with the day that was before, where it counts by the same and says none."""
        if before is None or before.period is not self.period or self.has_day or self.week == ANY:
            return self._replace(week=None) if self.week == ANY else self
        return self._replace(weekday=before.weekday, day=before.day, week=before.week)

    def falls_on(self, day: date) -> bool:
        """Return whether a day is one of those it says; of a week without one, its last day."""
        if self.period is PeriodLength.WEEK:
            return day.isoweekday() == (self.weekday or 7)
        if self.day is not None:
            last = (day + _ONE_DAY).month != day.month
            return (
                last if self.day == LAST else day.day == self.day or (last and day.day < self.day)
            )
        if self.weekday is None:
            return False
        if day.isoweekday() != self.weekday:
            return False
        if self.week == LAST:
            return (day + _ONE_WEEK).month != day.month
        return (day.day - 1) // 7 + 1 == self.week

    @property
    def code(self) -> str:
        """The form in which it is typed: `1/month`, `1/week/fri`, `1/month/25`, `1/month/2sat`."""
        said = f"{self.times}/{self.period.value.replace('_', '-')}"
        if self.weekday is not None:
            which = {None: "", LAST: "last"}.get(self.week, str(self.week))
            return f"{said}/{which}{WEEKDAY_CODES[self.weekday - 1]}"
        if self.day is not None:
            return f"{said}/{'last' if self.day == LAST else self.day}"
        return f"{said}/any" if self.week == ANY else said

    @property
    def words(self) -> str:
        """What people say: `once a quarter`, `every Friday`, `on day 25 of each month`."""
        said = _("once a {period}") if self.times == 1 else _("{times} times a {period}")
        often = said.format(times=self.times, period=self.period.label)
        day = self._day_words()
        if not day or self.times == 1:
            return day or often
        return _("{often}: {day}").format(often=often, day=day)

    def _day_words(self) -> str:
        if self.weekday is not None:
            weekday = _(WEEKDAY_NAMES[self.weekday - 1])
            if self.week is None:
                return _("every {weekday}").format(weekday=weekday)
            return _("{which} of each month").format(
                which=_(_WEEKS[self.week]).format(weekday=weekday)
            )
        if self.day == LAST:
            return _("on the last day of each month")
        return _("on day {day} of each month").format(day=self.day) if self.day else ""
