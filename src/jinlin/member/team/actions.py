"""What a user can do with service teams: make them, join them, leave them."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.complex.household.people import find_person
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.member.team.coverage import all_covers, end_covers
from jinlin.member.team.teams import (
    Team,
    TeamKind,
    TeamMember,
    TeamRow,
    find_team,
    members_of_team,
    team_row,
)
from jinlin.output.register.register import Register
from jinlin.output.register.rules import Aftermath, Draft, RegisterChange, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader, Tx


class Joining(NamedTuple):
    """Somebody as she joins a team; None leaves as it is what is known already."""

    person: PersonRow
    skills: tuple[str, ...] = ()
    availability: str | None = None
    leads: bool | None = None
    since: str | None = None


def _check(draft: Draft) -> None:
    """Find who is to lead a team; nothing changes where she does already.

    Raises:
        NotFoundError: nobody is meant, or several are.
    """
    if "leader" in draft.said:
        leader = find_person(draft.tx, draft.values["leader"])
        led = [] if draft.old is None else _leaders(draft.tx, draft.old.name)
        draft.values["leader"] = None if led == [leader.id] else leader
        if draft.values["leader"] is not None:
            draft.besides.append(N_("Team leader"))


def _leaders(reader: Reader, name: str) -> list[int]:
    inside = members_of_team(reader, find_team(reader, name))
    return [member.person.id for member in inside if member.leads]


def _aftermath(change: RegisterChange) -> Aftermath:
    """Put the leader that was named at the head of her team, who joins where she is not in it."""
    if change.draft is None:
        return Aftermath()
    leader = change.draft.values["leader"]
    if leader is not None:
        team = team_row(change.tx, change.record.id)
        _lead(change.tx, team, members_of_team(change.tx, team), leader)
    data = {"leaders": list(team_row(change.tx, change.record.id).leaders)}
    if change.draft.old is not None:
        return Aftermath(data=data)
    told = _("To fill it: jinlin team join {name} WHO").format(name=change.record.name)
    return Aftermath(told=(told,), data=data)


TEAMS: Final = Register(
    Team,
    RegisterWords(N_("team"), N_("Teams"), "teams", "team", N_("红管家服务队 --kind 红管家")),
    order="r.id",
    rules=Rules(_check, aftermath=_aftermath),
)


def remove_team(tx: Tx, text: str) -> TeamRow:
    """Take a team out; what its members look after alone through it ends.

    Raises:
        NotFoundError: there is no such team.
    """
    team = find_team(tx, text)
    for member in members_of_team(tx, team):
        _end(tx, team, member)
    tx.update("team", team.id, removed_at=tx.clock.stamp)
    _describe(tx, team.name, N_("Team {team} was taken out"), N_("put team {team} back"))
    return team


def join(tx: Tx, text: str, joining: Joining) -> tuple[TeamRow, bool]:
    """Put somebody into a team, or say anew what she can do in it.

    Args:
        tx: the transaction.
        text: the team.
        joining: who, and what she can do.

    Returns:
        The team, and whether she was in it before.

    Raises:
        NotFoundError: there is no such team.
        RuleError: she is in it just like that.
    """
    team = find_team(tx, text)
    inside = members_of_team(tx, team)
    known = next((m for m in inside if m.person.id == joining.person.id), None)
    values: dict[str, object] = {}
    if joining.skills and (known is None or joining.skills != known.skills):
        values["skills"] = "、".join(joining.skills)
    if joining.availability and (known is None or joining.availability != known.availability):
        values["availability"] = joining.availability
    if known is None:
        role = "leader" if joining.leads else "member"
        since = joining.since or tx.clock.today.isoformat()
        tx.insert(
            "team_member", team_id=team.id, person_id=joining.person.id, role=role, since=since,
            **values,
        )  # fmt: skip
    else:
        if joining.leads and not known.leads:
            values["role"] = "leader"
        if not values:
            raise RuleError(
                _("{person} is in team {team} already.").format(
                    person=joining.person.masked, team=team.name
                ),
                hint=_("Say what is new: --skill 水电维修, or --times 周末."),
            )
        tx.update("team_member", known.id, **values)
    words = {"person": joining.person.masked, "team": team.name}
    if known is None:
        did, reverse = N_("{person} joined team {team}"), N_("take {person} out of team {team}")
    else:
        did, reverse = (
            N_("{person} was changed in team {team}"),
            N_("set {person} back in team {team}"),
        )
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=joining.person.label)
    return team, known is not None


def leave(tx: Tx, text: str, person: PersonRow, *, on: str) -> tuple[TeamRow, int]:
    """Record that somebody left a team; who is in no team of red stewards looks after nothing.

    Returns:
        The team, and how many of the things she looked after have ended.

    Raises:
        NotFoundError: there is no such team, or she is not in it.
    """
    team = find_team(tx, text)
    member = next((m for m in members_of_team(tx, team) if m.person.id == person.id), None)
    if member is None:
        raise NotFoundError(
            _("{person} is not in team {team}.").format(person=person.masked, team=team.name),
            hint=_("See: jinlin team show {team}").format(team=team.name),
        )
    ended = _end(tx, team, member, on=on)
    words: dict[str, Value] = {"person": person.masked, "team": team.name}
    tx.describe(
        Message(N_("{person} left team {team}"), words),
        reverse=Message(N_("put {person} back into team {team}"), words),
        subject=person.label,
    )
    return team, ended


def _end(tx: Tx, team: TeamRow, member: TeamMember, *, on: str | None = None) -> int:
    tx.update("team_member", member.id, until=on or tx.clock.today.isoformat())
    stewards = tx.row(
        "SELECT 1 FROM team_member AS j JOIN team AS t ON t.id = j.team_id WHERE j.person_id = ?"
        " AND t.kind = 'red_stewards' AND j.removed_at IS NULL AND j.until IS NULL"
        " AND t.removed_at IS NULL",
        (member.person.id,),
    )
    if team.kind is not TeamKind.RED_STEWARDS or stewards is not None:
        return 0
    covers = all_covers(tx, person_id=member.person.id)
    end_covers(tx, covers)
    return len(covers)


def _lead(tx: Tx, team: TeamRow, inside: list[TeamMember], leader: PersonRow) -> None:
    for member in inside:
        if member.leads or member.person.id == leader.id:
            role = "leader" if member.person.id == leader.id else "member"
            tx.update("team_member", member.id, role=role)
    if all(member.person.id != leader.id for member in inside):
        tx.insert(
            "team_member", team_id=team.id, person_id=leader.id, role="leader",
            since=tx.clock.today.isoformat(),
        )  # fmt: skip


def _describe(tx: Tx, name: str, did: str, reverse: str) -> None:
    words: dict[str, Value] = {"team": name}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=name)
