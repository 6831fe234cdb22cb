"""`jinlin branch group edit`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.member.branch.group_actions import edit_group
from jinlin.member.commands.branch.group.options import (
    GROUP_NAME,
    GroupWords,
    Note,
    Which,
    tell_done,
)
from jinlin.output.command.kinds import WHO
from jinlin.store.command.command import writing


def edit(
    call: Call,
    which: Which,
    *,
    name: Annotated[str | None, GROUP_NAME.option(help=N_("Its new name."))] = None,
    said: GroupWords,
    without: Annotated[
        list[str] | None,
        WHO.option("--without", help=N_("Who goes out of it. May be repeated.")),
    ] = None,
    note: Note = None,
) -> None:
    with writing(call) as tx:
        wanted = said.wanted(tx.clock)._replace(name=name, leaving=without or (), note=note)
        group = edit_group(tx, which, wanted)
    tell_done(call, group, _("Party group {name} was changed"))
