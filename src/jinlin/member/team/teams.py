"""Service teams: red stewards, volunteers, staff; who is in them and what they can do."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean, compact
from jinlin.core.word import Word
from jinlin.member.rules.skills import parse_skills
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import TEXT, WHO, choice
from jinlin.output.register.row import RegisterRow, computed, field
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader


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


class Team(RegisterRow, table="team"):
    """A team as it is added and changed; who is in it stands apart."""

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
    duties: str | None = field(TEXT, N_("Duties"), N_("What the team does."))
    leader: str | None = field(
        WHO, "", N_("Who leads it."), stored=False, clears=False, column=None
    )
    leaders: str | None = computed(
        N_("Team leader"),
        "(SELECT group_concat(p.name, '、') FROM team_member AS j"
        " JOIN person AS p ON p.id = j.person_id WHERE j.team_id = r.id AND j.role = 'leader'"
        " AND j.removed_at IS NULL AND j.until IS NULL AND p.removed_at IS NULL)",
        json="leader",
    )


class TeamRow(NamedTuple):
    """A team.

    Attributes:
        id: the row's id.
        name: what it is called.
        kind: what kind of people it has.
        duties: what it does.
        leaders: the names of who leads it.
        members: how many are in it.
        skills: what its members can do, the most frequent first.
    """

    id: int
    name: str
    kind: TeamKind
    duties: str | None
    leaders: tuple[str, ...] = ()
    members: int = 0
    skills: tuple[str, ...] = ()


class TeamMember(NamedTuple):
    """Somebody in a team.

    Attributes:
        id: the row's id.
        person: who.
        leads: she leads the team.
        skills: what she can do.
        availability: when she has time.
        since: the day she joined; ISO text.
        in_party: she is a full or probationary member of the Party.
    """

    id: int
    person: PersonRow
    leads: bool
    skills: tuple[str, ...]
    availability: str | None
    since: str | None
    in_party: bool


def teams(reader: Reader) -> list[TeamRow]:
    """Return all teams, red stewards first."""
    found = [
        TeamRow(row["id"], row["name"], TeamKind(row["kind"]), row["duties"])
        for row in reader.rows(
            "SELECT id, name, kind, duties FROM team WHERE removed_at IS NULL ORDER BY"
            " CASE kind WHEN 'red_stewards' THEN 0 WHEN 'volunteers' THEN 1 ELSE 2 END, id"
        )
    ]
    inside: dict[int, list[TeamMember]] = {}
    for team_id, member in _members(reader, ""):
        inside.setdefault(team_id, []).append(member)
    return [_with_members(team, inside.get(team.id, [])) for team in found]


def body_names(reader: Reader) -> set[str]:
    """Return what teams and Party groups are called: bodies, wherever else the words stand."""
    rows = reader.rows(
        "SELECT name FROM team WHERE removed_at IS NULL"
        " UNION SELECT name FROM party_group WHERE removed_at IS NULL"
    )
    return {str(row[0]) for row in rows}


def find_team(reader: Reader, text: str) -> TeamRow:
    """Return the team of a name: whole, or a part that only one has.

    Raises:
        NotFoundError: there is none, or several; all are listed.
    """
    known = teams(reader)
    said = compact(text)
    found = [team for team in known if compact(team.name) == said]
    found = found or [team for team in known if said and said in compact(team.name)]
    if len(found) == 1:
        return found[0]
    names = _(", ").join(team.name for team in (found or known))
    if found:
        raise NotFoundError(
            _("“{text}” may be several teams: {names}.").format(text=text, names=names),
            hint=_("Write its name in full."),
        )
    raise NotFoundError(
        _("There is no team “{text}”.").format(text=text),
        hint=_("Known: {known}.").format(known=names)
        if known
        else _("Add it first: jinlin team add {name}").format(name=text),
    )


def team_row(reader: Reader, team_id: int) -> TeamRow:
    """Return the team of a row that is there."""
    return next(team for team in teams(reader) if team.id == team_id)


def members_of_team(reader: Reader, team: TeamRow) -> list[TeamMember]:
    """Return who is in a team, its leader first."""
    return [member for _id, member in _members(reader, " AND j.team_id = ?", team.id)]


def teams_of(reader: Reader, person_id: int) -> list[tuple[str, TeamMember]]:
    """Return the teams somebody is in: the name of each, and what she is there."""
    names = {
        row["id"]: row["name"]
        for row in reader.rows("SELECT id, name FROM team WHERE removed_at IS NULL")
    }
    return [
        (names[team_id], member)
        for team_id, member in _members(reader, " AND j.person_id = ?", person_id)
    ]


def _members(reader: Reader, condition: str, *values: object) -> list[tuple[int, TeamMember]]:
    return [
        (
            row["team_id"],
            TeamMember(
                id=row["id"],
                person=PersonRow(row["person_id"], row["number"], row["name"], row["phone"]),
                leads=row["role"] == "leader",
                skills=parse_skills(row["skills"] or ""),
                availability=row["availability"],
                since=row["since"],
                in_party=bool(row["in_party"]),
            ),
        )
        for row in reader.rows(f"{_SELECT}{condition} ORDER BY j.role <> 'leader', j.id", values)
    ]


_SELECT = (
    "SELECT j.*, p.number, p.name, p.phone,"
    " ifnull(m.party_state IN ('full', 'probationary'), 0) AS in_party"
    " FROM team_member AS j JOIN team AS t ON t.id = j.team_id"
    " JOIN person AS p ON p.id = j.person_id"
    " LEFT JOIN member AS m ON m.person_id = p.id AND m.removed_at IS NULL"
    " WHERE j.removed_at IS NULL AND j.until IS NULL AND t.removed_at IS NULL"
    " AND p.removed_at IS NULL"
)


def _with_members(team: TeamRow, inside: list[TeamMember]) -> TeamRow:
    from collections import Counter

    skills = Counter(skill for member in inside for skill in member.skills)
    return team._replace(
        leaders=tuple(member.person.name for member in inside if member.leads),
        members=len(inside),
        skills=tuple(skill for skill, _count in skills.most_common()),
    )
