"""`jinlin member list`."""

from __future__ import annotations

from jinlin.complex.field.own_columns import own_columns_named
from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.member.commands.register.columns import (
    affiliation_column,
    party_state_column,
    post_column,
    shown_name,
    standing_column,
)
from jinlin.member.register.filters import MEMBERS
from jinlin.member.register.queries import (
    IN_REGISTER,
    WHO_LEFT,
    MemberRow,
    count_members,
    members,
)
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, On, rows_wanted
from jinlin.store.command.command import reading


def list_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        where = MEMBERS.condition(reader, asked)
        among = WHO_LEFT if "left" in asked else IN_REGISTER
        rows = members(reader, where, among=among, limit=rows_wanted(call))
        total = count_members(reader, where, among=among)
        own = own_columns_named(call, reader, "member", [member.id for member in rows])
    listing = Listing.of(
        "members",
        _("Members"),
        _cells(call, asked),
        rows,
        total=total,
        empty=_("No such member is recorded. Add one: jinlin member add NAME"),
    )
    show(call, own.beside(listing))


def _cells(call: Call, asked: FilterWords) -> tuple[Cell[MemberRow], ...]:
    """Return the columns of the register; who acts in a post is named in full.

    A screen has no room for all, unless they are asked for.
    """
    standing, skills, gone = (
        On.BOTH if term in asked else On.FILES for term in ("standing", "skill", "left")
    )
    return (
        Cell("number", _("Number"), "person.label"),
        Cell(
            "name", _("Name"), lambda member: shown_name(call, member), personal=Personal.ACTING
        ),
        Cell.of(party_state_column(), "details.party_state"),
        Cell.of(affiliation_column(), "details.affiliation"),
        Cell("group", _("Party group"), "details.group_name"),
        Cell.of(post_column(), "titles"),
        Cell("phone", _("Phone"), "person.phone", personal=Personal.PHONE),
        Cell.of(standing_column(), "details.standing", standing),
        Cell("skills", _("Skills"), "details.skills", on=skills),
        Cell("availability", _("Has time"), "details.availability", on=On.FILES),
        Cell("employer", _("Employer"), "details.employer", on=On.FILES),
        Cell("left_on", _("Left on"), kind=Kind.DATE, on=gone),
        Cell("left_reason", _("Left because"), personal=Personal.TEXT, on=gone),
    )  # fmt: skip
