"""What residents said of closed issues in a period, told apart by something of the issue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jinlin.issue.lists.spells import WENT, WENT_AS
from jinlin.report.rules.flow import Ratings
from jinlin.store.transaction.tx import Reader

_RATINGS: Final = f"""
    WITH rated AS (
        SELECT issue_id, satisfaction, max(id)
        FROM issue_event JOIN period ON n = 1 AND at >= start AND at < stop
        WHERE kind = 'rated' GROUP BY issue_id),
    said AS (
        SELECT issue_id, satisfaction AS rating FROM rated
        UNION ALL
        SELECT s.issue_id, 'unrated' FROM spell AS s JOIN period AS p ON p.n = 1
        WHERE {WENT} AND {WENT_AS} IN ('closed_solved', 'closed_unsolved')
        AND s.issue_id NOT IN (SELECT issue_id FROM rated))
    SELECT {{key}} AS key, sum(rating = 'satisfied') AS satisfied,
        sum(rating = 'basically_satisfied') AS basically_satisfied,
        sum(rating = 'not_satisfied') AS not_satisfied, sum(rating = 'unrated') AS unrated
    FROM said JOIN issue AS i ON i.id = said.issue_id AND i.removed_at IS NULL
    JOIN category AS c ON c.id = i.category_id
    GROUP BY 1
    """


def ratings_by(reader: Reader, key: str) -> Mapping[Any, Ratings]:
    """Return the ratings of the period that was gathered last.

    Args:
        reader: the database.
        key: by what they are told apart, SQL of `issue AS i` and `category AS c`.
    """
    return {
        row["key"]: Ratings(
            satisfied=row["satisfied"],
            basically_satisfied=row["basically_satisfied"],
            not_satisfied=row["not_satisfied"],
            unrated=row["unrated"],
        )
        for row in reader.rows(_RATINGS.format(key=key))
    }
