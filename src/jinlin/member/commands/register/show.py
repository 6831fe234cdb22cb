"""`jinlin member show`."""

from __future__ import annotations

from jinlin.complex.field.own_columns import own_columns
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.member.commands.register.columns import (
    affiliation_column,
    party_state_column,
    post_column,
    standing_column,
)
from jinlin.member.kinds import Who
from jinlin.member.posts.holdings import posts_of
from jinlin.member.register.queries import MemberRow, find_anybody
from jinlin.member.register.transfers import Move, transfers_of
from jinlin.member.report_in.report_in import services_of
from jinlin.member.team.coverage import all_covers
from jinlin.member.team.members import teams_of
from jinlin.output.contribution.rooms import contributed
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def show_(
    call: Call,
    who: Who,
) -> None:
    with reading(call) as reader:
        member = find_anybody(reader, who)
        listings = tuple(part for part in _parts(reader, member) if part.rows)
        own = own_columns(reader, "member", [member.id])
    person, details = member.person, member.details
    show(
        call,
        own.within(Record(
            title=f"{person.label} {person.name}",
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name")),
                party_state_column(),
                affiliation_column(),
                post_column(),
                Column(key="group", heading=_("Party group")),
                Column(key="joined_on", heading=_("Joined the Party on"), kind=Kind.DATE),
                Column(key="full_on", heading=_("Full member since"), kind=Kind.DATE),
                Column(key="reported_on", heading=_("Reported in on"), kind=Kind.DATE),
                Column(key="employer", heading=_("Employer")),
                Column(key="skills", heading=_("Skills")),
                Column(key="availability", heading=_("Has time")),
                standing_column(),
                Column(key="standing_since", heading=_("Away or lost since"), kind=Kind.DATE),
                Column(key="no_vote_reason", heading=_("No vote because")),
                Column(key="not_counted_reason", heading=_("Not counted because")),
                Column(key="phone", heading=_("Phone"), personal=Personal.PHONE),
                Column(key="note", heading=_("Remark")),
                Column(key="left_on", heading=_("Left on"), kind=Kind.DATE),
                Column(key="left_reason", heading=_("Left because")),
            ),
            values=(
                person.label, person.name, details.party_state, details.affiliation,
                member.titles, details.group_name, details.joined_on, details.full_on,
                details.reported_on, details.employer, details.skills, details.availability,
                details.standing, details.standing_since, details.no_vote_reason,
                details.not_counted_reason, person.phone, details.note, member.left_on,
                member.left_reason,
            ),
            listings=listings,
        )),
    )  # fmt: skip


def _parts(reader: Reader, member: MemberRow) -> tuple[Listing, ...]:
    """Return what belongs to a member."""
    who = member.person.id
    return (
        _posts(reader, who),
        _teams(reader, who),
        _covers(reader, who),
        *(room.in_hand(reader, who) for room in contributed("in_hand")),
        _services(reader, member.id),
        _transfers(reader, who),
    )


def _posts(reader: Reader, who: int) -> Listing:
    return Listing.of(
        "posts",
        _("Posts"),
        (
            Cell("post", _("Post"), "held.text"),
            Cell("started_on", _("Started"), kind=Kind.DATE),
            Cell("ended_on", _("Ended"), kind=Kind.DATE),
            Cell("source", _("Source")),
        ),
        posts_of(reader, who),
    )


def _teams(reader: Reader, who: int) -> Listing:
    return Listing.of(
        "teams",
        _("Teams"),
        (
            Cell("team", _("Team")),
            Cell("skills", _("Skills"), lambda inside: "、".join(inside.skills) or None),
            Cell("availability", _("Has time")),
            Cell("since", _("Joined on"), kind=Kind.DATE),
        ),
        teams_of(reader, who),
    )


def _covers(reader: Reader, who: int) -> Listing:
    return Listing.of(
        "covers",
        _("Looks after"),
        (
            Cell("building", _("Building")),
            Cell("entrance", _("Entrance")),
            Cell("skill", _("For what")),
            Cell("substitute", _("Substitute"), kind=Kind.BOOLEAN),
        ),
        all_covers(reader, person_id=who),
    )


def _services(reader: Reader, member_id: int) -> Listing:
    return Listing.of(
        "services",
        _("Services"),
        (
            Cell("service", _("Service"), "what"),
            Cell("claimed_on", _("Claimed on"), kind=Kind.DATE),
            Cell("done_on", _("Done on"), kind=Kind.DATE),
            Cell("minutes", _("Minutes served"), kind=Kind.INTEGER),
        ),
        services_of(reader, member_id),
    )


def _transfers(reader: Reader, who: int) -> Listing:
    return Listing.of(
        "transfers",
        _("Transfers"),
        (
            Cell("direction", _("In or out"), labels=Move.labels()),
            Cell("moved_on", _("Date"), "letter.moved_on", Kind.DATE),
            Cell("other", _("The other branch"), "letter.other_side"),
            Cell("letter", _("Letter no."), "letter.number"),
        ),
        transfers_of(reader, who),
    )
