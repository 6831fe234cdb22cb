"""`jinlin branch edit`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import NO_DAY, SaidDay, changes
from jinlin.member import own_branch
from jinlin.member.branch.profile import edit_branch
from jinlin.member.commands.branch.show import cautions_told
from jinlin.member.kinds import NO_PARTY_DAY, ORGANISATION, PARTY_DAY, TERM, SaidPartyDay
from jinlin.member.rules.branch import FIELD_LABELS, BranchType
from jinlin.output.command.kinds import DAY, NAME, PLANNED_DAY, TEXT, choice
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def edit(
    call: Call,
    name: Annotated[str | None, NAME.option(help=N_("The branch's full name."))] = None,
    short_name: Annotated[
        str | None, NAME.option(help=N_("What people call the branch."), cleared="")
    ] = None,
    type_: Annotated[
        BranchType | None,
        choice(BranchType, called=N_("TYPE")).option(
            "--type", help=N_("regular, joint or overlay branch.")
        ),
    ] = None,
    superior: Annotated[
        str | None, NAME.option(help=N_("The Party organisation above it."), cleared="")
    ] = None,
    founded: Annotated[
        SaidPartyDay | None,
        PARTY_DAY.option(help=N_("The day or month it was founded."), cleared=NO_PARTY_DAY),
    ] = None,
    term: Annotated[int | None, TERM.option(help=N_("Its term: 3 or 5 years."), cleared="")] = None,
    term_from: Annotated[
        SaidDay | None, DAY.option(help=N_("The day it was elected."), cleared=NO_DAY)
    ] = None,
    term_to: Annotated[
        SaidDay | None,
        PLANNED_DAY.option(help=N_("The end of its term, if it is another day."), cleared=NO_DAY),
    ] = None,
    permission: Annotated[
        str | None,
        TEXT.option(
            help=N_("What the superior allows an overlay branch, in its words."), cleared=""
        ),
    ] = None,
    organisation: Annotated[
        str | None,
        ORGANISATION.option(help=N_("The 15 digits of the complex, from the street."), cleared=""),
    ] = None,
) -> None:
    with writing(call) as tx:
        fields = changes(
            tx.clock, name=name, short_name=short_name, type=type_, superior=superior,
            founded_on=founded, term_years=term, term_from=term_from, term_to=term_to,
            overlay_permission=permission, organisation=organisation,
        )  # fmt: skip
        now = edit_branch(tx, fields)
        told = list(cautions_told(now, own_branch.roll(tx), own_branch.holders(tx)))
    text = _("The branch was changed: {fields}.").format(
        fields=_(", ").join(_(FIELD_LABELS[field]) for field in fields)
    )
    if now.term_to and {"term_from", "term_years", "term_to"} & fields.keys():
        text += _(" Its term ends on {day}.").format(day=now.term_to)
    done(call, text, data={"changed": sorted(fields), "term_to": now.term_to})
    if {"type", "overlay_permission"} & fields.keys():
        for caution in told:
            call.tell(caution)
