"""Questions about notices: one, many, those that end soon, the last of each matter."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.clock import kept_day
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.notice.rules.notices import (
    NoticePeriod,
    NoticeStatus,
    Type,
    Unit,
    notice_label,
    status_on,
)
from jinlin.output.listing.filter import EVERYTHING, Condition, any_of, one_of
from jinlin.store.transaction.tx import Reader

_OPEN_OBJECTIONS: Final = (
    "(SELECT count(*) FROM notice_objection AS o WHERE o.notice_id = n.id AND o.answer IS NULL"
    " AND o.removed_at IS NULL)"
)
STATUS: Final = (
    "CASE WHEN n.withdrawn_on IS NOT NULL THEN 'withdrawn' WHEN n.posted_on IS NULL THEN 'draft'"
    " WHEN n.ends_on < civil_today() OR n.taken_down_on IS NOT NULL THEN 'ended'"
    " ELSE 'running' END"
)
"""The same as `rules.status_on`, for conditions."""
_DAYS: Final = ("posted_on", "ends_on", "taken_down_on", "withdrawn_on")
"""By these the status is told."""
TO_TAKE_DOWN: Final = (
    "n.removed_at IS NULL AND n.taken_down_on IS NULL AND n.posted_on IS NOT NULL"
    " AND (n.ends_on < civil_today() OR n.withdrawn_on IS NOT NULL)"
)
"""Hung up, over or withdrawn, and nobody said that it came down."""


class NoticeRow(NamedTuple):
    """A notice as it stands today.

    Attributes:
        matter: which line of the list of what must be public; a code.
        places: where it hangs.
        named: the people whose names it may show: they act in a post or agreed in writing.
        about: what it is about.
        covers: the days whose records it tells of.
        ends_on: the last day of its period; None where it hangs as long as it is true.
        for_good: it was withdrawn and what it told of is not posted again.
        open_objections: how many objections nobody has answered.
    """

    id: int
    number: int
    type: Type
    matter: str | None
    title: str
    body: str
    basis: str
    audience: str
    signer: str
    witness: str
    contact: str
    places: tuple[str, ...]
    attachments: tuple[str, ...]
    named: tuple[str, ...]
    about: Reference | None
    covers: tuple[date, date] | None
    period: NoticePeriod | None
    posted_on: date | None
    ends_on: date | None
    taken_down_on: date | None
    withdrawn_on: date | None
    withdrawn_because: str | None
    for_good: bool
    status: NoticeStatus
    open_objections: int

    @property
    def label(self) -> str:
        """Its number as we write it: `N12`."""
        return notice_label(self.number)

    @property
    def to_take_down(self) -> bool:
        """Whether it hangs although it is over or withdrawn."""
        return (
            self.posted_on is not None
            and self.taken_down_on is None
            and self.status in (NoticeStatus.ENDED, NoticeStatus.WITHDRAWN)
        )


HANGING_OVER: Final = Condition(TO_TAKE_DOWN)
"""What is over, or withdrawn, and still hangs."""
IN_STATUS: Final = one_of(STATUS)
OF_MATTER: Final = one_of("n.matter")


def posted_since(day: str) -> Condition:
    """Return what asks for notices that were posted on this day or later; ISO text."""
    return Condition("n.posted_on >= ?", (day,))


def about_any(records: Sequence[Reference]) -> Condition:
    """Return what asks for notices about any of these records of higher rooms."""
    return any_of(Condition("n.about_kind = ? AND n.about_number = ?", one) for one in records)


def notices_about(reader: Reader, record: Reference) -> list[NoticeRow]:
    """Return the notices about a record of a higher room; the latest first."""
    return notices(reader, about_any([record]))


def find_notice(reader: Reader, number: int) -> NoticeRow:
    """Return the notice of this number.

    Raises:
        NotFoundError: there is none.
    """
    rows = _notices(reader, "n.number = ?", (number,), limit=1)
    if not rows:
        raise NotFoundError(
            _("There is no notice {number}.").format(number=notice_label(number)),
            hint=_("See: jinlin notice list"),
        )
    return rows[0]


def notices(reader: Reader, where: Condition = EVERYTHING, *, limit: int = 0) -> list[NoticeRow]:
    """Return notices `n`, drafts first, then the latest; a limit of 0 means all."""
    return _notices(reader, *where, limit=limit)


def count_notices(reader: Reader, where: Condition) -> int:
    """Return how many notices there are."""
    sql = f"SELECT count(*) FROM notice AS n WHERE n.removed_at IS NULL AND {where.sql}"
    return int(reader.value(sql, where.values))


def ending(reader: Reader, *, by: date) -> list[NoticeRow]:
    """Return the notices whose period ends up to a day and is not over, the first to end first."""
    rows = _notices(
        reader,
        "n.ends_on BETWEEN civil_today() AND ? AND n.withdrawn_on IS NULL"
        " AND n.taken_down_on IS NULL",
        (by.isoformat(),),
        limit=0,
    )
    return sorted(rows, key=lambda row: (row.ends_on or date.max, row.number))


def last_posted(reader: Reader) -> dict[str, NoticeRow]:
    """Return the latest notice of each matter that was posted and not withdrawn."""
    rows = _notices(
        reader,
        "n.matter IS NOT NULL AND n.posted_on IS NOT NULL AND n.withdrawn_on IS NULL"
        " AND n.id = (SELECT o.id FROM notice AS o WHERE o.matter = n.matter"
        " AND o.posted_on IS NOT NULL AND o.withdrawn_on IS NULL AND o.removed_at IS NULL"
        " ORDER BY o.posted_on DESC, o.number DESC LIMIT 1)",
        (),
        limit=0,
    )
    return {row.matter: row for row in rows if row.matter is not None}


def _notices(
    reader: Reader, condition: str, values: tuple[object, ...], *, limit: int
) -> list[NoticeRow]:
    rows = reader.rows(
        f"SELECT n.*, {_OPEN_OBJECTIONS} AS open_objections FROM notice AS n"
        f" WHERE n.removed_at IS NULL AND {condition}"
        " ORDER BY n.posted_on IS NOT NULL, n.posted_on DESC, n.number DESC LIMIT ?",
        (*values, limit or -1),
    )
    return [_notice(reader, row) for row in rows]


def _notice(reader: Reader, row: sqlite3.Row) -> NoticeRow:
    days = {key: row[key] for key in _DAYS}
    return NoticeRow(
        id=row["id"],
        number=row["number"],
        type=Type(row["type"]),
        matter=row["matter"],
        title=row["title"],
        body=row["body"],
        basis=row["basis"],
        audience=row["audience"],
        signer=row["signer"],
        witness=row["witness"],
        contact=row["contact"],
        places=_lines(row["places"]),
        attachments=_lines(row["attachments"]),
        named=_lines(row["named"]),
        about=Reference(row["about_kind"], row["about_number"]) if row["about_kind"] else None,
        covers=(
            (date.fromisoformat(row["covers_from"]), date.fromisoformat(row["covers_to"]))
            if row["covers_from"]
            else None
        ),
        period=(
            NoticePeriod(row["period_days"], Unit(row["period_unit"]), row["period_source"])
            if row["period_days"]
            else None
        ),
        **{key: kept_day(day) for key, day in days.items()},
        withdrawn_because=row["withdrawn_because"],
        for_good=bool(row["for_good"]),
        status=status_on(reader.clock.today, days),
        open_objections=row["open_objections"],
    )


def as_of_today(reader: Reader, notice: NoticeRow) -> NoticeRow:
    """Return a notice whose days were changed, with the status that they give it today."""
    days = {key: str(day) if (day := getattr(notice, key)) else None for key in _DAYS}
    return notice._replace(status=status_on(reader.clock.today, days))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line)
