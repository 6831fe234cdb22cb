"""What belongs to one issue beside its own row: people, homes, other issues."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.issue.record.queries import STATUS_TOLD, IssueRow
from jinlin.issue.rules.numbers import issue_label
from jinlin.store.transaction.tx import Reader


class Other(NamedTuple):
    """Another issue, and what it is to this one.

    Attributes:
        relation: `parent`, `child`, `related`, `merged_into` or `merged_from`.
        number: as people read it.
        title: its title.
        status: what it is today, as it is printed.
    """

    relation: str
    number: str
    title: str
    status: str


class Around(NamedTuple):
    """What belongs to an issue.

    Attributes:
        informed: the names of those who are kept informed.
        homes: the doors it also affects: `3-1-502`.
        others: the issues it is tied to.
    """

    informed: tuple[str, ...]
    homes: tuple[str, ...]
    others: tuple[Other, ...]


def around(reader: Reader, issue: IssueRow) -> Around:
    """Return what belongs to an issue."""
    informed = reader.rows(
        "SELECT p.name FROM issue_informed AS n JOIN person AS p ON p.id = n.person_id"
        " WHERE n.issue_id = ? AND n.removed_at IS NULL ORDER BY n.id",
        (issue.id,),
    )
    homes = reader.rows(
        "SELECT b.code AS building, h.entrance, h.room FROM issue_household AS a"
        " JOIN household AS h ON h.id = a.household_id JOIN building AS b ON b.id = h.building_id"
        " WHERE a.issue_id = ? AND a.removed_at IS NULL"
        " ORDER BY CAST(b.code AS INTEGER), b.code, h.entrance, h.floor, h.room",
        (issue.id,),
    )
    return Around(
        informed=tuple(row["name"] for row in informed),
        homes=tuple("-".join(part for part in row if part) for row in homes),
        others=_others(reader, issue),
    )


def _others(reader: Reader, issue: IssueRow) -> tuple[Other, ...]:
    rows = reader.rows(
        "WITH tied (relation, id) AS ("  # noqa: S608  (our own columns)
        " SELECT 'parent', parent_id FROM issue WHERE id = ?1"
        " UNION ALL SELECT 'merged_into', merged_into FROM issue WHERE id = ?1"
        " UNION ALL SELECT 'child', id FROM issue WHERE parent_id = ?1"
        " UNION ALL SELECT 'merged_from', id FROM issue WHERE merged_into = ?1"
        " UNION ALL SELECT 'related', other_id FROM issue_link"
        " WHERE issue_id = ?1 AND removed_at IS NULL"
        " UNION ALL SELECT 'related', issue_id FROM issue_link"
        " WHERE other_id = ?1 AND removed_at IS NULL)"
        f" SELECT t.relation, i.year, i.number, i.title, {STATUS_TOLD} AS status"
        " FROM tied AS t JOIN issue AS i ON i.id = t.id WHERE i.removed_at IS NULL"
        " ORDER BY t.relation, i.id",
        (issue.id,),
    )
    return tuple(
        Other(
            relation=row["relation"],
            number=issue_label(row["year"], row["number"]),
            title=row["title"],
            status=row["status"],
        )
        for row in rows
    )
