"""`jinlin team edit`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.commands.team.options import Duties, Kind, Leader, Team, team_name
from jinlin.member.team import actions
from jinlin.member.team.teams import TeamKind
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def edit(
    call: Call,
    team: Team,
    name: Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("The right name."))] = None,
    kind: Kind = None,
    duties: Duties = None,
    leader: Leader = None,
) -> None:
    if all(word is None for word in (name, kind, duties, leader)):
        raise UsageError(
            _("Nothing to change was named."), hint=_("For example: --leader 张三, or --name.")
        )
    changes: dict[str, str | None] = {}
    if name is not None:
        changes["name"] = team_name(name)
    if kind is not None:
        changes["kind"] = TeamKind.read(kind)
    if duties is not None:
        changes["duties"] = clean(duties) or None
    with writing(call) as tx:
        who = find_person(tx, leader) if leader else None
        changed = actions.edit_team(tx, team, changes, leader=who)
    done(
        call,
        _("Team {name} was changed.").format(name=changed.name),
        number=changed.name,
        data={"name": changed.name, "kind": changed.kind, "leaders": list(changed.leaders)},
    )
