"""Questions about members: the register, and who is meant."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from jinlin.complex.people import people_called
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.member.rules import Affiliation, Details, PartyState
from jinlin.person.queries import PersonRow, only_one
from jinlin.store.tx import Reader


class MemberRow(NamedTuple):
    """One line of the register.

    Attributes:
        id: the member row's id.
        person: who it is.
        details: what the register keeps.
        posts: the titles of the posts held today, the branch's first.
    """

    id: int
    person: PersonRow
    details: Details
    posts: tuple[str, ...]


class Filter(NamedTuple):
    """Which members are asked for; empty means all. Within one field the words are alternatives.

    Attributes:
        party_states: how far they are on the way into the Party.
        affiliations: where membership is held.
        groups: the names of building Party groups.
        text: stands in name, employer, skills or remark.
    """

    party_states: tuple[PartyState, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    groups: tuple[str, ...] = ()
    text: str = ""


_FROM = (
    " FROM member AS m JOIN person AS p ON p.id = m.person_id"
    " WHERE m.removed_at IS NULL AND p.removed_at IS NULL"
)
_SELECT = (
    "SELECT m.*, p.number, p.name, p.phone,"
    " (SELECT group_concat(title, '|') FROM (SELECT title FROM post AS o"
    " WHERE o.person_id = p.id AND o.removed_at IS NULL"
    " AND (o.ended_on IS NULL OR o.ended_on > ?) ORDER BY body <> 'branch', o.id)) AS posts" + _FROM
)
_OWN_FIRST = (
    " ORDER BY CASE m.affiliation WHEN 'here' THEN 0 WHEN 'report_in' THEN 1 ELSE 2 END, p.number"
)


def members(reader: Reader, wanted: Filter, *, limit: int = 0) -> list[MemberRow]:
    """Return the members asked for, this branch's own first; a limit of 0 means all."""
    conditions, values = _conditions(wanted)
    return _rows(reader, f"{conditions}{_OWN_FIRST} LIMIT ?", *values, limit or -1)


def count_members(reader: Reader, wanted: Filter) -> int:
    """Return how many members are asked for."""
    conditions, values = _conditions(wanted)
    return int(reader.value(f"SELECT count(*){_FROM}{conditions}", values))


def find_member(reader: Reader, text: str) -> MemberRow:
    """Return the member a text means; people who are no members do not count.

    Raises:
        NotFoundError: no member is meant, or several are.
    """
    people = people_called(reader, text)
    found = members_of(reader, [person.id for person in people])
    if people and not found:
        person = only_one(people, text)
        raise NotFoundError(
            _("{person} is not in the register of members.").format(person=person.masked),
            hint=_("Add: jinlin member add {number}").format(number=person.label),
        )
    person = only_one([member.person for member in found], text)
    return next(member for member in found if member.person.id == person.id)


def members_of(reader: Reader, person_ids: Collection[int]) -> list[MemberRow]:
    """Return those of a few people who are in the register, by number."""
    marks = ", ".join("?" * len(person_ids))
    return _rows(reader, f" AND p.id IN ({marks}) ORDER BY p.number", *person_ids)


def _rows(reader: Reader, rest: str, *values: object) -> list[MemberRow]:
    today = reader.clock.today.isoformat()
    return [_member(row) for row in reader.rows(f"{_SELECT}{rest}", (today, *values))]


def _conditions(wanted: Filter) -> tuple[str, list[object]]:
    """Return the conditions of a filter and the values in them."""
    sql, values = "", []
    for column, words in (
        ("party_state", wanted.party_states),
        ("affiliation", wanted.affiliations),
        ("group_name", wanted.groups),
    ):
        if words:
            sql += f" AND m.{column} IN ({', '.join('?' * len(words))})"
            values += [str(word) for word in words]
    if wanted.text:
        searched = ("p.name", "m.employer", "m.skills", "m.note")
        sql += f" AND ({' OR '.join(f'instr(lower({column}), lower(?))' for column in searched)})"
        values += [wanted.text] * len(searched)
    return sql, list[object](values)


def _member(row: sqlite3.Row) -> MemberRow:
    state = row["party_state"]
    return MemberRow(
        id=row["id"],
        person=PersonRow(row["person_id"], row["number"], row["name"], row["phone"]),
        details=Details(
            party_state=PartyState(state) if state else None,
            affiliation=Affiliation(row["affiliation"]),
            joined_on=row["joined_on"],
            full_on=row["full_on"],
            reported_on=row["reported_on"],
            employer=row["employer"],
            group_name=row["group_name"],
            skills=row["skills"],
            note=row["note"],
        ),
        posts=tuple(row["posts"].split("|")) if row["posts"] else (),
    )
