"""What a screen in the street shows: what is on the way and what was settled, and nobody's name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.issue.lists.lists import WantedIssues, matching
from jinlin.issue.privacy.publicity import PUBLIC, TITLE_OUTSIDE
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.queries import STATUS_NOW
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import CLOSED, Status
from jinlin.store.transaction.tx import Reader

CLOSED_DAYS: Final = 30
"""For so many days what was closed stays on the board."""

_LEVEL_RANK: Final = (
    "CASE i.level WHEN 'district' THEN 0 WHEN 'street' THEN 1 WHEN 'community' THEN 2"
    " WHEN 'friday' THEN 3 ELSE 4 END"
)


class BoardRow(NamedTuple):
    """One line of the board.

    Attributes:
        number: as people read it: `2026-0007`.
        reported_on: the civil day of the report.
        title: without names, doors and phones.
        building: the building's code; never the door.
        age_days: days from the report to today, or to the day it was closed.
        closed_on: the civil day; None while it is open.
    """

    number: str
    reported_on: date
    title: str
    building: str | None
    status: Status
    level: Level
    age_days: int
    overdue: bool
    closed_on: date | None


def board(reader: Reader, wanted: WantedIssues, *, days: int, limit: int) -> Iterator[BoardRow]:
    """Return the lines of the board: the highest level first, within it the oldest; then closed.

    What is private, by itself or by its category, is among them only under the title it was given
    for the board; what is secret never is, nor what was merged into another issue or declined.

    Args:
        reader: the database.
        wanted: which issues.
        days: for how many days what was closed stays.
        limit: how many lines at most; 0 for all.
    """
    redactor = redactor_of(reader)
    today = reader.clock.today
    left = limit or -1
    for condition, values, order in _parts(reader, wanted, days):
        for row in reader.each(
            f"SELECT i.year, i.number, {TITLE_OUTSIDE} AS title, {STATUS_NOW} AS status,"  # noqa: S608  (our own columns)
            " i.reported_at, i.level, i.due_on, i.closed_at, b.code AS building FROM issue AS i"
            f" LEFT JOIN building AS b ON b.id = i.building_id WHERE {condition}"
            f" ORDER BY {order} LIMIT ?",
            (*values, left),
        ):
            left -= 1
            reported = reader.clock.local(row["reported_at"]).date()
            closed = reader.clock.local(row["closed_at"]).date() if row["closed_at"] else None
            yield BoardRow(
                number=issue_label(row["year"], row["number"]),
                reported_on=reported,
                title=redactor.text(row["title"]),
                building=row["building"],
                status=Status(row["status"]),
                level=Level(row["level"]),
                age_days=((closed or today) - reported).days,
                overdue=closed is None and (row["due_on"] or "9") < today.isoformat(),
                closed_on=closed,
            )
        if left == 0:
            return


def board_count(reader: Reader, wanted: WantedIssues, *, days: int) -> int:
    """Return how many lines the board has."""
    return sum(
        int(reader.value(f"SELECT count(*) FROM issue AS i WHERE {condition}", values))  # noqa: S608  (our own columns)
        for condition, values, _order in _parts(reader, wanted, days)
    )


def _parts(
    reader: Reader, wanted: WantedIssues, days: int
) -> Iterator[tuple[str, tuple[object, ...], str]]:
    chosen, values = matching(wanted)
    yield (
        f"i.closed_at IS NULL AND {PUBLIC}{chosen}",
        tuple(values),
        f"{_LEVEL_RANK}, i.reported_at, i.id",
    )
    if wanted.statuses & CLOSED and not wanted.only_open:
        since = reader.clock.moment(reader.clock.today - timedelta(days=days))
        yield (
            f"i.closed_at >= ? AND i.status <> 'declined' AND {PUBLIC}{chosen}",
            (since, *values),
            "i.closed_at DESC, i.id",
        )
