"""Lists of issues: which ones, in which order, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from jinlin.issue.queries import ISSUES, IssueRow, issue_of
from jinlin.issue.statuses import CLOSED, OPEN, Status
from jinlin.store.tx import Reader

URGENCY_RANK: Final = "CASE i.urgency WHEN 'critical' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END"
"""As the index `issue_open` has it, so that the most urgent come first without sorting."""


class Wanted(NamedTuple):
    """Which issues a list is to hold; an empty set or None asks for nothing.

    Attributes:
        statuses: any of these.
        categories: the ids of any of these, for each time it was asked.
        buildings: the ids of any of these, for each time it was asked.
        in_charge: pairs of a person's id and a body in charge, any of these, each time.
        reported_from: moments of the report, the first included.
        reported_before: moments of the report, this one not included.
        overdue_on: only what is overdue on this day (ISO text).
        texts: any of these words, each time.
    """

    statuses: frozenset[Status] = frozenset(Status)
    categories: Sequence[frozenset[int]] = ()
    buildings: Sequence[frozenset[int]] = ()
    in_charge: Sequence[Sequence[tuple[int | None, str]]] = ()
    reported_from: str | None = None
    reported_before: str | None = None
    overdue_on: str | None = None
    texts: Sequence[Sequence[str]] = ()


def issues(reader: Reader, wanted: Wanted, *, limit: int) -> Iterator[IssueRow]:
    """Return issues, open and most urgent first, then closed, the latest first.

    Args:
        reader: the database.
        wanted: which ones.
        limit: how many at most; 0 for all.
    """
    left = limit or -1
    for condition, values, order in _parts(wanted):
        for row in reader.each(f"{ISSUES}{condition} ORDER BY {order} LIMIT ?", (*values, left)):
            left -= 1
            yield issue_of(row)
        if left == 0:
            return


def count(reader: Reader, wanted: Wanted) -> int:
    """Return how many issues a list would hold."""
    return sum(
        int(
            reader.value(
                f"SELECT count(*) FROM issue AS i WHERE i.removed_at IS NULL{condition}",  # noqa: S608  (our own columns)
                values,
            )
        )
        for condition, values, _order in _parts(wanted)
    )


_Part: TypeAlias = tuple[str, list[object], str]


def _parts(wanted: Wanted) -> Iterator[_Part]:
    """Return the question in its two parts, each of which an index gives in its order."""
    condition, values = _condition(wanted)
    still_open, over = wanted.statuses & OPEN, wanted.statuses & CLOSED
    if still_open:
        chosen = _one_of("i.status", still_open) if still_open != OPEN else ""
        yield (
            f" AND i.closed_at IS NULL{chosen}{condition}",
            values,
            f"{URGENCY_RANK}, i.due_on, i.id",
        )
    if over and wanted.overdue_on is None:
        chosen = _one_of("i.status", over) if over != CLOSED else ""
        yield (
            f" AND i.closed_at IS NOT NULL{chosen}{condition}",
            values,
            "i.closed_at DESC, i.id",
        )


def _condition(wanted: Wanted) -> tuple[str, list[object]]:
    """Return what both parts ask, with its values."""
    condition, values = "", list[object]()
    for column, groups in (("category_id", wanted.categories), ("building_id", wanted.buildings)):
        for group in groups:
            condition += f" AND i.{column} IN ({', '.join(map(str, sorted(group)))})"
    for people in wanted.in_charge:
        condition += f" AND ({' OR '.join(['i.steward_id = ? OR i.handler = ?'] * len(people))})"
        values += [value for pair in people for value in pair]
    for text, value in (
        ("i.reported_at >= ?", wanted.reported_from),
        ("i.reported_at < ?", wanted.reported_before),
        ("i.due_on < ?", wanted.overdue_on),
    ):
        if value is not None:
            condition += f" AND {text}"
            values.append(value)
    for words in wanted.texts:
        likes = [f"i.{column} LIKE ? ESCAPE '\\'" for column in ("title", "place", "result")]
        condition += f" AND ({' OR '.join(likes * len(words))})"
        values += [_pattern(word) for word in words for _like in likes]
    return condition, values


def _one_of(column: str, statuses: frozenset[Status]) -> str:
    return f" AND {column} IN ({', '.join(repr(str(status)) for status in sorted(statuses))})"


def _pattern(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
