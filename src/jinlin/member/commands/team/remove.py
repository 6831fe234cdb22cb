"""`jinlin team remove`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.member.commands.team.options import MANY, Team
from jinlin.member.team import actions
from jinlin.member.team.teams import TEAMS
from jinlin.output.asking import confirm
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing


def remove(call: Call, team: Team) -> None:
    with reading(call) as reader:
        found = TEAMS.find(reader, team, whole=True)
    if found.members >= MANY:
        confirm(
            call,
            _("Team {name} has {count} members, who leave it.").format(
                name=found.name, count=found.members
            ),
        )
    with writing(call) as tx:
        actions.remove_team(tx, TEAMS.find(tx, team, whole=True))
    done(
        call,
        _("Team {name} was taken out; members: {count}.").format(
            name=found.name, count=found.members
        ),
        number=found.name,
        data={"name": found.name, "members": found.members},
    )
