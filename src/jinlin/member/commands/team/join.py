"""`jinlin team join`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.member.commands.kinds import Who
from jinlin.member.commands.team.options import Team
from jinlin.member.register.newcomers import person_meant
from jinlin.member.register.queries import members_of
from jinlin.member.rules.party import MEMBERS
from jinlin.member.rules.skills import parse_skills, suggestion
from jinlin.member.team import actions
from jinlin.member.team.teams import TeamKind
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.kinds import COME_DAY, PHONE, TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing

SKILLS: Final = WordKind("skills", N_("SKILLS"), parse_skills)


def join(
    call: Call,
    team: Team,
    who: Who,
    skills: Annotated[
        Sequence[str] | None,
        SKILLS.option("--skill", help=N_("Such as 维修员,水电维修."), free=True),
    ] = None,
    times: Annotated[str | None, TEXT.option(help=N_("When she has time, such as 周末."))] = None,
    leader: Annotated[bool, flag("--leader", help=N_("She leads the team."))] = False,
    since: Annotated[SaidDay | None, COME_DAY.option(help=N_("The day she joined."))] = None,
    new: Annotated[bool, flag("--new", help=N_("Somebody nobody here knows yet."))] = False,
    phone: Annotated[str | None, PHONE.option(help=N_("For --new: her phone."))] = None,
) -> None:
    words = tuple(skills or ())
    with writing(call) as tx:
        person = person_meant(tx, who, new=new, phone=phone)
        joining = actions.Joining(
            person=person,
            skills=words,
            availability=times,
            leads=leader or None,
            since=since.on(tx.clock).isoformat() if since else None,
        )
        joined, before = actions.join(tx, team, joining)
        in_party = any(m.details.party_state in MEMBERS for m in members_of(tx, [person.id]))
    text = (
        _("{number} {name} in team {team}: changed.")
        if before
        else _("{number} {name} joined team {team}.")
    )
    done(
        call,
        text.format(number=person.label, name=person.name, team=joined.name),
        number=person.label,
        data={"number": person.label, "team": joined.name, "skills": list(words)},
    )
    _suggest(call, words)
    if joined.kind is TeamKind.RED_STEWARDS and not in_party:
        call.tell(_("Red stewards are Party members; this one is not recorded as one."))


def _suggest(call: Call, words: tuple[str, ...]) -> None:
    """Name the usual word where an unusual one is near it; both are taken."""
    for word in words:
        near = suggestion(word)
        if near is not None:
            call.tell(
                _("“{word}” is kept as it is; the usual word is {near}.").format(
                    word=word, near=near
                ),
            )
