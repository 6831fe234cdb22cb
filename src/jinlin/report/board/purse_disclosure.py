"""Which purses a notice discloses, and the marks on their entries while it hangs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from jinlin.core.clock import kept_day
from jinlin.core.days.stretch import Length, stretch_with
from jinlin.member.board.fund import DISCLOSES
from jinlin.member.fund import marks
from jinlin.member.fund.queries import UNDISCLOSED, FundPeriod, PurseEntry, entries
from jinlin.notice.queries import IN_STATUS, NoticeRow, notices, posted_since
from jinlin.notice.rules.notices import NoticeStatus
from jinlin.output.contribution.notice_sources import SOURCE_OF, NoticeSource, to_draw
from jinlin.store.transaction.tx import Reader, Tx


def mark(tx: Tx, notice: NoticeRow) -> int:
    """Mark the entries that a notice tells of as disclosed by it, since the day it went up.

    Returns:
        How many were marked.
    """
    found = [
        entry
        for wanted in _told_in(notice)
        for entry in entries(tx, wanted.condition & UNDISCLOSED, oldest_first=True)
    ]
    _mark(tx, notice, found)
    return len(found)


def unmark(tx: Tx, notice: NoticeRow) -> int:
    """Take back the marks that a notice made; a later one that tells of the same makes its own.

    Returns:
        How many entries are no longer disclosed.
    """
    left = marks.unmark(tx, notice.label)
    for other in _posted_after(tx, notice) if left else ():
        told = [entry for entry in left if _tells_of(other, entry)]
        _mark(tx, other, told)
        left = [entry for entry in left if entry not in told]
    return len(left)


def last_disclosed(reader: Reader, matter: str) -> date | None:
    """Return when money of a matter was last disclosed, by a notice or by the books themselves."""
    purses = DISCLOSES.get(matter)
    if purses is None:
        return None
    day = reader.value(
        "SELECT max(disclosed_on) FROM fund_entry WHERE purse IN (SELECT value FROM json_each(?))",
        (json.dumps([purse.value for purse in purses]),),
    )
    return kept_day(day)


def posting_again(notice: NoticeRow) -> str:
    """Return how what a notice told of is posted anew; empty where no record asks for it."""
    if notice.about is not None and notice.about.kind in {"meeting", "resolution"}:
        return to_draw(NoticeSource.RESOLUTIONS, notice.about.number)
    if notice.matter is None or notice.matter not in DISCLOSES or notice.covers is None:
        return ""
    return to_draw(SOURCE_OF[notice.matter], stretch_with(notice.covers[0], Length.QUARTER))


def _mark(tx: Tx, notice: NoticeRow, found: Iterable[PurseEntry]) -> None:
    if notice.posted_on is not None:
        place = "、".join(notice.places)
        marks.mark(tx, found, place=place, on=notice.posted_on, by=notice.label)


def _posted_after(reader: Reader, notice: NoticeRow) -> list[NoticeRow]:
    """Return the notices that hold and went up later: what stood on this one stands on them."""
    since = posted_since(notice.posted_on.isoformat() if notice.posted_on else "")
    found = notices(reader, IN_STATUS([NoticeStatus.RUNNING, NoticeStatus.ENDED]) & since)
    return sorted(
        (other for other in found if other.number > notice.number), key=lambda one: one.number
    )


def _tells_of(notice: NoticeRow, entry: PurseEntry) -> bool:
    return any(
        entry.purse is wanted.purse and (wanted.start or "") <= entry.day <= (wanted.stop or "")
        for wanted in _told_in(notice)
    )


def _told_in(notice: NoticeRow) -> Iterator[FundPeriod]:
    if notice.posted_on is not None and notice.covers is not None:
        start, stop = (day.isoformat() for day in notice.covers)
        for purse in DISCLOSES.get(notice.matter or "", ()):
            yield FundPeriod(purse=purse, start=start, stop=stop)
