"""The books of a project: kinds of movements, what they do to its account and to a door."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple, Self

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word


class Books(StrEnum):
    """Which books: the works and the running lift never mix."""

    WORKS = "works"
    RUNNING = "running"


class EntryKind(Word):
    """What moved."""

    PAYMENT = "payment", N_("paid in by a door")
    REFUND = "refund", N_("paid back to a door")
    SUBSIDY = "subsidy", N_("subsidy"), "补贴"
    INTEREST = "interest", N_("interest")
    AID = "aid", N_("partners' aid"), "资助", "捐赠"
    REVENUE = "revenue", N_("common revenue")
    OTHER = "other", N_("other income"), "其他"
    SPENDING = "spending", N_("spending")


LOWERING: Final = frozenset({EntryKind.REFUND, EntryKind.SPENDING})
"""What leaves the account."""
INCOME: Final = (
    EntryKind.SUBSIDY,
    EntryKind.INTEREST,
    EntryKind.AID,
    EntryKind.REVENUE,
    EntryKind.OTHER,
)
"""What comes in from elsewhere than the doors, and so lowers what the doors bear together."""


class PaymentMethod(Word, refusal=N_("“{text}” is no way of paying."), whole=True):
    """How a door paid; the maintenance fund is its own sub-account's money, never a lump."""

    TRANSFER = "transfer", N_("bank transfer"), "银行转账"
    CASH = "cash", N_("cash")
    MOBILE = "mobile", N_("mobile payment"), "微信", "支付宝", "扫码"
    CARD = "card", N_("card")
    FUND = "fund", N_("the door's own maintenance fund sub-account"), "维修资金", "维修基金"
    HOUSING_FUND = "housing_fund", N_("housing provident fund"), "公积金"


def parse_income(text: str) -> EntryKind:
    """Read what an income is: `subsidy`, `补助`, `利息`, `共建资助`.

    Raises:
        UsageError: there is no such kind; all are listed.
    """
    found = EntryKind.said(text)
    if found in INCOME:
        return found
    raise UsageError(
        _("“{text}” is no kind of income.").format(text=text),
        hint=_("What doors pay: jinlin elevator pay 3-1-502 20000")
        if found
        else EntryKind.choices(INCOME),
    )


class AccountTotals(NamedTuple):
    """The account of a project in sums, reversals already taken off; fen.

    Attributes:
        received: what doors paid in, the maintenance fund apart.
        fund: what came from the doors' own sub-accounts of the maintenance fund.
        subsidies: public money that has arrived.
        other: interest, partners' aid, common revenue, anything else.
        spending: what was paid for the works.
        refunds: what was paid back to doors.
    """

    received: int = 0
    fund: int = 0
    subsidies: int = 0
    other: int = 0
    spending: int = 0
    refunds: int = 0

    def plus(self, kind: EntryKind, amount: int, *, fund: bool = False) -> Self:
        """Return the sums with an entry; the amount is below zero in a reversal.

        Args:
            kind: what moved.
            amount: fen.
            fund: whether it came from a door's sub-account of the maintenance fund.
        """
        name = "fund" if fund else _SUMS.get(kind, "other")
        return self._replace(**{name: getattr(self, name) + amount})

    @property
    def balance(self) -> int:
        """What the account holds: all that came in less all that went out."""
        income = self.received + self.fund + self.subsidies + self.other
        return income - self.spending - self.refunds

    @property
    def elsewhere(self) -> int:
        """What came in from elsewhere than the doors."""
        return self.subsidies + self.other


_SUMS: Final = {
    EntryKind.PAYMENT: "received",
    EntryKind.REFUND: "refunds",
    EntryKind.SUBSIDY: "subsidies",
    EntryKind.SPENDING: "spending",
}
"""In which of the sums a kind is counted, where that is not `other`."""


class DoorBalance(NamedTuple):
    """Where one door stands; fen.

    Attributes:
        due: what it owes in all.
        due_now: the part of it that has fallen due.
        paid: what it paid in, reversals taken off.
        refunded: what it was paid back, reversals taken off.
    """

    due: int
    due_now: int
    paid: int
    refunded: int = 0

    @property
    def net(self) -> int:
        """What it has in the account."""
        return self.paid - self.refunded

    @property
    def arrears(self) -> int:
        """What has fallen due and is not paid."""
        return max(0, self.due_now - self.net)

    @property
    def prepaid(self) -> int:
        """What it paid of all it owes before it fell due."""
        return max(0, min(self.net, self.due) - self.due_now)

    @property
    def outstanding(self) -> int:
        """What it has yet to pay in all."""
        return max(0, self.due - self.net)

    @property
    def credit(self) -> int:
        """What it paid beyond all it owes, and may have back."""
        return max(0, self.net - self.due)


def allocate(parts: Sequence[int], paid: int) -> list[int]:
    """Return how a payment fills the instalments, the earliest first; the rest stays a prepayment.

    Args:
        parts: what each instalment asks for, in fen.
        paid: what the door has in the account, in fen.
    """
    filled = []
    for part in parts:
        taken = max(0, min(part, paid))
        filled.append(taken)
        paid -= taken
    return filled
