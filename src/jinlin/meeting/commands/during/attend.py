"""`jinlin meeting attend`: who was there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, NamedTuple, TypeAlias

from jinlin.complex.household.listed import confirm_listed, names_said, recognised, tell_left_out
from jinlin.complex.kinds import PEOPLE
from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.meeting.attendance import attendance, roll
from jinlin.meeting.attendance.attendance_lines import Attending
from jinlin.meeting.attendance.electors import electors
from jinlin.meeting.attendance.proxies import represent
from jinlin.meeting.attendance.removal import take_off
from jinlin.meeting.attendance.said_line import SaidLine, said_line, unlike_names
from jinlin.meeting.commands.kinds import NAMES, TIME, MeetingNumber
from jinlin.meeting.record.queries import MeetingRow, attendance_counts, find_meeting
from jinlin.meeting.record.rules_in_force import type_on
from jinlin.meeting.rules.kinds import MeetingType
from jinlin.meeting.rules.meetings import (
    NO_TIME,
    AttendanceState,
    SaidTime,
    meeting_label,
)
from jinlin.meeting.rules.written_opinions import opinion_in
from jinlin.meeting.voting.vote_words import room_words
from jinlin.output.asking import confirm, overtaken
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import GROUP, TEXT, choice
from jinlin.output.delivery.show import done
from jinlin.person.people.queries import PersonRow
from jinlin.store.command.command import reading, rehearsing, writing

_People: TypeAlias = Annotated[
    str | None,
    PEOPLE.option(help=N_("Everybody on a list: a WeChat sign-up (接龙), a sheet with names.")),
]
_Who: TypeAlias = Annotated[
    list[Sequence[str]] | None,
    NAMES.argument(
        called=N_("WHO…"),
        help=N_("Names, P12 or name@building."),
        asked=AskedFor(
            N_("Who was there, such as 林秀英、陈国强"),
            optional=True,
            sought=True,
            where=lambda said: not (said["people"] or said["members"] or said["expected"]),
        ),
    ),
]
_Members: TypeAlias = Annotated[
    bool, flag("--members", help=N_("All members of this branch not yet recorded there."))
]
_Expected: TypeAlias = Annotated[
    bool, flag("--expected", help=N_("Fill the roll with who should attend by its kind."))
]
_State: TypeAlias = Annotated[
    AttendanceState | None,
    choice(AttendanceState, called=N_("STATE")).option(
        help=N_("present (unless said otherwise), late, excused, absent, sitting-in, expected."),
    ),
]
_ProxyFor: TypeAlias = Annotated[
    Sequence[str] | None, NAMES.option(help=N_("For whom she votes, being there."))
]
_Written: TypeAlias = Annotated[
    str | None, TEXT.option(help=N_("The opinion handed in instead of coming."))
]


def _left(text: str) -> SaidTime:
    return NO_TIME if text in {"none", "无"} else SaidTime(text)


_LEFT: Final = WordKind("time", N_("TIME"), _left)
_MANY: Final = 3
"""From so many records on that nobody named one by one, a command asks first."""


class _ToldAttendance(NamedTuple):
    """How people attended, as far as it was told."""

    state: AttendanceState | None = None
    at: SaidTime | None = None
    left: SaidTime | None = None
    reason: str | None = None
    written: str | None = None

    def attending(self, meeting: MeetingRow, clock: Clock) -> Attending:
        """Return it with its moments as the database keeps them."""
        left = self.left
        return Attending(
            state=self.state,
            reason=self.reason,
            arrived_at=self.at.after(meeting.begins, clock) if self.at else None,
            left_at=None if left is None else left.after(meeting.begins, clock),
            written=self.written,
        )


def attend(
    call: Call,
    number: MeetingNumber,
    who: _Who = None,
    people: _People = None,
    members: _Members = False,
    expected: _Expected = False,
    group: Annotated[
        str | None, GROUP.option(help=N_("Whose group meets, for --expected."))
    ] = None,
    state: _State = None,
    at: Annotated[
        SaidTime | None, TIME.option("--time", help=N_("When they came, such as 19:45."))
    ] = None,
    left: Annotated[
        SaidTime | None,
        _LEFT.option(help=N_("When they left; none takes it back."), cleared=NO_TIME),
    ] = None,
    reason: Annotated[
        str | None, TEXT.option(help=N_("Why late, excused or absent."), free=True)
    ] = None,
    proxy_for: _ProxyFor = None,
    authority: Annotated[str | None, TEXT.option(help=N_("The written authority for it."))] = None,
    written: _Written = None,
    remove: Annotated[
        bool, flag("--remove", help=N_("Take off who was recorded by mistake."))
    ] = False,
) -> None:
    names = [name for several in who or () for name in several]
    if not remove:
        names, state, reason = _typed(call, number, names, state, reason)
    if people is not None:
        names += _listed(call, number, people)
    if expected:
        _check_alone(names, members=members, told=state)
        _fill(call, number, group)
        return
    if not names and not members:
        raise UsageError(
            _("Nobody was named."),
            hint=_("For example: jinlin meeting attend {number} 林秀英 陈建国").format(
                number=meeting_label(number)
            ),
        )
    how = _ToldAttendance(state, at, left, reason, written)
    if remove:
        alone = not (members or proxy_for) and how == _ToldAttendance()
        _take_off(call, number, names, alone=alone)
    elif proxy_for or authority:
        _represent(call, number, names, proxy_for or (), authority, how)
    else:
        _record(call, number, names, how, members=members)


def _typed(
    call: Call, number: int, names: list[str], state: AttendanceState | None, reason: str | None
) -> SaidLine:
    """Return what the typed words mean, after asking about names that look like none."""
    with reading(call) as reader:
        meeting = find_meeting(reader, number)
        said = said_line(reader, meeting, names, state, reason)
        unlike = unlike_names(reader, meeting, said.names)
    if unlike:
        confirm(
            call,
            _("Nobody recorded here, and unlike a name: {names}. This records guests.").format(
                names=_(", ").join(unlike)
            ),
        )
    return said


def _listed(call: Call, number: int, people: str) -> list[str]:
    """Return who stands on a list, after showing who was understood; a name nobody has stays one.

    Raises:
        NotFoundError: nobody on the list can be taken.
    """
    listed = names_said(call, people)
    with reading(call) as reader:
        found = recognised(reader, listed)
        meeting = find_meeting(reader, number)
    names = [*(person.label for person in found.known), *found.unknown]
    if not names:
        raise NotFoundError(
            _("Nobody on the list can be taken: {names}.").format(
                names=_(", ").join(found.left_out)
            ),
            hint=_("Say which one by the number, such as {number}.").format(number="P12"),
        )
    text = _("This records {count} people at {number} {title}.")
    words = {"count": len(names), "number": meeting.label, "title": meeting.title}
    confirm_listed(call, found, text.format(**words))
    tell_left_out(call, found, unnamed=True)
    return names


def _record(
    call: Call, number: int, names: list[str], how: _ToldAttendance, *, members: bool
) -> None:
    """Record where people were, all members not yet recorded among them where that is asked."""
    state = how.state or AttendanceState.PRESENT
    everybody = _all_members(call, number, state) if members else []
    with writing(call) as tx:
        if members and attendance.unrecorded_members(tx, number) != everybody:
            raise overtaken()
        meeting = find_meeting(tx, number)
        attending = how.attending(meeting, tx.clock)
        everyone = [*names, *(person.label for person in everybody)]
        did = attendance.attend(tx, number, everyone, attending)
        count = attendance_counts(tx, meeting.id)
        found = electors(tx, meeting, at=attending.arrived_at or attending.left_at)
        room, missing = room_words(found), found.room().entitled - count.expected
        clock, known = tx.clock, type_on(tx, meeting.type, meeting.held_at.date())
    done(
        call,
        _(
            "{number} {title}: {state}: {names}. On the roll {expected}, present {present}, excused"
            " {excused}, absent {absent}, sitting in {sitting_in}."
        ).format(
            number=did.meeting.label,
            title=did.meeting.title,
            state=_stay(did, attending, clock),
            names=_(", ").join((*did.added, *did.changed)) or _("as before"),
            **count._asdict(),
        ),
        number=did.meeting.label,
        data={
            "number": did.meeting.label, "state": did.state, "added": did.added,
            "changed": did.changed, "unchanged": did.unchanged, "guests": did.guests,
            "outside": did.outside, **count._asdict(),
        },
    )  # fmt: skip
    _tell_more(call, did)
    if did.changed or (did.added and did.recorded):
        _tell_after_end(call, meeting, clock)
    if attending.written:
        _tell_written(call, known, attending.written)
    if room:
        call.tell(room)
    if room and missing > 0:
        call.tell(
            _(
                "{count} who may vote are not on the roll yet:"
                " jinlin meeting attend {number} --expected"
            ).format(count=missing, number=meeting.label)
        )


def _tell_written(call: Call, known: MeetingType, text: str) -> None:
    """Say in which votes an opinion in writing counts, and as what it is read."""
    kinds = [kind.label for kind, rule in known.rules.items() if rule.written]
    answer = opinion_in(text)
    call.tell(
        _("An opinion in writing counts in: {kinds}; read as: {answer}.").format(
            kinds=_(", ").join(kinds),
            answer=answer.label if answer else _("not clear, to be said with the vote"),
        ),
    )


def _stay(did: attendance.Attended, how: Attending, clock: Clock) -> str:
    """Return where people were, with the times that were told now."""
    said = did.state.label
    for words, moment in (
        (_("{state}, came {time}"), how.arrived_at),
        (_("{state}, left {time}"), how.left_at),
    ):
        if moment:
            said = words.format(state=said, time=f"{clock.local(moment):%H:%M}")
    return said


def _check_alone(names: list[str], *, members: bool, told: AttendanceState | None) -> None:
    if names or members or told is not None:
        raise UsageError(
            _("--expected fills the roll by itself."),
            hint=_("Leave names, --members and --state out."),
        )


def _fill(call: Call, number: int, group: str | None) -> None:
    """Put on the roll who should attend, after asking where they are many."""
    with rehearsing(call) as tx:
        meeting, _known, people = roll.missing_from_roll(tx, number, group=group)
        roll.fill_roll(tx, number, people)
    if len(people) >= _MANY:
        confirm(
            call,
            _("This puts {count} people on the roll of {number} {title}.").format(
                count=len(people), number=meeting.label, title=meeting.title
            ),
        )
    with writing(call) as tx:
        if roll.missing_from_roll(tx, number, group=group)[-1] != people:
            raise overtaken()
        roll.fill_roll(tx, number, people)
        count = attendance_counts(tx, meeting.id)
    done(
        call,
        _("{number} {title}: {added} added to the roll; {expected} should attend.").format(
            number=meeting.label, title=meeting.title, added=len(people), expected=count.expected
        ),
        number=meeting.label,
        data={
            "number": meeting.label,
            "state": AttendanceState.EXPECTED,
            "added": [one.name for one in people],
            **count._asdict(),
        },
    )


def _take_off(call: Call, number: int, names: list[str], *, alone: bool) -> None:
    if not alone:
        raise UsageError(
            _("--remove goes with names alone."), hint=_("Leave the other options out.")
        )
    with writing(call) as tx:
        meeting, off = take_off(tx, number, names)
        count, clock = attendance_counts(tx, meeting.id), tx.clock
    done(
        call,
        _("{number} {title}: off the attendance: {names}.").format(
            number=meeting.label, title=meeting.title, names=_(", ").join(off)
        ),
        number=meeting.label,
        data={"number": meeting.label, "removed": off, **count._asdict()},
    )
    _tell_after_end(call, meeting, clock)


def _tell_after_end(call: Call, meeting: MeetingRow, clock: Clock) -> None:
    """Say of a meeting that has ended that its attendance was changed since."""
    if meeting.ended_at is not None and meeting.ended_at <= clock.local(clock.stamp):
        call.tell(
            _("{number} ended at {time}: its attendance was changed afterwards.").format(
                number=meeting.label, time=f"{meeting.ended_at:%Y-%m-%d %H:%M}"
            )
        )


def _represent(
    call: Call,
    number: int,
    names: list[str],
    principals: Sequence[str],
    authority: str | None,
    how: _ToldAttendance,
) -> None:
    """Record that somebody votes for others.

    Raises:
        UsageError: it is not said who, for whom, by which paper; or something else is said too.
    """
    if len(names) != 1 or not principals:
        raise UsageError(
            _("One person votes for others."),
            hint=_("For example: jinlin meeting attend M12 林秀英 --proxy-for 陈建国"),
        )
    if authority is None:
        raise UsageError(
            _("A vote for another needs her written authority."),
            hint=_("Say which paper: --authority 11月3日授权委托书"),
        )
    if how != _ToldAttendance():
        raise UsageError(
            _("--proxy-for goes with --authority alone."),
            hint=_("Record first that she is there, then for whom she votes."),
        )
    with writing(call) as tx:
        meeting, represented = represent(tx, number, names[0], principals, authority=authority)
        room = room_words(electors(tx, meeting))
    done(
        call,
        _("{number} {title}: {bearer} votes for {names}.").format(
            number=meeting.label,
            title=meeting.title,
            bearer=names[0],
            names=_(", ").join(represented),
        ),
        number=meeting.label,
        data={"number": meeting.label, "bearer": names[0], "represented": represented},
    )
    if room:
        call.tell(room)


def _all_members(call: Call, number: int, state: AttendanceState) -> list[PersonRow]:
    """Return the members nothing is recorded of, after asking where they are many."""
    with rehearsing(call) as tx:
        people = attendance.unrecorded_members(tx, number)
    if len(people) >= _MANY:
        confirm(
            call,
            _("This records {count} members as {state}.").format(
                count=len(people), state=state.label
            ),
        )
    return people


def _tell_more(call: Call, did: attendance.Attended) -> None:
    """Say who was recorded before, who is nobody of the complex, and who only sits in."""
    if did.changed:
        call.tell(
            _("Recorded before, now changed: {names}").format(names=_(", ").join(did.changed))
        )
    if did.unchanged:
        call.tell(_("Recorded just so before: {names}").format(names=_(", ").join(did.unchanged)))
    if did.guests:
        call.tell(
            _("Not among the people recorded here, kept by name as guests: {names}").format(
                names=_(", ").join(did.guests)
            ),
        )
    if did.outside:
        call.tell(
            _("Not of the body that meets, sitting in: {names}").format(
                names=_(", ").join(did.outside)
            )
        )
    if did.inside:
        call.tell(
            _(
                "Of the body that meets, so not sitting in but attending: {names}."
                " Put it right: jinlin meeting attend {number} {names} --state present"
            ).format(names=" ".join(did.inside), number=did.meeting.label)
        )
