"""Who is in a service team, and what each can do there."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.member.rules.skills import parse_skills
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader


class TeamMember(NamedTuple):
    """Somebody in a team.

    Attributes:
        id: the row's id.
        team: what the team is called.
        person: who.
        leads: she leads the team.
        skills: what she can do.
        availability: when she has time.
        since: the day she joined; ISO text.
        in_party: she is a full or probationary member of the Party.
    """

    id: int
    team: str
    person: PersonRow
    leads: bool
    skills: tuple[str, ...]
    availability: str | None
    since: str | None
    in_party: bool


def members_of_team(reader: Reader, team: int) -> list[TeamMember]:
    """Return who is in the team of a row, its leader first."""
    return _members(reader, " AND j.team_id = ?", team)


def teams_of(reader: Reader, person_id: int) -> list[TeamMember]:
    """Return what somebody is in each of her teams."""
    return _members(reader, " AND j.person_id = ?", person_id)


def _members(reader: Reader, condition: str, value: int) -> list[TeamMember]:
    return [
        TeamMember(
            id=row["id"],
            team=row["team"],
            person=PersonRow(row["person_id"], row["number"], row["name"], row["phone"]),
            leads=row["role"] == "leader",
            skills=parse_skills(row["skills"] or ""),
            availability=row["availability"],
            since=row["since"],
            in_party=bool(row["in_party"]),
        )
        for row in reader.rows(f"{_SELECT}{condition} ORDER BY j.role <> 'leader', j.id", (value,))
    ]


_SELECT: Final = (
    "SELECT j.*, t.name AS team, p.number, p.name, p.phone,"
    " ifnull(m.party_state IN ('full', 'probationary'), 0) AS in_party"
    " FROM team_member AS j JOIN team AS t ON t.id = j.team_id"
    " JOIN person AS p ON p.id = j.person_id"
    " LEFT JOIN member AS m ON m.person_id = p.id AND m.removed_at IS NULL"
    " WHERE j.removed_at IS NULL AND j.until IS NULL AND t.removed_at IS NULL"
    " AND p.removed_at IS NULL"
)
