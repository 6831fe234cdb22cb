"""What a user can do with the purses: enter, and take back (reversing entry)."""

from __future__ import annotations

import re

from jinlin.complex.household.people import find_person
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import check_something, yuan
from jinlin.core.people.parties import looks_like_person
from jinlin.core.reference import Reference
from jinlin.core.text import clean, listed
from jinlin.ledger import entries as books
from jinlin.ledger.entries import CashAccount, NewEntry
from jinlin.ledger.rules import HANDS
from jinlin.member.carried import carried
from jinlin.member.fund.queries import FUND, PurseEntry, find_entry
from jinlin.member.own_branch import branch, holders
from jinlin.member.rules.branch import collects_dues
from jinlin.member.rules.party_days import earlier
from jinlin.member.rules.purses import NOT_HELD, Direction, Purse, check_counterparty
from jinlin.output.contribution.rooms import contributed
from jinlin.person.rules import person_number
from jinlin.store.known import known
from jinlin.store.transaction.tx import Reader, Tx

_TITLED = re.compile(r"(?P<surname>..?)?(?P<title>书记|副书记|组织委员|宣传委员|纪检委员|委员)")


def enter(
    tx: Tx,
    purse: Purse,
    new: NewEntry,
    about: Reference | None = None,
    decided: Reference | None = None,
) -> PurseEntry:
    """Write income or spending into a purse under a new permanent number.

    Args:
        tx: the transaction.
        purse: the purse.
        new: what is entered.
        about: the record that it pays for.
        decided: the resolution or vote on which it stands.

    Raises:
        RuleError: the purse holds less or did not exist yet, somebody approves her own money,
            money would go from one purse to another, an overlay branch would collect dues, or the
            room of the record refuses it, or what it stands on was not carried.
        UsageError: the amount is nothing, or nobody is named who handled it.
        NotFoundError: a person's number says nobody, or there is no such record or decision.
    """
    check_something(new.amount, hint=_("Say the amount: --amount 320"))
    check_counterparty(new.counterparty, purse)
    _check_branch(tx, purse, new)
    if about is not None:
        known(tx, about)
        for room in contributed("spending"):
            room.check_spending(tx, purse, new.kind, about)
    entry = books.enter(
        tx,
        FUND,
        _account(purse),
        new._replace(
            counterparty=named(tx, new.counterparty),
            handled_by=_hand(tx, new.handled_by),
            approved_by=named(tx, new.approved_by) if new.approved_by else None,
        ),
        about_kind=about.kind if about else None,
        about_number=about.number if about else None,
        decided=carried(tx, decided) if decided else None,
    )
    words: dict[str, Value] = {
        "number": entry.label,
        "amount": yuan(entry.amount),
        "purse": Message(entry.purse.msgid),
    }
    income = new.kind is Direction.INCOME
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


def reverse(tx: Tx, text: str, *, reason: str, handled_by: str | None, day: str) -> PurseEntry:
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
    return books.reverse(
        tx,
        FUND,
        _account(entry.purse),
        entry,
        reason=reason,
        day=day,
        handled_by=_hand(tx, handled_by),
    )


def _account(purse: Purse) -> CashAccount:
    return CashAccount((purse,), purse.label, "fund_entry")


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
    """Return who handled the money: one or several who were named, else who writes."""
    said = [one for part in listed(text or "") for one in _together(part)]
    hands = [named(tx, one) for one in said] or [tx.user]
    told = HANDS.join(dict.fromkeys(filter(None, hands)))
    if not told:
        raise UsageError(
            _("Nobody is named who handled it."), hint=_("Say it with --by NAME, or --user NAME.")
        )
    return told


def _together(text: str) -> list[str]:
    """Return two or more who were named without a comma: `何丽娟和陈建国`, `何丽娟 陈建国`."""
    parts = re.split(r"\s+|[和与跟]", text)
    return parts if all(map(looks_like_person, parts)) else [text]


def _check_branch(tx: Tx, purse: Purse, new: NewEntry) -> None:
    """Refuse what the branch cannot have: money from before it was, dues of an overlay branch.

    Money that others keep may be older than the branch.
    """
    known = branch(tx)
    founded = known.founded_on
    if purse not in NOT_HELD and founded is not None and earlier(new.day, founded):
        raise RuleError(
            _("The branch was founded only on {day}; it had no purse before.").format(day=founded),
            hint=_(
                "Check the day; if it was founded earlier: jinlin branch edit --founded {day}"
            ).format(day=new.day),
        )
    if (
        purse is Purse.DUES
        and new.kind is Direction.INCOME
        and not collects_dues(known.type, known.overlay_permission)
    ):
        raise RuleError(
            _("An overlay branch collects no dues: its members pay them to their home branches."),
            hint=_(
                "If the superior allows it, record its words first:"
                " jinlin branch edit --permission TEXT"
            ),
        )
