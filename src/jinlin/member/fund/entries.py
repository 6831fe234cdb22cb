"""What a user can do with the purses: enter, take back (reversing entry), say who was paid."""

from __future__ import annotations

import re
from typing import NamedTuple

from jinlin.complex.household.people import find_person
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import check_something, yuan
from jinlin.core.people.parties import Party
from jinlin.core.text import clean
from jinlin.member.fund.queries import EntryRow, entry_row, find_entry, movements
from jinlin.member.fund.vouchers import voucher_columns
from jinlin.member.own_branch import branch, holders
from jinlin.member.rules.branch import collects_dues
from jinlin.member.rules.party_days import earlier
from jinlin.member.rules.purses import (
    OWNERS_MONEY,
    Direction,
    Movement,
    Purse,
    check_counterparty,
    check_cover,
    check_hands,
    check_reversal,
)
from jinlin.person.rules import person_number
from jinlin.store.check.proofs import Proof
from jinlin.store.transaction.tx import Reader, Tx

_TITLED = re.compile(r"(?P<surname>..?)?(?P<title>书记|副书记|组织委员|宣传委员|纪检委员|委员)")


class NewEntry(NamedTuple):
    """An entry as it is to be recorded.

    Attributes:
        amount: fen.
        day: ISO text.
        counterparty: who gave the money or took it.
        handled_by: None when it is whoever writes.
        voucher: the file that proves it.
        party: what the counterparty is, where it was said.
    """

    purse: Purse
    direction: Direction
    amount: int
    day: str
    purpose: str
    counterparty: str
    handled_by: str | None = None
    approved_by: str | None = None
    voucher: Proof | None = None
    party: Party | None = None


def enter(tx: Tx, new: NewEntry) -> EntryRow:
    """Write income or spending into a purse under a new permanent number.

    Raises:
        RuleError: the purse holds less or did not exist yet, somebody approves her own money,
            money would go from one purse to another, or an overlay branch would collect dues.
        UsageError: the amount is nothing, or nobody is named who handled it.
        NotFoundError: a person's number says nobody.
    """
    check_something(new.amount, hint=_("Say the amount: --amount 320"))
    check_counterparty(new.counterparty, new.purse)
    _check_founded(tx, new)
    _check_dues(tx, new)
    handled_by = _hand(tx, new.handled_by)
    approved_by = named(tx, new.approved_by) if new.approved_by else None
    payee = named(tx, new.counterparty)
    if approved_by is not None:
        check_hands(approved_by=approved_by, handled_by=handled_by, payee=payee)
    check_cover(new.purse, movements(tx, new.purse), Movement(new.direction, new.amount, new.day))
    entry_id = tx.insert(
        "fund_entry",
        number=tx.next_number("fund_entry"),
        purse=new.purse,
        direction=new.direction,
        amount=new.amount,
        day=new.day,
        purpose=new.purpose,
        counterparty=payee,
        handled_by=handled_by,
        approved_by=approved_by,
        counterparty_kind=new.party,
        **voucher_columns(new.voucher),
    )
    entry = entry_row(tx, entry_id)
    words = _words(entry)
    income = new.direction is Direction.INCOME
    tx.describe(
        Message(
            N_("Entered {number}: {amount} yuan into the purse “{purse}”")
            if income
            else N_("Entered {number}: {amount} yuan out of the purse “{purse}”"),
            words,
        ),
        reverse=Message(N_("take entry {number} of {amount} yuan out of the books"), words),
        subject=entry.label,
    )
    return entry


def reverse(tx: Tx, text: str, *, reason: str, handled_by: str | None, day: str) -> EntryRow:
    """Take an entry back by another one that says why; neither is ever changed.

    Args:
        tx: the transaction.
        text: which entry.
        reason: why.
        handled_by: who does it; None when it is whoever writes.
        day: the day of the reversal, ISO text.

    Raises:
        NotFoundError: there is no such entry.
        RuleError: it was reversed before, is a reversal itself, is later than the reversal, or
            its money is spent.
    """
    entry = find_entry(tx, text)
    if entry.reversed_by is not None:
        raise RuleError(
            _("{number} was reversed before, by F{other}.").format(
                number=entry.label, other=entry.reversed_by
            ),
            hint=_("See: jinlin branch fund show {number}").format(number=entry.label),
        )
    check_reversal(entry.label, entered_on=entry.day, day=day, itself=entry.reverses is not None)
    move = Movement(entry.direction, entry.amount, day, reversal=True)
    check_cover(entry.purse, movements(tx, entry.purse), move)
    reversal_id = tx.insert(
        "fund_entry",
        number=tx.next_number("fund_entry"),
        purse=entry.purse,
        direction=entry.direction,
        amount=entry.amount,
        day=day,
        purpose=entry.purpose,
        counterparty=entry.counterparty,
        handled_by=_hand(tx, handled_by),
        reverses=entry.id,
        reason=reason,
    )
    reversal = entry_row(tx, reversal_id)
    words: dict[str, Value] = {**_words(reversal), "other": entry.label}
    tx.describe(
        Message(N_("Reversed {other} of {amount} yuan by {number}"), words),
        reverse=Message(N_("take the reversal {number} of {other} out of the books"), words),
        subject=reversal.label,
    )
    return reversal


def tell_counterparty(tx: Tx, text: str, party: Party) -> tuple[EntryRow, int]:
    """Say what the other side of an entry is; it holds for all entries with that name.

    Returns:
        The entry, and how many entries have that name.

    Raises:
        NotFoundError: there is no such entry.
    """
    from sqlmodel import select

    from jinlin.member.tables import FundEntry

    entry = find_entry(tx, text)
    rows = tx.session.exec(select(FundEntry).where(FundEntry.counterparty == entry.counterparty))
    count = 0
    for row in rows:
        row.counterparty_kind = party.value
        tx.session.add(row)
        count += 1
    words: dict[str, Value] = {"number": entry.label, "party": Message(party.msgid)}
    tx.describe(
        Message(N_("Recorded of the other side of {number}: {party}"), words),
        reverse=Message(N_("forget that the other side of {number} is: {party}"), words),
        subject=entry.label,
    )
    return entry._replace(party=party), count


def add_voucher(tx: Tx, text: str, proof: Proof) -> EntryRow:
    """Put the file that proves an entry to it; one that is there is never replaced.

    Raises:
        NotFoundError: there is no such entry.
        RuleError: it has a voucher.
    """
    entry = find_entry(tx, text)
    if entry.voucher is not None:
        raise RuleError(
            _("{number} has a voucher already: {path}.").format(
                number=entry.label, path=entry.voucher
            ),
            hint=_("If the entry is wrong, reverse it and enter it anew."),
        )
    tx.update("fund_entry", entry.id, **voucher_columns(proof))
    words: dict[str, Value] = {"number": entry.label}
    tx.describe(
        Message(N_("Put a voucher to entry {number}"), words),
        reverse=Message(N_("take the voucher away from entry {number}"), words),
        subject=entry.label,
    )
    return entry._replace(**voucher_columns(proof))


def named(reader: Reader, text: str) -> str:
    """Return the name that is written down: found by number, building or post, else as it was said.

    `张书记` and `书记` are the one who holds that post of the branch today.

    Raises:
        NotFoundError: a number or a building says nobody.
    """
    said = clean(text)
    if person_number(said) is not None or "@" in said:
        return find_person(reader, said).name
    match = _TITLED.fullmatch(said)
    if match:
        meant = [
            holder.name
            for holder in holders(reader)
            if holder.title == match["title"] and holder.name.startswith(match["surname"] or "")
        ]
        if len(meant) == 1:
            return meant[0]
    return said


def _hand(tx: Tx, text: str | None) -> str:
    """Return who handled the money: who was named, else who writes."""
    said = named(tx, text) if text else tx.user
    if not said:
        raise UsageError(
            _("Nobody is named who handled it."), hint=_("Say it with --by NAME, or --user NAME.")
        )
    return said


def _check_founded(tx: Tx, new: NewEntry) -> None:
    """Refuse money of the branch from before the branch was; the owners' money may be older."""
    founded = branch(tx).founded_on
    if new.purse in OWNERS_MONEY or founded is None or not earlier(new.day, founded):
        return
    raise RuleError(
        _("The branch was founded only on {day}; it had no purse before.").format(day=founded),
        hint=_(
            "Check the day; if it was founded earlier: jinlin branch edit --founded {day}"
        ).format(day=new.day),
    )


def _check_dues(tx: Tx, new: NewEntry) -> None:
    known = branch(tx)
    if (
        new.purse is Purse.DUES
        and new.direction is Direction.INCOME
        and not collects_dues(known.type, known.overlay_permission)
    ):
        raise RuleError(
            _("An overlay branch collects no dues: its members pay them to their home branches."),
            hint=_(
                "If the superior allows it, record its words first:"
                " jinlin branch edit --permission TEXT"
            ),
        )


def _words(entry: EntryRow) -> dict[str, Value]:
    return {
        "number": entry.label,
        "amount": yuan(entry.amount),
        "purse": Message(entry.purse.msgid),
    }
