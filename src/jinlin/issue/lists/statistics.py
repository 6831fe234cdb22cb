"""Counts and times of a period, by any of a few sides (cross tabulation by the database).

What is counted, and of which moment, is said at `counts.Figures`; how an issue came into a period
and went out of it at `spells`, for reports and statistics alike.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from jinlin.core.clock import Month
from jinlin.issue.lists import spells
from jinlin.issue.lists.lists import MAY_BE_HANDED_ON, WantedIssues, matching
from jinlin.issue.lists.spells import CAME, CAME_AS, WENT, WENT_AS
from jinlin.issue.record.queries import STATUS_TOLD
from jinlin.issue.rules.counts import Figures, Span
from jinlin.issue.rules.durations import spread_of, took
from jinlin.issue.rules.sides import Side
from jinlin.store.transaction.tx import Reader

_ANSWERED: Final = "('closed_solved', 'closed_unsolved')"
_FACTS: Final = f"""
    WITH span (label, start, stop) AS (VALUES {{spans}}),
    ending AS MATERIALIZED (
        SELECT label, start, stop, e.issue_id, e.id, e.at,
            CASE e.kind WHEN 'merged' THEN 'merged' ELSE e.to_status END AS what
        FROM span CROSS JOIN issue_event AS e
        WHERE e.kind IN ('closed', 'declined', 'merged') AND e.at >= start AND e.at < stop
        AND e.to_status IN ('closed_solved', 'closed_unsolved', 'declined')),
    settled AS MATERIALIZED (
        SELECT p.label, p.stop, s.issue_id, s.closed AS at, s.closed_as AS what
        FROM span AS p CROSS JOIN temp.spell AS s WHERE {WENT} AND {WENT_AS} <> 'open'),
    said AS MATERIALIZED (
        SELECT label, stop, e.issue_id, max(e.id) AS id, e.at, e.satisfaction
        FROM span CROSS JOIN issue_event AS e
        WHERE e.kind = 'rated' AND e.at >= start AND e.at < stop AND e.satisfaction IS NOT NULL
        GROUP BY label, e.issue_id),
    fact (label, stop, issue_id, moment, what) AS (
        SELECT p.label, p.stop, s.issue_id, s.opened, {CAME_AS}
        FROM span AS p CROSS JOIN temp.spell AS s WHERE {CAME}
        UNION ALL
        SELECT p.label, p.stop, s.issue_id, s.opened, 'open'
        FROM span AS p CROSS JOIN temp.spell AS s WHERE {WENT} AND {WENT_AS} = 'open'
        UNION ALL
        SELECT label, stop, issue_id, at, what FROM settled
        UNION ALL
        SELECT DISTINCT label, stop, issue_id, NULL, 'ended_in_vain' FROM ending
        WHERE what IN {_ANSWERED} AND (label, issue_id) NOT IN (
            SELECT label, issue_id FROM settled WHERE what IN {_ANSWERED})
        UNION ALL
        SELECT DISTINCT label, stop, issue_id, NULL, 'again' FROM ending
        WHERE what IN {_ANSWERED} AND EXISTS (
            SELECT 1 FROM issue_event AS e
            WHERE e.issue_id = ending.issue_id AND e.id > ending.id AND e.kind = 'reopened')
        UNION ALL
        SELECT label, stop, e.issue_id, e.at, 'accept'
        FROM span CROSS JOIN issue_event AS e
        WHERE e.kind IN ('accepted', 'visited') AND e.at >= start AND e.at < stop
        AND NOT EXISTS (SELECT 1 FROM issue_event AS b WHERE b.issue_id = e.issue_id
            AND b.id < e.id
            AND b.kind IN ('accepted', 'visited', 'closed', 'declined', 'merged'))
        UNION ALL
        SELECT label, stop, id, solved_at, 'solve'
        FROM span CROSS JOIN issue WHERE solved_at >= start AND solved_at < stop
        UNION ALL
        SELECT label, stop, id, closed_at, 'solve'
        FROM span CROSS JOIN issue WHERE closed_at IS NOT NULL AND removed_at IS NULL
        AND closed_at >= start AND closed_at < stop AND solved_at IS NULL
        AND +status = 'closed_solved'
        UNION ALL
        SELECT label, stop, issue_id, at, satisfaction FROM said
        UNION ALL
        SELECT label, stop, issue_id, at, 'settled_and_rated' FROM settled
        WHERE what IN {_ANSWERED}
        AND (label, issue_id) IN (SELECT label, issue_id FROM said))
    """  # noqa: S608  (our own columns)
"""One row for each thing that happened, as few as tell all of it; CROSS JOIN keeps SQLite to the
indexes of the moments, and `+` from building one of its own.

Of each issue a period has one way in and one way out (`spells`), so that they add up.
"""
_TOOK: Final[Mapping[str, str]] = {
    "accept": "accept",
    "solve": "solve",
    "closed_solved": "close",
    "closed_unsolved": "close",
}
"""Which facts tell how long something took, and what."""
_TIMED: Final = f"f.what IN ({', '.join(map(repr, _TOOK))})"

_NEEDED: Final = {Side.GROUP: " JOIN category AS c ON c.id = i.category_id"}
_STATUS_THEN: Final = f"""
    CASE WHEN EXISTS (SELECT 1 FROM issue_event AS e WHERE e.issue_id = i.id AND e.at >= f.stop
            AND e.to_status IS NOT NULL)
        THEN ifnull((SELECT CASE e.kind WHEN 'merged' THEN 'merged' ELSE e.to_status END
            FROM issue_event AS e WHERE e.issue_id = i.id AND e.at < f.stop
            AND e.to_status IS NOT NULL ORDER BY e.id DESC LIMIT 1), 'reported')
        ELSE {STATUS_TOLD} END
    """  # noqa: S608  (our own columns)
"""The status when the period ended; what was merged is apart from what was declined."""
_EXPRESSIONS: Final = {
    Side.CATEGORY: "i.category_id",
    Side.GROUP: "c.group_code",
    Side.BUILDING: f"CASE WHEN {MAY_BE_HANDED_ON} THEN i.building_id END",
    Side.STEWARD: "ifnull(i.steward_id, i.handler)",
    Side.STATUS: _STATUS_THEN,
    Side.CHANNEL: "i.channel",
    Side.LEVEL: "i.level",
    Side.MONTH: "f.label",
}
_NAMES: Final = {
    Side.CATEGORY: "SELECT id, name FROM category",
    Side.GROUP: "SELECT code, name FROM category WHERE code = group_code",
    Side.BUILDING: "SELECT id, code FROM building",
    Side.STEWARD: "SELECT id, name || CASE WHEN count(*) OVER (PARTITION BY name) > 1"
    " THEN ' P' || number ELSE '' END FROM person",
}
"""What is counted by its id, which costs less, and how it is called; people of one name apart."""


class _Pile:
    """What was counted of one kind, and how long each took."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.took: dict[str, list[str]] = {}

    def add(self, what: str, count: int, took: Sequence[str]) -> None:
        self.counts[what] += count
        if what in _TOOK:
            self.took.setdefault(_TOOK[what], []).extend(took)


def figures(
    reader: Reader, span: Span, sides: Sequence[Side], *, wanted: WantedIssues | None = None
) -> tuple[list[Figures], Figures]:
    """Return the figures of a period, and the total.

    Args:
        reader: the database.
        span: the period.
        sides: by what they are told apart: one of each combination that occurs; none for the total
            alone.
        wanted: which issues count; None for all.
    """
    condition, values = matching(wanted) if wanted is not None else ("", [])
    spans = [("", span)]
    if by_month := Side.MONTH in sides:
        spans += _months(reader, span)
    keys = _keys(sides)
    names = [
        dict(map(tuple, reader.rows(_NAMES[side]))) if side in _NAMES else {} for side in sides
    ]
    piles: defaultdict[tuple[Any, ...], _Pile] = defaultdict(_Pile)
    total = _Pile()
    for row in _told(reader, spans, sides, condition, values):
        counted = (row["what"], row["count"], (row["took"] or "").split(","))
        if bool(row["label"]) is by_month:
            piles[tuple(row[key] for key in keys)].add(*counted)  # by ids: two may have one name
        if not row["label"]:
            total.add(*counted)
    found = [
        _figures(
            tuple(called.get(key, key) for key, called in zip(apart, names, strict=True)), pile
        )
        for apart, pile in piles.items()
    ]
    return sorted(found, key=lambda f: [_as_counted(side) for side in f.sides]), _figures((), total)


def _keys(sides: Sequence[Side]) -> list[str]:
    return [f"s{n}" for n, _side in enumerate(sides)]


def _told(
    reader: Reader,
    spans: Sequence[tuple[str, Span]],
    sides: Sequence[Side],
    condition: str,
    values: Sequence[object],
) -> Iterator[sqlite3.Row]:
    """Return the facts of periods, counted by sides, with how long those took that took time."""
    keys = _keys(sides)
    told = "".join(
        f", {_EXPRESSIONS[side]} AS {key}" for side, key in zip(sides, keys, strict=True)
    )
    needed = "".join(_NEEDED.get(side, "") for side in sides)
    starts, stops = zip(*(span for _label, span in spans), strict=True)
    spells.gather(reader, min(starts), max(stops))
    time = took(reader.clock, "i.reported_at", "f.moment")
    facts = _FACTS.format(spans=", ".join(["(?, ?, ?)"] * len(spans)))
    return reader.each(
        f"{facts} SELECT f.label, f.what{told}, count(*) AS count,"  # noqa: S608  (our own columns)
        f" group_concat(iif({_TIMED}, {time}, NULL)) AS took"
        f" FROM fact AS f CROSS JOIN issue AS i ON i.id = f.issue_id{needed}"
        f" WHERE i.removed_at IS NULL{condition}"
        f" GROUP BY {', '.join(('f.label', 'f.what', *keys))}",
        (*(value for label, each in spans for value in (label, *each)), *values),
    )


def _months(reader: Reader, span: Span) -> list[tuple[str, Span]]:
    """Return the civil months of a period, as far as anything was reported by then."""
    first = reader.value("SELECT min(reported_at) FROM issue WHERE removed_at IS NULL")
    if first is None or first >= span.stop:
        return []
    clock, months = reader.clock, []
    day = clock.local(max(first, span.start)).date()
    month = Month(day.year, day.month)
    while (start := max(clock.moment(month.first), span.start)) < span.stop:
        stop = min(clock.moment(month.next.first), span.stop)
        months.append((f"{month.first:%Y-%m}", Span(start, stop)))
        month = month.next
    return months


def _figures(sides: tuple[Any, ...], pile: _Pile) -> Figures:
    counts = pile.counts
    answered = counts["closed_solved"] + counts["closed_unsolved"]
    return Figures(
        sides=sides,
        carried_over=counts["carried_over"],
        received=counts["received"],
        reopened=counts["reopened"],
        open=counts["open"],
        solved=counts["closed_solved"],
        unsolved=counts["closed_unsolved"],
        declined=counts["declined"],
        merged=counts["merged"],
        ended=answered + counts["ended_in_vain"],
        again=counts["again"],
        satisfied=counts["satisfied"],
        basically_satisfied=counts["basically_satisfied"],
        not_satisfied=counts["not_satisfied"],
        unrated=answered - counts["settled_and_rated"],
        **{what: spread_of(took) for what, took in pile.took.items()},
    )


def _as_counted(side: str | None) -> tuple[bool, bool, int, str]:
    """Return the order in which people count: 2 before 10, nothing last."""
    number = int(side) if side is not None and side.isdecimal() else 0
    return side is None, number == 0, number, side or ""
