"""Notices about a record of a higher room: whether it was out for comment, and long enough."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from jinlin.store.transaction.tx import Reader


class OutForComment(NamedTuple):
    """The notice by which a record is, or was, out for comment; days as ISO text.

    Attributes:
        notice: its number, `N12`.
        ends_on: the last day of its period.
        over: it hung until that day, which lies behind.
    """

    notice: str
    ends_on: str | None
    over: bool


def out_for_comment(reader: Reader, kind: str, number: str) -> OutForComment | None:
    """Return the latest public notice about a record, such as ("plan", "E3"), that was posted.

    None where there is none that was not withdrawn. Firms to choose among are no plan.
    """
    row = reader.row(
        "SELECT 'N' || number, ends_on,"
        " ifnull(ends_on < ?3 AND ifnull(taken_down_on >= ends_on, 1), 0) FROM notice"
        " WHERE about_kind = ?1 AND about_number = ?2 AND type = 'public_notice'"
        " AND removed_at IS NULL AND withdrawn_on IS NULL AND posted_on IS NOT NULL"
        " AND matter IS NOT 'candidates'"
        " ORDER BY posted_on DESC, number DESC LIMIT 1",
        (kind, number, reader.clock.today.isoformat()),
    )
    return None if row is None else OutForComment(row[0], row[1], bool(row[2]))


def open_objections(reader: Reader, kind: str, number: str) -> int:
    """Return how many objections to notices about a record nobody has answered.

    Objections to a notice that was withdrawn count too: whoever objected is owed an answer.
    """
    return int(
        reader.value(
            "SELECT count(*) FROM notice_objection AS o JOIN notice AS n ON n.id = o.notice_id"
            " WHERE n.about_kind = ? AND n.about_number = ? AND n.removed_at IS NULL"
            " AND o.answer IS NULL AND o.removed_at IS NULL",
            (kind, number),
        )
    )


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
