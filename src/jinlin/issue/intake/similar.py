"""Issues that may say the same again (record linkage): a hint at entry, which stops nobody."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from jinlin.core.text import compact
from jinlin.issue.record.queries import STATUS_NOW, IssueRow
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import Status
from jinlin.store.transaction.tx import Reader

WITHIN: Final = timedelta(days=30)
"""What was reported longer ago is another matter."""
ALIKE: Final = 0.5
"""Texts with at least so much in common may say the same."""
SHOWN: Final = 3


class Similar(NamedTuple):
    """An issue that may say the same.

    Attributes:
        days_ago: how long ago it was reported.
    """

    number: str
    title: str
    status: Status
    days_ago: int


def likeness(one: str, other: str) -> float:
    """Return how much two texts have in common: 0 nothing, 1 everything.

    It is that part of the shorter one's pairs of neighbouring characters which the longer one has.
    """
    first, second = _pairs(one), _pairs(other)
    if not first or not second:
        return float(compact(one) == compact(other))
    return len(first & second) / min(len(first), len(second))


def _pairs(text: str) -> frozenset[str]:
    said = compact(text)
    return frozenset(said[n : n + 2] for n in range(len(said) - 1))


def similar_issues(reader: Reader, issue: IssueRow) -> list[Similar]:
    """Return earlier issues of the same place and category that sound alike, the likest first."""
    reported = reader.clock.local(issue.reported_at)
    first = reader.clock.moment((reported - WITHIN).date())
    rows = reader.rows(
        f"SELECT i.year, i.number, i.title, i.place, i.household_id, i.reported_at,"  # noqa: S608  (our own)
        f" {STATUS_NOW} AS status FROM issue AS i JOIN category AS c ON c.id = i.category_id"
        " WHERE i.building_id IS ? AND i.category_id IN (SELECT id FROM category"
        " WHERE group_code = ?) AND i.reported_at BETWEEN ? AND ? AND i.id <> ?"
        " AND (i.category_id = ? OR ? IN (c.code, c.group_code) OR c.code = c.group_code)"
        " AND i.removed_at IS NULL AND i.merged_into IS NULL",
        (
            issue.building_id, issue.group_code, first, issue.reported_at, issue.id,
            issue.category_id, issue.category_code,
        ),
    )  # fmt: skip
    found = [
        (likeness(row["title"], issue.title), row)
        for row in rows
        if _same_place(issue, row["place"], row["household_id"])
    ]
    alike = sorted(
        (pair for pair in found if pair[0] >= ALIKE),
        key=lambda pair: (-pair[0], pair[1]["year"], pair[1]["number"]),
    )
    return [
        Similar(
            number=issue_label(row["year"], row["number"]),
            title=row["title"],
            status=Status(row["status"]),
            days_ago=(reported.date() - reader.clock.local(row["reported_at"]).date()).days,
        )
        for _likeness, row in alike[:SHOWN]
    ]


def _same_place(issue: IssueRow, place: str | None, household: int | None) -> bool:
    """Return whether nothing says that another place is meant."""
    if issue.household_id is not None and household is not None:
        return issue.household_id == household
    if issue.place is None or place is None:
        return True
    one, other = compact(issue.place), compact(place)
    return one in other or other in one or likeness(one, other) >= ALIKE
