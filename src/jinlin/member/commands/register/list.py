"""`jinlin member list`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.field.own_columns import own_columns_named
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.text import clean, listed
from jinlin.member.commands.register.columns import (
    affiliation_column,
    party_state_column,
    post_column,
    shown_name,
    standing_column,
)
from jinlin.member.commands.register.options import Group, Held, StandingWord, State
from jinlin.member.register.queries import MemberFilter, MemberRow, count_members, members
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState
from jinlin.member.rules.posts import Body
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading


def list_(
    call: Call,
    party_state: State = None,
    affiliation: Held = None,
    group: Group = None,
    standing: StandingWord = None,
    skill: Annotated[
        str | None, typer.Option(metavar=_("SKILL"), help=_("What they can do, such as 水电."))
    ] = None,
    post: Annotated[
        str | None, typer.Option(metavar=_("TITLE"), help=_("A post held today, such as 书记."))
    ] = None,
    body: Annotated[
        str | None, typer.Option(metavar=_("BODY"), help=_("A body they sit in, such as 业委会."))
    ] = None,
    team: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("A service team they are in."))
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(
            metavar=_("TEXT"), help=_("In name, pinyin, phone's end, employer, skills or remark.")
        ),
    ] = None,
    voting: Annotated[
        bool, typer.Option("--voting", help=_("Only those who may vote today."))
    ] = False,
    left: Annotated[
        bool, typer.Option("--left", help=_("Those who left the register, with the reason."))
    ] = False,
) -> None:
    wanted = MemberFilter(
        party_states=tuple(PartyState.read(word) for word in _words(party_state)),
        affiliations=tuple(Affiliation.read(word) for word in _words(affiliation)),
        groups=_words(group),
        standings=tuple(MemberStanding.read(word) for word in _words(standing)),
        skills=_words(skill),
        posts=_words(post),
        bodies=tuple(Body.read(word) for word in _words(body)),
        teams=_words(team),
        text=(text or "").strip(),
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


def _words(text: str | None) -> tuple[str, ...]:
    """Return the alternatives of a filter: `a,b` and `a、b`."""
    return tuple(listed(clean(text or "")))


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
