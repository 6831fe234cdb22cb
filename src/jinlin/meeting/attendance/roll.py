"""Who should attend a meeting, as the rule of its kind says; in one stroke, before it begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.meeting.attendance.attendance_lines import NamedAttendee
from jinlin.meeting.attendance.electors import holders_of
from jinlin.meeting.record.opening import meeting_to_change
from jinlin.meeting.record.queries import MeetingRow, find_meeting
from jinlin.meeting.record.rules_in_force import type_on
from jinlin.meeting.rules.kinds import Expected, MeetingType
from jinlin.meeting.rules.meetings import AttendanceState, unit_of
from jinlin.member.branch.groups import find_group, members_of_group
from jinlin.member.register.queries import AFFILIATED, IN_STATE, members
from jinlin.member.register.voters import electorate
from jinlin.member.rules.party import MEMBERS, Affiliation
from jinlin.member.rules.posts import Body
from jinlin.output.contribution.rooms import contributed
from jinlin.store.transaction.tx import Reader, Tx

_INVITED: Final = frozenset({Expected.FREE, Expected.OWNERS})
"""Who attends meetings of which no kind says by name whom it calls."""
_TAKING_PART: Final = (Affiliation.HERE, Affiliation.REPORT_IN)
_BODIES: Final = {
    Expected.COMMITTEE: Body.BRANCH,
    Expected.OWNERS_COMMITTEE: Body.OWNERS_COMMITTEE,
    Expected.SUPERVISORY_BOARD: Body.SUPERVISORY_BOARD,
}


class Invited(NamedTuple):
    """Somebody who should attend; a unit is no person, and has its representative in brackets."""

    person_id: int | None
    name: str


def missing_from_roll(
    reader: Reader, number: int, *, group: str | None = None
) -> tuple[MeetingRow, MeetingType, list[Invited]]:
    """Return who should attend a meeting by its kind and is not on its roll yet.

    Raises:
        NotFoundError: there is no such meeting or group.
        RuleError: this kind of meeting has no roll of its own, or nobody is recorded for it.
        UsageError: a group's meeting without its group.
    """
    meeting = find_meeting(reader, number)
    known = type_on(reader, meeting.type, meeting.held_at.date())
    people = _invited(reader, meeting, known, meeting.held_at.date(), group)
    if not people:
        raise RuleError(
            _("Nobody is recorded who should attend: {who}.").format(who=known.expected.label),
            hint=_("Record them first: jinlin partner add NAME")
            if known.expected is Expected.PARTNERS
            else _("Record them first: jinlin member add, jinlin member post add"),
        )
    recorded = {
        row["person_id"] or unit_of(row["name"])
        for row in reader.rows(
            "SELECT person_id, name FROM attendance WHERE meeting_id = ? AND removed_at IS NULL",
            (meeting.id,),
        )
    }
    return (
        meeting,
        known,
        [one for one in people if (one.person_id or unit_of(one.name)) not in recorded],
    )


def who_should_attend(reader: Reader, number: int) -> list[Invited]:
    """Return who should attend a meeting by its kind; nobody where its kind says nobody by name.

    Of a Party group's meeting, whose group nobody said, they are the members of every group.

    Raises:
        NotFoundError: there is no such meeting.
    """
    meeting = find_meeting(reader, number)
    day = meeting.held_at.date()
    known = type_on(reader, meeting.type, day)
    return [] if known.expected in _INVITED else _called(reader, meeting, known, day)


def _called(reader: Reader, meeting: MeetingRow, known: MeetingType, day: date) -> list[Invited]:
    if known.expected is Expected.GROUP:
        known = known._replace(expected=Expected.PARTY_MEMBERS)
    return _invited(reader, meeting, known, day, None)


def units_called(reader: Reader, meeting: MeetingRow) -> frozenset[str]:
    """Return the units a meeting with the partners calls; none where people are called."""
    known = type_on(reader, meeting.type, meeting.held_at.date())
    if known.expected is not Expected.PARTNERS:
        return frozenset()
    called = _called(reader, meeting, known, meeting.held_at.date())
    return frozenset(unit_of(one.name) for one in called)


def outside_roll(
    reader: Reader, meeting: MeetingRow, named: Sequence[NamedAttendee]
) -> list[NamedAttendee]:
    """Return who of some people is not of the body that meets: a guest, a resident, a member.

    A post that was put on record after the meeting counts. Nobody is outside where anybody may be
    invited, where those who serve are counted, or where nobody of the body is on record.
    """
    known = type_on(reader, meeting.type, meeting.held_at.date())
    if known.service or known.expected in {*_INVITED, Expected.PARTNERS}:
        return []
    days = (meeting.held_at.date(), reader.clock.today)
    body = {one.person_id for day in days for one in _called(reader, meeting, known, day)}
    return [one for one in named if body and one.person_id not in body]


def inside_roll(
    reader: Reader, meeting: MeetingRow, named: Sequence[NamedAttendee]
) -> list[NamedAttendee]:
    """Return who of some people was of the body that met: she attends, and does not sit in."""
    body = {one.person_id for one in who_should_attend(reader, meeting.number)}
    return [one for one in named if one.person_id is not None and one.person_id in body]


def strangers(reader: Reader, named: Sequence[NamedAttendee]) -> list[NamedAttendee]:
    """Return who of some people takes no part in the life of this branch."""
    own = IN_STATE(tuple(MEMBERS)) & AFFILIATED(_TAKING_PART)
    ours = {member.person.id for member in members(reader, own)}
    return [one for one in named if one.person_id not in ours]


def fill_roll(tx: Tx, number: int, people: list[Invited]) -> None:
    """Put people on the roll of a meeting, as expected.

    Raises:
        RuleError: its minutes are confirmed.
    """
    meeting = meeting_to_change(tx, number)
    tx.insert_many(
        "attendance",
        ("meeting_id", "person_id", "name", "state"),
        [(meeting.id, one.person_id, one.name, AttendanceState.EXPECTED.value) for one in people],
    )
    if people:
        words: dict[str, Value] = {"number": meeting.label, "count": len(people)}
        tx.describe(
            Message(N_("Put {count} people on the roll of meeting {number}"), words),
            reverse=Message(N_("take {count} people off the roll of meeting {number}"), words),
            subject=meeting.label,
        )


def _invited(
    reader: Reader, meeting: MeetingRow, known: MeetingType, day: date, group: str | None
) -> list[Invited]:
    if group is not None and known.expected is not Expected.GROUP:
        raise UsageError(
            _("A group goes with a meeting of a Party group."), hint=_("Leave --group out.")
        )
    if known.expected in _BODIES:
        rows = holders_of(reader, _BODIES[known.expected], day)
        return [Invited(row["person_id"], row["name"]) for row in rows]
    match known.expected:
        case Expected.PARTNERS:
            return [
                Invited(None, unit)
                for room in contributed("invited")
                for unit in room.units(reader, day)
            ]
        case Expected.PARTY_MEMBERS:
            voters = electorate(reader, on=day, permitted=True).voters
            if voters:
                return [Invited(v.member.person.id, v.member.person.name) for v in voters]
            own = IN_STATE(tuple(MEMBERS)) & AFFILIATED(_TAKING_PART)
        case Expected.WITH_REPORT_INS:
            own = IN_STATE(tuple(MEMBERS)) & AFFILIATED(_TAKING_PART)
        case Expected.GROUP:
            if group is None:
                raise UsageError(_("Which group meets?"), hint=_("Name it: --group 3号楼党小组"))
            return [
                Invited(member.person.id, member.person.name)
                for member in members_of_group(reader, find_group(reader, group))
                if member.details.party_state in MEMBERS
            ]
        case _:
            raise RuleError(
                _("{type} has no roll of its own: {who}.").format(
                    type=known.name, who=known.expected.label
                ),
                hint=_(
                    "Name who is invited: jinlin meeting attend {number} NAME --state expected"
                ).format(number=meeting.label),
            )
    return [Invited(member.person.id, member.person.name) for member in members(reader, own)]
