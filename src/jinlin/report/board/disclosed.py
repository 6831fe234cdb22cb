"""Which purses a notice discloses, and the marks on their entries while it hangs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from jinlin.core.i18n import _
from jinlin.member import fund_marks
from jinlin.member.fund_queries import Filter, count_entries
from jinlin.member.purses import Purse
from jinlin.notice.actions import NewNotice
from jinlin.notice.queries import NoticeRow
from jinlin.report.board.drawn import source_word
from jinlin.report.board.from_fund import PURSES
from jinlin.report.stretch import quarter_of
from jinlin.store.tx import Reader, Tx

DISCLOSES: Final[Mapping[str, tuple[Purse, ...]]] = {
    "branch_fund": PURSES,
    "common_revenue": (Purse.COMMON_REVENUE,),
}
"""The purses that a notice of a matter tells of entry by entry."""
_SOURCES: Final = {"branch_fund": "fund", "common_revenue": "revenue"}


def mark(tx: Tx, new: NewNotice | NoticeRow, on: date | None) -> int:
    """Mark the entries that a notice tells of as disclosed on the day it went up.

    Returns:
        How many were marked.
    """
    if on is None:
        return 0
    count = 0
    for wanted in _told_in(new):
        if count_entries(tx, wanted._replace(undisclosed=True)):
            count += len(fund_marks.disclose(tx, wanted, place="、".join(new.places), on=on))
    return count


def unmark(tx: Tx, notice: NoticeRow) -> int:
    """Take the marks back that a notice made; what was disclosed elsewhere keeps its own.

    Returns:
        How many entries are no longer disclosed.
    """
    if notice.posted_on is None:
        return 0
    return sum(
        fund_marks.undisclose(tx, wanted, place="、".join(notice.places), on=notice.posted_on)
        for wanted in _told_in(notice)
    )


def last_disclosed(reader: Reader, matter: str) -> date | None:
    """Return when money of a matter was last disclosed, by a notice or by the books themselves."""
    purses = DISCLOSES.get(matter)
    if purses is None:
        return None
    day = reader.value(
        "SELECT max(disclosed_on) FROM fund_entry WHERE purse IN (SELECT value FROM json_each(?))",
        (json.dumps([purse.value for purse in purses]),),
    )
    return date.fromisoformat(day) if day else None


def posting_again(notice: NoticeRow) -> str:
    """Return how what a notice told of is posted anew; empty where no record asks for it."""
    if notice.about is not None and notice.about.kind in {"meeting", "resolution"}:
        return _("jinlin notice post --from {source} --of {which}").format(
            source=source_word("resolutions"), which=notice.about.number
        )
    source = _SOURCES.get(notice.matter or "")
    if source is None or notice.covers is None:
        return ""
    first = notice.covers[0]
    return _("jinlin notice post --from {source} --of {which}").format(
        source=source_word(source), which=f"{first.year}-Q{quarter_of(first)}"
    )


def _told_in(new: NewNotice | NoticeRow) -> Iterator[Filter]:
    if new.covers is not None:
        start, stop = (day.isoformat() for day in new.covers)
        for purse in DISCLOSES.get(new.matter or "", ()):
            yield Filter(purse=purse, start=start, stop=stop)
