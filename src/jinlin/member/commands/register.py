"""`jinlin member list` and `show`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.posts import POST_LABELS
from jinlin.member.queries import Filter, MemberRow, count_members, find_member, members
from jinlin.member.rules import (
    AFFILIATION_LABELS,
    PARTY_STATE_LABELS,
    parse_affiliation,
    parse_party_state,
)
from jinlin.output.grammar import called
from jinlin.output.listing import Listing, Record, rows_wanted
from jinlin.output.masking import masked
from jinlin.output.show import show
from jinlin.store.command import reading


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
    text: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("Stands in name, employer, skills or remark.")),
    ] = None,
) -> None:
    call = called(ctx)
    wanted = Filter(
        party_states=tuple(parse_party_state(word) for word in _words(party_state)),
        affiliations=tuple(parse_affiliation(word) for word in _words(affiliation)),
        groups=_words(group),
        text=(text or "").strip(),
    )
    with reading(call) as reader:
        rows = members(reader, wanted, limit=rows_wanted(call))
        total = count_members(reader, wanted)
    show(
        call,
        Listing(
            key="members",
            title=_("Members"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name")),
                _party_state_column(),
                _affiliation_column(),
                Column(key="group", heading=_("Party group")),
                _post_column(),
                Column(key="phone", heading=_("Phone"), personal=Personal.PHONE),
            ),
            rows=[_row(call, member) for member in rows],
            total=total,
            empty=_("No such member is recorded. Add one: jinlin member add NAME"),
        ),
    )


def show_(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end.")),
    ],
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        member = find_member(reader, who)
    person, details = member.person, member.details
    show(
        call,
        Record(
            title=f"{person.label} {person.name}",
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name")),
                _party_state_column(),
                _affiliation_column(),
                _post_column(),
                Column(key="group", heading=_("Party group")),
                Column(key="joined_on", heading=_("Joined the Party on"), kind=Kind.DATE),
                Column(key="full_on", heading=_("Full member since"), kind=Kind.DATE),
                Column(key="reported_on", heading=_("Reported in on"), kind=Kind.DATE),
                Column(key="employer", heading=_("Employer")),
                Column(key="skills", heading=_("Skills")),
                Column(key="phone", heading=_("Phone"), personal=Personal.PHONE),
                Column(key="note", heading=_("Remark")),
            ),
            values=(
                person.label, person.name, details.party_state, details.affiliation,
                "、".join(member.posts) or None, details.group_name, details.joined_on,
                details.full_on, details.reported_on, details.employer, details.skills,
                person.phone, details.note,
            ),
        ),
    )  # fmt: skip


def _words(text: str | None) -> tuple[str, ...]:
    """Return the alternatives of a filter: `a,b` and `a，b`."""
    words = clean(text or "").replace("，", ",").split(",")
    return tuple(word.strip() for word in words if word.strip())


def _row(call: Call, member: MemberRow) -> tuple[object, ...]:
    """Return a line of the register; who acts in a post is named in full."""
    person, details = member.person, member.details
    in_full = call.unmask or member.posts
    return (
        person.label,
        person.name if in_full else masked(person.name, Personal.NAME),
        details.party_state,
        details.affiliation,
        details.group_name,
        "、".join(member.posts) or None,
        person.phone,
    )


def _party_state_column() -> Column:
    return Column(
        key="party_state",
        heading=_("Party status"),
        labels={state: _(label) for state, label in PARTY_STATE_LABELS.items()},
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
