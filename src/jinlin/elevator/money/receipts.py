"""Receipts: what doors pay and are paid back, each payment with its permanent number."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.money import MAX_FEN, check_something, yuan
from jinlin.elevator.money.account import checked_account, needed_account
from jinlin.elevator.money.bookkeeping import voucher_account, voucher_columns, words_of
from jinlin.elevator.money.door_accounts import standing_of
from jinlin.elevator.money.dues import DueDoor, check_taking
from jinlin.elevator.money.queries import (
    BOOKS,
    RECEIPTS,
    BookEntry,
    ProjectAccount,
    account_of,
    door_sums,
)
from jinlin.elevator.project.projects import LIFTS, Project
from jinlin.elevator.rules.books import Books, EntryKind, PaymentMethod
from jinlin.ledger.book import entry_of
from jinlin.ledger.entries import write
from jinlin.store.transaction.tx import Reader, Tx


class NewPayment(NamedTuple):
    """What a door pays. Amount in fen, day ISO text.

    Attributes:
        payer: who pays; None for the owners of the door.
        purpose: what for; None for the door's share.
    """

    door: DueDoor
    amount: int
    day: str
    method: PaymentMethod
    payer: str | None = None
    purpose: str | None = None


def pay(
    tx: Tx, project: Project, book: Books, new: NewPayment, account: ProjectAccount | None = None
) -> BookEntry:
    """Take money of a door and number its receipt.

    Args:
        tx: the transaction.
        project: whose books.
        book: which books.
        new: what is paid.
        account: where it went, in place of the account of the project.

    Raises:
        RuleError: no account is named, another payee has none of its own, or the door's
            sub-account holds less.
        UsageError: it is nothing.
    """
    check_something(new.amount)
    if account is None:
        taker = needed_account(tx, project)
    else:
        taker = checked_account(tx, account)
        _check_own_account(taker, account_of(tx, project))
    if new.method is PaymentMethod.FUND:
        check_sub_accounts(tx, project, {new.door.household_id: new.amount}, [new.door])
    entry = entry_of(tx, BOOKS, receive(tx, project, book, [new], taker))
    words = words_of(entry, new.door.label)
    tx.describe(
        Message(N_("Receipt {number}: {amount} yuan from {door}"), words),
        reverse=Message(N_("take receipt {number} of {amount} yuan from {door} back"), words),
        subject=entry.label,
    )
    return entry


def _check_own_account(taker: ProjectAccount, usual: ProjectAccount | None) -> None:
    """Refuse a receipt that says another took the money, into the account of the usual payee.

    Raises:
        RuleError: it would.
    """
    if usual is None or taker.payee == usual.payee or taker.account != usual.account:
        return
    raise RuleError(
        _("{account} is the account of {usual}, not of {payee}.").format(
            account=usual.account, usual=usual.payee, payee=taker.payee
        ),
        hint=_(
            "Say where {payee} took the money, like --account 现金; or leave --payee away."
        ).format(payee=taker.payee),
    )


def receive(
    tx: Tx, project: Project, book: Books, paid: Sequence[NewPayment], taker: ProjectAccount
) -> int:
    """Write many payments, numbered in their order; says nothing in the history by itself.

    Returns:
        The id of the first; the others follow it.

    Raises:
        RuleError: the project had not begun on the day of one, or was given up.
    """
    check_taking(tx, project, book)
    for new in paid:
        LIFTS.check_begun(project, new.day)
    first = tx.next_numbers(RECEIPTS.format(project=project.number), len(paid))
    first_id = tx.next_id("elevator_entry")
    names = owners_of(tx, [new.door.household_id for new in paid if new.payer is None])
    plan = tx.value(
        "SELECT id FROM plan WHERE project_id = ? AND adopted_at IS NOT NULL"
        " AND superseded_at IS NULL AND removed_at IS NULL",
        (project.id,),
    )
    tx.insert_many(
        "elevator_entry",
        (
            "project_id", "book", "series", "number", "kind", "amount", "day", "household_id",
            "method", "counterparty", "purpose", "plan_id", "payee", "account", "handled_by",
            "approved_by", "recorded_at",
        ),
        [
            (
                project.id, book.value, "R", number, EntryKind.PAYMENT.value, new.amount, new.day,
                new.door.household_id, new.method.value,
                new.payer or names.get(new.door.household_id), new.purpose, plan, *taker,
                tx.clock.stamp,
            )
            for number, new in enumerate(paid, first)
        ],
    )  # fmt: skip
    return first_id


def owners_of(tx: Tx, households: Sequence[int]) -> dict[int, str]:
    """Return who owns each household today, between `、`."""
    return {
        row[0]: row[1]
        for row in tx.rows(
            "SELECT household_id, group_concat(name, '、') FROM"
            " (SELECT o.household_id, p.name FROM ownership AS o JOIN person AS p"
            " ON p.id = o.person_id WHERE o.removed_at IS NULL AND p.removed_at IS NULL"
            " AND o.household_id IN (SELECT value FROM json_each(?)) ORDER BY o.id)"
            " GROUP BY household_id",
            (json.dumps(list(households)),),
        )
    }


def check_sub_accounts(
    reader: Reader, project: Project, drawn: Mapping[int, int], doors: Sequence[DueDoor]
) -> None:
    """Refuse to draw more from a door's sub-account than is known to be in it.

    Args:
        reader: the database.
        project: whose books.
        drawn: fen by household.
        doors: the doors, for the message.

    Raises:
        RuleError: the doors where it does not reach are named. What is not known is not refused.
    """
    known = sub_accounts_left(reader, project)
    short = [
        _("{door} ({left} yuan)").format(door=door.label, left=yuan(known[door.household_id]))
        for door in doors
        if drawn.get(door.household_id, 0) > known.get(door.household_id, MAX_FEN)
    ]
    if short:
        raise RuleError(
            _("The sub-account of the maintenance fund does not hold so much: {doors}.").format(
                doors=_(", ").join(short[:5]) + (" …" if short[5:] else "")
            ),
            hint=_("Record what it holds: jinlin elevator fund DOOR --balance MONEY"),
        )


def sub_accounts_left(reader: Reader, project: Project) -> dict[int, int]:
    """Return what each known sub-account still holds, in fen by household: below zero if overdrawn.

    What nobody was told is left out.
    """
    left = {
        row["household_id"]: row["balance"]
        for row in reader.rows(
            "SELECT household_id, balance FROM elevator_fund WHERE project_id = ?", (project.id,)
        )
    }
    for book in Books:
        for place, sums in door_sums(reader, project, book).items():
            if place in left:
                left[place] -= sums.fund
    return left


def refund(
    tx: Tx, project: Project, book: Books, door: DueDoor, amount: int, day: str
) -> BookEntry:
    """Pay a door back what it paid beyond all it owes.

    Raises:
        RuleError: it has not so much to have back, or the account does not hold it.
        UsageError: it is nothing.
    """
    check_something(amount)
    standing = standing_of(tx, project, book, door.household_id)
    credit = 0 if standing is None else standing.balance.credit
    if amount > credit:
        raise RuleError(
            _("{door} has {credit} yuan to have back, not {amount} yuan.").format(
                door=door.label, credit=yuan(credit), amount=yuan(amount)
            ),
            hint=_(
                "A receipt that was wrong is reversed: jinlin elevator reverse R12 --reason TEXT"
            ),
        )
    owner = owners_of(tx, [door.household_id]).get(door.household_id)
    account = needed_account(tx, project)
    entry = write(
        tx,
        BOOKS,
        voucher_account(project, book),
        kind=EntryKind.REFUND.value,
        amount=amount,
        day=day,
        household_id=door.household_id,
        counterparty=owner,
        payee=account.payee,
        account=account.account,
        handled_by=account.handler,
        approved_by=account.checker,
        **voucher_columns(tx, project, day),
    )
    words = words_of(entry, door.label)
    tx.describe(
        Message(N_("Refund {number}: {amount} yuan to {door}"), words),
        reverse=Message(N_("take refund {number} of {amount} yuan to {door} back"), words),
        subject=entry.label,
    )
    return entry
