"""`jinlin team join`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from jinlin.complex.household.listed import (
    called_as_list,
    confirm_listed,
    is_list_file,
    names_said,
    recognised,
    tell_left_out,
)
from jinlin.complex.kinds import PEOPLE
from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.said import SaidDay
from jinlin.core.typed import quoted
from jinlin.exchange.chain import ENDING
from jinlin.member.commands.team.options import Team
from jinlin.member.register.newcomers import person_meant
from jinlin.member.register.queries import members_of
from jinlin.member.rules.party import MEMBERS
from jinlin.member.rules.skills import parse_skills, suggestion
from jinlin.member.team import actions
from jinlin.member.team.teams import TEAMS, TeamKind
from jinlin.member.team.teams import Team as TeamRow
from jinlin.output.asking import overtaken
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import COME_DAY, PHONE, TEXT, WHO
from jinlin.output.delivery.show import done
from jinlin.person.people.actions import add_person
from jinlin.person.people.queries import PersonRow
from jinlin.person.rules import parse_typed_name
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

SKILLS: Final = WordKind("skills", N_("SKILLS"), parse_skills)
_WHO: Final = AskedFor(
    N_("Who joins"),
    where=lambda said: not said["people"] and not called_as_list(said["team"] or ""),
)


def join(
    call: Call,
    team: Team,
    who: Annotated[
        str | None,
        WHO.argument(help=N_("A name, name@building, P12 or a phone's end."), asked=_WHO),
    ] = None,
    people: Annotated[
        str | None,
        PEOPLE.option(help=N_("Everybody on a list: a WeChat sign-up (接龙), a sheet with names.")),
    ] = None,
    skills: Annotated[
        Sequence[str] | None,
        SKILLS.option("--skill", help=N_("Such as 维修员,水电维修."), free=True),
    ] = None,
    times: Annotated[str | None, TEXT.option(help=N_("When she has time, such as 周末."))] = None,
    leader: Annotated[bool, flag("--leader", help=N_("She leads the team."))] = False,
    since: Annotated[SaidDay | None, COME_DAY.option(help=N_("The day she joined."))] = None,
    new: Annotated[bool, flag("--new", help=N_("Somebody not recorded yet."))] = False,
    phone: Annotated[str | None, PHONE.option(help=N_("For --new: her phone."))] = None,
) -> None:
    if people is None and called_as_list(team):
        team, who = who or _team_asked_for(call, team), team
    if who is not None and people is None and is_list_file(call, who):
        who, people = None, who
    if people is not None:
        if who or skills or times or leader or phone:
            raise UsageError(
                _("--people goes with --since and --new alone."),
                hint=_("What is said of one person is said with her name."),
            )
        _join_listed(call, team, people, since, new=new)
        return
    words = tuple(skills or ())
    with writing(call) as tx:
        person = person_meant(tx, who or "", new=new, phone=phone)
        joining = actions.Joining(
            person=person,
            skills=words,
            availability=times,
            leads=leader or None,
            since=since.on(tx.clock).isoformat() if since else None,
        )
        joined, before = actions.join(tx, team, joining)
        outside = _outside_party(tx, joined, [person])
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
    _caution(call, outside)


def _team_asked_for(call: Call, file: str) -> str:
    """Refuse a list that says not which team it is of.

    Raises:
        UsageError: in any case, with the line to type for each team.
    """
    with reading(call) as reader:
        teams = [one.name for one in TEAMS.rows(reader)]
    raise UsageError(
        _("Whom the list names joins which team?"),
        hint=_("Type: {lines}").format(
            lines=_("; ").join(
                as_spoken(f"jinlin team join {quoted(team)} {quoted(file)}")
                for team in teams or [_("TEAM")]
            )
        ),
    )


def _join_listed(call: Call, team: str, people: str, since: SaidDay | None, *, new: bool) -> None:
    """Put everybody on a list into a team, after showing who was understood."""
    names = names_said(call, people)
    with reading(call) as reader:
        found = recognised(reader, names)
        called = TEAMS.find(reader, team).name
    newcomers = found.newcomers if new else ()
    joining = len(found.known) + len(newcomers)
    if not joining:
        raise NotFoundError(
            _("Nobody on the list is on record: {names}.").format(
                names=_(", ").join(found.unknown or found.left_out or found.unread)
            ),
            hint=_("Whom nobody here knows yet joins with --new."),
        )
    confirm_listed(call, found, _("{count} join team {team}.").format(count=joining, team=called))
    with writing(call) as tx:
        if recognised(tx, names) != found:
            raise overtaken()
        persons = [
            *found.known, *(add_person(tx, parse_typed_name(name)) for name in newcomers)
        ]  # fmt: skip
        day = since.on(tx.clock).isoformat() if since else None
        joined, added = actions.join_all(tx, team, persons, since=day)
        outside = _outside_party(tx, joined, added)
    left = [name for name in found.unknown if name.startswith(ENDING) or not new]
    done(
        call,
        _("Team {team}: {added} joined, {before} were in it before.").format(
            team=joined.name, added=len(added), before=len(persons) - len(added)
        ),
        number=joined.name,
        data={
            "team": joined.name,
            "added": [person.label for person in added],
            "unknown": left,
            "unclear": found.unclear,
        },
    )
    tell_left_out(call, found, unnamed=True)
    if left:
        call.tell(
            _(
                "Not on record, not taken ({count}). Whom nobody here knows yet:"
                " jinlin team join {team} {people} --new"
            ).format(count=len(left), team=joined.name, people=quoted(people))
        )
    _caution(call, outside)


def _outside_party(reader: Reader, team: TeamRow, people: Sequence[PersonRow]) -> list[str]:
    """Return who of those who joined red stewards is not recorded as a Party member."""
    if team.kind is not TeamKind.RED_STEWARDS:
        return []
    known = members_of(reader, [person.id for person in people])
    inside = {one.person.id for one in known if one.details.party_state in MEMBERS}
    return [person.name for person in people if person.id not in inside]


def _caution(call: Call, outside: Sequence[str]) -> None:
    if outside:
        call.tell(
            _("Red stewards are Party members; not recorded as such: {names}.").format(
                names=_(", ").join(outside)
            )
        )


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
