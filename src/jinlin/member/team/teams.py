"""Service teams: red stewards, volunteers, staff; who leads each and what its people can do."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.complex.household.people import find_person
from jinlin.core.columns import Kind
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean
from jinlin.core.word import Word
from jinlin.member.team.members import members_of_team
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import TEXT, WHO, choice
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, computed, field
from jinlin.output.register.rules import Aftermath, Draft, RegisterChange, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader, Tx


class TeamKind(Word, refusal=N_("There is no kind of team “{text}”."), error=NotFoundError):
    """What kind of people a team has."""

    RED_STEWARDS = "red_stewards", N_("red stewards"), "红管家", "红管家服务队"
    VOLUNTEERS = "volunteers", N_("volunteers"), "志愿者", "志愿", "志愿服务队"
    STAFF = "staff", N_("paid staff"), "专职", "专职队伍", "工作人员"


MAX_NAME: Final = 30


def _team_name(text: str) -> str:
    """Read the name of a team.

    Raises:
        UsageError: it is empty or too long.
    """
    name = "".join(clean(text).split())
    if not name or len(name) > MAX_NAME:
        raise UsageError(
            _("“{text}” is not a team's name.").format(text=text),
            hint=_("Such as 红管家服务队; at most {count} characters.").format(count=MAX_NAME),
        )
    return name


_INSIDE: Final = (
    "FROM team_member AS j JOIN person AS p ON p.id = j.person_id WHERE j.team_id = r.id"
    " AND j.removed_at IS NULL AND j.until IS NULL AND p.removed_at IS NULL"
)
_SKILLS: Final = f"""(SELECT group_concat(skill, '、') FROM (
    SELECT s.value AS skill
    FROM (SELECT j.id, j.role <> 'leader' AS follows, j.skills {_INSIDE}) AS m,
        json_each('[' || replace(json_quote(m.skills), '、', '","') || ']') AS s
    WHERE m.skills <> ''
    GROUP BY s.value ORDER BY count(*) DESC, min(m.follows), min(m.id), min(s.key)))"""  # noqa: S608  (our own names)


class Team(RegisterRow, table="team"):
    """A team; who is in it stands apart.

    Attributes:
        leaders: the names of who leads it.
        members: how many are in it.
        skills: what its members can do, the most frequent first.
    """

    name: str = field(
        WordKind("name", N_("NAME"), _team_name),
        N_("Team"),
        N_("The team's name."),
        word=True,
        asked=N_("What the team is called"),
    )
    kind: TeamKind = field(
        choice(TeamKind, called=N_("KIND")),
        N_("Team kind"),
        N_("red-stewards, volunteers or staff."),
        asked=N_("Team kind"),
    )
    leader: PersonRow | None = field(
        WHO, "", N_("Who leads it."), stored=False, clears=False, column=None
    )
    leaders: str | None = computed(
        N_("Team leader"),
        f"(SELECT group_concat(p.name, '、') {_INSIDE} AND j.role = 'leader')",
        json="leader",
    )
    members: int = computed(
        N_("Team members"), f"(SELECT count(*) {_INSIDE})", column=Kind.INTEGER, untold=True
    )
    skills: str | None = computed(N_("Skills"), _SKILLS, untold=True)
    duties: str | None = field(TEXT, N_("Duties"), N_("What the team does."))


def body_names(reader: Reader) -> set[str]:
    """Return what teams and Party groups are called: bodies, wherever else the words stand."""
    rows = reader.rows(
        "SELECT name FROM team WHERE removed_at IS NULL"
        " UNION SELECT name FROM party_group WHERE removed_at IS NULL"
    )
    return {str(row[0]) for row in rows}


def _check(draft: Draft) -> None:
    """Find who is to lead a team; nothing changes where she does already.

    Raises:
        NotFoundError: nobody is meant, or several are.
    """
    if "leader" in draft.said:
        leader = find_person(draft.tx, draft.values["leader"])
        inside = [] if draft.old is None else members_of_team(draft.tx, draft.old.id)
        led = [member.person.id for member in inside if member.leads]
        draft.values["leader"] = None if led == [leader.id] else leader


def _beside(change: RegisterChange) -> list[str]:
    """Put the leader that was named at the head of her team, who joins where she is not in it."""
    assert change.draft is not None
    leader = change.draft.values["leader"]
    if leader is None:
        return []
    _lead(change.tx, change.record.id, leader)
    return [N_("Team leader")]


def _aftermath(change: RegisterChange) -> Aftermath:
    """Say who leads a team now, and of a new one how it is filled."""
    if change.draft is None:
        return Aftermath()
    inside = members_of_team(change.tx, change.record.id)
    data = {"leaders": [member.person.name for member in inside if member.leads]}
    if change.draft.old is not None:
        return Aftermath(data=data)
    told = _("To fill it: jinlin team join {name} WHO").format(name=change.record.name)
    return Aftermath(told=(told,), data=data)


def _lead(tx: Tx, team: int, leader: PersonRow) -> None:
    inside = members_of_team(tx, team)
    for member in inside:
        if member.leads or member.person.id == leader.id:
            role = "leader" if member.person.id == leader.id else "member"
            tx.update("team_member", member.id, role=role)
    if all(member.person.id != leader.id for member in inside):
        tx.insert(
            "team_member", team_id=team, person_id=leader.id, role="leader",
            since=tx.clock.today.isoformat(),
        )  # fmt: skip


TEAMS: Final = Register(
    Team,
    RegisterWords(N_("team"), N_("Teams"), "teams", "team", N_("红管家服务队 --kind 红管家")),
    order="CASE r.kind WHEN 'red_stewards' THEN 0 WHEN 'volunteers' THEN 1 ELSE 2 END, r.id",
    rules=Rules(_check, beside=_beside, aftermath=_aftermath),
)


class TeamsOfKind(NamedTuple):
    """How many teams of a kind there are.

    Attributes:
        people: how many people are in them, each once however many of them she is in.
    """

    kind: TeamKind
    teams: int
    people: int


def kinds_of_teams(reader: Reader) -> list[TeamsOfKind]:
    """Return the kinds that have a team, with their numbers, in the order of the register."""
    rows = reader.rows(
        "SELECT t.kind, count(DISTINCT t.id), count(DISTINCT p.id) FROM team AS t"
        " LEFT JOIN team_member AS j ON j.team_id = t.id AND j.removed_at IS NULL"
        " AND j.until IS NULL"
        " LEFT JOIN person AS p ON p.id = j.person_id AND p.removed_at IS NULL"
        " WHERE t.removed_at IS NULL GROUP BY t.kind"
    )
    found = {row[0]: TeamsOfKind(TeamKind(row[0]), row[1], row[2]) for row in rows}
    return [found[kind] for kind in TeamKind if kind in found]
