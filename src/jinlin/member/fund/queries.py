"""Questions about the purses (sub-ledgers): what came and went, what was not yet disclosed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.days.stretch import Length, stretch_with
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.ledger import book as cash_book
from jinlin.ledger.amounts import SIGNED
from jinlin.ledger.book import CashBook
from jinlin.ledger.rules import HANDS, BookWords, CashEntry
from jinlin.member.rules.purses import Direction, Purse
from jinlin.output.listing.filter import EVERYTHING, Condition, one_of
from jinlin.store.transaction.tx import Reader

MAX_DIGITS: Final = 9


class PurseEntry(CashEntry):
    """An entry of a purse: where it was put up, what it is about, on which decision it stands."""

    purpose: str
    counterparty: str
    purse: Purse
    direction: Direction
    disclosed_on: str | None
    disclosed_at_place: str | None
    about_kind: str | None
    about_number: str | None
    decided: str | None

    @property
    def hands(self) -> list[str]:
        """Who handled it."""
        return self.handled_by.split(HANDS)

    def overdue(self, today: date) -> bool:
        """Return whether its quarter has ended without its disclosure."""
        ended = stretch_with(date.fromisoformat(self.day), Length.QUARTER).last
        return self.disclosed_on is None and today > ended


UNDISCLOSED: Final = Condition("e.disclosed_on IS NULL")
DISCLOSED: Final = Condition("e.disclosed_on IS NOT NULL")
OF_PURSE: Final = one_of("e.purse")


def overdue_on(today: date) -> Condition:
    """Return what asks for entries that were not disclosed when their quarter ended."""
    quarter = stretch_with(today, Length.QUARTER).first.isoformat()
    return UNDISCLOSED & Condition("e.day < ?", (quarter,))


class FundPeriod(NamedTuple):
    """What of the purses a page is about: one or all, from a day to another, both included.

    Days are ISO text; what is None restricts nothing.
    """

    purse: Purse | None = None
    start: str | None = None
    stop: str | None = None

    @property
    def condition(self) -> Condition:
        """What asks for its entries."""
        found = EVERYTHING
        for sql, value in (("e.purse = ?", self.purse), ("e.day >= ?", self.start),
                           ("e.day <= ?", self.stop)):  # fmt: skip
            if value is not None:
                found &= Condition(sql, (value,))
        return found


class PurseRow(NamedTuple):
    """What one purse held before a period and what went through it; money in fen.

    Attributes:
        income: what came in, less what was taken back.
        spending: what went out, less what was taken back.
        entries: how many entries the period has.
        undisclosed: how many of them were not disclosed yet.
        overdue: how many of those lie in a quarter that has ended.
    """

    purse: Purse
    opening: int = 0
    income: int = 0
    spending: int = 0
    entries: int = 0
    undisclosed: int = 0
    overdue: int = 0

    @property
    def balance(self) -> int:
        """What is left."""
        return self.opening + self.income - self.spending


FUND: Final = CashBook(
    table="fund_entry",
    account=("purse",),
    kind="direction",
    out=frozenset({Direction.SPENDING}),
    repeated=("about_kind", "about_number", "decided"),
    label="'F' || {0}.number",
    made_at="(SELECT min(h.at) FROM entry AS h WHERE h.subject = 'F' || e.number)",
    entry=PurseEntry,
    columns=(
        "e.purse, e.direction, e.disclosed_on, e.disclosed_at_place, e.about_kind, e.about_number,"
        " e.decided"
    ),
    read={"purse": Purse, "direction": Direction},
    words=BookWords(
        short=N_("The purse “{account}” has {free} yuan on {day}; {amount} yuan cannot be spent."),
        short_hint=N_("Enter the income that is missing first: jinlin branch fund income"),
        spent=N_("Of this income only {free} yuan is still in the purse."),
        spent_hint=N_("Reverse what was spent of it first: jinlin branch fund list"),
        see=N_("See: jinlin branch fund show {number}"),
        day="--date",
    ),
)
"""The book of the purses, each of which is an account of its own."""


def entries(
    reader: Reader, where: Condition, *, limit: int = 0, oldest_first: bool = False
) -> list[PurseEntry]:
    """Return the entries `e` asked for, the latest first; a limit of 0 means all."""
    order = "e.day, e.id" if oldest_first else "e.day DESC, e.id DESC"
    return cash_book.entries(reader, FUND, *where, order=order, limit=limit)


def count_entries(reader: Reader, where: Condition) -> int:
    """Return how many entries are asked for."""
    return cash_book.count_entries(reader, FUND, *where)


def entry_number(text: str) -> int:
    """Read the number of an entry: `F12`, `12`.

    Raises:
        UsageError: it is none.
    """
    match = re.fullmatch(r"f?0*(\d+)", compact(text))
    if match is None or len(match[1]) > MAX_DIGITS:
        raise UsageError(
            _("“{text}” is not the number of an entry.").format(text=text),
            hint=_("Write it like F12."),
        )
    return int(match[1])


def find_entry(reader: Reader, text: str) -> PurseEntry:
    """Return the entry of a number.

    Raises:
        UsageError: it is no number.
        NotFoundError: there is none.
    """
    number = entry_number(text)
    found = cash_book.entries(reader, FUND, "e.number = ?", (number,))
    if not found:
        raise NotFoundError(
            _("There is no entry F{number}.").format(number=number),
            hint=_("See: jinlin branch fund list"),
        )
    return found[0]


def purses(reader: Reader) -> list[PurseRow]:
    """Return the purses with what they hold; that of the property service once it has an entry."""
    found = {row.purse: row for row in purses_in(reader, "", None)}
    return [
        found.get(purse, PurseRow(purse))
        for purse in Purse
        if purse in found or purse is not Purse.SERVICE_ACCOUNT
    ]


def purses_in(reader: Reader, start: str, stop: str | None) -> list[PurseRow]:
    """Return the purses that have any entry by the end of a period; its days are ISO text."""
    quarter = stretch_with(reader.clock.today, Length.QUARTER).first.isoformat()
    rows = reader.rows(
        "SELECT purse,"
        " sum(CASE WHEN inside THEN 0 WHEN direction = 'income' THEN signed ELSE -signed END),"
        " sum(iif(inside AND direction = 'income', signed, 0)),"
        " sum(iif(inside AND direction = 'spending', signed, 0)), sum(inside),"
        " sum(inside AND disclosed_on IS NULL),"
        " sum(inside AND disclosed_on IS NULL AND day < ?3)"
        f" FROM (SELECT f.*, {SIGNED} AS signed, day >= ?1 AS inside FROM fund_entry AS f"
        " WHERE ?2 IS NULL OR day <= ?2) GROUP BY purse",
        (start, stop, quarter),
    )
    found = {row["purse"]: PurseRow(Purse(row["purse"]), *row[1:]) for row in rows}
    return [found[purse] for purse in Purse if purse in found]


def residents(reader: Reader, found: Iterable[CashEntry]) -> set[str]:
    """Return the people in no post today, also if taken out, whom these entries name.

    Looked at is what a page does not show as it stands: what for, the other side, and why an entry
    was taken back.
    """
    told = "\n".join(
        part or "" for entry in found for part in (entry.purpose, entry.counterparty, entry.reason)
    )
    return {
        str(row[0])
        for row in reader.rows(
            "SELECT DISTINCT name FROM person WHERE instr(?, name) AND name NOT IN"
            " (SELECT p.name FROM post AS o JOIN person AS p ON p.id = o.person_id"
            " WHERE o.removed_at IS NULL AND (o.ended_on IS NULL OR o.ended_on > ?))",
            (told, reader.clock.today.isoformat()),
        )
    }
