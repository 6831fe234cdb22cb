"""`jinlin branch fund balance`."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.i18n import _
from jinlin.member.commands.branch.fund.columns import purse_column
from jinlin.member.fund import queries
from jinlin.member.fund.queries import PurseRow
from jinlin.member.rules.purses import NOT_HELD, PURSE_RULE_LABELS
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, On
from jinlin.store.command.command import reading


def balance(call: Call) -> None:
    with reading(call) as reader:
        purses = queries.purses(reader)
    show(
        call,
        Listing.of(
            "purses",
            _("Purses"),
            (
                Cell.of(purse_column(), "purse.value"),
                Cell("income_fen", _("Income"), "income", Kind.MONEY),
                Cell("spending_fen", _("Spending"), "spending", Kind.MONEY),
                Cell("balance_fen", _("Balance"), "balance", Kind.MONEY),
                Cell("undisclosed", _("Not disclosed"), kind=Kind.INTEGER),
                Cell("overdue", _("Overdue"), kind=Kind.INTEGER),
                Cell(
                    "held",
                    _("Held by the branch"),
                    lambda row: row.purse not in NOT_HELD,
                    Kind.BOOLEAN,
                    on=On.FILES,
                ),
                Cell(
                    "rule",
                    _("May be used"),
                    lambda row: _(PURSE_RULE_LABELS[row.purse]),
                    on=On.FILES,
                ),
            ),
            purses,
            notes=tuple(_advice(purses)),
        ),
    )


def _advice(purses: list[PurseRow]) -> Iterator[str]:
    if sum(row.overdue for row in purses):
        yield _(
            "Entries of quarters that have ended without disclosure: {count}. See: jinlin branch"
            " fund list --overdue; disclose: jinlin branch fund disclose"
        ).format(count=sum(row.overdue for row in purses))
    theirs = [r.purse.label for r in purses if r.entries and r.purse in NOT_HELD]
    if theirs:
        yield _("Written about and not held by the branch: {purses}.").format(
            purses=_(", ").join(theirs)
        )
