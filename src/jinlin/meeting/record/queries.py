"""Questions about meetings: the list, and everything about one."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Final, NamedTuple

from jinlin.core.clock import stamp
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.meeting.record.action_register import actions_of
from jinlin.meeting.record.agenda import (
    AgendaChangeRow,
    AgendaItem,
    Statement,
    changes,
    items,
    statements,
)
from jinlin.meeting.record.grounds import DECIDED
from jinlin.meeting.record.held import CAME, EXPECTED
from jinlin.meeting.record.register import ActionRow, Resolution
from jinlin.meeting.record.resolution_register import resolutions_of
from jinlin.meeting.rules.meetings import AttendanceState, Turnout, has_time, meeting_label, turnout
from jinlin.output.listing.filter import Condition, one_of
from jinlin.store.transaction.tx import Reader


class MeetingRow(NamedTuple):
    """One meeting.

    Attributes:
        id: the row's id.
        number: hers for good; people read it as `M12`.
        type: the code of its kind.
        title: what it is called.
        held_at: when it begins, in civil time; midnight stands for a day without a time.
        ended_at: when it ended, in civil time.
        place: where it is held.
        chair: who is in the chair.
        recorder: who takes the minutes.
        note: what was said that belongs to no item.
        opened_at: when it was opened and its agenda frozen, in civil time; None before.
        confirmed_at: when its minutes were confirmed and locked, in civil time; None before.
        confirmed_hash: what was confirmed, as its SHA-256.
        planned_for: for when it was planned before it was put off, in civil time.
        sent_to: to whom its summary goes, in words.
    """

    id: int
    number: int
    type: str
    title: str
    held_at: datetime
    ended_at: datetime | None
    place: str | None
    chair: str | None
    recorder: str | None
    note: str | None
    opened_at: datetime | None = None
    confirmed_at: datetime | None = None
    confirmed_hash: str | None = None
    planned_for: datetime | None = None
    sent_to: str | None = None

    @property
    def label(self) -> str:
        """Its number as people read it: `M12`."""
        return meeting_label(self.number)

    @property
    def begins(self) -> str:
        """When it begins, to the minute, as the database keeps it."""
        return stamp(self.held_at.replace(second=0))

    @property
    def when(self) -> datetime | str:
        """When it begins: a moment, or ISO text of the day alone."""
        return self.held_at if has_time(self.held_at) else self.held_at.date().isoformat()


class ListedMeeting(NamedTuple):
    """One line of the list.

    Attributes:
        meeting: which one.
        expected: how many people are on its roll.
        present: how many of them came.
        resolutions: how many it passed.
    """

    meeting: MeetingRow
    expected: int
    present: int
    resolutions: int


class Attendee(NamedTuple):
    """Somebody at a meeting, or on its roll.

    Attributes:
        name: as minutes write it.
        state: where she was.
        reason: why she was late, excused or absent.
        arrived_at: when she came, in civil time; None where nobody wrote it down.
        left_at: when she left before the end, in civil time.
        proxy: who there votes for her.
        written: the opinion she handed in instead.
        person_id: who she is; None for a guest.
    """

    name: str
    state: AttendanceState
    reason: str | None
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    proxy: str | None = None
    written: str | None = None
    person_id: int | None = None


class WholeMeeting(NamedTuple):
    """A meeting with everything that belongs to it.

    Attributes:
        meeting: which one.
        attendees: who is on its roll or sat in.
        items: its agenda.
        resolutions: what it decided.
        statements: what was said by whom.
        tasks: what it gave somebody to do.
        changes: what was changed on its agenda after it was opened.
    """

    meeting: MeetingRow
    attendees: tuple[Attendee, ...]
    items: tuple[AgendaItem, ...]
    resolutions: tuple[Resolution, ...]
    statements: tuple[Statement, ...] = ()
    tasks: tuple[ActionRow, ...] = ()
    changes: tuple[AgendaChangeRow, ...] = ()


_LISTED = (
    "SELECT m.*,"
    " (SELECT count(*) FROM attendance AS a WHERE a.meeting_id = m.id AND a.removed_at IS NULL"
    f" AND {EXPECTED}) AS expected,"
    " (SELECT count(*) FROM attendance AS a WHERE a.meeting_id = m.id AND a.removed_at IS NULL"
    f" AND {CAME}) AS present,"
    " (SELECT count(*) FROM resolution AS r WHERE r.meeting_id = m.id AND r.removed_at IS NULL"
    f" AND {DECIDED}) AS resolutions FROM meeting AS m WHERE m.removed_at IS NULL"
)


def meetings(reader: Reader, where: Condition, *, limit: int = 0) -> list[ListedMeeting]:
    """Return the meetings `m` asked for, the latest first; a limit of 0 means all."""
    rows = reader.rows(
        f"{_LISTED} AND {where.sql} ORDER BY m.held_at DESC, m.number DESC LIMIT ?",
        (*where.values, limit or -1),
    )
    return [
        ListedMeeting(
            meeting=meeting_of(reader, row),
            expected=row["expected"],
            present=row["present"],
            resolutions=row["resolutions"],
        )
        for row in rows
    ]


def count_meetings(reader: Reader, where: Condition) -> int:
    """Return how many meetings are asked for."""
    sql = f"SELECT count(*) FROM meeting AS m WHERE m.removed_at IS NULL AND {where.sql}"
    return int(reader.value(sql, where.values))


OF_TYPE: Final = one_of("m.type")
"""The codes of their kinds."""


def held_within(start: str, stop: str) -> Condition:
    """Return what asks for meetings from a moment on and before another, as the database keeps."""
    return Condition("m.held_at >= ? AND m.held_at < ?", (start, stop))


def find_meeting(reader: Reader, number: int) -> MeetingRow:
    """Return the meeting of this number.

    Raises:
        NotFoundError: there is none.
    """
    row = reader.row("SELECT * FROM meeting WHERE number = ? AND removed_at IS NULL", (number,))
    if row is None:
        raise NotFoundError(
            _("There is no meeting {number}.").format(number=meeting_label(number)),
            hint=_("See: jinlin meeting list"),
        )
    return meeting_of(reader, row)


def meeting_row(reader: Reader, row_id: int) -> MeetingRow:
    """Return a meeting as it stands, by the id of its row."""
    [row] = reader.rows("SELECT * FROM meeting WHERE id = ?", (row_id,))
    return meeting_of(reader, row)


def whole_meeting(reader: Reader, number: int) -> WholeMeeting:
    """Return a meeting with attendance, agenda and resolutions.

    Raises:
        NotFoundError: there is none of this number.
    """
    meeting = find_meeting(reader, number)
    return WholeMeeting(
        meeting=meeting,
        attendees=_attendees(reader, meeting.id),
        items=items(reader, meeting.id),
        resolutions=resolutions_of(reader, meeting.number),
        statements=statements(reader, meeting.id),
        tasks=actions_of(reader, meeting.number),
        changes=changes(reader, meeting.id),
    )


def _attendees(reader: Reader, meeting_id: int) -> tuple[Attendee, ...]:
    rows = reader.rows(
        "SELECT a.name, a.person_id, a.state, a.reason, a.arrived_at, a.left_at, a.written,"
        " b.name AS proxy FROM attendance AS a"
        " LEFT JOIN attendance AS b ON b.id = a.represented_by AND b.removed_at IS NULL"
        " WHERE a.meeting_id = ? AND a.removed_at IS NULL ORDER BY a.id",
        (meeting_id,),
    )
    local = reader.clock.local
    return tuple(
        Attendee(
            row["name"],
            AttendanceState(row["state"]),
            row["reason"],
            arrived_at=local(row["arrived_at"]) if row["arrived_at"] else None,
            left_at=local(row["left_at"]) if row["left_at"] else None,
            proxy=row["proxy"],
            written=row["written"],
            person_id=row["person_id"],
        )
        for row in rows
    )


def attendance_counts(reader: Reader, meeting_id: int) -> Turnout:
    """Return how many people there were at a meeting, by where they were."""
    rows = reader.rows(
        "SELECT state FROM attendance WHERE meeting_id = ? AND removed_at IS NULL", (meeting_id,)
    )
    return turnout(AttendanceState(row["state"]) for row in rows)


def meeting_of(reader: Reader, row: sqlite3.Row) -> MeetingRow:
    """Return the meeting of a row of `meeting`."""
    local = reader.clock.local
    return MeetingRow(
        id=row["id"],
        number=row["number"],
        type=row["type"],
        title=row["title"],
        held_at=local(row["held_at"]),
        ended_at=local(row["ended_at"]) if row["ended_at"] else None,
        place=row["place"],
        chair=row["chair"],
        recorder=row["recorder"],
        note=row["note"],
        opened_at=local(row["opened_at"]) if row["opened_at"] else None,
        confirmed_at=local(row["confirmed_at"]) if row["confirmed_at"] else None,
        confirmed_hash=row["confirmed_hash"],
        planned_for=local(row["planned_for"]) if row["planned_for"] else None,
        sent_to=row["sent_to"],
    )
