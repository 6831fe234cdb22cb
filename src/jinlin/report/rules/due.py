"""Which stretch of civil time a report is about."""

from __future__ import annotations

from typing import Final

from jinlin.core.clock import Clock
from jinlin.core.days.stretch import Length, Stretch, stretch_with

REPORT_DAYS: Final = {Length.WEEK: 2, Length.MONTH: 10, Length.QUARTER: 20, Length.YEAR: 45}
"""Up to this day of a stretch, a report for which none is named is about the one before.

Monthly reports are handed in between the 1st and the 5th, sometimes late; some streets want them
on the 25th, when the month is still running.
"""


def stretch_due(length: Length, clock: Clock) -> Stretch:
    """Return the stretch a report is about where none is named.

    Of a month it is the one before until the tenth, this one afterwards; likewise of the others
    (`REPORT_DAYS`).
    """
    this = stretch_with(clock.today, length)
    return this.previous if (clock.today - this.first).days < REPORT_DAYS[length] else this
