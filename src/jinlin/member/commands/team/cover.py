"""`jinlin team cover`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.household.people import find_person
from jinlin.complex.rules.address import parse_building, parse_entrance
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, listed
from jinlin.member.commands.team.options import Entrance, Skill, Who, one_skill
from jinlin.member.rules.skills import suggestion
from jinlin.member.team import coverage
from jinlin.member.team.teams import TeamKind, teams, teams_of
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def cover(
    call: Call,
    who: Who,
    building: Annotated[
        str | None, typer.Option(metavar=_("BUILDINGS"), help=_("Such as 3 or 3,5,A."))
    ] = None,
    entrance: Entrance = None,
    skill: Skill = None,
    substitute: Annotated[
        bool, typer.Option("--substitute", help=_("She stands in when the steward cannot."))
    ] = False,
) -> None:
    [said] = answers(
        call, [Question(option="--building", text=_("Which building"), given=building)]
    )
    codes = _codes(said)
    word = one_skill(skill)
    where = parse_entrance(entrance) if entrance else None
    if where is not None and len(codes) > 1:
        raise UsageError(
            _("An entrance is of one building."), hint=_("Name one building with --entrance.")
        )
    scopes = tuple(coverage.CoverScope(code, where, word, substitute) for code in codes)
    with writing(call) as tx:
        person = find_person(tx, who)
        coverage.cover(tx, person, scopes)
        kinds = {team.name: team.kind for team in teams(tx)}
        steward = any(
            kinds.get(name) is TeamKind.RED_STEWARDS for name, _inside in teams_of(tx, person.id)
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
            "buildings": list(codes),
            "entrance": where,
            "skill": word,
            "substitute": substitute,
        },
    )
    near = suggestion(word) if word else None
    if near is not None:
        call.tell(
            _("“{word}” is kept as it is; the usual word is {near}.").format(word=word, near=near),
        )
    if not steward:
        call.tell(
            _("She is in no team of red stewards yet: jinlin team join TEAM {number}").format(
                number=person.label
            ),
        )


def _codes(text: str) -> tuple[str, ...]:
    """Read buildings such as `3,5、A`.

    Raises:
        UsageError: one is no building, or there is none.
    """
    codes = dict.fromkeys(map(parse_building, listed(clean(text))))
    if not codes:
        raise UsageError(_("Which building?"), hint=_("Write it like --building 3."))
    return tuple(codes)
