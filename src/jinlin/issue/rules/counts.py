"""What a period is, and what is counted in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.clock import Clock
from jinlin.issue.rules.durations import Spread

SMALL: Final = 10
"""Below so many no percentage is printed: one family would show through (practice 6.6)."""


class Span(NamedTuple):
    """From when to when something happened.

    Attributes:
        start: the first moment, as the database keeps it.
        stop: the moment after the last.
    """

    start: str
    stop: str


def span_of(clock: Clock, first: date, last: date) -> Span:
    """Return the moments of civil days, the last one included."""
    return Span(clock.moment(first), clock.moment(last + timedelta(days=1)))


class Figures(NamedTuple):
    """What happened in a period to the issues of one kind, in numbers of issues.

    Carried over + received + reopened = solved + unsolved + declined + merged + open.

    Attributes:
        sides: what they are told apart by: stored words, codes, names; None where there is none.
        carried_over: open when it began.
        received: reported in it.
        reopened: closed when it began, and opened again in it.
        open: open at its end.
        solved: closed as solved in it, and not opened again when it ended.
        unsolved: closed as unsolved in it, likewise.
        declined: declined in it, likewise.
        merged: merged into another issue in it, likewise.
        ended: closed in it, solved or not, whatever came after.
        again: of these, those that were opened again since.
        accept: from the report until somebody first took it on or went there, of what was first
            taken on in it.
        solve: from the report until the matter was put right, of what was put right in it; where
            only the closing was recorded, until that.
        close: from the report until the closing of the solved and unsolved ones.
        satisfied: satisfied: the last word in it on each issue, opened again since or not.
        basically_satisfied: basically satisfied, likewise.
        not_satisfied: not satisfied, likewise.
        unrated: of the solved and unsolved ones, those on which nothing was said in it.
    """

    sides: tuple[str | None, ...] = ()
    carried_over: int = 0
    received: int = 0
    reopened: int = 0
    open: int = 0
    solved: int = 0
    unsolved: int = 0
    declined: int = 0
    merged: int = 0
    ended: int = 0
    again: int = 0
    accept: Spread = Spread()
    solve: Spread = Spread()
    close: Spread = Spread()
    satisfied: int = 0
    basically_satisfied: int = 0
    not_satisfied: int = 0
    unrated: int = 0

    @property
    def rated(self) -> int:
        """The base of the satisfaction rate."""
        return self.satisfied + self.basically_satisfied + self.not_satisfied

    @property
    def content(self) -> int:
        """Satisfied or basically satisfied."""
        return self.satisfied + self.basically_satisfied
