"""Anybody in the people table, and what she is to the complex: owner, tenant, member, post."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Final, NamedTuple

from jinlin.complex.household.door import doors_meant
from jinlin.complex.rules.address import label
from jinlin.complex.rules.buildings import Role
from jinlin.core.i18n import N_, _
from jinlin.member.rules.party import PartyState
from jinlin.member.rules.posts import Body, Held
from jinlin.person.people.queries import PersonRow
from jinlin.person.people.search import matching
from jinlin.store.transaction.tx import Reader

Roles = list[dict[str, str]]


class Found(NamedTuple):
    """Somebody who was found.

    Attributes:
        person: who.
        roles: what she is, each with a word of ours (`role`), what of (`of`), and both in the
            user's language (`name`).
        acting: she holds a post, and so is named.
    """

    person: PersonRow
    roles: Roles
    acting: bool


OWNER: Final = N_("owner")
MEMBER: Final = N_("in the register")
IN_TEAM: Final = N_("team")
COVERS: Final = N_("red steward")

_HOMES = (
    "SELECT l.person_id, l.role, b.code, h.entrance, h.room FROM (SELECT person_id, household_id,"
    " 'owner' AS role FROM ownership WHERE removed_at IS NULL UNION ALL"
    " SELECT person_id, household_id, role FROM occupancy WHERE removed_at IS NULL"
    " AND until IS NULL) AS l JOIN household AS h ON h.id = l.household_id"
    " JOIN building AS b ON b.id = h.building_id WHERE h.removed_at IS NULL"
)
_LIVE_AT = (
    "p.id IN (WITH home (id) AS (SELECT value FROM json_each(?)) SELECT o.person_id"
    " FROM ownership AS o WHERE o.removed_at IS NULL AND o.household_id IN (SELECT id FROM home)"
    " UNION SELECT y.person_id FROM occupancy AS y WHERE y.removed_at IS NULL"
    " AND y.until IS NULL AND y.household_id IN (SELECT id FROM home))"
)
_MEMBERS = "SELECT person_id, party_state FROM member WHERE removed_at IS NULL AND left_on IS NULL"
_POSTS = (
    "SELECT person_id, body, title, unit FROM post WHERE removed_at IS NULL"
    " AND (ended_on IS NULL OR ended_on > civil_today())"
)
_TEAMS = (
    "SELECT l.person_id, t.name FROM team_member AS l JOIN team AS t ON t.id = l.team_id"
    " WHERE l.removed_at IS NULL AND l.until IS NULL AND t.removed_at IS NULL"
)
_COVERAGE = (
    "SELECT DISTINCT c.person_id, b.code FROM coverage AS c"
    " JOIN building AS b ON b.id = c.building_id WHERE c.removed_at IS NULL"
)


def everybody(reader: Reader, text: str, *, limit: int = 0) -> tuple[list[Found], int]:
    """Return the people a text finds, by number, with what they are; and how many there are.

    Args:
        reader: the database.
        text: what somebody typed: as for `matching`, or a home.
        limit: how many to return; 0 means all.
    """
    condition, values = matching(text)
    homes = [door.id for door in doors_meant(reader, text)]
    if homes:
        condition = f"({condition} OR {_LIVE_AT})"
        values = [*values, json.dumps(homes)]
    rows = reader.rows(
        "SELECT p.id, p.number, p.name, p.phone FROM person AS p"
        f" WHERE p.removed_at IS NULL AND {condition} ORDER BY p.number",
        values,
    )
    people = [PersonRow(*row) for row in rows[: limit or None]]
    roles = _roles(reader, [person.id for person in people])
    found = [
        Found(person, roles[person.id], any(r["role"] == "post" for r in roles[person.id]))
        for person in people
    ]
    return found, len(rows)


def _roles(reader: Reader, ids: list[int]) -> Mapping[int, Roles]:
    found: dict[int, Roles] = {person: [] for person in ids}
    some = f"[{','.join(map(str, ids))}]"
    for sql, said in (
        (_HOMES, _home),
        (_MEMBERS, _member),
        (_POSTS, _post),
        (_TEAMS, _team),
        (_COVERAGE, _cover),
    ):
        for row in reader.rows(
            f"SELECT * FROM ({sql}) WHERE person_id IN (SELECT value FROM json_each(?))", (some,)
        ):
            found[row["person_id"]].append(said(row))
    return found


def _home(row: sqlite3.Row) -> dict[str, str]:
    role = row["role"]
    what = OWNER if role == "owner" else Role(role).msgid
    return _role(role, label(row["code"], row["entrance"], row["room"]), _(what))


def _member(row: sqlite3.Row) -> dict[str, str]:
    state = row["party_state"]
    what = PartyState(state).label if state else _(MEMBER)
    return {"role": "member", "of": state or "", "name": what}


def _post(row: sqlite3.Row) -> dict[str, str]:
    held = Held(Body(row["body"]), row["title"], row["unit"])
    return {"role": "post", "of": held.text, "name": held.label}


def _team(row: sqlite3.Row) -> dict[str, str]:
    return _role("team", row["name"], _(IN_TEAM))


def _cover(row: sqlite3.Row) -> dict[str, str]:
    return _role("red_steward", row["code"], _(COVERS))


def _role(role: str, of: str, what: str) -> dict[str, str]:
    return {"role": role, "of": of, "name": f"{what} {of}"}
