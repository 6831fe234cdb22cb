"""Questions about the buildings' Party groups: those added, and those that only members name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.naming import the_one
from jinlin.core.text import compact
from jinlin.member.register.queries import OF_GROUP, MemberRow, members
from jinlin.store.transaction.tx import Reader


class Leader(NamedTuple):
    """Who leads a group, by her post."""

    post_id: int
    person_id: int
    number: str
    name: str
    since: str | None


class GroupRow(NamedTuple):
    """A group.

    Attributes:
        id: None while it was not added and members only name it.
        name: what it is called.
        spellings: how the members' register writes it.
        buildings: the codes of the buildings it covers.
        leaders: who leads it today; one, unless two posts overlap.
        members: how many members are in it.
    """

    id: int | None
    name: str
    note: str | None = None
    spellings: tuple[str, ...] = ()
    buildings: tuple[str, ...] = ()
    leaders: tuple[Leader, ...] = ()
    members: int = 0

    @property
    def led_by(self) -> str | None:
        """The names of its leaders as one text."""
        return "、".join(leader.name for leader in self.leaders) or None

    @property
    def covers(self) -> str | None:
        """Its buildings as one text."""
        return "、".join(self.buildings) or None


class PastLeader(NamedTuple):
    """Somebody who led a group, or does; days are ISO text."""

    name: str
    started_on: str | None
    ended_on: str | None


_MEMBER_NOW = (
    " FROM member AS m JOIN person AS p ON p.id = m.person_id"
    " WHERE m.removed_at IS NULL AND p.removed_at IS NULL"
    " AND (m.left_on IS NULL OR m.left_on > ?1)"
)
HAS_GROUPS: Final = (
    "(EXISTS (SELECT 1 FROM party_group WHERE removed_at IS NULL)"  # noqa: S608  (our own columns)
    f" OR EXISTS (SELECT 1{_MEMBER_NOW} AND m.group_name <> ''))"
)
"""Whether `groups` has any on the day `?1`."""
_LED = (
    " FROM post AS o JOIN person AS p ON p.id = o.person_id"
    " LEFT JOIN member AS m ON m.person_id = p.id AND m.removed_at IS NULL"
    " WHERE o.body = 'group' AND o.removed_at IS NULL AND p.removed_at IS NULL"
)


def groups(reader: Reader) -> list[GroupRow]:
    """Return all groups: those added in their order, then those that members only name."""
    found = {
        compact(row["name"]): GroupRow(row["id"], row["name"], row["note"])
        for row in reader.rows(
            "SELECT id, name, note FROM party_group WHERE removed_at IS NULL ORDER BY id"
        )
    }
    today = reader.clock.today.isoformat()
    for row in reader.rows(
        f"SELECT m.group_name, count(*) AS members{_MEMBER_NOW} AND m.group_name <> ''"
        " GROUP BY m.group_name ORDER BY m.group_name",
        (today,),
    ):
        name = row["group_name"]
        group = found.get(compact(name), GroupRow(None, name))
        found[compact(name)] = group._replace(
            spellings=(*group.spellings, name), members=group.members + row["members"]
        )
    buildings = _buildings(reader)
    leaders = _leaders(reader, today)
    return [
        group._replace(
            buildings=tuple(buildings.get(group.id or 0, ())),
            leaders=tuple(leaders.get(key, ())),
        )
        for key, group in found.items()
    ]


def _buildings(reader: Reader) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in reader.rows(
        "SELECT g.group_id, b.code FROM group_building AS g JOIN building AS b"
        " ON b.id = g.building_id WHERE g.removed_at IS NULL AND b.removed_at IS NULL"
        " ORDER BY CAST(b.code AS INTEGER) = 0, CAST(b.code AS INTEGER), b.code"
    ):
        found.setdefault(row["group_id"], []).append(row["code"])
    return found


def _leaders(reader: Reader, today: str) -> dict[str, list[Leader]]:
    """Return who leads today; a post without a group's name is in the leader's own group."""
    found: dict[str, list[Leader]] = {}
    for row in reader.rows(
        "SELECT o.id, p.id AS person_id, p.number, p.name, o.started_on,"
        f" coalesce(o.unit, m.group_name) AS unit{_LED}"
        " AND (o.started_on IS NULL OR o.started_on <= ?1)"
        " AND (o.ended_on IS NULL OR o.ended_on > ?1) ORDER BY o.id",
        (today,),
    ):
        if row["unit"]:
            leader = Leader(
                row["id"], row["person_id"], f"P{row['number']}", row["name"], row["started_on"]
            )
            found.setdefault(compact(row["unit"]), []).append(leader)
    return found


def find_group(reader: Reader, text: str, *, whole: bool = False) -> GroupRow:
    """Return the group that a text means: its name, or a piece that only one has.

    Args:
        reader: the database.
        text: what was typed.
        whole: only a whole name is taken, as where a group goes.

    Raises:
        NotFoundError: there is none, or several; all are listed.
    """
    known = groups(reader)

    def none() -> NotFoundError:
        return NotFoundError(
            _("There is no Party group “{text}”.").format(text=text),
            hint=_("Known: {known}.").format(known=_(", ").join(group.name for group in known))
            if known
            else _("Add it first: jinlin branch group add {name}").format(name=text),
        )

    return the_one(text, known, lambda group: (group.name,), none=none, whole=whole)


def group_named(reader: Reader, name: str) -> GroupRow:
    """Return the group of a name, which there is."""
    return next(group for group in groups(reader) if compact(group.name) == compact(name))


def members_of_group(reader: Reader, group: GroupRow) -> list[MemberRow]:
    """Return the members of a group, this branch's own first."""
    if not group.spellings:
        return []
    return members(reader, OF_GROUP(group.spellings))


def leaders_ever(reader: Reader, group: GroupRow) -> list[PastLeader]:
    """Return who has led a group, the latest first."""
    return [
        PastLeader(row["name"], row["started_on"], row["ended_on"])
        for row in reader.rows(
            "SELECT p.name, o.started_on, o.ended_on,"
            f" coalesce(o.unit, m.group_name) AS unit{_LED}"
            " ORDER BY o.ended_on IS NOT NULL, o.ended_on DESC, o.id DESC"
        )
        if row["unit"] and compact(row["unit"]) == compact(group.name)
    ]


def uncovered(known: Iterable[GroupRow], buildings: Iterable[str]) -> list[str]:
    """Return the buildings that no group covers."""
    covered = {code for group in known for code in group.buildings}
    return [code for code in buildings if code not in covered]
