"""Questions about the purses (sub-ledgers): what came and went, what was not yet disclosed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.clock import stamp
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.money import ASKED_AGAIN
from jinlin.core.people.parties import Party
from jinlin.core.stretch import Length, stretch_with
from jinlin.core.text import compact
from jinlin.member.rules.purses import Direction, Movement, Purse
from jinlin.store.parties import judged
from jinlin.store.transaction.tx import Reader

MAX_DIGITS: Final = 9


class EntryRow(NamedTuple):
    """An entry; the amount is in fen, days are ISO text.

    Attributes:
        counterparty: who gave the money or took it.
        handled_by: through whose hands it went.
        voucher: the file that proves it, as it was named.
        voucher_sha256: what that file was, to the byte.
        reverses: the number of the entry this one takes back.
        reason: why it was taken back.
        reversed_by: the number of the entry that takes this one back.
        reversed_on: the day of that entry.
        party: what the other side is, as it was said, is recorded or can be read from its name.
    """

    id: int
    number: int
    purse: Purse
    direction: Direction
    amount: int
    day: str
    purpose: str
    counterparty: str
    handled_by: str
    approved_by: str | None
    voucher: str | None
    voucher_sha256: str | None
    disclosed_on: str | None
    disclosed_at_place: str | None
    reverses: int | None
    reason: str | None
    reversed_by: int | None
    reversed_on: str | None
    party: Party

    @property
    def label(self) -> str:
        """Its number as people read it: `F12`."""
        return f"F{self.number}"

    @property
    def signed(self) -> int:
        """Its amount in its own column: below zero when it takes another entry back."""
        return -self.amount if self.reverses else self.amount

    @property
    def movement(self) -> Movement:
        """What it does to its purse."""
        return Movement(self.direction, self.amount, self.day, reversal=self.reverses is not None)

    def overdue(self, today: date) -> bool:
        """Return whether its quarter has ended without its disclosure."""
        ended = stretch_with(date.fromisoformat(self.day), Length.QUARTER).last
        return self.disclosed_on is None and today > ended


class EntryFilter(NamedTuple):
    """Which entries are asked for; empty means all. Days are ISO text, both included.

    Attributes:
        disclosed_by: marked by this notice.
        reversed_after: taken back, and only after this day.
    """

    purse: Purse | None = None
    direction: Direction | None = None
    start: str | None = None
    stop: str | None = None
    undisclosed: bool = False
    ended_before: str | None = None
    text: str = ""
    disclosed_by: str | None = None
    reversed_after: str | None = None


class PurseRow(NamedTuple):
    """What one purse holds, in fen.

    Attributes:
        income: all that came in, less what was taken back.
        spending: all that went out, less what was taken back.
        entries: how many entries it has.
        undisclosed: how many of them were not disclosed yet.
        overdue: how many of those lie in a quarter that has ended.
    """

    purse: Purse
    income: int = 0
    spending: int = 0
    entries: int = 0
    undisclosed: int = 0
    overdue: int = 0

    @property
    def balance(self) -> int:
        """What is left."""
        return self.income - self.spending


_SELECT = (
    "SELECT f.id, f.number, f.purse, f.direction, f.amount, f.day, f.purpose, f.counterparty,"
    " f.handled_by, f.approved_by, f.voucher, f.voucher_sha256, f.disclosed_on,"
    " f.disclosed_at_place, o.number AS reverses, f.reason, r.number AS reversed_by,"
    " r.day AS reversed_on,"
    " f.counterparty_kind AS party"
)
_FROM = (
    " FROM fund_entry AS f LEFT JOIN fund_entry AS o ON o.id = f.reverses"
    " LEFT JOIN fund_entry AS r ON r.reverses = f.id WHERE 1"
)


def entries(
    reader: Reader, wanted: EntryFilter, *, limit: int = 0, oldest_first: bool = False
) -> list[EntryRow]:
    """Return the entries asked for, the latest first; a limit of 0 means all."""
    conditions, values = _conditions(wanted)
    order = "f.day, f.number" if oldest_first else "f.day DESC, f.number DESC"
    rows = reader.rows(
        f"{_SELECT}{_FROM}{conditions} ORDER BY {order} LIMIT ?", (*values, limit or -1)
    )
    return _entries(reader, rows)


def count_entries(reader: Reader, wanted: EntryFilter) -> int:
    """Return how many entries are asked for."""
    conditions, values = _conditions(wanted)
    return int(reader.value(f"SELECT count(*){_FROM}{conditions}", values))


def entry_row(reader: Reader, entry_id: int) -> EntryRow:
    """Return the entry of a row that is there."""
    return _entries(reader, reader.rows(f"{_SELECT}{_FROM} AND f.id = ?", (entry_id,)))[0]


def find_entry(reader: Reader, text: str) -> EntryRow:
    """Return the entry of a number: `F12`, `12`.

    Raises:
        UsageError: it is no number.
        NotFoundError: there is none.
    """
    match = re.fullmatch(r"f?0*(\d+)", compact(text))
    if match is None or len(match[1]) > MAX_DIGITS:
        raise UsageError(
            _("“{text}” is not the number of an entry.").format(text=text),
            hint=_("Write it like F12."),
        )
    row = reader.row(f"{_SELECT}{_FROM} AND f.number = ?", (int(match[1]),))
    if row is None:
        raise NotFoundError(
            _("There is no entry F{number}.").format(number=int(match[1])),
            hint=_("See: jinlin branch fund list"),
        )
    return _entries(reader, [row])[0]


def entered_lately(reader: Reader, new: Movement, purse: Purse, counterparty: str) -> str | None:
    """Return the number of the same entry made within a day (`ASKED_AGAIN`); None if there is none.

    Args:
        reader: the database.
        new: what is about to be entered.
        purse: into which purse, or out of it.
        counterparty: from whom, or to whom.
    """
    number = reader.value(
        "SELECT max(f.number) FROM fund_entry AS f JOIN entry AS e ON e.subject = 'F' || f.number"
        " WHERE f.purse = ? AND f.direction = ? AND f.amount = ? AND f.day = ?"
        " AND f.counterparty = ? AND f.reverses IS NULL AND e.at >= ?"
        " AND NOT EXISTS (SELECT 1 FROM fund_entry AS r WHERE r.reverses = f.id)",
        (
            purse.value,
            new.direction.value,
            new.amount,
            new.day,
            counterparty,
            stamp(reader.clock.now - ASKED_AGAIN),
        ),
    )
    return None if number is None else f"F{number}"


def purses(reader: Reader) -> list[PurseRow]:
    """Return the six purses with what they hold."""
    first = stretch_with(reader.clock.today, Length.QUARTER).first.isoformat()
    found = {
        row["purse"]: PurseRow(Purse(row["purse"]), *row[1:])
        for row in reader.rows(
            "SELECT purse, sum(CASE direction WHEN 'income' THEN signed ELSE 0 END),"
            " sum(CASE direction WHEN 'spending' THEN signed ELSE 0 END), count(*),"
            " sum(disclosed_on IS NULL), sum(disclosed_on IS NULL AND day < ?)"
            " FROM (SELECT f.*, CASE WHEN reverses IS NULL THEN amount ELSE -amount END AS signed"
            " FROM fund_entry AS f) GROUP BY purse",
            (first,),
        )
    }
    return [found.get(purse.value, PurseRow(purse)) for purse in Purse]


def movements(reader: Reader, purse: Purse) -> list[Movement]:
    """Return what all entries of a purse do to it."""
    return [
        Movement(Direction(row["direction"]), row["amount"], row["day"], reversal=bool(row[3]))
        for row in reader.rows(
            "SELECT direction, amount, day, reverses IS NOT NULL FROM fund_entry WHERE purse = ?",
            (purse.value,),
        )
    ]


def opening(reader: Reader, purse: Purse, day: str) -> int:
    """Return what a purse held before a day, in fen."""
    return sum(move.effect for move in movements(reader, purse) if move.day < day)


def reversed_later(reader: Reader, purse: Purse, stop: str) -> list[EntryRow]:
    """Return the entries of a purse up to a day that were taken back only after it."""
    wanted = EntryFilter(purse=purse, stop=stop, reversed_after=stop)
    return entries(reader, wanted, oldest_first=True)


def residents(reader: Reader, found: Iterable[EntryRow]) -> set[str]:
    """Return the people in no post today whose names stand in these entries."""
    text = "\n".join(
        part or ""
        for entry in found
        for part in (
            entry.purpose,
            entry.counterparty,
            entry.handled_by,
            entry.approved_by,
            entry.reason,
        )
    )
    return residents_in(reader, text)


def residents_in(reader: Reader, text: str) -> set[str]:
    """Return the people in no post today, also if taken out, whose names stand in a text."""
    return {
        str(row[0])
        for row in reader.rows(
            "SELECT DISTINCT name FROM person WHERE instr(?, name) AND name NOT IN"
            " (SELECT p.name FROM post AS o JOIN person AS p ON p.id = o.person_id"
            " WHERE o.removed_at IS NULL AND (o.ended_on IS NULL OR o.ended_on > ?))",
            (text, reader.clock.today.isoformat()),
        )
    }


def _conditions(wanted: EntryFilter) -> tuple[str, list[object]]:
    sql, values = "", list[object]()
    for condition, value in (
        ("f.purse = ?", wanted.purse),
        ("f.direction = ?", wanted.direction),
        ("f.day >= ?", wanted.start),
        ("f.day <= ?", wanted.stop),
        ("f.day < ?", wanted.ended_before),
        ("f.disclosed_by = ?", wanted.disclosed_by),
        ("r.day > ?", wanted.reversed_after),
    ):
        if value is not None:
            sql += f" AND {condition}"
            values.append(str(value))
    if wanted.undisclosed:
        sql += " AND f.disclosed_on IS NULL"
    if wanted.text:
        searched = ("f.purpose", "f.counterparty", "f.handled_by", "f.reason")
        sql += f" AND ({' OR '.join(f'instr(lower({column}), lower(?))' for column in searched)})"
        values += [wanted.text] * len(searched)
    return sql, values


def _entries(reader: Reader, rows: Iterable[sqlite3.Row]) -> list[EntryRow]:
    found = [EntryRow(*row) for row in rows]
    read = judged(reader, (entry.counterparty for entry in found if not entry.party))
    return [
        entry._replace(
            purse=Purse(entry.purse),
            direction=Direction(entry.direction),
            party=Party(entry.party) if entry.party else read[entry.counterparty].party,
        )
        for entry in found
    ]
