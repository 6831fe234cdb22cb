"""Who may vote in a meeting, and who of them is in the room at a moment."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.i18n import N_, _
from jinlin.core.word import Word
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.rules_in_force import type_on
from jinlin.meeting.rules.kinds import MeetingType, Voters
from jinlin.meeting.rules.meetings import HERE, ON_ROLL, AttendanceState
from jinlin.meeting.rules.vote_count import VotingRoom
from jinlin.meeting.rules.vote_rules import Answer
from jinlin.meeting.rules.written_opinions import opinion_in
from jinlin.member.own_branch import branch
from jinlin.member.register.voters import Right, Voter, electorate
from jinlin.member.rules.branch import BranchType
from jinlin.member.rules.posts import Body
from jinlin.store.transaction.tx import Reader

BODIES: Final = {
    Voters.COMMITTEE: Body.BRANCH,
    Voters.OWNERS_COMMITTEE: Body.OWNERS_COMMITTEE,
    Voters.SUPERVISORY_BOARD: Body.SUPERVISORY_BOARD,
}
"""Whose posts give a vote."""
_BY_RIGHT: Final = frozenset({Voters.FULL_MEMBERS, Voters.PARTY_ROLL})
"""Where the right to vote of a Party member gives one."""


class Whereabouts(Word):
    """Where somebody with a vote is."""

    HERE = "here", N_("in the room")
    PROXY = "proxy", N_("by proxy")
    WRITTEN = "written", N_("in writing")
    AWAY = "away", N_("not there")


class Elector(NamedTuple):
    """Somebody with a vote, or somebody at the meeting without one.

    Attributes:
        name: as minutes write it.
        person_id: who; None for a guest.
        number: her number among the people; None for a guest.
        where: where she is at the moment asked for.
        why_not: why she has no vote; empty for who has one.
        timed: she came or left at a time that is recorded.
        on_record: the attendance says something of her.
        right: her right to vote as a member of this branch; None for who is none.
        opinion: what she handed in beforehand says; None where it is not clear, or is nothing.
    """

    name: str
    person_id: int | None
    number: int | None
    where: Whereabouts
    why_not: str = ""
    timed: bool = False
    on_record: bool = True
    right: Right | None = None
    opinion: Answer | None = None


class Electors(NamedTuple):
    """Who may vote in a meeting.

    Attributes:
        type: the kind of meeting, with the rules of its day.
        voters: everybody who should attend with a vote.
        others: who is at the meeting, or a member of this branch, without a vote, and why.
        off: why no votes are taken at all; empty when they are.
    """

    type: MeetingType
    voters: tuple[Elector, ...]
    others: tuple[Elector, ...]
    off: str

    @property
    def timed(self) -> bool:
        """Whether who is in the room depends on the moment."""
        return any(voter.timed for voter in self.voters)

    def handed_in(self, recused: Iterable[Elector] = ()) -> list[Elector]:
        """Return whose opinions in writing there are, without those who stand back."""
        back = tuple(recused)
        return [one for one in self.voters if one.where is Whereabouts.WRITTEN and one not in back]

    def room(self, *, recused: Iterable[Elector] = (), written: bool = False) -> VotingRoom:
        """Return how many there are.

        Args:
            recused: who of them stands back.
            written: whether opinions handed in beforehand count.
        """
        back = tuple(recused)
        counts = {where: self._count(self.voters, where) for where in Whereabouts}
        gone = {where: self._count(back, where) for where in Whereabouts}
        return VotingRoom(
            entitled=len(self.voters),
            present=counts[Whereabouts.HERE],
            proxies=counts[Whereabouts.PROXY],
            written=counts[Whereabouts.WRITTEN] if written else 0,
            recused=len(back),
            recused_present=gone[Whereabouts.HERE]
            + gone[Whereabouts.PROXY]
            + (gone[Whereabouts.WRITTEN] if written else 0),
        )

    @staticmethod
    def _count(electors: Iterable[Elector], where: Whereabouts) -> int:
        return sum(elector.where is where for elector in electors)


class _Line(NamedTuple):
    """One line of the attendance."""

    name: str
    person_id: int | None
    number: int | None
    state: AttendanceState
    where: Whereabouts
    in_room: bool
    timed: bool
    opinion: Answer | None

    @property
    def on_roll(self) -> bool:
        """Whether she should attend."""
        return self.state in ON_ROLL


def electors(reader: Reader, meeting: MeetingRow, *, at: str | None = None) -> Electors:
    """Return who may vote in a meeting, and where each is at a moment.

    Args:
        reader: the database.
        meeting: which.
        at: the moment, as the database keeps it; None takes everybody who came at all as there.
    """
    known = type_on(reader, meeting.type, meeting.held_at.date())
    lines = _lines(reader, meeting, at)
    off = votes_off(reader, known)
    day = meeting.held_at.date()
    rights = (
        {one.member.person.id: one for one in electorate(reader, on=day, permitted=True).voters}
        if known.voters in _BY_RIGHT
        else {}
    )
    voters = () if off else tuple(_voters(reader, known, lines, rights=rights, day=day))
    ids = {voter.person_id for voter in voters if voter.person_id is not None}
    guests = {voter.name for voter in voters if voter.person_id is None}
    others = [
        _other(known, line, rights)
        for line in lines
        if line.state in {*HERE, AttendanceState.SITTING_IN}
        and (line.person_id not in ids if line.person_id is not None else line.name not in guests)
    ]
    told = ids | {one.person_id for one in others}
    others += [
        Elector(
            person.name,
            person.id,
            person.number,
            Whereabouts.AWAY,
            one.right.label,
            on_record=person.id in {line.person_id for line in lines},
            right=one.right,
        )
        for one in rights.values()
        if (person := one.member.person).id not in told
    ]
    return Electors(known, voters, tuple(others), off)


def _lines(reader: Reader, meeting: MeetingRow, at: str | None) -> list[_Line]:
    """Return the attendance of a meeting, each where she is at a moment."""
    rows = reader.rows(
        "SELECT a.name, a.person_id, p.number, a.state, a.arrived_at, a.left_at,"
        " a.represented_by, a.written, b.state AS bearer, b.arrived_at AS bearer_arrived,"
        " b.left_at AS bearer_left FROM attendance AS a"
        " LEFT JOIN person AS p ON p.id = a.person_id"
        " LEFT JOIN attendance AS b ON b.id = a.represented_by AND b.removed_at IS NULL"
        " WHERE a.meeting_id = ? AND a.removed_at IS NULL ORDER BY a.id",
        (meeting.id,),
    )
    return [_line(row, at) for row in rows]


def votes_off(reader: Reader, known: MeetingType) -> str:
    """Return why a kind of meeting takes no votes here; empty when it does."""
    if not known.rules:
        return _("{type} takes no votes; it hears and advises.").format(type=known.name)
    whole = branch(reader)
    if known.party and whole.type is BranchType.OVERLAY and not whole.overlay_permission:
        return _(
            "This is an overlay branch: membership stays with the home branch, and Party votes and"
            " elections are held there."
        )
    return ""


def _voters(
    reader: Reader,
    known: MeetingType,
    lines: list[_Line],
    *,
    rights: Mapping[int, Voter],
    day: date,
) -> Iterator[Elector]:
    at_meeting = {line.person_id: line for line in lines if line.person_id is not None}
    if known.voters in _BY_RIGHT:
        for person_id, voter in rights.items():
            line = at_meeting.get(person_id)
            if known.voters is Voters.PARTY_ROLL and not (line and line.on_roll):
                continue
            # Who need not be counted among those who should attend is, once she comes.
            came = line is not None and line.state in HERE
            if voter.right is Right.VOTES or (voter.right is Right.NOT_COUNTED and came):
                person = voter.member.person
                yield _elector(person.name, person.id, person.number, line)
    elif known.voters is Voters.ROLL:
        for line in lines:
            if line.on_roll:
                yield _elector(line.name, line.person_id, line.number, line)
    elif known.voters in BODIES:
        for row in holders_of(reader, BODIES[known.voters], day):
            line = at_meeting.get(row["person_id"])
            yield _elector(row["name"], row["person_id"], row["number"], line)


def holders_of(reader: Reader, body: Body, day: date) -> list[sqlite3.Row]:
    """Return who holds a post of a body on a day, each once: `person_id`, `name`, `number`."""
    return reader.rows(
        "SELECT o.person_id, p.name, p.number FROM post AS o JOIN person AS p ON p.id = o.person_id"
        " WHERE o.body = ?1 AND o.removed_at IS NULL AND p.removed_at IS NULL"
        " AND (o.started_on IS NULL OR o.started_on <= ?2)"
        " AND (o.ended_on IS NULL OR o.ended_on > ?2) GROUP BY o.person_id ORDER BY min(o.id)",
        (body.value, day.isoformat()),
    )


def _elector(name: str, person_id: int | None, number: int | None, line: _Line | None) -> Elector:
    if line is None:
        return Elector(name, person_id, number, Whereabouts.AWAY, on_record=False)
    return Elector(line.name, person_id, number, line.where, timed=line.timed, opinion=line.opinion)


def _other(known: MeetingType, line: _Line, rights: Mapping[int, Voter]) -> Elector:
    """Return somebody at the meeting without a vote, and why."""
    voter = rights.get(line.person_id or 0)
    right = voter.right if voter else None
    if line.state is AttendanceState.SITTING_IN:
        why = _("sits in")
    elif right is not None:
        why = right.label
    elif known.voters in _BY_RIGHT:
        why = _("her membership is not held here")
    else:
        why = _("has no vote in this kind of meeting")
    where = Whereabouts.HERE if line.in_room else line.where
    return Elector(line.name, line.person_id, line.number, where, why, right=right)


def _line(row: sqlite3.Row, at: str | None) -> _Line:
    state = AttendanceState(row["state"])
    timed = bool(row["arrived_at"] or row["left_at"] or row["bearer_arrived"] or row["bearer_left"])
    in_room = state in {*HERE, AttendanceState.SITTING_IN} and _in_room(
        row["arrived_at"], row["left_at"], at
    )
    where = Whereabouts.AWAY
    if state in HERE and in_room:
        where = Whereabouts.HERE
    elif (
        state not in HERE
        and row["bearer"] in HERE
        and _in_room(row["bearer_arrived"], row["bearer_left"], at)
    ):
        where = Whereabouts.PROXY
    elif state not in HERE and row["written"]:
        where = Whereabouts.WRITTEN
    return _Line(
        row["name"], row["person_id"], row["number"], state, where, in_room, timed,
        opinion_in(row["written"] or ""),
    )  # fmt: skip


def _in_room(arrived_at: str | None, left_at: str | None, at: str | None) -> bool:
    if at is None:
        return True
    return (arrived_at is None or arrived_at <= at) and (left_at is None or at < left_at)
