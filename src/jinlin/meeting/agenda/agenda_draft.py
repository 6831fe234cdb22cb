"""`--build`: an agenda drawn from what is stuck, and the Friday council it is for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.days.written import day_words
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.agenda.agenda_backlog import sources
from jinlin.meeting.agenda.agenda_sources import (
    AddedItems,
    Restated,
    SourceItem,
    add_agenda_source,
    restate,
)
from jinlin.meeting.record.actions import NewMeeting, record_meeting
from jinlin.meeting.record.agenda import SourceKind
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.rules_in_force import type_on
from jinlin.meeting.record.write_back import note_agenda
from jinlin.meeting.rules.frequency import Frequency, PeriodLength
from jinlin.meeting.rules.kinds import type_name
from jinlin.meeting.rules.meeting_duties import DaySpan, fixed_days
from jinlin.meeting.rules.meetings import FRIDAY_COUNCIL
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader, Tx

_FRIDAY: Final = 4
_LOOKED_AHEAD: Final = timedelta(days=60)
"""So far ahead the next day of a council is looked for."""


class Built(NamedTuple):
    """What building an agenda did.

    Attributes:
        meeting: whose agenda it is.
        created: the meeting was not planned before.
        added: what was put on it, and what stays off.
        restated: what was taken off, since it is settled, and what says anew why it is there.
    """

    meeting: MeetingRow
    created: bool
    added: AddedItems
    restated: Restated = Restated()


def build_agenda(tx: Tx, number: int | None, *, again: bool = False) -> Built:
    """Put on an agenda what is stuck, undone, to be reviewed or left from the meeting before.

    Items that are there stay as they were edited, but say why they are there as of today; what is
    settled meanwhile is dropped; what was taken off by hand stays off. An issue hears of it.

    Args:
        tx: the transaction.
        number: the meeting's number; None for the next Friday council, which is planned if there
            is none.
        again: also what was taken off by hand.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: it was opened, or its minutes are confirmed.
    """
    planned = next_friday_council(tx) if number is None else number
    created = planned is None
    meeting = _plan(tx) if planned is None else meeting_to_change(tx, planned)
    if meeting.opened_at is not None:
        raise RuleError(
            _("Meeting {number} was opened and its agenda is frozen.").format(number=meeting.label),
            hint=_("Add what is new by hand: jinlin meeting item {number} TEXT --reason WHY")
            .format(number=meeting.label),
        )  # fmt: skip
    drawn = sources(tx, meeting)
    restated = restate(tx, meeting, drawn)
    added = add_agenda_source(tx, meeting, drawn, again=again)
    _tell_issues(tx, meeting, drawn, added)
    _describe(tx, meeting, added, restated, created=created)
    return Built(meeting, created, added, restated)


def _describe(
    tx: Tx, meeting: MeetingRow, added: AddedItems, restated: Restated, *, created: bool
) -> None:
    if restated != Restated():
        told: dict[str, Value] = {
            "number": meeting.label,
            "count": len(added.positions),
            "dropped": len(restated.dropped),
        }
        tx.describe(
            Message(
                N_("Built the agenda of meeting {number} again: {count} new items, {dropped}"
                   " taken off"),
                told,
            ),
            reverse=Message(N_("set the agenda of meeting {number} back to before"), told),
            subject=meeting.label,
        )  # fmt: skip
    elif created or added.positions:
        words: dict[str, Value] = {"number": meeting.label, "count": len(added.positions)}
        tx.describe(
            Message(
                N_("Planned meeting {number} and put {count} items on its agenda")
                if created
                else N_("Built the agenda of meeting {number}: {count} new items"),
                words,
            ),
            reverse=Message(
                N_("remove meeting {number} with the {count} items of its agenda")
                if created
                else N_("take {count} items off the agenda of meeting {number}"),
                words,
            ),
            subject=meeting.label,
        )


def _tell_issues(
    tx: Tx, meeting: MeetingRow, drawn: Sequence[SourceItem], added: AddedItems
) -> None:
    """Note in the life of each issue that it was put on the agenda, and of which meeting."""
    issues = {item.reference for item in drawn if item.kind == SourceKind.ISSUE}
    text = _("On the agenda of {title}, {day}").format(
        title=type_name(meeting.type), day=day_words(meeting.held_at.date())
    )
    new = [reference for reference in added.references if reference in issues]
    note_agenda(tx, new, text=text, reference=meeting.label)


def next_friday_council(reader: Reader) -> int | None:
    """Return the number of the next Friday council that is planned and was not opened."""
    number = reader.value(
        "SELECT number FROM meeting WHERE type = ? AND removed_at IS NULL AND held_at >= ?"
        " AND opened_at IS NULL AND ended_at IS NULL ORDER BY held_at, id LIMIT 1",
        (FRIDAY_COUNCIL, reader.clock.moment(reader.clock.today)),
    )
    return None if number is None else int(number)


def next_council_day(reader: Reader) -> date:
    """Return the next day on which the council is held, today included; on no public holiday."""
    today = reader.clock.today
    due = type_on(reader, FRIDAY_COUNCIL, today).due or Frequency(1, PeriodLength.WEEK)
    days = fixed_days(due, DaySpan(today, today + _LOOKED_AHEAD), calendar(reader).off)
    return next(days, today + timedelta(days=(_FRIDAY - today.weekday()) % 7))


def _plan(tx: Tx) -> MeetingRow:
    day = next_council_day(tx)
    return record_meeting(tx, NewMeeting(type=FRIDAY_COUNCIL, held_at=tx.clock.moment(day)))
