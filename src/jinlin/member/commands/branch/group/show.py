"""`jinlin branch group show`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.member.branch import groups
from jinlin.member.register.queries import MemberRow
from jinlin.member.rules.party import Affiliation, PartyState
from jinlin.output.command.kinds import GROUP
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record
from jinlin.output.listing.values import masked
from jinlin.store.command.command import reading


def show_(
    call: Call,
    name: Annotated[str, GROUP.argument(help=N_("Its name, or a part only one has."))],
) -> None:
    with reading(call) as reader:
        group = groups.find_group(reader, name)
        members = groups.members_of_group(reader, group)
        ever = groups.leaders_ever(reader, group)
    show(
        call,
        Record(
            title=group.name,
            columns=(
                Column(key="name", heading=_("Party group")),
                Column(key="leader", heading=_("Group leader")),
                Column(key="buildings", heading=_("Buildings")),
                Column(key="added", heading=_("Added"), kind=Kind.BOOLEAN),
                Column(key="note", heading=_("Remark"), personal=Personal.TEXT),
            ),
            values=(
                group.name, group.led_by, group.covers,
                group.id is not None, group.note,
            ),
            listings=(
                _members(call, members),
                Listing(
                    key="leaders",
                    title=_("Leaders so far"),
                    columns=(
                        Column(key="name", heading=_("Name")),
                        Column(key="from", heading=_("From"), kind=Kind.DATE),
                        Column(key="to", heading=_("Until"), kind=Kind.DATE),
                    ),
                    rows=ever,
                    empty=_("No leader is recorded: jinlin branch group edit {name} --leader WHO")
                    .format(name=group.name),
                ),
            ),
        ),
    )  # fmt: skip


def _members(call: Call, members: list[MemberRow]) -> Listing:
    return Listing(
        key="members",
        title=_("Members of the group"),
        columns=(
            Column(key="number", heading=_("Number")),
            Column(key="name", heading=_("Name"), personal=Personal.ACTING),
            Column(key="party_state", heading=_("Party status"), labels=PartyState.labels()),
            Column(key="affiliation", heading=_("Membership"), labels=Affiliation.labels()),
            Column(key="phone", heading=_("Phone"), personal=Personal.PHONE),
        ),
        rows=[
            (
                member.person.label,
                member.person.name
                if call.unmask or member.posts
                else masked(member.person.name, Personal.NAME),
                member.details.party_state,
                member.details.affiliation,
                member.person.phone,
            )
            for member in members
        ],
        empty=_("No member is in it: jinlin branch group edit NAME --member WHO"),
    )
