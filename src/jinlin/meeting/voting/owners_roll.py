"""Who is entitled in an owners' vote: every exclusive part of a scope, and whose head it is."""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

from jinlin.complex.building.queries import IN_ORDER, building_id, check_entrance
from jinlin.complex.rules.address import label
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.meeting.rules.owners_matters import OwnersScope, scopes
from jinlin.store.transaction.tx import Reader

DEVELOPER: Final = "developer"
"""The one head of everything unsold or not handed over (建筑物区分所有权解释 9)."""


class Part(NamedTuple):
    """One exclusive part with its head.

    Attributes:
        household_id: the household.
        area: its exclusive area in hundredths of m²; None when it is not known.
        basis: where the area comes from.
        head: the same word for everything of one owner, or of the same set of co-owners.
        owners: the ids of the people who own it.
    """

    household_id: int
    building: str
    entrance: str | None
    room: str
    area: int | None
    basis: str | None
    head: str
    owners: frozenset[int]

    @property
    def door(self) -> str:
        """How we write it: `3-1-502`."""
        return label(self.building, self.entrance, self.room)


class Constituency(NamedTuple):
    """Whose owners decide.

    Attributes:
        scope: the whole complex, one building, or one entrance.
        building_id: which building.
        entrance: which entrance of it.
    """

    scope: OwnersScope
    building_id: int | None = None
    entrance: str | None = None


_PARTS: Final = (
    "SELECT h.id, b.code, h.entrance, h.room, h.area, h.area_basis, h.state,"
    " (SELECT group_concat(person_id) FROM (SELECT o.person_id FROM ownership AS o"
    " WHERE o.household_id = h.id AND o.removed_at IS NULL ORDER BY o.person_id)) AS owners"
    " FROM household AS h JOIN building AS b ON b.id = h.building_id"
    " WHERE h.removed_at IS NULL AND (?1 IS NULL OR h.building_id = ?1)"
    " AND (?2 IS NULL OR h.entrance = ?2)"
)


def constituency_of(reader: Reader, building: str | None, entrance: str | None) -> Constituency:
    """Return whose owners decide: without a building, all of the complex.

    Raises:
        UsageError: an entrance without its building.
        NotFoundError: there is no such building or entrance.
    """
    if building is None:
        if entrance is not None:
            raise UsageError(
                _("An entrance belongs to a building."), hint=_("Name it too: --building 3")
            )
        return Constituency(scopes()["complex"])
    found = building_id(reader, building)
    if entrance is None:
        return Constituency(scopes()["building"], found)
    check_entrance(reader, building, entrance)
    return Constituency(scopes()["entrance"], found, entrance)


def parts(reader: Reader, of: Constituency) -> list[Part]:
    """Return every exclusive part of a scope, in the order of the register.

    A flat whose owners are not recorded is a head of its own; people who own one flat alone and
    another together with somebody are two heads, as the register cannot know better.
    """
    rows = reader.rows(
        f"{_PARTS} ORDER BY {IN_ORDER}, h.entrance, h.floor, length(h.room), h.room",
        (of.building_id, of.entrance),
    )
    return [_part(row) for row in rows]


def _part(row: sqlite3.Row) -> Part:
    door = label(row["code"], row["entrance"], row["room"])
    head = f"owners {row['owners']}" if row["owners"] else f"door {door}"
    return Part(
        household_id=row["id"],
        building=row["code"],
        entrance=row["entrance"],
        room=row["room"],
        area=row["area"],
        basis=row["area_basis"],
        head=DEVELOPER if row["state"] == "developer" else head,
        owners=frozenset(map(int, row["owners"].split(","))) if row["owners"] else frozenset(),
    )


def overlapping(found: list[Part]) -> int:
    """Return how many people belong to more than one head: ask whether these are one (夫妻)."""
    heads: dict[int, set[str]] = {}
    for part in found:
        for owner in part.owners:
            heads.setdefault(owner, set()).add(part.head)
    return sum(len(of) > 1 for of in heads.values())
