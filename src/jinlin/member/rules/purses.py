"""Six purses that never mix; cover, reversal, segregation of duties (four-eyes)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.text import compact
from jinlin.core.word import Word


class Purse(Word, refusal=N_("There is no purse “{text}”."), error=NotFoundError):
    """Whose money it is, and under which rules it is spent."""

    START_UP_GRANT = (
        "start_up_grant", N_("start-up grant"),
        "启动经费", "党建工作经费", "党建经费", "工作经费", "grant",
    )  # fmt: skip
    DUES = "dues", N_("dues"), "党费"
    COMMON_REVENUE = "common_revenue", N_("common revenue"), "公共收益"
    MAINTENANCE_FUND = (
        "maintenance_fund", N_("maintenance fund"),
        "维修资金", "住宅专项维修资金", "专项维修资金", "维修基金",
    )  # fmt: skip
    OWN_MONEY = (
        "own_money", N_("residents' own money"),
        "自筹款", "自筹", "居民自筹", "居民自筹款",
    )  # fmt: skip
    PARTNER_AID = "partner_aid", N_("partners' aid"), "共建资助", "共建", "捐赠", "资助"


PURSE_RULE_LABELS: Final[Mapping[Purse, str]] = {
    Purse.START_UP_GRANT: N_("by the superior's rules"),
    Purse.DUES: N_("for Party education only"),
    Purse.COMMON_REVENUE: N_("the owners' (Civil Code 282); only they decide"),
    Purse.MAINTENANCE_FUND: N_("the owners' (Civil Code 281); only they decide"),
    Purse.OWN_MONEY: N_("of those who paid it in, for what they paid it"),
    Purse.PARTNER_AID: N_("better paid by the partner itself"),
}
"""What each may be used for."""

OWNERS_MONEY: Final = frozenset({Purse.COMMON_REVENUE, Purse.MAINTENANCE_FUND, Purse.OWN_MONEY})
"""Purses the branch writes about and does not hold."""

_ACCOUNT = re.compile(r"(?:专用)?(?:专户|账户|帐户|专账|账|户)$")


class Direction(Word):
    """Whether money came in or went out."""

    INCOME = "income", N_("income")
    SPENDING = "spending", N_("spending")


class Movement(NamedTuple):
    """What one entry does to its purse; the amount is above zero, in fen."""

    direction: Direction
    amount: int
    day: str
    reversal: bool = False

    @property
    def effect(self) -> int:
        """What is added to the purse, in fen; below zero when taken out."""
        adds = (self.direction is Direction.INCOME) is not self.reversal
        return self.amount if adds else -self.amount


def never_mixed() -> RuleError:
    """Return the refusal of a transfer from one purse to another."""
    return RuleError(
        _("Nothing is ever moved from one purse to another: each is another's money."),
        hint=_("Money in the wrong purse: reverse the entry, then enter it in the right one."),
    )


def check_counterparty(text: str, purse: Purse) -> None:
    """Refuse a purse as the giver or taker of money, and the account of another one.

    Args:
        text: the giver or taker.
        purse: the purse of the entry; what is paid from its own account is no transfer.

    Raises:
        RuleError: it is one.
    """
    account = Purse.said(_ACCOUNT.sub("", compact(text)))
    if Purse.said(text) is not None or account not in {None, purse}:
        raise never_mixed()


def check_hands(*, approved_by: str, handled_by: str, payee: str) -> None:
    """Refuse somebody who approves what she handles herself or is paid.

    Raises:
        RuleError: approver and payee, or approver and handler, are one.
    """
    approver = compact(approved_by)
    if approver == compact(payee):
        raise RuleError(
            _("Nobody approves money for herself: {name} is approver and payee.").format(
                name=approved_by
            ),
            hint=_("Let another member of the committee approve it: --approved-by NAME"),
        )
    if approver == compact(handled_by):
        raise RuleError(
            _("Who handles the money does not approve it: {name} is both.").format(
                name=approved_by
            ),
            hint=_("Name who handled it (--by NAME), or another approver (--approved-by NAME)."),
        )


def check_reversal(label: str, *, entered_on: str, day: str, itself: bool) -> None:
    """Refuse a reversal of the entry `label` that no book takes; days are ISO text.

    Args:
        label: the entry that is to be taken back.
        entered_on: the day of that entry.
        day: the day of the reversal.
        itself: whether that entry is a reversal.

    Raises:
        RuleError: the entry is a reversal itself, or later than the one that would take it back.
    """
    if itself:
        raise RuleError(
            _("{number} is a reversal itself.").format(number=label),
            hint=_("Enter what is right as a new entry."),
        )
    if day < entered_on:
        raise RuleError(
            _("{number} is of {day}; it cannot be reversed before.").format(
                number=label, day=entered_on
            ),
            hint=_("Leave --day away for today."),
        )


def check_cover(purse: Purse, entries: Iterable[Movement], new: Movement) -> None:
    """Refuse what would leave a purse below zero, on its day or on any later one.

    Args:
        purse: the purse, for the message.
        entries: all that is in it.
        new: what is to be added.

    Raises:
        RuleError: it says how much there is.
    """
    if new.effect >= 0:
        return
    free = spendable(entries, new.day)
    if free + new.effect >= 0:
        return
    if new.reversal:
        raise RuleError(
            _("Of this income only {free} yuan is still in the purse.").format(free=yuan(free)),
            hint=_("Reverse what was spent of it first: jinlin branch fund list"),
        )
    raise RuleError(
        _("The purse “{purse}” has {free} yuan on {day}; {amount} yuan cannot be spent.").format(
            purse=purse.label, free=yuan(free), day=new.day, amount=yuan(new.amount)
        ),
        hint=_("Enter the income that is missing first: jinlin branch fund income"),
    )


def spendable(entries: Iterable[Movement], day: str) -> int:
    """Return how much a purse can spend on a day without running short later; fen."""
    by_day: dict[str, int] = {}
    for entry in entries:
        by_day[entry.day] = by_day.get(entry.day, 0) + entry.effect
    balance = sum(effect for when, effect in by_day.items() if when <= day)
    lowest = balance
    for when in sorted(when for when in by_day if when > day):
        balance += by_day[when]
        lowest = min(lowest, balance)
    return lowest
