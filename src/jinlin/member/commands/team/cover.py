"""`jinlin team cover`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.complex.household.people import find_person
from jinlin.complex.kinds import BUILDING
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.member.commands.team.options import Entrance, Skill
from jinlin.member.kinds import Who
from jinlin.member.rules.skills import suggestion
from jinlin.member.team import coverage
from jinlin.member.team.members import teams_of
from jinlin.member.team.teams import TEAMS, TeamKind
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def cover(
    call: Call,
    who: Who,
    building: Annotated[
        Sequence[str],
        BUILDING.several(called=N_("BUILDINGS")).option(
            help=N_("Such as 3 or 3,5,A."), asked=AskedFor(N_("Which building"))
        ),
    ],
    entrance: Entrance = None,
    skill: Skill = None,
    substitute: Annotated[
        bool, flag("--substitute", help=N_("She stands in when the steward cannot."))
    ] = False,
) -> None:
    codes = list(dict.fromkeys(building))
    if entrance is not None and len(codes) > 1:
        raise UsageError(
            _("An entrance is of one building."), hint=_("Name one building with --entrance.")
        )
    scopes = tuple(coverage.CoverScope(code, entrance, skill, substitute) for code in codes)
    with writing(call) as tx:
        person = find_person(tx, who)
        coverage.cover(tx, person, scopes)
        kinds = {team.name: team.kind for team in TEAMS.rows(tx)}
        steward = any(
            kinds[inside.team] is TeamKind.RED_STEWARDS for inside in teams_of(tx, person.id)
        )
    text = _("{number} {name} looks after building {buildings}.")
    if substitute:
        text = _("{number} {name} stands in for building {buildings}.")
    done(
        call,
        text.format(number=person.label, name=person.name, buildings=_(", ").join(codes)),
        number=person.label,
        data={
            "number": person.label,
            "buildings": codes,
            "entrance": entrance,
            "skill": skill,
            "substitute": substitute,
        },
    )
    near = suggestion(skill) if skill else None
    if near is not None:
        call.tell(
            _("“{word}” is kept as it is; the usual word is {near}.").format(word=skill, near=near),
        )
    if not steward:
        call.tell(
            _("She is in no team of red stewards yet: jinlin team join TEAM {number}").format(
                number=person.label
            ),
        )
