"""`jinlin meeting quorum`: who votes, who of them is there, and whether that is enough."""

from __future__ import annotations

from typing import Annotated, Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.meeting.attendance.electors import Elector, Electors, Whereabouts, electors
from jinlin.meeting.commands.kinds import TIME, MeetingNumber
from jinlin.meeting.record.queries import MeetingRow, find_meeting
from jinlin.meeting.rules.kinds import Voters
from jinlin.meeting.rules.meetings import SaidTime
from jinlin.meeting.rules.vote_count import quorum as count
from jinlin.meeting.rules.vote_rules import BallotKind
from jinlin.meeting.voting.vote_words import quorum_words
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record
from jinlin.output.listing.values import masked
from jinlin.store.command.command import reading


def quorum(
    call: Call,
    number: MeetingNumber,
    at: Annotated[
        SaidTime | None, TIME.option("--time", help=N_("At that moment; else whoever came at all."))
    ] = None,
) -> None:
    with reading(call) as reader:
        meeting = find_meeting(reader, number)
        moment = at.after(meeting.begins, reader.clock) if at else None
        found = electors(reader, meeting, at=moment)
    show(call, _record(meeting, found))


def _record(meeting: MeetingRow, found: Electors) -> Record:
    room = found.room()
    fields: list[tuple[Column, Any]] = [
        (Column(key="number", heading=_("Number")), meeting.label),
        (Column(key="title", heading=_("Title")), meeting.title),
        (Column(key="who_votes", heading=_("Who votes")), found.type.voters.label),
        (Column(key="entitled", heading=_("Entitled"), kind=Kind.INTEGER), room.entitled),
        (Column(key="present", heading=_("Present"), kind=Kind.INTEGER), room.attending),
    ]
    return Record.of(
        title=f"{meeting.label} {meeting.title}",
        fields=fields,
        listings=(_rules(found), _people(found)),
    )


def _rules(found: Electors) -> Listing:
    rows = []
    if not found.off and found.type.voters is not Voters.OWNERS:
        for kind, rule in found.type.rules.items():
            result = count(rule, found.room(written=rule.written))
            rows.append((kind, result.met, quorum_words(rule, result), basis_words(rule.source)))
    return Listing(
        key="quorum",
        title=_("Whether votes can be taken"),
        columns=(
            Column(
                key="kind",
                heading=_("Vote"),
                labels=BallotKind.labels(),
            ),
            Column(key="met", heading=_("Quorum"), kind=Kind.BOOLEAN),
            Column(key="words", heading=_("In words")),
            Column(key="source", heading=_("Basis")),
        ),
        rows=rows,
        empty=found.off or _("Owners vote by heads and area: jinlin meeting ballot"),
    )


def _people(found: Electors) -> Listing:
    """Return who votes and who does not; who is not in the minutes is masked as in any list."""

    def row(one: Elector) -> tuple[object, ...]:
        name = one.name if one.on_record else masked(one.name, Personal.NAME)
        return (name, one.why_not == "", one.where, one.why_not or None)

    return Listing(
        key="people",
        title=_("Who votes"),
        columns=(
            Column(key="name", heading=_("Name")),
            Column(key="votes", heading=_("Has a vote"), kind=Kind.BOOLEAN),
            Column(
                key="where",
                heading=_("Where"),
                labels=Whereabouts.labels(),
            ),
            Column(key="why_not", heading=_("Why not")),
        ),
        rows=[row(one) for one in (*found.voters, *found.others)],
        empty=_("Nobody is recorded yet."),
    )
