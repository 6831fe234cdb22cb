"""A cash book as its room declares it, and what it answers: entries, movements, what was held."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from jinlin.core.clock import stamp
from jinlin.core.money import ASKED_AGAIN
from jinlin.core.people.parties import Party
from jinlin.core.word import Word
from jinlin.ledger.rules import BookWords, CashEntry, Movement
from jinlin.store.parties import judged
from jinlin.store.transaction.tx import Reader

E = TypeVar("E", bound=CashEntry)


class CashBook(NamedTuple, Generic[E]):
    """Which table a room keeps a book in; in its SQL `e` is the entry.

    Attributes:
        table: a row an entry: `id`, `number`, `amount`, `day`, `purpose`, `counterparty`,
            `counterparty_kind`, `handled_by`, `approved_by`, `voucher`, `voucher_sha256`,
            `reverses` and `reason` are called so everywhere.
        account: the columns that say whose money it is; each account is covered by itself.
        kind: the column that says what moved.
        out: the kinds that take money out.
        repeated: the columns of its own that a reversal has from the entry it takes back.
        label: SQL of the number of `{0}`, as people write it.
        made_at: SQL of the moment at which an entry was entered.
        entry: what its rows are read as.
        columns: what stands in such a row besides.
        joins: the tables they come from.
        read: what is made of the values of these columns.
        person: SQL, true where the other side is a person whatever its name says.
        words: how its refusals are said.
    """

    table: str
    account: tuple[str, ...]
    kind: str
    out: frozenset[str]
    repeated: tuple[str, ...]
    label: str
    made_at: str
    entry: Callable[[Mapping[str, Any]], E]
    columns: str
    read: Mapping[str, Callable[[Any], object]]
    words: BookWords
    joins: str = ""
    person: str = "0"

    @property
    def effect(self) -> str:
        """SQL of what an entry added to its account."""
        out = ", ".join(f"'{kind}'" for kind in sorted(self.out))
        return (
            f"CASE WHEN (e.{self.kind} IN ({out})) = (e.reverses IS NULL)"
            " THEN -e.amount ELSE e.amount END"
        )

    @property
    def of_account(self) -> str:
        """SQL, true for the entries of one account."""
        return " AND ".join(f"e.{column} = ?" for column in self.account)


def entries(
    reader: Reader,
    book: CashBook[E],
    condition: str,
    values: Sequence[object],
    *,
    order: str = "e.day, e.id",
    limit: int = 0,
) -> list[E]:
    """Return entries.

    Args:
        reader: the database.
        book: which book.
        condition: SQL of which; `o` is the entry that one takes back, `r` the one that takes it
            back.
        values: those of its marks.
        order: SQL.
        limit: how many at most; 0 for all.
    """
    label = book.label.format
    rows = reader.rows(
        f"SELECT e.id, {label('e')} AS label, e.number, e.amount, {book.effect} AS effect, e.day,"
        " e.purpose, e.counterparty,"
        f" CASE WHEN {book.person} THEN 'person' ELSE e.counterparty_kind END AS party,"
        " e.handled_by, e.approved_by, e.voucher, e.voucher_sha256,"
        f" {label('o')} AS reverses, e.reason, {label('r')} AS reversed_by,"
        f" r.day AS reversed_on, {book.columns} {_from(book)} WHERE {condition}"
        f" ORDER BY {order} LIMIT {limit or -1}",
        values,
    )
    return _read(reader, book, [dict(row) for row in rows])


def count_entries(
    reader: Reader, book: CashBook[E], condition: str, values: Sequence[object]
) -> int:
    """Return how many entries there are, of which condition and values are as for `entries`."""
    return int(reader.value(f"SELECT count(*) {_from(book)} WHERE {condition}", values))


def _from(book: CashBook[E]) -> str:
    return (
        f"FROM {book.table} AS e {book.joins} LEFT JOIN {book.table} AS o ON o.id = e.reverses"
        f" LEFT JOIN {book.table} AS r ON r.reverses = e.id"
    )


def _read(reader: Reader, book: CashBook[E], rows: list[dict[str, Any]]) -> list[E]:
    names = {row["counterparty"] or "" for row in rows if row["party"] is None}
    parties = judged(reader, names) if names else {}
    for row in rows:
        said = row["party"]
        row["party"] = Party(said) if said else parties[row["counterparty"] or ""].party
        for column, read in book.read.items():
            if row[column] is not None:
                row[column] = read(row[column])
    return [book.entry(row) for row in rows]


def entry_of(reader: Reader, book: CashBook[E], entry_id: int) -> E:
    """Return the entry of a row that is there."""
    return entries(reader, book, "e.id = ?", (entry_id,))[0]


def movements(reader: Reader, book: CashBook[E], account: Sequence[object]) -> list[Movement]:
    """Return what was added to an account and taken out of it, day by day."""
    return [
        Movement(*row)
        for row in reader.rows(
            f"SELECT e.day, sum({book.effect}) FROM {book.table} AS e WHERE {book.of_account}"
            " GROUP BY e.day",
            account,
        )
    ]


def held_before(reader: Reader, book: CashBook[E], account: Sequence[object], day: str) -> int:
    """Return what an account held before a day, in fen."""
    return int(
        reader.value(
            f"SELECT coalesce(sum({book.effect}), 0) FROM {book.table} AS e"
            f" WHERE {book.of_account} AND e.day < ?",
            (*account, day),
        )
    )


def reversed_later(
    reader: Reader, book: CashBook[E], account: Sequence[object], stop: str
) -> list[E]:
    """Return the entries of an account up to a day that were taken back only after it."""
    return entries(
        reader, book, f"{book.of_account} AND e.day <= ? AND r.day > ?", (*account, stop, stop)
    )


class Same(NamedTuple):
    """What makes two entries of an account look the same; amount in fen, day ISO text."""

    kind: Word
    amount: int
    day: str
    counterparty: str


def entered_lately(
    reader: Reader, book: CashBook[E], account: Sequence[object], same: Same
) -> E | None:
    """Return the same entry made within a day (`ASKED_AGAIN`) and not taken back, or None."""
    found = entries(
        reader,
        book,
        f"{book.of_account} AND e.{book.kind} = ? AND e.amount = ? AND e.day = ?"
        f" AND e.counterparty = ? AND e.reverses IS NULL AND r.id IS NULL AND {book.made_at} >= ?",
        (*account, *same, stamp(reader.clock.now - ASKED_AGAIN)),
        order="e.id DESC",
        limit=1,
    )
    return found[0] if found else None
