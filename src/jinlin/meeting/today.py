"""What of meetings wants doing: those ahead, what they gave out, what is unwritten or still due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Final

from jinlin.core.i18n import N_
from jinlin.meeting.calendar.calendar import due_this_month
from jinlin.meeting.duties import duties
from jinlin.meeting.record.action_register import actions_due
from jinlin.meeting.record.branch_first import waiting_for_branch
from jinlin.meeting.record.held import HELD, NOBODY_CAME, NUMBERED
from jinlin.meeting.record.queries import held_within, meetings
from jinlin.meeting.record.resolution_register import to_review
from jinlin.meeting.record.results import LOOKED_BACK
from jinlin.meeting.rules.kinds import service_types
from jinlin.meeting.service.recording import gone_by, unplanned
from jinlin.output.contribution.today_lines import TodayLine, TodaySection
from jinlin.output.listing.filter import Condition
from jinlin.store.transaction.tx import Reader

AHEAD: Final = timedelta(days=3)
"""So long beforehand a meeting is told of."""
NOT_WRITTEN_UP: Final = Condition(f"NOT {HELD} AND NOT {NOBODY_CAME}")
"""Of what is past: nobody wrote down who came, or that nobody did."""
NOT_SERVED: Final = Condition(f"NOT {NUMBERED}")
"""Of what is near: no service day that was held."""


def _meetings(reader: Reader) -> Iterator[TodayLine]:
    clock = reader.clock
    near = held_within(clock.moment(clock.today), clock.moment(clock.today + AHEAD))
    for row in (listed.meeting for listed in reversed(meetings(reader, near & NOT_SERVED))):
        if row.ended_at is not None:
            continue
        day = "" if row.held_at.date() == clock.today else row.held_at.date().isoformat()
        time = "" if isinstance(row.when, str) else f"{row.when:%H:%M}"
        when = " ".join(filter(None, (day, time))) or row.held_at.date().isoformat()
        yield TodayLine(row.label, row.title, when, row.place)


def _not_written_up(reader: Reader, *, services: bool) -> Iterator[TodayLine]:
    """Return the meetings or the service days of late without a record, the oldest first."""
    clock = reader.clock
    past = held_within(clock.moment(clock.today - LOOKED_BACK), clock.moment(clock.today))
    for row in (listed.meeting for listed in reversed(meetings(reader, past & NOT_WRITTEN_UP))):
        if (row.type in service_types()) is services:
            yield TodayLine(row.label, row.title, row.held_at.date().isoformat())


def _services(reader: Reader) -> Iterator[TodayLine]:
    """Return the service days of late without a record: those planned, and fixed ones gone by."""
    yield from _not_written_up(reader, services=True)
    for kind, day in gone_by(reader):
        yield TodayLine(kind.name, kind.name, day.isoformat())


def _services_ahead(reader: Reader) -> Iterator[TodayLine]:
    """Return the fixed service days that are near and that nobody planned."""
    for kind, day in unplanned(reader):
        yield TodayLine(kind.name, kind.name, day.isoformat())


def _branch_first(reader: Reader) -> Iterator[TodayLine]:
    for item in waiting_for_branch(reader):
        yield TodayLine(item.label, item.title, item.day)


def _actions(reader: Reader) -> Iterator[TodayLine]:
    """Return the action items that are due by tomorrow."""
    for row in actions_due(reader, until=reader.clock.today + timedelta(days=1)):
        due = row.due_on.isoformat() if row.due_on else None
        yield TodayLine(row.label, row.text, due, row.owner)


def _reviews(reader: Reader) -> Iterator[TodayLine]:
    for row in to_review(reader):
        yield TodayLine(row.label, row.text, str(row.review_on or row.due_on), row.owner)


def _gatherings(reader: Reader) -> Iterator[TodayLine]:
    for line in due_this_month(reader):
        due = line.duty.next_on.isoformat() if line.duty.next_on else None
        yield TodayLine("", line.type.name, due)


def _to_post(reader: Reader) -> Iterator[TodayLine]:
    for duty in duties(reader):
        yield TodayLine(duty.number, duty.what, str(duty.due_on))


SECTIONS: Final = (
    TodaySection(
        110,
        "meetings",
        N_("Meetings of three days"),
        N_("jinlin meeting show {number}"),
        _meetings,
    ),
    TodaySection(
        112,
        "services_ahead",
        N_("Service days near, not planned"),
        N_("jinlin service add {number} --date {day}"),
        _services_ahead,
    ),
    TodaySection(
        120,
        "unwritten",
        N_("Meetings not written up"),
        N_("jinlin meeting attend {number} …"),
        partial(_not_written_up, services=False),
    ),
    TodaySection(
        122,
        "services",
        N_("Service days not recorded"),
        N_("jinlin service done {number} …"),
        _services,
    ),
    TodaySection(
        160, "actions", N_("Action items due"), N_("jinlin meeting done {number}"), _actions
    ),
    TodaySection(
        170,
        "reviews",
        N_("Resolutions to review"),
        N_("jinlin meeting review {number} …"),
        _reviews,
    ),
    TodaySection(
        180,
        "branch_first",
        N_("For the branch first"),
        N_("jinlin meeting item M… --for {number}"),
        _branch_first,
    ),
    TodaySection(
        190, "to_post", N_("Decisions and results to be posted"), N_("jinlin notice due"), _to_post
    ),
    TodaySection(
        250,
        "gatherings",
        N_("Meetings due this month"),
        N_("jinlin meeting calendar"),
        _gatherings,
    ),
)
