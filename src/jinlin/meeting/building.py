"""`--build`: an agenda drawn from what is stuck, and the Friday council it is for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.actions import NewMeeting, record_meeting
from jinlin.meeting.locking import meeting_to_change
from jinlin.meeting.queries import MeetingRow, find_meeting
from jinlin.meeting.rules import FRIDAY_COUNCIL
from jinlin.meeting.sources import Added, add_agenda_source, sources
from jinlin.store.tx import Reader, Tx

_FRIDAY: Final = 4


class Built(NamedTuple):
    """What building an agenda did.

    Attributes:
        meeting: whose agenda it is.
        created: the meeting was not planned before.
        added: what was put on it, and what stays off.
    """

    meeting: MeetingRow
    created: bool
    added: Added


def build_agenda(tx: Tx, number: int | None, *, again: bool = False) -> Built:
    """Put on an agenda what is stuck, undone, to be reviewed or left from the meeting before.

    Items that are there stay as they were edited; what was taken off by hand stays off.

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
    added = add_agenda_source(tx, meeting, sources(tx, meeting), again=again)
    if created or added.positions:
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
    return Built(find_meeting(tx, meeting.number), created, added)


def next_friday_council(reader: Reader) -> int | None:
    """Return the number of the next Friday council that is planned and was not opened."""
    number = reader.value(
        "SELECT number FROM meeting WHERE type = ? AND removed_at IS NULL AND held_at >= ?"
        " AND opened_at IS NULL AND ended_at IS NULL ORDER BY held_at, id LIMIT 1",
        (FRIDAY_COUNCIL, reader.clock.moment(reader.clock.today)),
    )
    return None if number is None else int(number)


def next_friday(today: date) -> date:
    """Return the next Friday; on a Friday that is today."""
    return today + timedelta(days=(_FRIDAY - today.weekday()) % 7)


def _plan(tx: Tx) -> MeetingRow:
    day = next_friday(tx.clock.today)
    return record_meeting(tx, NewMeeting(type=FRIDAY_COUNCIL, held_at=tx.clock.moment(day)))
