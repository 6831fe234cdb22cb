"""Where the same comes up again and again: hot spots, and what was closed and came back."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.issue.lists.lists import MAY_BE_HANDED_ON, WantedIssues, matching
from jinlin.issue.rules.counts import Span
from jinlin.issue.rules.numbers import issue_label
from jinlin.store.transaction.tx import Reader

AGAIN_DAYS: Final = 90
"""So many days after a closing the same at the same door is a repeat."""


class HotSpot(NamedTuple):
    """A place that brings up the same again and again.

    Attributes:
        building: the building's code; None where no building is named.
        place: the words for the place where no building is named.
        category: the category's name.
        reports: how many issues were reported.
        open: how many of them are open.
    """

    building: str | None
    place: str | None
    category: str
    reports: int
    open: int


class Repeat(NamedTuple):
    """An issue that came up again after it was closed.

    Attributes:
        number: the later one.
        title: of the later one.
        category: the category's name, the same of both.
        building: the building's code.
        entrance: of the home, if one is named.
        room: of the home, if one is named.
        place: the words for the place.
        reported_at: of the later one, as the database keeps it.
        before: the number of the earlier one.
        closed_at: of the earlier one, as the database keeps it.
        days: whole days between the two.
    """

    number: str
    title: str
    category: str
    building: str | None
    entrance: str | None
    room: str | None
    place: str | None
    reported_at: str
    before: str
    closed_at: str
    days: int


def hot_spots(reader: Reader, span: Span, wanted: WantedIssues, *, least: int = 2) -> list[HotSpot]:
    """Return the places and categories with the most reports of a period, the most first.

    Issues merged into another one and secret ones do not count.

    Args:
        reader: the database.
        span: the period of the reports.
        wanted: which issues count.
        least: how many reports make a hot spot.
    """
    condition, values = matching(wanted)
    rows = reader.rows(
        "SELECT b.code AS building, CASE WHEN b.id IS NULL THEN i.place END AS place,"  # noqa: S608  (our own columns)
        " c.name AS category, count(*) AS reports, sum(i.closed_at IS NULL) AS open"
        " FROM issue AS i JOIN category AS c ON c.id = i.category_id"
        " LEFT JOIN building AS b ON b.id = i.building_id"
        " WHERE i.removed_at IS NULL AND i.merged_into IS NULL"
        " AND i.reported_at >= ? AND i.reported_at < ?"
        f" AND (b.id IS NOT NULL OR i.place IS NOT NULL) AND {MAY_BE_HANDED_ON}"
        f"{condition}"
        " GROUP BY i.building_id, CASE WHEN b.id IS NULL THEN i.place END, i.category_id"
        " HAVING count(*) >= ? ORDER BY count(*) DESC, open DESC, min(i.id)",
        (*span, *values, least),
    )
    return [HotSpot(*row) for row in rows]


_REPEATS: Final = f"""
    WITH known AS (
        SELECT i.id, i.category_id, ifnull('h' || i.household_id,
            'p' || ifnull(i.building_id, '') || ' ' || i.place) AS door,
            i.reported_at, i.closed_at, i.year, i.number
        FROM issue AS i
        WHERE i.removed_at IS NULL AND i.merged_into IS NULL AND {MAY_BE_HANDED_ON}
        AND i.category_id NOT IN (SELECT id FROM category WHERE code IN ('other', 'unsorted'))),
    later AS (
        SELECT * FROM known WHERE reported_at >= ?1 AND reported_at < ?2 AND door IS NOT NULL),
    earlier AS MATERIALIZED (
        SELECT * FROM known WHERE closed_at IS NOT NULL AND door IS NOT NULL AND closed_at < ?2
        AND closed_at >= strftime('%Y-%m-%dT%H:%M:%SZ', ?1, ?3)),
    pair AS (
        SELECT l.id, e.year AS year_before, e.number AS number_before, max(e.closed_at) AS closed_at
        FROM later AS l JOIN earlier AS e ON e.door = l.door AND e.category_id = l.category_id
        WHERE e.id <> l.id AND e.closed_at <= l.reported_at
        AND e.closed_at >= strftime('%Y-%m-%dT%H:%M:%SZ', l.reported_at, ?3)
        GROUP BY l.id)
    SELECT i.year, i.number, i.title, c.name AS category, b.code AS building, h.entrance, h.room,
        i.place, i.reported_at, p.year_before, p.number_before, p.closed_at,
        (unixepoch(i.reported_at) - unixepoch(p.closed_at)) / 86400 AS days
    FROM pair AS p JOIN issue AS i ON i.id = p.id
    JOIN category AS c ON c.id = i.category_id
    LEFT JOIN building AS b ON b.id = i.building_id
    LEFT JOIN household AS h ON h.id = i.household_id
    WHERE true{{wanted}} ORDER BY i.reported_at, i.id
    """  # noqa: S608  (our own columns)


def repeats(reader: Reader, span: Span, wanted: WantedIssues) -> list[Repeat]:
    """Return the issues of a period that repeat one closed at most 90 days before.

    The same means the same category at the same door, or at a place described by the same words.
    Of several earlier ones the last counts. What stands under 其他 is the same as nothing else.

    Args:
        reader: the database.
        span: the period of the later reports.
        wanted: which of the later ones are asked for.
    """
    condition, values = matching(wanted)
    return [
        Repeat(
            number=issue_label(row["year"], row["number"]),
            title=row["title"],
            category=row["category"],
            building=row["building"],
            entrance=row["entrance"],
            room=row["room"],
            place=row["place"],
            reported_at=row["reported_at"],
            before=issue_label(row["year_before"], row["number_before"]),
            closed_at=row["closed_at"],
            days=row["days"],
        )
        for row in reader.rows(
            _REPEATS.format(wanted=condition), (*span, f"-{AGAIN_DAYS} days", *values)
        )
    ]
