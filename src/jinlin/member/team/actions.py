"""What a user can do with who is in a service team: join it, leave it, take the team out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.member.team.coverage import all_covers, end_covers
from jinlin.member.team.members import TeamMember, members_of_team
from jinlin.member.team.teams import TEAMS, Team, TeamKind
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Tx


class Joining(NamedTuple):
    """Somebody as she joins a team; None leaves as it is what is known already."""

    person: PersonRow
    skills: tuple[str, ...] = ()
    availability: str | None = None
    leads: bool | None = None
    since: str | None = None


def remove_team(tx: Tx, team: Team) -> None:
    """Take a team out; what its members look after alone through it ends."""
    for member in members_of_team(tx, team.id):
        _end(tx, team, member)
    TEAMS.remove(tx, team)


def join(tx: Tx, text: str, joining: Joining) -> tuple[Team, bool]:
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
    team = TEAMS.find(tx, text)
    inside = members_of_team(tx, team.id)
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


def join_all(
    tx: Tx, text: str, people: Sequence[PersonRow], *, since: str | None
) -> tuple[Team, list[PersonRow]]:
    """Put several people into a team; who is in it stays as she is.

    Returns:
        The team, and who was not in it before.

    Raises:
        NotFoundError: there is no such team.
        RuleError: all of them are in it.
    """
    team = TEAMS.find(tx, text)
    inside = {member.person.id for member in members_of_team(tx, team.id)}
    joining = [person for person in people if person.id not in inside]
    if not joining:
        raise RuleError(
            _("All {count} are in team {team} already.").format(count=len(people), team=team.name),
            hint=_("See: jinlin team show {team}").format(team=team.name),
        )
    for person in joining:
        tx.insert(
            "team_member", team_id=team.id, person_id=person.id, role="member",
            since=since or tx.clock.today.isoformat(),
        )  # fmt: skip
    words: dict[str, Value] = {"count": len(joining), "team": team.name}
    tx.describe(
        Message(N_("{count} people joined team {team}"), words),
        reverse=Message(N_("take {count} people out of team {team}"), words),
        subject=team.name,
    )
    return team, joining


def leave(tx: Tx, text: str, person: PersonRow, *, on: str) -> tuple[Team, int]:
    """Record that somebody left a team; who is in no team of red stewards looks after nothing.

    Returns:
        The team, and how many of the things she looked after have ended.

    Raises:
        NotFoundError: there is no such team, or she is not in it.
    """
    team = TEAMS.find(tx, text)
    member = next((m for m in members_of_team(tx, team.id) if m.person.id == person.id), None)
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


def _end(tx: Tx, team: Team, member: TeamMember, *, on: str | None = None) -> int:
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
