"""`jinlin branch group edit`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.branch.group_actions import GroupChange, edit_group
from jinlin.member.commands.branch.group.options import (
    Buildings,
    Leader,
    Members,
    Note,
    Since,
    Which,
    building_codes,
    group_name,
    leads_since,
    tell_done,
)
from jinlin.store.command.command import writing


def edit(
    call: Call,
    which: Which,
    name: Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("Its new name."))] = None,
    leader: Leader = None,
    since: Since = None,
    building: Buildings = None,
    member: Members = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar=_("WHO"), help=_("Who goes out of it. May be repeated.")),
    ] = None,
    note: Note = None,
) -> None:
    if not member and not without and all(w is None for w in (name, leader, building, note)):
        raise UsageError(
            _("Nothing to change was named."),
            hint=_("For example: --leader 王强, or --building 3,5"),
        )
    with writing(call) as tx:
        wanted = GroupChange(
            name=group_name(name) if name is not None else None,
            note=clean(note) if note is not None else None,
            leader=clean(leader) if leader is not None else None,
            since=leads_since(since, tx.clock),
            buildings=building_codes(building) if building is not None else None,
            joining=member or (),
            leaving=without or (),
        )
        group = edit_group(tx, which, wanted)
    tell_done(call, group, _("Party group {name} was changed"))
