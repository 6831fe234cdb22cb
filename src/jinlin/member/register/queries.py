"""Questions about members: the register, and who is meant."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import Final, NamedTuple

from jinlin.complex.household.people import people_called, people_meant, the_one
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.member.rules.party import Affiliation, MemberDetails, MemberStanding, PartyState
from jinlin.member.rules.posts import Body, Held
from jinlin.output.listing.filter import EVERYTHING, Condition, one_of
from jinlin.person.people.queries import PersonRow
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


IN_REGISTER: Final = Condition("m.removed_at IS NULL")
WHO_LEFT: Final = Condition(
    "m.id = (SELECT max(l.id) FROM member AS l WHERE l.person_id = m.person_id"
    " AND l.left_on IS NOT NULL AND l.removed_at IS NOT NULL) AND NOT EXISTS (SELECT 1"
    " FROM member AS n WHERE n.person_id = m.person_id AND n.removed_at IS NULL)"
)
"""Those who left the register and did not come back."""
IN_STATE: Final = one_of("m.party_state")
"""How far they are on the way into the Party."""
AFFILIATED: Final = one_of("m.affiliation")
"""Where their membership is held."""
OF_GROUP: Final = one_of("m.group_name")
"""The names of building Party groups."""
HELD: Final = (
    " FROM post AS o WHERE o.person_id = m.person_id AND o.removed_at IS NULL"
    " AND (o.started_on IS NULL OR o.started_on <= civil_today())"
    " AND (o.ended_on IS NULL OR o.ended_on > civil_today())"
)
"""The posts `o` that member `m` holds today."""

_FROM = " FROM member AS m JOIN person AS p ON p.id = m.person_id WHERE p.removed_at IS NULL"
_SELECT = (
    "SELECT m.*, p.number, p.name, p.phone, (SELECT group_concat(body || char(31) || title"
    " || char(31) || ifnull(unit, ''), char(30)) FROM (SELECT o.body, o.title, o.unit"
    + HELD
    + " ORDER BY o.body <> 'branch', o.body <> 'group', o.id)) AS held"
    + _FROM
)
_OWN_FIRST = (
    " ORDER BY CASE m.affiliation WHEN 'here' THEN 0 WHEN 'report_in' THEN 1 ELSE 2 END, p.number"
)


def members(
    reader: Reader, where: Condition = EVERYTHING, *, among: Condition = IN_REGISTER, limit: int = 0
) -> list[MemberRow]:
    """Return members, this branch's own first.

    Args:
        reader: the database.
        where: which are asked for.
        among: those in the register, or those who left it.
        limit: at most so many; 0 means all.
    """
    condition, values = among & where
    return _rows(reader, f" AND {condition}{_OWN_FIRST} LIMIT ?", *values, limit or -1)


def count_members(reader: Reader, where: Condition, *, among: Condition = IN_REGISTER) -> int:
    """Return how many members are asked for."""
    condition, values = among & where
    return int(reader.value(f"SELECT count(*){_FROM} AND {condition}", values))


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
    return _of(reader, IN_REGISTER, person_ids)


def who_left(reader: Reader, person_ids: Collection[int]) -> list[MemberRow]:
    """Return those of a few people who left the register and did not come back, by number."""
    return _of(reader, WHO_LEFT, person_ids)


def _of(reader: Reader, among: Condition, person_ids: Collection[int]) -> list[MemberRow]:
    condition, values = among & one_of("p.id")(tuple(person_ids))
    return _rows(reader, f" AND {condition} ORDER BY p.number", *values)


def _rows(reader: Reader, rest: str, *values: object) -> list[MemberRow]:
    return [_member(row) for row in reader.rows(f"{_SELECT}{rest}", values)]


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
