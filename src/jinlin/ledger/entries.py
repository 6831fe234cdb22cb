"""What can be done with every cash book: enter, take back, put a voucher, say who was paid.

Entries are never changed or deleted; their numbers are given once, undone or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.core.people.parties import Party
from jinlin.core.word import Word
from jinlin.ledger.book import CashBook, E, entry_of, movements
from jinlin.ledger.rules import Movement, check_cover, check_hands, check_reversal
from jinlin.store.check.proofs import Proof
from jinlin.store.transaction.tx import Tx


class NewEntry(NamedTuple):
    """An entry as it is to be recorded. Amount in fen, day ISO text.

    Attributes:
        kind: what moved.
        counterparty: who gives the money, or is paid.
        handled_by: None for whom the room takes then.
        approved_by: None for whom the room takes then.
        voucher: the file that proves it.
        party: what the counterparty is, where it was said.
    """

    kind: Word
    amount: int
    day: str
    counterparty: str
    purpose: str | None = None
    handled_by: str | None = None
    approved_by: str | None = None
    voucher: Proof | None = None
    party: Party | None = None


class CashAccount(NamedTuple):
    """An account of a book: what is written into it, and how.

    Attributes:
        key: the values of the columns that say which it is.
        name: what it is called.
        counter: the series its entries are numbered in.
    """

    key: Sequence[object]
    name: str
    counter: str


def enter(
    tx: Tx, book: CashBook[E], account: CashAccount, new: NewEntry, /, **columns: object
) -> E:
    """Write income or spending; who handles it or is paid does not approve it.

    Args:
        tx: the transaction.
        book: into which book.
        account: into which account, or out of it.
        new: what is entered, with the names that are meant.
        columns: what the room writes besides.

    Raises:
        RuleError: the account holds less, or somebody approves her own money.
    """
    if new.approved_by is not None:
        check_hands(
            approved_by=new.approved_by,
            handled_by=new.handled_by or "",
            payee=new.counterparty if new.kind in book.out else "",
        )
    return write(
        tx,
        book,
        account,
        amount=new.amount,
        day=new.day,
        purpose=new.purpose,
        counterparty=new.counterparty,
        handled_by=new.handled_by,
        approved_by=new.approved_by,
        counterparty_kind=new.party,
        **{book.kind: new.kind.value},
        **_voucher_columns(new.voucher),
        **columns,
    )


def write(tx: Tx, book: CashBook[E], account: CashAccount, /, **columns: Any) -> E:
    """Write an entry under the next number of its series; the account must hold what it takes out.

    Raises:
        RuleError: it does not, on that day or later.
    """
    reversal, amount = "reverses" in columns, columns["amount"]
    out = (columns[book.kind] in book.out) is not reversal
    new = Movement(columns["day"], -amount if out else amount, reversal=reversal)
    check_cover(movements(tx, book, account.key), new, words=book.words, account=account.name)
    made = tx.insert(
        book.table,
        number=tx.next_number(account.counter),
        **dict(zip(book.account, account.key, strict=True)),
        **columns,
    )
    return entry_of(tx, book, made)


def reverse(
    tx: Tx,
    book: CashBook[E],
    account: CashAccount,
    entry: E,
    /,
    *,
    reason: str,
    day: str,
    **columns: object,
) -> E:
    """Take an entry back by another one that says why; neither is ever changed.

    Args:
        tx: the transaction.
        book: whose entry it is.
        account: in which account it stands.
        entry: which one.
        reason: why.
        day: the day of the reversal, ISO text.
        columns: what the room writes besides.

    Raises:
        RuleError: it was reversed before, is a reversal itself, is later than the reversal, or
            its money is spent.
    """
    check_reversal(entry, day, book.words)
    same = (book.kind, "amount", "purpose", "counterparty", *book.repeated)
    row = tx.row(f"SELECT {', '.join(same)} FROM {book.table} WHERE id = ?", (entry.id,))
    assert row is not None, "nothing is deleted from a book"
    kept = dict(zip(same, row, strict=True))
    reversal = write(
        tx, book, account, **kept, reverses=entry.id, reason=reason, day=day, **columns
    )
    words: dict[str, Value] = {
        "number": reversal.label,
        "amount": yuan(entry.amount),
        "other": entry.label,
    }
    tx.describe(
        Message(N_("Reversed {other} of {amount} yuan by {number}"), words),
        reverse=Message(N_("take the reversal {number} of {other} out of the books"), words),
        subject=reversal.label,
    )
    return reversal


def add_voucher(tx: Tx, book: CashBook[E], entry: E, proof: Proof) -> E:
    """Put the file that proves an entry to it; one that is there is never replaced.

    Raises:
        RuleError: it has a voucher.
    """
    if entry.voucher is not None:
        raise RuleError(
            _("{number} has a voucher already: {path}.").format(
                number=entry.label, path=entry.voucher
            ),
            hint=_("If the entry is wrong, reverse it and enter it anew."),
        )
    tx.update(book.table, entry.id, **_voucher_columns(proof))
    words: dict[str, Value] = {"number": entry.label}
    tx.describe(
        Message(N_("Put a voucher to entry {number}"), words),
        reverse=Message(N_("take the voucher away from entry {number}"), words),
        subject=entry.label,
    )
    return entry_of(tx, book, entry.id)


def tell_counterparty(tx: Tx, book: CashBook[E], entry: E, party: Party) -> int:
    """Say what the other side of an entry is; it holds for all entries with that name.

    Returns:
        How many entries have that name.
    """
    rows = tx.rows(
        f"SELECT e.id FROM {book.table} AS e WHERE e.counterparty = ? AND NOT ({book.person})",
        (entry.counterparty,),
    )
    tx.update_many(book.table, ("counterparty_kind",), [(party.value, row[0]) for row in rows])
    words: dict[str, Value] = {"number": entry.label, "party": Message(party.msgid)}
    tx.describe(
        Message(N_("Recorded of the other side of {number}: {party}"), words),
        reverse=Message(N_("forget that the other side of {number} is: {party}"), words),
        subject=entry.label,
    )
    return len(rows)


def _voucher_columns(proof: Proof | None) -> dict[str, str]:
    return {"voucher": proof.path, "voucher_sha256": proof.sha256} if proof else {}
