"""A column for each moment that matters in the life of an issue, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from jinlin.issue.lists.lists import WantedIssues, matching
from jinlin.issue.privacy.redaction import untitled
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.queries import STATUS_TOLD
from jinlin.issue.rules.numbers import issue_label
from jinlin.store.transaction.tx import Reader

MOMENTS: Final = (
    "reported_at", "assigned_at", "accepted_at", "visited_at", "agenda_at", "escalated_at",
    "called_at", "arrived_at", "solved_at", "closed_at", "reopened_at", "rated_at", "replied_at",
)  # fmt: skip
"""In the order in which they usually come; of several the first, of reopening the last."""

_FIRST: Final = ("assigned", "accepted", "visited", "agenda", "escalated", "called", "arrived")


def milestones(reader: Reader, wanted: WantedIssues) -> Iterator[tuple[Any, ...]]:
    """Return number, title, category code, status and the moments in civil time, oldest first.

    What is secret is left out; titles read as on the board, and those of private issues are only
    their category.
    """
    redactor = redactor_of(reader)
    condition, values = matching(wanted)
    local = reader.clock.local
    firsts = ", ".join(
        f"min(e.at) FILTER (WHERE e.kind = '{kind}') AS {kind}_at" for kind in _FIRST
    )
    for row in reader.each(
        f"SELECT i.year, i.number, i.title, i.private, c.name AS category, c.code,"  # noqa: S608  (our own columns)
        f" {STATUS_TOLD} AS status, i.reported_at,"
        f" {firsts}, ifnull(i.solved_at, CASE i.status WHEN 'closed_solved' THEN i.closed_at END)"
        " AS solved_at, i.closed_at,"
        " max(e.at) FILTER (WHERE e.kind = 'reopened') AS reopened_at,"
        " max(e.at) FILTER (WHERE e.kind = 'rated') AS rated_at,"
        " min(e.at) FILTER (WHERE e.kind = 'replied') AS replied_at"
        " FROM issue AS i JOIN category AS c ON c.id = i.category_id"
        " LEFT JOIN issue_event AS e ON e.issue_id = i.id"
        f" WHERE i.removed_at IS NULL AND c.privacy <> 'secret'{condition}"
        " GROUP BY i.id ORDER BY i.reported_at, i.id",
        values,
    ):
        yield (
            issue_label(row["year"], row["number"]),
            untitled(row["category"]) if row["private"] else redactor.text(row["title"]),
            row["code"],
            row["status"],
            *(row[moment] and local(row[moment]) for moment in MOMENTS),
        )
