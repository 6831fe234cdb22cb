"""`jinlin team leave`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.member.commands.team.options import Team, Who
from jinlin.member.rules.party_days import parse_past_day
from jinlin.member.team import actions
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def leave(
    call: Call,
    team: Team,
    who: Who,
    on: Annotated[str, typer.Option(metavar=_("DATE"), help=_("The day she left."))] = "today",
) -> None:
    with writing(call) as tx:
        day = parse_past_day(on, tx.clock)
        person = find_person(tx, who)
        left, ended = actions.leave(tx, team, person, on=day.isoformat())
    done(
        call,
        _("{number} {name} left team {team}.").format(
            number=person.label, name=person.name, team=left.name
        ),
        number=person.label,
        data={"number": person.label, "team": left.name, "uncovered": ended},
    )
    if ended:
        call.tell(_("What she looked after has ended too: {count}.").format(count=ended))
