"""`jinlin team uncover`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.household.people import find_person
from jinlin.complex.kinds import BUILDING
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.member.commands.team.options import MANY, Entrance, Skill
from jinlin.member.kinds import Who
from jinlin.member.team import coverage
from jinlin.output.asking import confirm
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing


def uncover(
    call: Call,
    who: Who,
    building: Annotated[
        str | None,
        BUILDING.option(help=N_("Which; without one, all she looks after.")),
    ] = None,
    entrance: Entrance = None,
    skill: Skill = None,
) -> None:
    if entrance and building is None:
        raise UsageError(
            _("An entrance is of one building."), hint=_("Name one building with --entrance.")
        )
    if building is None:
        with reading(call) as reader:
            person = find_person(reader, who)
            count = len(coverage.all_covers(reader, person_id=person.id))
        if count >= MANY:
            confirm(
                call,
                _("{person} looks after {count} things, and all of them end.").format(
                    person=f"{person.label} {person.name}", count=count
                ),
            )
    with writing(call) as tx:
        person = find_person(tx, who)
        ended = coverage.uncover(tx, person, building=building, entrance=entrance, skill=skill)
    buildings = list(dict.fromkeys(one.building for one in ended))
    done(
        call,
        _("{number} {name} no longer looks after building {buildings}.").format(
            number=person.label, name=person.name, buildings=_(", ").join(buildings)
        ),
        number=person.label,
        data={"number": person.label, "buildings": buildings, "ended": len(ended)},
    )
