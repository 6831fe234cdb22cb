"""`jinlin branch group remove`."""

from __future__ import annotations

import typer

from jinlin.core.i18n import _
from jinlin.member.branch import groups
from jinlin.member.branch.group_actions import remove_group
from jinlin.member.commands.branch.group.options import Which
from jinlin.output.asking import confirm
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing


def remove(ctx: typer.Context, name: Which) -> None:
    call = called(ctx)
    with reading(call) as reader:
        group = groups.find_group(reader, name)
    if group.members + len(group.leaders) + len(group.buildings) >= MANY:
        confirm(
            call,
            _("Party group {name} is dissolved; its {count} members are in none then.").format(
                name=group.name, count=group.members
            ),
        )
    with writing(call) as tx:
        group = remove_group(tx, group.name)
    done(
        call,
        _("Party group {name} was dissolved; its {count} members are in none now.").format(
            name=group.name, count=group.members
        ),
        number=group.name,
        data={"name": group.name, "members": group.members},
    )


MANY = 3
"""What changes so many records asks first."""
