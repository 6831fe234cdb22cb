"""`jinlin branch group add`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.branch.group_actions import GroupChange, add_group
from jinlin.member.commands.branch.group.options import (
    Buildings,
    Leader,
    Members,
    Note,
    Since,
    building_codes,
    group_name,
    leads_since,
    tell_done,
)
from jinlin.output.asking import Question, answers
from jinlin.store.command.command import writing


def add(
    call: Call,
    name: Annotated[
        str | None, typer.Argument(metavar=_("NAME"), help=_("Such as 3号楼党小组."))
    ] = None,
    leader: Leader = None,
    since: Since = None,
    building: Buildings = None,
    member: Members = None,
    note: Note = None,
) -> None:
    [said] = answers(call, [Question(option=_("NAME"), text=_("Which Party group"), given=name)])
    said = group_name(said)
    with writing(call) as tx:
        wanted = GroupChange(
            leader=clean(leader) if leader and clean(leader) else None,
            since=leads_since(since, tx.clock),
            buildings=building_codes(building) if building else None,
            joining=member or (),
            note=clean(note) if note else None,
        )
        group = add_group(tx, said, wanted)
    tell_done(call, group, _("Party group {name} was added"))
