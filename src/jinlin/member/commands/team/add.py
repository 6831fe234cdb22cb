"""`jinlin team add`, `edit` and `remove`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.complex.household.people import find_person
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.team import actions
from jinlin.member.team.teams import TeamKind, find_team
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing

MAX_NAME = 30
MANY = 3
"""So many changed records are asked about."""

Team: TypeAlias = Annotated[str, typer.Argument(metavar=_("TEAM"), help=_("The team's name."))]
Kind: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("KIND"), help=_("red-stewards, volunteers or staff."))
]
Duties: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("What the team does."))
]
Leader: TypeAlias = Annotated[str | None, typer.Option(metavar=_("WHO"), help=_("Who leads it."))]


def add(
    ctx: typer.Context,
    team: Team,
    kind: Kind = None,
    duties: Duties = None,
    leader: Leader = None,
) -> None:
    call = called(ctx)
    name = _name(team)
    [said] = answers(
        call,
        [
            Question(
                option="--kind",
                text=_("Team kind"),
                given=kind,
                choices=list(TeamKind.labels().values()),
                check=TeamKind.read,
            )
        ],
    )
    with writing(call) as tx:
        made = actions.add_team(
            tx,
            name,
            TeamKind.read(said),
            duties=clean(duties or "") or None,
            leader=find_person(tx, leader) if leader else None,
        )
    done(
        call,
        _("Team {name} was added: {kind}. To fill it: jinlin team join {name} WHO").format(
            name=made.name, kind=made.kind.label
        ),
        number=made.name,
        data={"name": made.name, "kind": made.kind, "leaders": list(made.leaders)},
    )


def edit(
    ctx: typer.Context,
    team: Team,
    name: Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("The right name."))] = None,
    kind: Kind = None,
    duties: Duties = None,
    leader: Leader = None,
) -> None:
    call = called(ctx)
    if all(word is None for word in (name, kind, duties, leader)):
        raise UsageError(
            _("Nothing to change was named."), hint=_("For example: --leader 张三, or --name.")
        )
    changes: dict[str, str | None] = {}
    if name is not None:
        changes["name"] = _name(name)
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


def remove(ctx: typer.Context, team: Team) -> None:
    call = called(ctx)
    with reading(call) as reader:
        found = find_team(reader, team)
    if found.members >= MANY:
        confirm(
            call,
            _("Team {name} has {count} members, who leave it.").format(
                name=found.name, count=found.members
            ),
        )
    with writing(call) as tx:
        actions.remove_team(tx, found.name)
    done(
        call,
        _("Team {name} was taken out; members: {count}.").format(
            name=found.name, count=found.members
        ),
        number=found.name,
        data={"name": found.name, "members": found.members},
    )


def _name(text: str) -> str:
    """Read the name of a team.

    Raises:
        UsageError: it is empty or too long.
    """
    name = "".join(clean(text).split())
    if not name or len(name) > MAX_NAME:
        raise UsageError(
            _("“{text}” is not a team's name.").format(text=text),
            hint=_("Such as 红管家服务队; at most {count} characters.").format(count=MAX_NAME),
        )
    return name
