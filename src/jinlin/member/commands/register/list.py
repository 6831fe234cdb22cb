"""`jinlin member list`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from jinlin.complex.field.own_columns import own_columns_named
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.member.commands.kinds import TEAM
from jinlin.member.commands.register.columns import (
    affiliation_column,
    party_state_column,
    post_column,
    shown_name,
    standing_column,
)
from jinlin.member.commands.register.options import HELD, STANDING, STATE
from jinlin.member.register.queries import MemberFilter, MemberRow, count_members, members
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState
from jinlin.member.rules.posts import Body
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import NAME, TEXT, choice
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading

BODY: Final = choice(Body, called=N_("BODY"))


def list_(
    call: Call,
    party_state: Annotated[
        Sequence[PartyState],
        STATE.several().option(help=_("full, probationary, activist, applicant.")),
    ] = (),
    affiliation: Annotated[
        Sequence[Affiliation], HELD.several().option(help=_("here, report-in or none."))
    ] = (),
    group: Annotated[
        Sequence[str], NAME.several().option(help=_("The building's Party group."))
    ] = (),
    standing: Annotated[
        Sequence[MemberStanding],
        STANDING.several().option(help=_("active, migrant, lost-contact.")),
    ] = (),
    skill: Annotated[
        Sequence[str],
        TEXT.several(called=_("SKILL")).option(help=_("What they can do, such as 水电.")),
    ] = (),
    post: Annotated[
        Sequence[str],
        TEXT.several(called=_("TITLE")).option(help=_("A post held today, such as 书记.")),
    ] = (),
    body: Annotated[
        Sequence[Body], BODY.several().option(help=_("A body they sit in, such as 业委会."))
    ] = (),
    team: Annotated[
        Sequence[str],
        TEAM.several(called=_("NAME")).option(help=_("A service team they are in.")),
    ] = (),
    text: Annotated[
        str | None,
        TEXT.option(help=_("In name, pinyin, phone's end, employer, skills or remark.")),
    ] = None,
    voting: Annotated[bool, flag("--voting", help=_("Only those who may vote today."))] = False,
    left: Annotated[
        bool, flag("--left", help=_("Those who left the register, with the reason."))
    ] = False,
) -> None:
    wanted = MemberFilter(
        party_states=party_state,
        affiliations=affiliation,
        groups=group,
        standings=standing,
        skills=skill,
        posts=post,
        bodies=body,
        teams=team,
        text=text,
        left=left,
        voting=voting,
    )
    with reading(call) as reader:
        rows = members(reader, wanted, limit=rows_wanted(call))
        total = count_members(reader, wanted)
        own = own_columns_named(call, reader, "member", [member.id for member in rows])
    listing = Listing(
        key="members",
        title=_("Members"),
        columns=_columns(),
        rows=[_row(call, member) for member in rows],
        total=total,
        empty=_("No such member is recorded. Add one: jinlin member add NAME"),
        aside=_aside(wanted),
    )
    show(call, own.beside(listing))


def _aside(wanted: MemberFilter) -> frozenset[str]:
    """Return the columns that a screen has no room for, unless they are asked for."""
    aside = {"standing", "skills", "availability", "employer", "left_on", "left_reason"}
    aside -= {"standing"} if wanted.standings else set()
    aside -= {"skills"} if wanted.skills else set()
    aside -= {"left_on", "left_reason"} if wanted.left else set()
    return frozenset(aside)


def _columns() -> tuple[Column, ...]:
    return (
        Column(key="number", heading=_("Number")),
        Column(key="name", heading=_("Name"), personal=Personal.ACTING),
        party_state_column(),
        affiliation_column(),
        Column(key="group", heading=_("Party group")),
        post_column(),
        Column(key="phone", heading=_("Phone"), personal=Personal.PHONE),
        standing_column(),
        Column(key="skills", heading=_("Skills")),
        Column(key="availability", heading=_("Has time")),
        Column(key="employer", heading=_("Employer")),
        Column(key="left_on", heading=_("Left on"), kind=Kind.DATE),
        Column(key="left_reason", heading=_("Left because"), personal=Personal.TEXT),
    )


def _row(call: Call, member: MemberRow) -> tuple[object, ...]:
    """Return a line of the register; who acts in a post is named in full."""
    person, details = member.person, member.details
    return (
        person.label,
        shown_name(call, member),
        details.party_state,
        details.affiliation,
        details.group_name,
        member.titles,
        person.phone,
        details.standing,
        details.skills,
        details.availability,
        details.employer,
        member.left_on,
        member.left_reason,
    )
