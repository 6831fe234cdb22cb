"""`jinlin team add`."""

from __future__ import annotations

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.commands.team.options import Duties, Kind, Leader, Team, team_name
from jinlin.member.team import actions
from jinlin.member.team.teams import TeamKind
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def add(
    call: Call,
    team: Team,
    kind: Kind = None,
    duties: Duties = None,
    leader: Leader = None,
) -> None:
    name = team_name(team)
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
