"""What a user can do with the books: enter income and spending, take entries back.

Entries are never changed or deleted; their numbers are given once, undone or not.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import check_something, yuan
from jinlin.core.people.parties import Party
from jinlin.elevator.money.account import check_unlocked, checked_approver, needed_account
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.queries import VOUCHERS, BookEntry, entry_of_id, movements
from jinlin.elevator.project.projects import Project, check_begun
from jinlin.elevator.rules.books import Books, EntryKind, effect
from jinlin.member.fund.entries import named
from jinlin.member.fund.vouchers import voucher_columns
from jinlin.member.rules.purses import Direction, Movement, check_hands, check_reversal, spendable
from jinlin.store.check.proofs import Proof
from jinlin.store.transaction.tx import Tx


class NewBookEntry(NamedTuple):
    """Money that is not a door's. Amount in fen, day ISO text.

    Attributes:
        counterparty: who gave it, or is paid.
        handled_by: None for the handler of the account.
        approved_by: None for its checker.
        voucher: the file that proves it.
        party: what the counterparty is, where it was said.
    """

    kind: EntryKind
    amount: int
    day: str
    counterparty: str
    purpose: str | None = None
    handled_by: str | None = None
    approved_by: str | None = None
    voucher: Proof | None = None
    party: Party | None = None


def enter(tx: Tx, project: Project, book: Books, new: NewBookEntry) -> BookEntry:
    """Write income that is not a door's, or spending.

    Raises:
        RuleError: the works are settled, the account holds less, or one person pays and approves.
        UsageError: it is nothing.
        NotFoundError: a person's number says nobody.
    """
    check_something(new.amount)
    if book is Books.WORKS:
        check_unlocked(project, dues(tx, project))
    account = needed_account(tx, project)
    handled_by = named(tx, new.handled_by) if new.handled_by else account.handler
    approved_by = named(tx, new.approved_by) if new.approved_by else account.checker
    counterparty = named(tx, new.counterparty)
    check_hands(
        approved_by=approved_by,
        handled_by=handled_by,
        payee=counterparty if new.kind is EntryKind.SPENDING else "",
    )
    entry = write_voucher(
        tx,
        project,
        book,
        kind=new.kind,
        amount=new.amount,
        day=new.day,
        counterparty=counterparty,
        purpose=new.purpose,
        handled_by=handled_by,
        approved_by=approved_by,
        subsidy_id=_arrived(tx, project, new),
        counterparty_kind=new.party,
        **voucher_columns(new.voucher),
    )
    words = words_of(entry)
    spent = new.kind is EntryKind.SPENDING
    tx.describe(
        Message(
            N_("Voucher {number}: {amount} yuan spent for the elevator")
            if spent
            else N_("Voucher {number}: {amount} yuan came in for the elevator ({kind})"),
            words,
        ),
        reverse=Message(N_("take voucher {number} of {amount} yuan out of the books"), words),
        subject=entry.label,
    )
    return entry


def _arrived(tx: Tx, project: Project, new: NewBookEntry) -> int | None:
    """Mark the promised subsidy of this amount as received.

    Returns:
        Which one; None when none is promised, or several are alike.
    """
    if new.kind is not EntryKind.SUBSIDY:
        return None
    promised = tx.rows(
        "SELECT id FROM elevator_subsidy AS s WHERE project_id = ? AND amount = ?"
        " AND removed_at IS NULL AND (state <> 'received' OR NOT EXISTS"
        " (SELECT 1 FROM elevator_entry AS e WHERE e.subsidy_id = s.id AND e.reverses IS NULL"
        "  AND NOT EXISTS (SELECT 1 FROM elevator_entry AS r WHERE r.reverses = e.id)))",
        (project.id, new.amount),
    )
    if len(promised) != 1:
        return None
    subsidy = int(promised[0]["id"])
    tx.update("elevator_subsidy", subsidy, state="received", received_on=new.day)
    return subsidy


def _not_arrived(tx: Tx, subsidy: int) -> None:
    """Set a subsidy back to what it was before it was received."""
    row = tx.row("SELECT approved_on FROM elevator_subsidy WHERE id = ?", (subsidy,))
    approved = row is not None and row["approved_on"] is not None
    tx.update(
        "elevator_subsidy", subsidy, state="approved" if approved else "expected", received_on=None
    )


def reverse(
    tx: Tx,
    project: Project,
    entry: BookEntry,
    *,
    reason: str,
    day: str,
    approved_by: str | None = None,
) -> BookEntry:
    """Take an entry back by another one; both stay, and a receipt keeps its number.

    Args:
        tx: the transaction.
        project: whose entry it is.
        entry: which one.
        reason: why.
        day: the day of the reversal, ISO text.
        approved_by: who approves it; None for the checker of the account.

    Raises:
        RuleError: it was reversed before, is a reversal, is later, its money is spent, it is of
            works that are settled, or who handles the money approves it.
        NotFoundError: a person's number says nobody.
    """
    _check_reversible(entry, day)
    if entry.book is Books.WORKS and entry.kind not in {EntryKind.PAYMENT, EntryKind.REFUND}:
        check_unlocked(project, dues(tx, project))
    approver = checked_approver(tx, project, approved_by)
    subsidy = tx.value("SELECT subsidy_id FROM elevator_entry WHERE id = ?", (entry.id,))
    if subsidy is not None:
        _not_arrived(tx, subsidy)
    reversal = write_voucher(
        tx,
        project,
        entry.book,
        kind=entry.kind,
        amount=entry.amount,
        day=day,
        household_id=entry.household_id,
        method=entry.method,
        counterparty=entry.counterparty,
        purpose=entry.purpose,
        payee=entry.payee,
        account=entry.account,
        subsidy_id=subsidy,
        approved_by=approver,
        reverses=entry.id,
        reason=reason,
    )
    words: dict[str, Value] = {**words_of(reversal), "other": entry.label}
    tx.describe(
        Message(N_("Reversed {other} of {amount} yuan by {number}"), words),
        reverse=Message(N_("take the reversal {number} of {other} out of the books"), words),
        subject=reversal.label,
    )
    return reversal


def _check_reversible(entry: BookEntry, day: str) -> None:
    if entry.reversed_by is not None:
        raise RuleError(
            _("{number} was reversed before, by {other}.").format(
                number=entry.label, other=entry.reversed_by
            ),
            hint=_("See: jinlin elevator ledger {number}").format(number=entry.reversed_by),
        )
    check_reversal(entry.label, entered_on=entry.day, day=day, itself=entry.reverses is not None)


def add_voucher(tx: Tx, entry: BookEntry, proof: Proof) -> BookEntry:
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
    tx.update("elevator_entry", entry.id, **voucher_columns(proof))
    words: dict[str, Value] = {"number": entry.label}
    tx.describe(
        Message(N_("Put a voucher to entry {number}"), words),
        reverse=Message(N_("take the voucher away from entry {number}"), words),
        subject=entry.label,
    )
    return entry._replace(**voucher_columns(proof))


def tell_counterparty(tx: Tx, entry: BookEntry, party: Party) -> tuple[BookEntry, int]:
    """Say what the other side of an entry is; it holds for all entries with that name.

    Returns:
        The entry, and how many entries have that name.

    Raises:
        UsageError: a door has paid it, or was paid.
    """
    if entry.household_id is not None:
        raise UsageError(
            _("{number} is of a door; no page names who pays for one.").format(number=entry.label),
            hint=_("Of a spending or an income it can be said, such as V3."),
        )
    rows = tx.rows(
        "SELECT id FROM elevator_entry WHERE counterparty = ? AND household_id IS NULL",
        (entry.counterparty,),
    )
    for row in rows:
        tx.update("elevator_entry", row["id"], counterparty_kind=party.value)
    words: dict[str, Value] = {"number": entry.label, "party": Message(party.msgid)}
    tx.describe(
        Message(N_("Recorded of the other side of {number}: {party}"), words),
        reverse=Message(N_("forget that the other side of {number} is: {party}"), words),
        subject=entry.label,
    )
    return entry._replace(party=party), len(rows)


def write_voucher(
    tx: Tx, project: Project, book: Books, *, kind: EntryKind, **values: Any
) -> BookEntry:
    """Write an entry of the series V; the account must hold what it takes out.

    Raises:
        RuleError: it does not, on that day or later, or the project had not begun.
    """
    check_begun(project, values["day"])
    moved = effect(kind, values["amount"], reversal="reverses" in values)
    if moved < 0:
        _check_cover(tx, project, book, -moved, values["day"], reversal="reverses" in values)
    account = needed_account(tx, project)
    usual = {
        "payee": account.payee,
        "account": account.account,
        "handled_by": account.handler,
        "approved_by": account.checker,
    }
    made = tx.insert(
        "elevator_entry",
        project_id=project.id,
        book=book.value,
        series="V",
        number=tx.next_number(VOUCHERS.format(project=project.number)),
        kind=kind.value,
        recorded_at=tx.clock.stamp,
        **(usual | values),
    )
    return entry_of_id(tx, made)


def _check_cover(
    tx: Tx, project: Project, book: Books, amount: int, day: str, *, reversal: bool
) -> None:
    held = [
        Movement(Direction.INCOME if moved > 0 else Direction.SPENDING, abs(moved), when)
        for when, moved in movements(tx, project, book)
    ]
    free = spendable(held, day)
    if amount <= free:
        return
    if reversal:
        raise RuleError(
            _("Of this income only {free} yuan is still in the account.").format(
                free=yuan(max(free, 0))
            ),
            hint=_("Reverse what was spent of it first: jinlin elevator ledger"),
        )
    raise RuleError(
        _("The account holds {free} yuan on {day}; {amount} yuan cannot be paid out.").format(
            free=yuan(max(free, 0)), day=day, amount=yuan(amount)
        ),
        hint=_("Enter what came in first: jinlin elevator pay, or income"),
    )


def words_of(entry: BookEntry, door: str = "") -> dict[str, Value]:
    """Return what the history's sentences say of an entry, and of the door it is about."""
    return {
        "number": entry.label,
        "amount": yuan(entry.amount),
        "kind": Message(entry.kind.msgid),
        "door": door,
    }
