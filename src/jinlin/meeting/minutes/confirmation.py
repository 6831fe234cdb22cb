"""Minutes from draft to confirmed and locked; objections before, corrections after."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.minutes.canonical import digest
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow, find_meeting, meeting_row
from jinlin.store.transaction.tx import Reader, Tx


class MinutesObjection(NamedTuple):
    """What somebody who was there has against the minutes; `at` in civil time."""

    at: datetime
    name: str
    text: str


class MinutesCorrection(NamedTuple):
    """A revision of confirmed minutes.

    Attributes:
        number: hers within the meeting, from 1.
        at: when it was recorded, in civil time.
        text: how it should read.
        reason: why.
        user: who recorded it.
    """

    number: int
    at: datetime
    text: str
    reason: str
    user: str


def confirm(tx: Tx, number: int) -> MeetingRow:
    """Confirm the minutes of a meeting: from now on nothing of it changes.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: they are confirmed already, the meeting is to come, or no attendance is recorded.
    """
    meeting = check_confirmable(tx, number)
    tx.update(
        "meeting",
        meeting.id,
        confirmed_at=tx.clock.stamp,
        confirmed_hash=digest(tx, meeting),
    )
    words: dict[str, Value] = {"number": meeting.label}
    tx.describe(
        Message(N_("Confirmed the minutes of meeting {number}; they are locked"), words),
        reverse=Message(N_("make the minutes of meeting {number} a draft again"), words),
        subject=meeting.label,
    )
    return meeting_row(tx, meeting.id)


def check_confirmable(tx: Tx, number: int) -> MeetingRow:
    """Return a meeting whose minutes can be confirmed.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: they are confirmed already, the meeting is to come, or no attendance is recorded.
    """
    meeting = meeting_to_change(tx, number)
    if meeting.held_at > tx.clock.local(tx.clock.stamp):
        raise RuleError(
            _("Meeting {number} is still to come: {day}.").format(
                number=meeting.label, day=meeting.held_at.date().isoformat()
            ),
            hint=_("Minutes are confirmed after a meeting."),
        )
    if not _somebody_came(tx, meeting):
        raise RuleError(
            _("Nobody is recorded as present at meeting {number}.").format(number=meeting.label),
            hint=_("Record who was there first: jinlin meeting attend {number} NAME").format(
                number=meeting.label
            ),
        )
    return meeting


def object_to(tx: Tx, number: int, name: str, text: str) -> MinutesObjection:
    """Record what somebody who was there has against the minutes.

    Raises:
        NotFoundError: there is no such meeting, or nobody of that name is recorded there.
        RuleError: the minutes are confirmed.
    """
    meeting = meeting_to_change(tx, number)
    there = [
        row["name"]
        for row in tx.rows(
            "SELECT name FROM attendance WHERE meeting_id = ? AND removed_at IS NULL"
            " AND state IN ('present', 'late', 'sitting_in') ORDER BY id",
            (meeting.id,),
        )
    ]
    if name not in there:
        raise NotFoundError(
            _("{name} is not recorded as having been at meeting {number}.").format(
                name=name, number=meeting.label
            ),
            hint=_("There were: {names}.").format(names=_(", ").join(there))
            if there
            else _("Record who was there first: jinlin meeting attend {number} NAME").format(
                number=meeting.label
            ),
        )
    tx.insert("minutes_objection", meeting_id=meeting.id, at=tx.clock.stamp, name=name, text=text)
    words: dict[str, Value] = {"number": meeting.label}
    tx.describe(
        Message(N_("Recorded an objection to the minutes of meeting {number}"), words),
        reverse=Message(N_("remove an objection to the minutes of meeting {number}"), words),
        subject=meeting.label,
    )
    return MinutesObjection(tx.clock.local(tx.clock.stamp), name, text)


def correct(tx: Tx, number: int, text: str, reason: str) -> MinutesCorrection:
    """Record what is wrong in confirmed minutes; it is shown with them, and changes nothing.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: the minutes are a draft, which is simply changed.
    """
    meeting = find_meeting(tx, number)
    if meeting.confirmed_at is None:
        raise RuleError(
            _("The minutes of meeting {number} are a draft.").format(number=meeting.label),
            hint=_("Change them as they are; corrections belong to confirmed minutes."),
        )
    given = 1 + len(corrections(tx, meeting.id))
    tx.insert(
        "minutes_correction",
        meeting_id=meeting.id,
        number=given,
        at=tx.clock.stamp,
        text=text,
        reason=reason,
        user=tx.user,
    )
    words: dict[str, Value] = {"number": meeting.label, "correction": given}
    tx.describe(
        Message(N_("Recorded correction {correction} to the minutes of meeting {number}"), words),
        reverse=Message(
            N_("remove correction {correction} to the minutes of meeting {number}"), words
        ),
        subject=meeting.label,
    )
    return MinutesCorrection(given, tx.clock.local(tx.clock.stamp), text, reason, tx.user)


def objections(reader: Reader, meeting_id: int) -> tuple[MinutesObjection, ...]:
    """Return what people have against the minutes of a meeting, the first first."""
    return tuple(
        MinutesObjection(reader.clock.local(row["at"]), row["name"], row["text"])
        for row in reader.rows(
            "SELECT at, name, text FROM minutes_objection WHERE meeting_id = ?"
            " AND removed_at IS NULL ORDER BY id",
            (meeting_id,),
        )
    )


def corrections(reader: Reader, meeting_id: int) -> tuple[MinutesCorrection, ...]:
    """Return the revisions of the minutes of a meeting, the first first."""
    return tuple(
        MinutesCorrection(
            row["number"], reader.clock.local(row["at"]), row["text"], row["reason"], row["user"]
        )
        for row in reader.rows(
            "SELECT * FROM minutes_correction WHERE meeting_id = ? ORDER BY number", (meeting_id,)
        )
    )


def _somebody_came(tx: Tx, meeting: MeetingRow) -> bool:
    return bool(
        tx.value(
            "SELECT EXISTS (SELECT 1 FROM attendance WHERE meeting_id = ? AND removed_at IS NULL"
            " AND state IN ('present', 'late'))",
            (meeting.id,),
        )
    )
