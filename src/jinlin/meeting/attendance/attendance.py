"""Who was at a meeting: typed many times in a row, so plain SQL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.attendance.attendance_lines import (
    IN_ROOM,
    Attending,
    NamedAttendee,
    check_stay,
    check_unvoted,
    each_once,
    insert_line,
    known_line,
    line_values,
)
from jinlin.meeting.attendance.roll import (
    inside_roll,
    outside_roll,
    strangers,
    units_called,
)
from jinlin.meeting.record.opening import check_day_has_come, freeze, meeting_to_change
from jinlin.meeting.record.queries import MeetingRow, find_meeting
from jinlin.meeting.record.rules_in_force import type_on
from jinlin.meeting.rules.meetings import (
    BRACKET,
    HERE,
    WITH_REASON,
    AttendanceState,
    has_time,
    unit_of,
)
from jinlin.member.register.queries import AFFILIATED, IN_STATE, members
from jinlin.member.rules.party import MEMBERS, Affiliation
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader, Tx


class Attended(NamedTuple):
    """What recording attendance did, by name.

    Attributes:
        meeting: which meeting.
        state: where they are recorded now.
        added: who was not recorded before.
        changed: who was recorded in another state, for another reason, or with other times.
        unchanged: who was recorded just so.
        guests: those of the added who are not among the people of the complex.
        outside: who came and is not of the body that meets: they sit in.
        inside: who is recorded as sitting in, and is of the body that meets.
        recorded: whether attendance was on record before.
    """

    meeting: MeetingRow
    state: AttendanceState
    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    guests: tuple[str, ...]
    outside: tuple[str, ...]
    inside: tuple[str, ...]
    recorded: bool


def attend(tx: Tx, number: int, names: Sequence[str], how: Attending) -> Attended:
    """Record where people were; who is recorded already gets the new state.

    Args:
        tx: the transaction.
        number: the meeting's number.
        names: names, `P12`, `name@building`; a name nobody here has is a guest's.
        how: where they were, why, from when to when.

    Raises:
        NotFoundError: there is no such meeting, or a name may be several people's.
        RuleError: somebody is named twice, everybody is recorded just so, somebody was there before
            the meeting's day or left before she came, or is away and not of the body that meets, or
            opinions in writing do not count there.
        UsageError: a reason or a time does not go with the state, or a name is none.
    """
    meeting = meeting_to_change(tx, number)
    state = _state(tx, meeting, how)
    if state in IN_ROOM:
        check_day_has_come(tx, meeting)
    named = each_once(tx, names)
    on_record = bool(_people_on_record(tx, meeting))
    leaving = how.state is None and how.left_at is not None and how.arrived_at is None
    did: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
    guests, units = [], units_called(tx, meeting)
    outside = outside_roll(tx, meeting, named)
    sitting = tuple(one.name for one in outside) if state in HERE else ()
    _check_who_is_away(tx, meeting, outside, state)
    states: set[AttendanceState] = set()
    for one in named:
        seat = AttendanceState.SITTING_IN if one in outside and state in HERE else state
        what, recorded = _record(tx, meeting, one, how._replace(state=seat), leaving=leaving)
        did[what].append(one.name)
        states.add(recorded)
        if what == "added" and one.person_id is None and unit_of(one.name) not in units:
            guests.append(one.name)
    touched = len(did["added"]) + len(did["changed"])
    if named and not touched:
        raise RuleError(
            _("Recorded just so before: {names}.").format(names=_(", ").join(did["unchanged"])),
            hint=_("See: jinlin meeting show {number}").format(number=meeting.label),
        )
    if touched and (how.arrived_at or how.left_at):
        freeze(tx, meeting)
    if touched:
        _describe(tx, meeting, state, touched)
    if len(states) == 1:
        [state] = states
    told = {key: tuple(value) for key, value in did.items()}
    return Attended(
        meeting=meeting,
        state=state,
        **told,
        guests=tuple(guests),
        outside=sitting,
        inside=_of_the_body(tx, meeting, named, state),
        recorded=on_record,
    )


def _of_the_body(
    tx: Tx, meeting: MeetingRow, named: Sequence[NamedAttendee], state: AttendanceState
) -> tuple[str, ...]:
    """Return who was said to sit in though she is of the body that meets."""
    if state is not AttendanceState.SITTING_IN:
        return ()
    return tuple(one.name for one in inside_roll(tx, meeting, named))


def _check_who_is_away(
    tx: Tx, meeting: MeetingRow, outside: Sequence[NamedAttendee], state: AttendanceState
) -> None:
    """Refuse to count among who should attend somebody who has no part in the body or the branch.

    Raises:
        RuleError: it is so.
    """
    if state in IN_ROOM or not (others := strangers(tx, outside)):
        return
    raise RuleError(
        _("{names} need not attend {title}: {state} is not recorded.").format(
            names=_(", ").join(one.name for one in others), title=meeting.title, state=state.label
        ),
        hint=_(
            "Who is a member after all is recorded first: jinlin member add NAME; who holds a post:"
            " jinlin member post add NAME"
        ),
    )


def _describe(tx: Tx, meeting: MeetingRow, state: AttendanceState, touched: int) -> None:
    words: dict[str, Value] = {
        "number": meeting.label,
        "count": touched,
        "state": Message(state.msgid),
    }
    tx.describe(
        Message(N_("Attendance at meeting {number}, {state}: {count}"), words),
        reverse=Message(N_("take back attendance at meeting {number}, {state}: {count}"), words),
        subject=meeting.label,
    )


def unrecorded_members(reader: Reader, number: int) -> list[PersonRow]:
    """Return the members of this branch of whom a meeting records nothing yet.

    Raises:
        NotFoundError: there is no such meeting.
    """
    meeting = find_meeting(reader, number)
    recorded = _people_on_record(reader, meeting)
    own = IN_STATE(tuple(MEMBERS)) & AFFILIATED((Affiliation.HERE,))
    return [m.person for m in members(reader, own) if m.person.id not in recorded]


def _people_on_record(reader: Reader, meeting: MeetingRow) -> set[int | None]:
    """Return of whom attendance is recorded; all guests are one."""
    rows = reader.rows(
        "SELECT person_id FROM attendance WHERE meeting_id = ? AND removed_at IS NULL",
        (meeting.id,),
    )
    return {row[0] for row in rows}


def _state(tx: Tx, meeting: MeetingRow, how: Attending) -> AttendanceState:
    """Return the state that is meant.

    Raises:
        RuleError: opinions in writing do not count in this kind of meeting.
        UsageError: a reason or a time does not go with it.
    """
    begun = meeting.opened_at or meeting.held_at
    late = how.arrived_at is not None and has_time(begun) and tx.clock.local(how.arrived_at) > begun
    usual = (
        AttendanceState.EXCUSED
        if how.written
        else AttendanceState.LATE
        if late
        else AttendanceState.PRESENT
    )
    state = how.state or usual
    if how.reason and state not in WITH_REASON:
        raise UsageError(
            _("A reason goes with late, excused or absent."),
            hint=_("Leave --reason out, or say which of them: --state excused"),
        )
    if (how.arrived_at or how.left_at) and state not in IN_ROOM:
        raise UsageError(
            _("A time goes with who was there."), hint=_("Leave --time and --left out.")
        )
    if how.written is not None:
        _check_written(tx, meeting, state)
    return state


def _check_written(tx: Tx, meeting: MeetingRow, state: AttendanceState) -> None:
    """Refuse an opinion in writing from who is there, or where none counts.

    Raises:
        RuleError: it is so.
    """
    if state in IN_ROOM:
        raise RuleError(
            _("An opinion in writing counts only from who is absent."),
            hint=_("Leave --state out; who hands one in is excused."),
        )
    known = type_on(tx, meeting.type, meeting.held_at.date())
    if not any(rule.written for rule in known.rules.values()):
        raise RuleError(
            _("Opinions in writing do not count in {type}.").format(type=known.name),
            hint=_("See what counts: jinlin meeting types {code}").format(code=known.name),
        )


def _record(
    tx: Tx, meeting: MeetingRow, named: NamedAttendee, how: Attending, *, leaving: bool
) -> tuple[str, AttendanceState]:
    """Write one line of the attendance. Who only leaves stays late, or sitting in, as she was.

    Returns:
        Whether it was added, changed or unchanged; and the state it has now.

    Raises:
        RuleError: her times cannot be, or she would be away though she voted by name.
    """
    known = known_line(tx, meeting, named)
    if leaving and known is not None and known["state"] in IN_ROOM:
        how = how._replace(state=AttendanceState(known["state"]))
    values = line_values(known, how)
    check_stay(tx, meeting, named, values)
    if known is None:
        insert_line(tx, meeting, named, **values)
        return "added", AttendanceState(values["state"])
    if BRACKET in named.name and (known["state"] not in HERE or BRACKET not in known["name"]):
        values["name"] = named.name  # who came for the unit
    if all(known[column] == value for column, value in values.items()):
        return "unchanged", AttendanceState(values["state"])
    if known["state"] in HERE and AttendanceState(values["state"]) not in HERE:
        check_unvoted(tx, meeting, named, known["id"])
    tx.update("attendance", known["id"], person_id=named.person_id, **values)
    return "changed", AttendanceState(values["state"])
