"""Undertakings as they stood on a day that has passed, for a report on a period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from jinlin.store.transaction.tx import Reader
from jinlin.works.gates import Stage, Standing
from jinlin.works.undertaking import Undertaking, Works

U = TypeVar("U", bound=Undertaking)


def standing_on(
    reader: Reader,
    works: Works[Stage, Standing],
    every: Iterable[U],
    first: date,
    last: date,
) -> list[tuple[U, dict[str, Any]]]:
    """Return the undertakings a report on a period tells of, each with what it was on the last day.

    One begun later is not there yet; one that was given up, or at its last stage, before the first
    day was told then. One is given up only if it was by the last day.

    Args:
        reader: the database.
        works: whose works they are.
        every: all undertakings.
        first: the first day of the period.
        last: the last one.

    Returns:
        Each as it is now, and its fields that were or may have been others on that day: `stage`,
        `stage_since`, `ended_on`.
    """
    since, until = first.isoformat(), last.isoformat()
    stages = {
        row["project_id"]: row
        for row in reader.rows(
            "SELECT project_id, stage, entered_on, max(id)"  # noqa: S608  (our own words)
            f" FROM {works.table_of('stage')} WHERE entered_on <= ? GROUP BY project_id",
            (until,),
        )
    }
    final = works.course.stages[-1]
    found = []
    for one in every:
        at = stages.get(one.id)
        if at is None or (one.ended_on or until) < since:
            continue
        if at["stage"] == final and at["entered_on"] < since:
            continue
        ended = one.ended_on if one.ended_on and one.ended_on <= until else None
        was = {
            "stage": type(final)(at["stage"]),
            "stage_since": at["entered_on"],
            "ended_on": ended,
        }
        found.append((one, was))
    return sorted(found, key=lambda each: each[0].number)
