"""What of the notebook wants doing today, in a fixed number of questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from jinlin.issue.lists.lists import (
    DUE_SOON,
    MAY_BE_HANDED_ON,
    TO_RAISE,
    UNANSWERED,
    UNRATED,
    URGENCY_RANK,
)
from jinlin.issue.rules.numbers import issue_label
from jinlin.store.transaction.tx import Reader

SHOWN: Final = 5
"""Of each kind so many are named; the others are counted."""


class WaitingIssue(NamedTuple):
    """An issue that waits for something.

    Attributes:
        number: as people read it.
        title: its title; None of what is private.
        category: of what is private the name of its category; None of what is secret.
        day: since when or until when, as ISO text; None where no day belongs to it.
        who: the department that has not come, or who is in charge; None where nobody is.
    """

    number: str
    title: str | None
    category: str | None
    day: str | None
    who: str | None


class WaitingKind(NamedTuple):
    """Issues that wait for the same.

    Attributes:
        key: `overdue`, `due_soon`, `unanswered`, `to_raise`, `deferred_back`, `unassigned`,
            `no_arrival`, `urged`, `to_ask`.
        total: how many there are.
        first: the first few.
    """

    key: str
    total: int
    first: tuple[WaitingIssue, ...]


class _Question(NamedTuple):
    """How one kind is asked for: which issues, their day, who, further tables, the order.

    A `?` among which issues stands for this moment.
    """

    which: str
    day: str = "NULL"
    who: str = "NULL"
    joined: str = ""
    order: str = f"{URGENCY_RANK}, i.due_on, i.id"


_OPEN: Final = "i.removed_at IS NULL AND i.closed_at IS NULL"
_WHO: Final = "ifnull((SELECT name FROM person WHERE id = i.steward_id), i.handler)"

_KINDS: Final[Mapping[str, _Question]] = {
    "overdue": _Question(
        day="i.due_on",
        who=_WHO,
        which=f"{_OPEN} AND i.due_on < civil_today()",
    ),
    "due_soon": _Question(
        day="i.due_on",
        who=_WHO,
        which=f"{_OPEN} AND {DUE_SOON.replace('?', 'civil_today()')}",
    ),
    "unanswered": _Question(
        who=_WHO,
        which=f"{_OPEN} AND {UNANSWERED}",
        order=f"{URGENCY_RANK}, i.respond_by, i.id",
    ),
    "to_raise": _Question(
        day="i.raise_on",
        who=_WHO,
        which=f"{_OPEN} AND {TO_RAISE.replace('?', 'civil_today()')}",
        order=f"{URGENCY_RANK}, i.raise_on, i.id",
    ),
    "deferred_back": _Question(
        day="i.deferred_until",
        who=_WHO,
        which=f"{_OPEN} AND i.status = 'deferred' AND i.deferred_until <= civil_today()",
        order="i.deferred_until, i.id",
    ),
    "unassigned": _Question(
        which=f"{_OPEN} AND i.status = 'reported' AND i.steward_id IS NULL"
        f" AND i.handler IS NULL AND {MAY_BE_HANDED_ON}",
    ),
    "no_arrival": _Question(
        who="d.department",
        joined=" JOIN street_call AS c ON c.issue_id = i.id"
        " JOIN called_department AS d ON d.call_id = c.id",
        which=f"{_OPEN} AND i.status IN ('departments_called', 'departments_arrived')"
        " AND d.arrived_at IS NULL",
        order="c.called_at, d.id",
    ),
    "urged": _Question(
        who=_WHO,
        which=f"{_OPEN} AND i.urged > 0 AND 'urged' = (SELECT e.kind FROM issue_event AS e"  # noqa: S608  (our own columns)
        " WHERE e.issue_id = i.id ORDER BY e.id DESC LIMIT 1)",
    ),
    "to_ask": _Question(
        day="i.ask_on",
        which=f"i.removed_at IS NULL AND i.ask_on <= civil_today() AND {UNRATED}",
        order="i.ask_on, i.id",
    ),
}


def waiting(reader: Reader) -> list[WaitingKind]:
    """Return what waits today, each kind with its first few; kinds of which there are none too."""
    found: list[WaitingKind] = []
    for key, asked in _KINDS.items():
        rows = reader.rows(
            f"SELECT i.year, i.number, CASE WHEN NOT i.private AND {MAY_BE_HANDED_ON}"  # noqa: S608  (our own columns)
            " THEN i.title END AS title, (SELECT name FROM category WHERE id = i.category_id"
            " AND privacy <> 'secret') AS category,"
            f" {asked.day} AS day, {asked.who} AS who,"
            f" count(*) OVER () AS total FROM issue AS i{asked.joined} WHERE {asked.which}"
            f" ORDER BY {asked.order} LIMIT ?",
            (*[reader.clock.stamp] * asked.which.count("?"), SHOWN),
        )
        found.append(
            WaitingKind(
                key=key,
                total=rows[0]["total"] if rows else 0,
                first=tuple(
                    WaitingIssue(
                        number=issue_label(row["year"], row["number"]),
                        title=row["title"],
                        category=row["category"],
                        day=row["day"],
                        who=row["who"],
                    )
                    for row in rows
                ),
            )
        )
    return found
