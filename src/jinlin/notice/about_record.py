"""Notices about a record of a higher room: whether it was out for comment, and long enough."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from jinlin.core.reference import Reference
from jinlin.notice.queries import NoticeRow, about_any, notices
from jinlin.store.transaction.tx import Reader


def notices_about(reader: Reader, kind: str, number: str) -> list[NoticeRow]:
    """Return the notices about a record of a higher room, such as ("plan", "E3"); latest first."""
    return notices(reader, about_any([Reference(kind, number)]))


def open_objections(reader: Reader, kind: str, number: str) -> int:
    """Return how many objections to notices about a record nobody has answered.

    Objections to a notice that was withdrawn count too: whoever objected is owed an answer.
    """
    return sum(notice.open_objections for notice in notices_about(reader, kind, number))


def period_over(reader: Reader, kind: str, number: str) -> bool:
    """Return whether a record was out for comment long enough.

    The latest public notice about it that was posted and not withdrawn decides: its last day must
    lie behind. Where there is none, it was not.
    """
    found = reader.row(
        "SELECT ends_on, taken_down_on FROM notice WHERE about_kind = ? AND about_number = ?"
        " AND type = 'public_notice' AND removed_at IS NULL AND withdrawn_on IS NULL"
        " AND posted_on IS NOT NULL ORDER BY posted_on DESC, number DESC LIMIT 1",
        (kind, number),
    )
    if found is None or found["ends_on"] is None:
        return False
    too_soon = (found["taken_down_on"] or found["ends_on"]) < found["ends_on"]
    return bool(found["ends_on"] < reader.clock.today.isoformat() and not too_soon)


class PostedAbout(NamedTuple):
    """A notice about a record about which nothing more is to be posted.

    Attributes:
        number: of the record.
        matter: what it tells of it, by the list of what must be public.
        posted_on: the day, as ISO text.
        notice: the number of the notice.
    """

    number: str
    matter: str | None
    posted_on: str
    notice: str


def posted_about(reader: Reader, *kinds: str) -> list[PostedAbout]:
    """Return what was posted about records of some kinds, and not withdrawn, or for good."""
    rows = reader.rows(
        "SELECT about_number, matter, posted_on, 'N' || number FROM notice"
        " WHERE about_kind IN (SELECT value FROM json_each(?)) AND posted_on IS NOT NULL"
        " AND (withdrawn_on IS NULL OR for_good) AND removed_at IS NULL",
        (json.dumps(kinds),),
    )
    return [PostedAbout(*row) for row in rows]


def withdrawn_about(reader: Reader, kind: str) -> dict[str, date]:
    """Return when the last notice about a record of one kind was withdrawn, by its number."""
    rows = reader.rows(
        "SELECT about_number, max(withdrawn_on) FROM notice WHERE about_kind = ?"
        " AND posted_on IS NOT NULL AND withdrawn_on IS NOT NULL AND removed_at IS NULL GROUP BY 1",
        (kind,),
    )
    return {str(row[0]): date.fromisoformat(row[1]) for row in rows}
