"""`jinlin branch group add`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.member.branch.group_actions import add_group
from jinlin.member.commands.branch.group.options import GROUP_NAME, GroupWords, Note, tell_done
from jinlin.output.command.kind import AskedFor
from jinlin.store.command.command import writing


def add(
    call: Call,
    name: Annotated[
        str,
        GROUP_NAME.argument(
            help=N_("Such as 3号楼党小组."), asked=AskedFor(N_("Which Party group"))
        ),
    ],
    said: GroupWords,
    note: Note = None,
) -> None:
    with writing(call) as tx:
        group = add_group(tx, name, said.wanted(tx.clock)._replace(note=note))
    tell_done(call, group, _("Party group {name} was added"))
