"""What a user can do with the books: enter income and spending, take entries back."""

from __future__ import annotations

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import check_something, yuan
from jinlin.elevator.money.account import check_unlocked, checked_approver, needed_account
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.queries import BOOKS, VOUCHERS, BookEntry, find_entry
from jinlin.elevator.project.projects import LIFTS, Project
from jinlin.elevator.rules.books import Books, EntryKind
from jinlin.ledger import entries as books
from jinlin.ledger.entries import CashAccount, NewEntry
from jinlin.ledger.rules import check_reversal
from jinlin.member.fund.entries import named
from jinlin.store.transaction.tx import Reader, Tx


def enter(tx: Tx, project: Project, book: Books, new: NewEntry) -> BookEntry:
    """Write income that is not a door's, or spending; the account says who handles and approves it.

    Raises:
        RuleError: the works are settled, the account holds less, or one person pays and approves.
        UsageError: it is nothing.
        NotFoundError: a person's number says nobody.
    """
    check_something(new.amount)
    if book is Books.WORKS:
        check_unlocked(project, dues(tx, project))
    account = needed_account(tx, project)
    new = new._replace(
        handled_by=named(tx, new.handled_by) if new.handled_by else account.handler,
        approved_by=named(tx, new.approved_by) if new.approved_by else account.checker,
        counterparty=named(tx, new.counterparty),
    )
    entry = books.enter(
        tx,
        BOOKS,
        voucher_account(project, book),
        new,
        payee=account.payee,
        account=account.account,
        subsidy_id=_arrived(tx, project, new),
        **voucher_columns(tx, project, new.day),
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


def voucher_account(project: Project, book: Books) -> CashAccount:
    """Return the account that vouchers of a book are written into."""
    return CashAccount(
        (project.id, book.value), project.label, VOUCHERS.format(project=project.number)
    )


def voucher_columns(tx: Tx, project: Project, day: str) -> dict[str, str]:
    """Return the columns that every voucher has; the day is ISO text.

    Raises:
        RuleError: the project had not begun.
    """
    LIFTS.check_begun(project, day)
    return {"series": "V", "recorded_at": tx.clock.stamp}


def _arrived(tx: Tx, project: Project, new: NewEntry) -> int | None:
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
    check_reversal(entry, day, BOOKS.words)
    if entry.book is Books.WORKS and entry.kind not in {EntryKind.PAYMENT, EntryKind.REFUND}:
        check_unlocked(project, dues(tx, project))
    approver = checked_approver(tx, project, approved_by)
    subsidy = tx.value("SELECT subsidy_id FROM elevator_entry WHERE id = ?", (entry.id,))
    if subsidy is not None:
        _not_arrived(tx, subsidy)
    return books.reverse(
        tx,
        BOOKS,
        voucher_account(project, entry.book),
        entry,
        reason=reason,
        day=day,
        handled_by=needed_account(tx, project).handler,
        approved_by=approver,
        **voucher_columns(tx, project, day),
    )


def find_paid_entry(reader: Reader, word: str) -> BookEntry:
    """Return an entry of whose other side it can be said what it is.

    Raises:
        UsageError: a door has paid it, or was paid; or it is no number of an entry.
        NotFoundError: there is none, or several projects have one.
    """
    entry = find_entry(reader, word)
    if entry.household_id is not None:
        raise UsageError(
            _("{number} is of a door; no page names who pays for one.").format(number=entry.label),
            hint=_("Of a spending or an income it can be said, such as V3."),
        )
    return entry


def words_of(entry: BookEntry, door: str = "") -> dict[str, Value]:
    """Return what the history's sentences say of an entry, and of the door it is about."""
    return {
        "number": entry.label,
        "amount": yuan(entry.amount),
        "kind": Message(entry.kind.msgid),
        "door": door,
    }
