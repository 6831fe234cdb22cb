"""What the Friday council may have to settle: the issues that are stuck, and why each is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.issue.lists.lists import MAY_BE_HANDED_ON, URGENCY_RANK
from jinlin.issue.privacy.redaction import Redactor, untitled
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.queries import STATUS_NOW
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.levels import Level
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import Status
from jinlin.store.transaction.tx import Reader


class Stuck(Word):
    """Why an issue is one for the agenda."""

    PUT_ON = "put_on", N_("put on the Friday agenda")
    OVERDUE = "overdue", N_("overdue")
    TO_RAISE = "to_raise", N_("due to go one rung up")
    ESCALATED = "escalated", N_("escalated")
    BACK = "back", N_("deferred until now")


_LAST_WORD: Final = (
    "(SELECT e.kind FROM issue_event AS e WHERE e.issue_id = i.id"
    " AND e.kind IN ('agenda', 'decided') ORDER BY e.id DESC LIMIT 1)"
)
"""Whether `issue AS i` waits for a decision of the council, or has one."""
_WHY: Final[Mapping[Stuck, str]] = {
    Stuck.PUT_ON: f"i.level = 'friday' AND ifnull({_LAST_WORD}, 'agenda') = 'agenda'",
    Stuck.OVERDUE: "i.due_on < civil_today()",
    Stuck.TO_RAISE: "i.raise_on < civil_today()",
    Stuck.ESCALATED: "i.level IN ('community', 'street', 'district')"
    " OR i.status IN ('escalated', 'departments_called', 'departments_arrived')",
    Stuck.BACK: "i.status = 'deferred' AND i.deferred_until <= civil_today()",
}


class StuckIssue(NamedTuple):
    """An issue for the agenda, as it may stand on a paper that others read.

    Attributes:
        id: the issue.
        number: as people read it: `2026-0007`.
        title: without names, doors and phones; of what is private and the branch did not bring
            before the council or higher itself, only the category.
        building: the building's code; never the door.
        status: what it is today.
        level: the rung it is on.
        due_on: by when, as ISO text.
        why: all that holds, what the branch said itself first.
        proposal: what the branch proposes there, for what it put on the agenda.
        in_charge: the person or body in charge.
        private: whether it is kept off boards.
    """

    id: int
    number: str
    title: str
    category: str
    building: str | None
    status: Status
    level: Level
    due_on: str | None
    why: tuple[Stuck, ...]
    proposal: str | None
    in_charge: str | None
    private: bool


def stuck(reader: Reader, *, limit: int = 0) -> Iterator[StuckIssue]:
    """Return the open issues a council may have to settle, the most urgent first.

    Secret ones are never among them. What the council has decided on is not among them for having
    been put on the agenda, only for what holds besides.

    Args:
        reader: the database.
        limit: how many at most; 0 for all.
    """
    redactor = redactor_of(reader, parties=False)
    columns = ", ".join(f"({condition}) AS {why}" for why, condition in _WHY.items())
    for row in reader.each(
        "SELECT * FROM (SELECT i.id, i.year, i.number, i.title, i.private, i.level, i.due_on,"  # noqa: S608  (our own columns)
        f" c.name AS category, b.code AS building, {STATUS_NOW} AS status,"
        f" ifnull(p.name, i.handler) AS in_charge, {columns},"
        " (SELECT e.note FROM issue_event AS e WHERE e.issue_id = i.id AND e.kind = 'agenda'"
        "  ORDER BY e.id DESC LIMIT 1) AS proposal"
        " FROM issue AS i JOIN category AS c ON c.id = i.category_id"
        " LEFT JOIN building AS b ON b.id = i.building_id"
        " LEFT JOIN person AS p ON p.id = i.steward_id"
        f" WHERE i.removed_at IS NULL AND i.closed_at IS NULL AND {MAY_BE_HANDED_ON}"
        f" ORDER BY {URGENCY_RANK}, i.due_on, i.id)"
        f" WHERE {' OR '.join(_WHY)} LIMIT ?",
        (limit or -1,),
    ):
        yield _stuck(row, redactor)


def _stuck(row: sqlite3.Row, redactor: Redactor) -> StuckIssue:
    private = bool(row["private"])
    brought = row[Stuck.PUT_ON] or row[Stuck.ESCALATED]
    return StuckIssue(
        id=row["id"],
        number=issue_label(row["year"], row["number"]),
        title=redactor.text(row["title"]) if brought or not private else untitled(row["category"]),
        category=row["category"],
        building=row["building"],
        status=Status(row["status"]),
        level=Level(row["level"]),
        due_on=row["due_on"],
        why=tuple(why for why in Stuck if row[why]),
        proposal=redactor.text(row["proposal"]) if row["put_on"] and row["proposal"] else None,
        in_charge=row["in_charge"],
        private=private,
    )


def last_word(reader: Reader, issue_id: int) -> EventKind | None:
    """Return whether an issue was last put on the agenda or decided on; None where neither was."""
    kind = reader.value(f"SELECT {_LAST_WORD} FROM issue AS i WHERE i.id = ?", (issue_id,))  # noqa: S608  (our own columns)
    return EventKind(kind) if kind else None
