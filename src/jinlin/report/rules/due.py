"""Which stretch of civil time a report is about."""

from __future__ import annotations

from typing import Final

from jinlin.core.clock import Clock
from jinlin.core.days.stretch import Length, Stretch, stretch_named, stretch_with

REPORT_DAYS: Final = {Length.WEEK: 2, Length.MONTH: 10, Length.QUARTER: 20, Length.YEAR: 45}
"""Up to this day of a stretch, a report for which none is named is about the one before.

Monthly reports are handed in between the 1st and the 5th, sometimes late; some streets want them
on the 25th, when the month is still running.
"""


def stretch_reported(words: str | None, length: Length, clock: Clock) -> Stretch:
    """Return the stretch a report is about.

    Args:
        words: what the user typed; None for the one that is due: the one before until the tenth
            of a month, this one afterwards; likewise the others (`REPORT_DAYS`).
        length: how long it is.
        clock: for what the words are relative to.

    Raises:
        UsageError: there is no such stretch, it has not begun, or it is too long ago.
    """
    if words is not None:
        return stretch_named(words, length, clock)
    this = stretch_with(clock.today, length)
    return this.previous if (clock.today - this.first).days < REPORT_DAYS[length] else this
