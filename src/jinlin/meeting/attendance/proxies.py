"""Somebody who is there votes for others who are not, by written authority."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.attendance.attendance_lines import (
    IN_ROOM,
    NamedAttendee,
    each_once,
    insert_line,
    known_line,
    named_as,
)
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.rules_in_force import type_on
from jinlin.meeting.rules.meetings import HERE, AttendanceState
from jinlin.store.transaction.tx import Tx


def represent(
    tx: Tx, number: int, bearer: str, absent: Sequence[str], *, authority: str
) -> tuple[MeetingRow, tuple[str, ...]]:
    """Record that somebody who is there votes for others who are not, by written authority.

    Args:
        tx: the transaction.
        number: the meeting's number.
        bearer: who is there.
        absent: who is not.
        authority: the paper (民法典 165: name, matter, period, signature).

    Returns:
        The meeting, and the names of those who are represented.

    Raises:
        NotFoundError: there is no such meeting, or a name may be several people's.
        RuleError: nobody can be represented there; the bearer is not there, or the others are.
    """
    meeting = meeting_to_change(tx, number)
    known = type_on(tx, meeting.type, meeting.held_at.date())
    if not known.proxies:
        raise RuleError(
            _("Nobody can vote for another in {type}.").format(type=known.name),
            hint=_("Who cannot come is excused: --state excused --reason WHY"),
        )
    by = named_as(tx, bearer)
    row = known_line(tx, meeting, by)
    if row is None or row["state"] not in HERE:
        raise RuleError(
            _("{name} is not there to vote for others.").format(name=by.name),
            hint=_("Record her first: jinlin meeting attend {number} {name}").format(
                number=meeting.label, name=by.name
            ),
        )
    names = []
    for one in each_once(tx, absent):
        if one == by:
            raise _is_there(one)
        _hand_over(tx, meeting, one, represented_by=row["id"], authority=authority)
        names.append(one.name)
    words: dict[str, Value] = {"number": meeting.label, "count": len(names)}
    tx.describe(
        Message(N_("Recorded written authority at meeting {number}: {count}"), words),
        reverse=Message(N_("take back written authority at meeting {number}: {count}"), words),
        subject=meeting.label,
    )
    return meeting, tuple(names)


def _hand_over(tx: Tx, meeting: MeetingRow, one: NamedAttendee, **authority: object) -> None:
    """Write down who votes for somebody; who was recorded as absent without excuse stays so.

    Raises:
        RuleError: she is there herself.
    """
    line = known_line(tx, meeting, one)
    if line is None:
        insert_line(tx, meeting, one, state=AttendanceState.EXCUSED.value, **authority)
        return
    if line["state"] in IN_ROOM:
        raise _is_there(one)
    absent = line["state"] == AttendanceState.ABSENT
    state = AttendanceState.ABSENT if absent else AttendanceState.EXCUSED
    tx.update("attendance", line["id"], state=state.value, written=None, **authority)


def _is_there(one: NamedAttendee) -> RuleError:
    return RuleError(
        _("{name} is there herself.").format(name=one.name),
        hint=_("Only who is absent is represented."),
    )
