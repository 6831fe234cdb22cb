"""The register of households: which a filter finds, in the order people walk from door to door."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final, NamedTuple

from jinlin.complex.building.queries import IN_ORDER
from jinlin.complex.household.door import doors_meant
from jinlin.output.listing.filter import EVERYTHING, Condition
from jinlin.store.transaction.tx import Reader

OwnerCell = dict[str, str | None]

_WITHIN: Final = "{0}.entrance, {0}.floor, length({0}.room), {0}.room"
"""The order within a building; the index `household_order` has it."""

FEW: Final = 5000
"""So many households are sorted faster than all are read in order."""

_OF_PEOPLE: Final = (
    "WITH found AS MATERIALIZED (SELECT p.id FROM person AS p WHERE {condition})"
    " SELECT o.household_id FROM ownership AS o"
    " WHERE o.removed_at IS NULL AND o.person_id IN (SELECT id FROM found)"
)
_OR_WHERE_THEY_LIVE: Final = (
    " UNION SELECT y.household_id FROM occupancy AS y WHERE y.removed_at IS NULL"
    " AND y.until IS NULL AND y.person_id IN (SELECT id FROM found)"
)


class HouseholdRow(NamedTuple):
    """One household with its owners. Area in hundredths of a square metre."""

    id: int
    building: str
    entrance: str | None
    room: str
    floor: int
    area: int | None
    state: str | None
    note: str | None
    owners: tuple[OwnerCell, ...]


class HouseholdPage(NamedTuple):
    """The first of the households that a filter finds.

    Attributes:
        rows: so many as were wanted.
        total: how many there are in all.
    """

    rows: list[HouseholdRow]
    total: int


def households(reader: Reader, where: Condition, *, limit: int = 0) -> HouseholdPage:
    """Return the households in the order of building, entrance, floor, room.

    Args:
        reader: the database.
        where: which households `x`.
        limit: at most so many; 0 means all.
    """
    condition, values = Condition("x.removed_at IS NULL") & where
    # The index holds all that a filter asks for, and in its order.
    total = reader.value(
        f"SELECT count(*) FROM household AS x INDEXED BY household_order WHERE {condition}", values
    )
    if where != EVERYTHING and total <= FEW:
        source = (
            "household AS h JOIN building AS b ON b.id = h.building_id"
            f" WHERE h.id IN (SELECT x.id FROM household AS x WHERE {condition})"
        )
    else:  # each building gives its first rows from the index: no more than that is ever sorted
        source = (
            "building AS b CROSS JOIN household AS h ON h.id IN (SELECT x.id FROM household AS x"
            f" WHERE x.building_id = b.id AND {condition} ORDER BY {_WITHIN.format('x')} LIMIT ?)"
            " WHERE b.removed_at IS NULL"
        )
        values = (*values, limit or -1)
    rows = reader.rows(
        "SELECT h.id, b.code AS building, h.entrance, h.room, h.floor, h.area, h.state, h.note"
        f" FROM {source} ORDER BY {IN_ORDER}, {_WITHIN.format('h')} LIMIT ?",
        (*values, limit or -1),
    )
    owners = owners_of(reader, [row["id"] for row in rows])
    return HouseholdPage(
        [HouseholdRow(**dict(row), owners=tuple(owners.get(row["id"], ()))) for row in rows], total
    )


def owners_of(reader: Reader, ids: Iterable[int]) -> dict[int, list[OwnerCell]]:
    """Return the owners of these households, in one question."""
    found: dict[int, list[OwnerCell]] = {}
    for row in reader.rows(
        "SELECT o.household_id, p.name, o.share FROM ownership AS o"
        " JOIN person AS p ON p.id = o.person_id"
        " WHERE o.removed_at IS NULL AND o.household_id IN (SELECT value FROM json_each(?))"
        " ORDER BY o.id",
        (_as_list(ids),),
    ):
        found.setdefault(row[0], []).append({"name": row["name"], "share": row["share"]})
    return found


def among(ids: Iterable[int]) -> Condition:
    """Return what asks for these households `x` alone."""
    return Condition("x.id IN (SELECT value FROM json_each(?))", (_as_list(ids),))


def owned_by(reader: Reader, text: str) -> frozenset[int]:
    """Return the households of the owners whom a text means: name, part of it, pinyin, phone."""
    from jinlin.person.people.search import matching

    condition, values = matching(text)
    return frozenset(row[0] for row in reader.rows(_OF_PEOPLE.format(condition=condition), values))


def mentioning(reader: Reader, text: str) -> frozenset[int]:
    """Return the households whose room, remark, owners or occupants a text tells."""
    from jinlin.person.people.search import matching

    condition, values = matching(text)
    rows = reader.rows(
        "SELECT x.id FROM household AS x WHERE instr(x.room, ?1) OR instr(x.note, ?1)", (text,)
    )
    ids = {door.id for door in doors_meant(reader, text)}
    rows += reader.rows((_OF_PEOPLE + _OR_WHERE_THEY_LIVE).format(condition=condition), values)
    return frozenset(ids.union(row[0] for row in rows))


def _as_list(values: Iterable[object]) -> str:
    return json.dumps(list(values))
