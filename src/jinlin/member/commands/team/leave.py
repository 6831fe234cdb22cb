"""`jinlin team leave`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import TODAY, SaidDay
from jinlin.member.commands.team.options import Team
from jinlin.member.kinds import Who
from jinlin.member.team import actions
from jinlin.output.command.kinds import COME_DAY
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def leave(
    call: Call,
    team: Team,
    who: Who,
    on: Annotated[SaidDay, COME_DAY.option("--date", help=N_("The day she left."))] = TODAY,
) -> None:
    with writing(call) as tx:
        day = on.on(tx.clock)
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
