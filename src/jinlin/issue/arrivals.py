"""How the departments came that the street called."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.issue.figures import Span, Spread
from jinlin.issue.lists import Wanted, matching
from jinlin.store.tx import Reader

ALL: Final = Wanted()
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
    reader: Reader, span: Span, wanted: Wanted = ALL, *, known_at: str | None = None
) -> list[Calls]:
    """Return how the departments came that the street called in a period, the most called first.

    Args:
        reader: the database.
        span: the period of the calls.
        wanted: to which issues.
        known_at: who came at this moment or later has not come yet, as far as was known then.
    """
    condition, values = matching(wanted)
    rows = reader.rows(
        "WITH told AS (SELECT d.department, d.score, "  # noqa: S608  (our own columns)
        " d.arrived_at IS NOT NULL AND d.arrived_at < ifnull(?, '9999') AS came,"
        " unixepoch(d.arrived_at) - unixepoch(s.called_at) AS seconds"
        " FROM street_call AS s JOIN called_department AS d ON d.call_id = s.id"
        " JOIN issue AS i ON i.id = s.issue_id"
        " WHERE i.removed_at IS NULL"
        f" AND s.called_at >= ? AND s.called_at < ?{condition}),"
        " placed AS (SELECT *, row_number() OVER (PARTITION BY department, came ORDER BY seconds)"
        " AS place, count(*) OVER (PARTITION BY department, came) AS total FROM told)"
        " SELECT department, count(*) AS called, sum(came) AS arrived, count(score) AS scored,"
        " sum(score) AS score,"
        " sum(came * (place = (total + 1) / 2) * seconds)"
        " + sum(came * (place = (total + 2) / 2) * seconds) AS double_median,"
        " sum(came * (place = (total * 9 + 9) / 10) * seconds) AS ninetieth"
        " FROM placed GROUP BY department ORDER BY called DESC, department",
        (known_at, *span, *values),
    )
    return [
        Calls(
            department=row["department"],
            called=row["called"],
            arrived=row["arrived"],
            arrive=Spread(row["arrived"], row["double_median"] or 0, row["ninetieth"] or 0),
            scored=row["scored"],
            score=row["score"] or 0,
        )
        for row in rows
    ]
