"""`jinlin team uncover`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.household.people import find_person
from jinlin.complex.rules.address import parse_building, parse_entrance
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.member.commands.team.options import MANY, Entrance, Skill, Who, one_skill
from jinlin.member.team import coverage
from jinlin.output.asking import confirm
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing


def uncover(
    call: Call,
    who: Who,
    building: Annotated[
        str | None,
        typer.Option(metavar=_("BUILDING"), help=_("Which; without one, all she looks after.")),
    ] = None,
    entrance: Entrance = None,
    skill: Skill = None,
) -> None:
    code = parse_building(building) if building else None
    if entrance and code is None:
        raise UsageError(
            _("An entrance is of one building."), hint=_("Name one building with --entrance.")
        )
    where = parse_entrance(entrance) if entrance else None
    word = one_skill(skill)
    if code is None:
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
        ended = coverage.uncover(tx, person, building=code, entrance=where, skill=word)
    buildings = list(dict.fromkeys(one.building for one in ended))
    done(
        call,
        _("{number} {name} no longer looks after building {buildings}.").format(
            number=person.label, name=person.name, buildings=_(", ").join(buildings)
        ),
        number=person.label,
        data={"number": person.label, "buildings": buildings, "ended": len(ended)},
    )
