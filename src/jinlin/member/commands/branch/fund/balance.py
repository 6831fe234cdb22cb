"""`jinlin branch fund balance`."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.member.commands.branch.fund.columns import purse_column
from jinlin.member.fund import queries
from jinlin.member.fund.queries import PurseRow
from jinlin.member.rules.purses import OWNERS_MONEY, PURSE_RULE_LABELS
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading


def balance(call: Call) -> None:
    with reading(call) as reader:
        purses = queries.purses(reader)
    show(
        call,
        Listing(
            key="purses",
            title=_("Purses"),
            columns=(
                purse_column(),
                Column(key="income_fen", heading=_("Income"), kind=Kind.MONEY),
                Column(key="spending_fen", heading=_("Spending"), kind=Kind.MONEY),
                Column(key="balance_fen", heading=_("Balance"), kind=Kind.MONEY),
                Column(key="undisclosed", heading=_("Not disclosed"), kind=Kind.INTEGER),
                Column(key="overdue", heading=_("Overdue"), kind=Kind.INTEGER),
                Column(key="held", heading=_("Held by the branch"), kind=Kind.BOOLEAN),
                Column(key="rule", heading=_("May be used")),
            ),
            rows=[
                (
                    row.purse.value, row.income, row.spending, row.balance, row.undisclosed,
                    row.overdue, row.purse not in OWNERS_MONEY, _(PURSE_RULE_LABELS[row.purse]),
                )
                for row in purses
            ],
            aside=frozenset({"held", "rule"}),
            notes=tuple(_advice(purses)),
        ),
    )  # fmt: skip


def _advice(purses: list[PurseRow]) -> Iterator[str]:
    if sum(row.overdue for row in purses):
        yield _(
            "Entries of quarters that have ended without disclosure: {count}. See: jinlin branch"
            " fund list --overdue; disclose: jinlin branch fund disclose"
        ).format(count=sum(row.overdue for row in purses))
    theirs = [r.purse.label for r in purses if r.entries and r.purse in OWNERS_MONEY]
    if theirs:
        yield _("Owners' money, written about and not held by the branch: {purses}.").format(
            purses=_(", ").join(theirs)
        )
