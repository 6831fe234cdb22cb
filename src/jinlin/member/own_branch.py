"""Questions about the branch: what it is, who holds its posts, how many it has."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.member.rules.branch import BranchType, Roll
from jinlin.store.transaction.tx import Reader


class BranchRow(NamedTuple):
    """The branch as it is recorded; days are ISO text.

    Attributes:
        name: its full name.
        short_name: what people call it.
        type: how it is put together.
        superior: the Party organisation above it.
        founded_on: a month alone is one too.
        term_years: 3 or 5.
        term_from: when the committee or the secretary was elected.
        term_to: when the next election is due.
        overlay_permission: what the superior allows an overlay branch, in its own words.
        organisation: the 15 digits by which those above know the complex.
    """

    name: str
    short_name: str | None
    type: BranchType
    superior: str | None
    founded_on: str | None
    term_years: int | None
    term_from: str | None
    term_to: str | None
    overlay_permission: str | None
    organisation: str | None

    @property
    def ends(self) -> date | None:
        """The day on which the term is over."""
        return date.fromisoformat(self.term_to) if self.term_to else None


class Holder(NamedTuple):
    """Somebody in a post of the branch."""

    title: str
    name: str
    since: str | None


_HOLDERS = """
    SELECT o.title, p.name, o.started_on FROM post AS o JOIN person AS p ON p.id = o.person_id
    WHERE o.body = 'branch' AND o.removed_at IS NULL AND p.removed_at IS NULL
      AND (o.started_on IS NULL OR o.started_on <= ?1)
      AND (o.ended_on IS NULL OR o.ended_on > ?1)
    ORDER BY CASE o.title WHEN '书记' THEN 0 WHEN '副书记' THEN 1 WHEN '组织委员' THEN 2
        WHEN '宣传委员' THEN 3 WHEN '纪检委员' THEN 4 ELSE 5 END, o.id"""


def branch(reader: Reader) -> BranchRow:
    """Return the branch of the complex."""
    row = reader.row("SELECT * FROM branch WHERE id = 1")
    assert row is not None, "init records the branch"
    return BranchRow(
        name=row["name"],
        short_name=row["short_name"],
        type=BranchType(row["type"]),
        superior=row["superior"],
        founded_on=row["founded_on"],
        term_years=row["term_years"],
        term_from=row["term_from"],
        term_to=row["term_to"],
        overlay_permission=row["overlay_permission"],
        organisation=row["organisation"],
    )


def holders(reader: Reader) -> list[Holder]:
    """Return who holds a post of the branch today, the secretary first."""
    rows = reader.rows(_HOLDERS, (reader.clock.today.isoformat(),))
    return [Holder(*row) for row in rows]


def roll(reader: Reader) -> Roll:
    """Return how many members there are today."""
    row = reader.row(
        "SELECT coalesce(sum(here AND party_state = 'full'), 0),"
        " coalesce(sum(here AND party_state = 'probationary'), 0),"
        " coalesce(sum(affiliation = 'report_in'), 0)"
        " FROM (SELECT m.*, m.affiliation = 'here' AS here FROM member AS m"
        " JOIN person AS p ON p.id = m.person_id"
        " WHERE m.removed_at IS NULL AND p.removed_at IS NULL"
        " AND (m.left_on IS NULL OR m.left_on > ?))",
        (reader.clock.today.isoformat(),),
    )
    return Roll(*row) if row else Roll()
