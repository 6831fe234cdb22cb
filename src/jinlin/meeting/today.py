"""What of meetings wants doing today: those of the day, what they gave out, those still due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jinlin.core.i18n import N_
from jinlin.meeting.calendar.calendar import due_this_month
from jinlin.meeting.duties import duties
from jinlin.meeting.record.action_register import actions_due
from jinlin.meeting.record.queries import held_within, meetings
from jinlin.meeting.record.resolution_register import to_review
from jinlin.output.contribution.today_lines import TodayLine, TodaySection
from jinlin.store.transaction.tx import Reader


def _meetings(reader: Reader) -> Iterator[TodayLine]:
    clock = reader.clock
    tomorrow = clock.today + timedelta(days=1)
    wanted = held_within(clock.moment(clock.today), clock.moment(tomorrow))
    for row in (listed.meeting for listed in meetings(reader, wanted)):
        when = row.when if isinstance(row.when, str) else f"{row.when:%H:%M}"
        yield TodayLine(row.label, row.title, when, row.place)


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
    TodaySection(10, "meetings", N_("Meetings today"), "jinlin meeting show {number}", _meetings),
    TodaySection(20, "actions", N_("Action items due"), "jinlin meeting done {number}", _actions),
    TodaySection(
        30,
        "reviews",
        N_("Resolutions to look at again"),
        N_("jinlin meeting review {number} --note 落实情况"),
        _reviews,
    ),
    TodaySection(
        150,
        "gatherings",
        N_("Meetings still due this month"),
        "jinlin meeting calendar",
        _gatherings,
    ),
    TodaySection(190, "to_post", N_("Decisions to be posted"), "jinlin notice due", _to_post),
)
