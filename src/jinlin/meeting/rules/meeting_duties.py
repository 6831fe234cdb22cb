"""Which meetings a period asks for, and what of it was held, missed, put off or is ahead."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from jinlin.core.clock import Month
from jinlin.core.days.stretch import Length, stretch_with
from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.meeting.rules.frequency import Frequency, PeriodLength


class DutyState(Word):
    """How a kind of meeting stands in a period."""

    HELD = "held", N_("held")
    PLANNED = "planned", N_("planned")
    DUE = "due", N_("still due")
    PUT_OFF = "put_off", N_("put off")
    MISSED = "missed", N_("missed")
    NOT_RECORDED = "not_recorded", N_("before this register began")
    EXEMPT = "exempt", N_("not done here")


class DaySpan(NamedTuple):
    """Days from the first to the last, both included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


class Gathering(NamedTuple):
    """A meeting as the calendar sees it.

    Attributes:
        label: its number.
        day: when it was or is to be.
        held: it took place.
        planned_for: for which day it was planned before it was put off.
    """

    label: str
    day: date
    held: bool
    planned_for: date | None = None


class MeetingDuty(NamedTuple):
    """What a kind of meeting owes in one period.

    Attributes:
        span: the period; for what is weekly the window that was asked for.
        needed: how many meetings.
        held: how many there were.
        meetings: all of that kind in it, and those put off out of it.
        standing: how that stands.
        next_on: when the next one is planned or should be; None where none is due any more.
    """

    span: DaySpan
    needed: int
    held: int
    meetings: tuple[Gathering, ...]
    standing: DutyState
    next_on: date | None


def month_span(month: Month) -> DaySpan:
    """Return the days of a month."""
    return DaySpan(month.first, month.last)


def quarter_span(month: Month) -> DaySpan:
    """Return the days of the quarter that a month is in."""
    _length, first, last = stretch_with(month.first, Length.QUARTER)
    return DaySpan(first, last)


def spans(frequency: Frequency, window: DaySpan) -> Iterator[DaySpan]:
    """Return the periods a window touches; what is weekly is counted over the window itself."""
    if frequency.period is PeriodLength.WEEK:
        yield window
        return
    period = frequency.period_of(window.first)
    while period.first <= window.last:
        yield DaySpan(period.first, period.last)
        period = period.next


def needed_in(frequency: Frequency, span: DaySpan, off: Container[date] = ()) -> int:
    """Return how many meetings a period asks for, public holidays left out of what is weekly."""
    if frequency.period is not PeriodLength.WEEK:
        return frequency.times
    return frequency.times * sum(1 for _day in fixed_days(frequency, span, off))


def fixed_days(frequency: Frequency, span: DaySpan, off: Container[date] = ()) -> Iterator[date]:
    """Return the days on which a kind of meeting falls, where such days are set.

    Without a set day a week counts by its last day.

    Args:
        frequency: how often it is due.
        span: the days asked for.
        off: public holidays: what is weekly is not held on one.
    """
    weekly = frequency.period is PeriodLength.WEEK
    if not weekly and not frequency.has_day:
        return
    for offset in range((span.last - span.first).days + 1):
        day = span.first + timedelta(days=offset)
        if frequency.falls_on(day) and not (weekly and day in off):
            yield day


def duty(
    frequency: Frequency,
    span: DaySpan,
    gatherings: Sequence[Gathering],
    *,
    today: date,
    since: date,
    off: Container[date] = (),
) -> MeetingDuty:
    """Return what a kind of meeting owes in a period and how that stands.

    Args:
        frequency: how often it is due.
        span: the period.
        gatherings: all meetings of that kind.
        today: the civil day.
        since: when this register began; what was before is not called missed.
        off: public holidays.
    """
    inside = [g for g in gatherings if g.day in span]
    put_off = [g for g in gatherings if g.planned_for in span and g.day not in span]
    held = sum(g.held for g in inside)
    ahead = sorted(g.day for g in inside if not g.held and g.day >= today)
    needed = needed_in(frequency, span, off)
    weekly = frequency.period is PeriodLength.WEEK
    past = [day for day in fixed_days(frequency, span, off) if since <= day < today]
    expected = frequency.times * len(past) if weekly else needed
    standing = _standing(
        enough=held >= needed,
        behind=held < expected,
        over=span.last < today,
        ahead=bool(ahead),
        put_off=bool(put_off) and not ahead,
        known=span.last >= since,
        weekly=weekly,
    )
    return MeetingDuty(
        span=span,
        needed=needed,
        held=held,
        meetings=tuple(sorted((*inside, *put_off), key=lambda g: (g.day, g.label))),
        standing=standing,
        next_on=min((*ahead, *(g.day for g in put_off if g.day >= today)), default=None)
        or (_due_on(frequency, span, today, off) if held < needed else None),
    )


def _standing(
    *, enough: bool, behind: bool, over: bool, ahead: bool, put_off: bool, known: bool, weekly: bool
) -> DutyState:
    if enough:
        return DutyState.HELD
    if not known:
        return DutyState.NOT_RECORDED
    if put_off:
        return DutyState.PUT_OFF
    if behind if weekly else over:
        return DutyState.MISSED
    if over:
        return DutyState.HELD
    return DutyState.PLANNED if ahead else DutyState.DUE


def _due_on(frequency: Frequency, span: DaySpan, today: date, off: Container[date]) -> date | None:
    """Return the next day on which a meeting should be; None when the period is over."""
    if span.last < today:
        return None
    return next((day for day in fixed_days(frequency, span, off) if day >= today), span.last)
