"""How soon departments came that the street called, and how they were scored."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.issue.lists.lists import WantedIssues, matching
from jinlin.issue.rules.counts import Span
from jinlin.issue.rules.durations import Spread, spread_of, took
from jinlin.store.transaction.tx import Reader

ALL: Final = WantedIssues()
"""Every issue."""


class Calls(NamedTuple):
    """How a department came when the street called.

    Attributes:
        department: its name.
        called: how often it was called in the period.
        arrived: how often it came.
        arrive: from the call until it came.
        scored: how often it was scored.
        score: the sum of the scores, from 1 to 5 each.
    """

    department: str
    called: int
    arrived: int
    arrive: Spread
    scored: int
    score: int


def calls(
    reader: Reader, span: Span, wanted: WantedIssues = ALL, *, known_at: str | None = None
) -> list[Calls]:
    """Return how the departments came that the street called in a period, the most called first.

    Args:
        reader: the database.
        span: the period of the calls.
        wanted: to which issues.
        known_at: who came at this moment or later has not come yet, as far as was known then.
    """
    condition, values = matching(wanted)
    came = "d.arrived_at < ifnull(?, '9999')"
    rows = reader.rows(
        "SELECT d.department, count(*) AS called, count(score) AS scored, sum(score) AS score,"  # noqa: S608  (our own columns)
        f" group_concat(iif({came}, {took(reader.clock, 's.called_at', 'd.arrived_at')}, NULL))"
        " AS took"
        " FROM street_call AS s JOIN called_department AS d ON d.call_id = s.id"
        " JOIN issue AS i ON i.id = s.issue_id"
        " WHERE i.removed_at IS NULL"
        f" AND s.called_at >= ? AND s.called_at < ?{condition}"
        " GROUP BY d.department ORDER BY called DESC, d.department",
        (known_at, *span, *values),
    )
    found = [(row, spread_of(row["took"].split(",") if row["took"] else ())) for row in rows]
    return [
        Calls(
            department=row["department"],
            called=row["called"],
            arrived=arrive.all_cases,
            arrive=arrive,
            scored=row["scored"],
            score=row["score"] or 0,
        )
        for row, arrive in found
    ]
