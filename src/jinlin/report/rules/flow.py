"""Counting issues: the flow through a month, ratings, rates with their base, changes.

Carried over + received + reopened = closed + open at the month's end, for every row and for the
whole: of each issue a month has one way in and one way out (`issue.spells`), so that what is
closed, opened again and closed again within it counts as one. Rates are shown with their base, and
not at all where the base is small.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Final

from jinlin.core.decimals import Rate

COMPARABLE: Final = 30
"""A change on the month before is given in per cent only from this many on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What came, what was settled and what is left, in numbers of issues.

    Attributes:
        carried_over: open when the month began.
        received: reported in the month.
        reopened: closed when the month began, and taken up again in it.
        closed_solved: closed in the month with a solution, and not opened again when it ended.
        closed_unsolved: answered and closed in the month, not solved for now, likewise.
        declined: closed in the month as not for the branch to handle, likewise.
        merged: merged in the month into another issue that says the same, likewise.
        open: open when the period ended.
        overdue: of these, due on a day that had passed.
        due: due on a day of the period that had passed.
        on_time: of these, closed at the end of the day they were due on.

    Raises:
        ValueError: the figures do not add up; such a report is never printed.
    """

    carried_over: int = 0
    received: int = 0
    reopened: int = 0
    closed_solved: int = 0
    closed_unsolved: int = 0
    declined: int = 0
    merged: int = 0
    open: int = 0
    overdue: int = 0
    due: int = 0
    on_time: int = 0

    def __post_init__(self) -> None:
        came = self.carried_over + self.received + self.reopened
        if came != self.closed + self.open:
            raise ValueError(f"{came} issues came, {self.closed} + {self.open} are accounted for")

    def __add__(self, other: Flow) -> Flow:
        return Flow(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )

    @property
    def closed(self) -> int:
        """How many were closed in the month, in whichever way."""
        return self.closed_solved + self.closed_unsolved + self.declined + self.merged

    @property
    def on_time_rate(self) -> Rate:
        """Those closed within their limit among those due in the month."""
        return Rate(numerator=self.on_time, denominator=self.due)

    @property
    def idle(self) -> bool:
        """Whether nothing came and nothing is left; what was due may have been settled before."""
        return not self.carried_over + self.received + self.reopened


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """What residents said of closed issues: the last word in the month, opened again or not.

    Attributes:
        unrated: closed in the month, and neither rated in it nor opened again when it ended;
            those declined or merged are not asked about.
    """

    satisfied: int = 0
    basically_satisfied: int = 0
    not_satisfied: int = 0
    unrated: int = 0

    def __add__(self, other: Ratings) -> Ratings:
        return Ratings(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )

    @property
    def rated(self) -> int:
        """The base of the satisfaction rate."""
        return self.satisfied + self.basically_satisfied + self.not_satisfied

    @property
    def rate(self) -> Rate:
        """The satisfaction rate: satisfied and basically satisfied among those rated."""
        return Rate(numerator=self.satisfied + self.basically_satisfied, denominator=self.rated)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountChange:
    """A count beside the one of the month before."""

    now: int
    before: int

    @property
    def difference(self) -> int:
        """How many more; negative for fewer."""
        return self.now - self.before

    @property
    def exact(self) -> Fraction | None:
        """The difference as a share of the month before; None where that month was small."""
        return Fraction(self.difference, self.before) if self.before >= COMPARABLE else None
