"""Questions about members: the register, and who is meant."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from typing import NamedTuple

from jinlin.complex.household.people import people_called, people_meant, the_one
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.member.rules.party import Affiliation, MemberDetails, MemberStanding, PartyState
from jinlin.member.rules.posts import Body, Held
from jinlin.person.people.queries import PersonRow
from jinlin.person.people.search import matching
from jinlin.store.transaction.tx import Reader


class MemberRow(NamedTuple):
    """One line of the register.

    Attributes:
        id: the member row's id.
        person: who it is.
        details: what the register keeps.
        held: the posts held today, the branch's first.
        left_on: the day she left the register; None for who is in it.
        left_reason: why.
    """

    id: int
    person: PersonRow
    details: MemberDetails
    held: tuple[Held, ...] = ()
    left_on: str | None = None
    left_reason: str | None = None

    @property
    def posts(self) -> tuple[str, ...]:
        """Her posts as people say them: `书记`, `业委会主任`."""
        return tuple(held.text for held in self.held)

    @property
    def titles(self) -> str | None:
        """All her posts in one text: `书记、业委会主任`; None when she holds none."""
        return "、".join(self.posts) or None


class MemberFilter(NamedTuple):
    """Which members are asked for; empty means all. Within one field the words are alternatives.

    Attributes:
        party_states: how far they are on the way into the Party.
        affiliations: where membership is held.
        groups: the names of building Party groups.
        standings: whether they take part, are away, or cannot be found.
        skills: what they can do, as the register or a team knows it; a part of the word is enough.
        posts: titles of posts held today; a part is enough.
        bodies: bodies in which a post is held today.
        teams: names of service teams.
        text: stands in name, employer, skills or remark; a phone's end, `P12` and pinyin too.
        left: those who left the register instead of those who are in it.
        voting: only those who may vote today.
    """

    party_states: Sequence[PartyState] = ()
    affiliations: Sequence[Affiliation] = ()
    groups: Sequence[str] = ()
    standings: Sequence[MemberStanding] = ()
    skills: Sequence[str] = ()
    posts: Sequence[str] = ()
    bodies: Sequence[Body] = ()
    teams: Sequence[str] = ()
    text: str | None = None
    left: bool = False
    voting: bool = False


_FROM = " FROM member AS m JOIN person AS p ON p.id = m.person_id WHERE p.removed_at IS NULL"
_HERE = " AND m.removed_at IS NULL"
_GONE = (
    " AND m.id = (SELECT max(l.id) FROM member AS l WHERE l.person_id = m.person_id"
    " AND l.left_on IS NOT NULL AND l.removed_at IS NOT NULL) AND NOT EXISTS (SELECT 1"
    " FROM member AS n WHERE n.person_id = m.person_id AND n.removed_at IS NULL)"
)
_HELD = (
    " FROM post AS o WHERE o.person_id = m.person_id AND o.removed_at IS NULL"
    " AND (o.started_on IS NULL OR o.started_on <= ?1) AND (o.ended_on IS NULL OR o.ended_on > ?1)"
)
_SELECT = (
    "SELECT m.*, p.number, p.name, p.phone, (SELECT group_concat(body || char(31) || title"
    " || char(31) || ifnull(unit, ''), char(30)) FROM (SELECT o.body, o.title, o.unit"
    + _HELD
    + " ORDER BY o.body <> 'branch', o.body <> 'group', o.id)) AS held"
    + _FROM
)
_OWN_FIRST = (
    " ORDER BY CASE m.affiliation WHEN 'here' THEN 0 WHEN 'report_in' THEN 1 ELSE 2 END, p.number"
)
_MAY_VOTE = (
    " AND m.party_state = 'full' AND m.affiliation = 'here' AND m.no_vote_reason IS NULL"
    " AND (SELECT type FROM branch) <> 'overlay'"
)


def members(reader: Reader, wanted: MemberFilter, *, limit: int = 0) -> list[MemberRow]:
    """Return the members asked for, this branch's own first; a limit of 0 means all."""
    conditions, values = _conditions(wanted)
    return _rows(reader, f"{conditions}{_OWN_FIRST} LIMIT ?", *values, limit or -1)


def count_members(reader: Reader, wanted: MemberFilter) -> int:
    """Return how many members are asked for."""
    conditions, values = _conditions(wanted)
    today = reader.clock.today.isoformat()
    sql = f"SELECT count(*){_FROM} AND ?1 <> ''{conditions}"
    return int(reader.value(sql, (today, *values)))


def find_member(reader: Reader, text: str) -> MemberRow:
    """Return the member a text means; people who are no members do not count.

    Raises:
        NotFoundError: no member is meant, or several are.
    """
    people = people_meant(reader, text)
    found = members_of(reader, [person.id for person in people])
    if people and not found:
        person = the_one(reader, people, text)
        raise NotFoundError(
            _("{person} is not in the register of members.").format(person=person.masked),
            hint=_("Add: jinlin member add {number}").format(number=person.label),
        )
    person = the_one(reader, [member.person for member in found], text)
    return next(member for member in found if member.person.id == person.id)


def find_anybody(reader: Reader, text: str) -> MemberRow:
    """Return the member a text means, or who was one and left the register.

    Raises:
        NotFoundError: nobody of the register is meant, or several are.
    """
    people = [person.id for person in people_meant(reader, text)]
    if people and not members_of(reader, people):
        left = who_left(reader, people)
        if left:
            person = the_one(reader, [member.person for member in left], text)
            return next(member for member in left if member.person.id == person.id)
    return find_member(reader, text)


def known_by_name(reader: Reader, text: str) -> MemberRow | None:
    """Return who is or was in the register under a whole name, a number or a phone's end.

    A part of a name is not enough: who is not found may be somebody new.

    Raises:
        NotFoundError: several of them are called so.
    """
    people = [person.id for person in people_called(reader, text)]
    found = members_of(reader, people) or who_left(reader, people)
    if not found:
        return None
    person = the_one(reader, [member.person for member in found], text)
    return next(member for member in found if member.person.id == person.id)


def members_of(reader: Reader, person_ids: Collection[int]) -> list[MemberRow]:
    """Return those of a few people who are in the register, by number."""
    return _of(reader, _HERE, person_ids)


def who_left(reader: Reader, person_ids: Collection[int]) -> list[MemberRow]:
    """Return those of a few people who left the register and did not come back, by number."""
    return _of(reader, _GONE, person_ids)


def _of(reader: Reader, condition: str, person_ids: Collection[int]) -> list[MemberRow]:
    marks = ", ".join("?" * len(person_ids))
    return _rows(reader, f"{condition} AND p.id IN ({marks}) ORDER BY p.number", *person_ids)


def _rows(reader: Reader, rest: str, *values: object) -> list[MemberRow]:
    today = reader.clock.today.isoformat()
    return [_member(row) for row in reader.rows(f"{_SELECT}{rest}", (today, *values))]


def _conditions(wanted: MemberFilter) -> tuple[str, list[object]]:
    """Return the conditions of a filter and the values in them; the day of today is `?1`."""
    sql, values = _GONE if wanted.left else _HERE, list[object]()
    for column, words in (
        ("party_state", wanted.party_states),
        ("affiliation", wanted.affiliations),
        ("group_name", wanted.groups),
        ("standing", wanted.standings),
    ):
        if words:
            sql += f" AND m.{column} IN ({', '.join('?' * len(words))})"
            values += [str(word) for word in words]
    if wanted.voting:
        sql += _MAY_VOTE
    for condition, alternatives in (
        (_IN_BODY, wanted.bodies),
        (_IN_POST, wanted.posts),
        (_CAN_DO, wanted.skills),
        (_OF_TEAM, wanted.teams),
    ):
        if alternatives:
            sql += f" AND ({' OR '.join([condition] * len(alternatives))})"
            places = condition.count("?)")
            values += [str(word) for word in alternatives for _place in range(places)]
    if wanted.text:
        found, said = matching(wanted.text)
        searched = [f"instr(lower(m.{column}), lower(?))" for column in _SEARCHED]
        sql += f" AND ({' OR '.join([*searched, found])})"
        values += [wanted.text] * len(_SEARCHED) + said
    return sql, values


_SEARCHED = ("employer", "skills", "note")
_IN_TEAM = (
    " FROM team_member AS j JOIN team AS t ON t.id = j.team_id WHERE j.person_id = m.person_id"
    " AND j.removed_at IS NULL AND j.until IS NULL AND t.removed_at IS NULL"
)
_IN_BODY = f"EXISTS (SELECT 1{_HELD} AND o.body = (?))"
_IN_POST = f"EXISTS (SELECT 1{_HELD} AND instr(ifnull(o.unit, '') || o.title, ?))"
_CAN_DO = f"(instr(ifnull(m.skills, ''), ?) OR EXISTS (SELECT 1{_IN_TEAM} AND instr(j.skills, ?)))"
_OF_TEAM = f"EXISTS (SELECT 1{_IN_TEAM} AND instr(t.name, ?))"


def _member(row: sqlite3.Row) -> MemberRow:
    state = row["party_state"]
    return MemberRow(
        id=row["id"],
        person=PersonRow(row["person_id"], row["number"], row["name"], row["phone"]),
        details=MemberDetails(
            party_state=PartyState(state) if state else None,
            affiliation=Affiliation(row["affiliation"]),
            standing=MemberStanding(row["standing"]),
            **{field: row[field] for field in _AS_KEPT},
        ),
        held=_held(row["held"]),
        left_on=row["left_on"],
        left_reason=row["left_reason"],
    )


_AS_KEPT = tuple(
    field
    for field in MemberDetails._fields
    if field not in {"party_state", "affiliation", "standing"}
)


def _held(text: str | None) -> tuple[Held, ...]:
    """Take apart what the query joined: body, title and unit of each post."""
    posts = (post.split("\x1f") for post in text.split("\x1e")) if text else ()
    return tuple(Held(Body(body), title, unit or None) for body, title, unit in posts)
