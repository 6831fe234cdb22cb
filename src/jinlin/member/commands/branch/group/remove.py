"""`jinlin branch group remove`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.member.branch import groups
from jinlin.member.branch.group_actions import remove_group
from jinlin.member.commands.branch.group.options import Which
from jinlin.output.asking import confirm
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing


def remove(call: Call, name: Which) -> None:
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
