"""`jinlin member list` and `show`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.own_columns import own_columns, own_columns_named
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.coverage import all_covers
from jinlin.member.holdings import posts_of
from jinlin.member.posts import POST_LABELS, parse_body
from jinlin.member.queries import Filter, MemberRow, count_members, find_anybody, members
from jinlin.member.rules import (
    AFFILIATION_LABELS,
    PARTY_STATE_LABELS,
    STANDING_LABELS,
    parse_affiliation,
    parse_party_state,
    parse_standing,
)
from jinlin.member.teams import teams_of
from jinlin.member.transfers import transfers_of
from jinlin.output.grammar import called
from jinlin.output.listing import Listing, Record, rows_wanted
from jinlin.output.masking import masked
from jinlin.output.show import show
from jinlin.store.command import reading
from jinlin.store.tx import Reader


def list_(
    ctx: typer.Context,
    party_state: Annotated[
        str | None,
        typer.Option(metavar=_("STATUS"), help=_("full, probationary, activist, applicant.")),
    ] = None,
    affiliation: Annotated[
        str | None, typer.Option(metavar=_("WHERE"), help=_("here, report-in or none."))
    ] = None,
    group: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("The building's Party group."))
    ] = None,
    standing: Annotated[
        str | None, typer.Option(metavar=_("STATUS"), help=_("active, migrant, lost-contact."))
    ] = None,
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
    call = called(ctx)
    wanted = Filter(
        party_states=tuple(parse_party_state(word) for word in _words(party_state)),
        affiliations=tuple(parse_affiliation(word) for word in _words(affiliation)),
        groups=_words(group),
        standings=tuple(parse_standing(word) for word in _words(standing)),
        skills=_words(skill),
        posts=_words(post),
        bodies=tuple(parse_body(word) for word in _words(body)),
        teams=_words(team),
        text=(text or "").strip(),
        left=left,
        voting=voting,
    )
    with reading(call) as reader:
        rows = members(reader, wanted, limit=rows_wanted(call))
        total = count_members(reader, wanted)
        own = own_columns_named(call, reader, "member", [member.id for member in rows])
    aside = {"standing", "skills", "availability", "employer", "left_on", "left_reason"}
    aside -= {"standing"} if standing else set()
    aside -= {"skills"} if skill else set()
    aside -= {"left_on", "left_reason"} if left else set()
    show(
        call,
        own.beside(Listing(
            key="members",
            title=_("Members"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name")),
                party_state_column(),
                _affiliation_column(),
                Column(key="group", heading=_("Party group")),
                _post_column(),
                Column(key="phone", heading=_("Phone"), personal=Personal.PHONE),
                _standing_column(),
                Column(key="skills", heading=_("Skills")),
                Column(key="availability", heading=_("Has time")),
                Column(key="employer", heading=_("Employer")),
                Column(key="left_on", heading=_("Left on"), kind=Kind.DATE),
                Column(key="left_reason", heading=_("Left because")),
            ),
            rows=[_row(call, member) for member in rows],
            total=total,
            empty=_("No such member is recorded. Add one: jinlin member add NAME"),
            aside=frozenset(aside),
        )),
    )  # fmt: skip


def show_(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end.")),
    ],
) -> None:
    call = called(ctx)
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
                _affiliation_column(),
                _post_column(),
                Column(key="group", heading=_("Party group")),
                Column(key="joined_on", heading=_("Joined the Party on"), kind=Kind.DATE),
                Column(key="full_on", heading=_("Full member since"), kind=Kind.DATE),
                Column(key="reported_on", heading=_("Reported in on"), kind=Kind.DATE),
                Column(key="employer", heading=_("Employer")),
                Column(key="skills", heading=_("Skills")),
                Column(key="availability", heading=_("Has time")),
                _standing_column(),
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


def party_state_column() -> Column:
    """Return the column of the Party status."""
    return Column(
        key="party_state",
        heading=_("Party status"),
        labels={state: _(label) for state, label in PARTY_STATE_LABELS.items()},
    )


def shown_name(call: Call, member: MemberRow) -> str:
    """Return a name for a list: in full for who acts in a post, or where the call unmasks."""
    if call.unmask or member.held:
        return member.person.name
    return masked(member.person.name, Personal.NAME)


def _parts(reader: Reader, member: MemberRow) -> tuple[Listing, ...]:
    """Return what belongs to a member: her posts ever, teams, what she covers, transfers."""
    who = member.person.id
    return (
        Listing(
            key="posts",
            title=_("Posts"),
            columns=(
                Column(key="post", heading=_("Post")),
                Column(key="started_on", heading=_("Started"), kind=Kind.DATE),
                Column(key="ended_on", heading=_("Ended"), kind=Kind.DATE),
                Column(key="source", heading=_("Source")),
            ),
            rows=[
                (post.held.text, post.started_on, post.ended_on, post.source)
                for post in posts_of(reader, who)
            ],
        ),
        Listing(
            key="teams",
            title=_("Teams"),
            columns=(
                Column(key="team", heading=_("Team")),
                Column(key="skills", heading=_("Skills")),
                Column(key="availability", heading=_("Has time")),
                Column(key="since", heading=_("Joined on"), kind=Kind.DATE),
            ),
            rows=[
                (name, "、".join(inside.skills) or None, inside.availability, inside.since)
                for name, inside in teams_of(reader, who)
            ],
        ),
        Listing(
            key="covers",
            title=_("Looks after"),
            columns=(
                Column(key="building", heading=_("Building")),
                Column(key="entrance", heading=_("Entrance")),
                Column(key="skill", heading=_("For what")),
                Column(key="substitute", heading=_("Substitute"), kind=Kind.BOOLEAN),
            ),
            rows=[
                (cover.building, cover.entrance, cover.skill, cover.substitute)
                for cover in all_covers(reader, person_id=who)
            ],
        ),
        Listing(
            key="transfers",
            title=_("Transfers"),
            columns=(
                Column(
                    key="direction",
                    heading=_("In or out"),
                    labels={"in": _("moved in"), "out": _("moved out")},
                ),
                Column(key="moved_on", heading=_("Day"), kind=Kind.DATE),
                Column(key="other", heading=_("The other branch")),
                Column(key="letter", heading=_("Letter no.")),
            ),
            rows=[
                (moved.direction, moved.letter.moved_on, moved.letter.other_side,
                 moved.letter.number)
                for moved in transfers_of(reader, who)
            ],
        ),
    )  # fmt: skip


def _words(text: str | None) -> tuple[str, ...]:
    """Return the alternatives of a filter: `a,b` and `a，b`."""
    words = clean(text or "").replace("，", ",").split(",")
    return tuple(word.strip() for word in words if word.strip())


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


def _standing_column() -> Column:
    return Column(
        key="standing",
        heading=_("Standing"),
        labels={word: _(label) for word, label in STANDING_LABELS.items()},
    )


def _affiliation_column() -> Column:
    return Column(
        key="affiliation",
        heading=_("Membership"),
        labels={word: _(label) for word, label in AFFILIATION_LABELS.items()},
    )


def _post_column() -> Column:
    return Column(
        key="post",
        heading=_("Post"),
        labels={title: _(label) for title, label in POST_LABELS.items()},
    )
