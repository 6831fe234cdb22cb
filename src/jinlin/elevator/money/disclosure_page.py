"""The page of the books that is posted: every spending by itself, what doors paid only in sums."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.documents.page import BLANK, Block, Closing, Heading, Page, Paragraph, Table
from jinlin.elevator.money.queries import BookEntry, ProjectAccount
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.books import INCOME, AccountTotals, Books, EntryKind
from jinlin.ledger.statement import AccountStatement, public_counterparty, public_purpose
from jinlin.output.listing.discretion import Redaction, discreet


class DisclosurePeriod(NamedTuple):
    """What is posted of the books."""

    project: Project
    book: Books
    account: ProjectAccount | None
    stated: AccountStatement[BookEntry]

    def sums(self) -> AccountTotals:
        """Return what moved in sums."""
        found = AccountTotals()
        for entry in self.stated.entries:
            found = found.plus(entry.kind, entry.signed, fund=entry.from_fund)
        return found


def disclosure_page(
    period: DisclosurePeriod, complex_name: str, residents: AbstractSet[str]
) -> Page:
    """Return the page that is posted: every spending by itself, what doors paid only in sums.

    Args:
        period: what is posted.
        complex_name: the complex.
        residents: the names it must not show.
    """
    lines = [e for e in period.stated.entries if e.kind is EntryKind.SPENDING or e.kind in INCOME]
    blocks: list[Block] = [Heading(_("In sums")), _sums_table(period)]
    if lines:
        blocks += [
            Heading(_("Line by line")),
            Table(
                (_("Number"), _("Day"), _("What for"), _("From or to"), _("Yuan")),
                tuple(_line(entry, residents) for entry in lines),
                numeric=(False, False, False, False, True),
            ),
        ]
    title = (
        _("Running costs of the elevator: income and spending")
        if period.book is Books.RUNNING
        else _("Money for the elevator: income and spending")
    )
    return Page(
        title=title,
        above=(complex_name,),
        below=(
            _("{place}, project {project}, {start} to {stop}").format(
                place=period.project.place,
                project=period.project.label,
                start=period.stated.start,
                stop=period.stated.stop,
            ),
        ),
        blocks=(*blocks, *_ending(period, residents)),
    )


def _sums_table(period: DisclosurePeriod) -> Table:
    """Return what moved, by kind, between what was held before and after."""
    sums = period.sums()
    paid = [
        entry
        for entry in period.stated.entries
        if entry.kind is EntryKind.PAYMENT and not entry.from_fund
    ]
    count = sum(-1 if entry.reverses else 1 for entry in paid)
    rows = [
        (_("Before {day}").format(day=period.stated.start), yuan(period.stated.opening)),
        (_("Paid in by doors ({count} receipts)").format(count=count), yuan(sums.received)),
        (_("From the doors' own maintenance fund sub-accounts"), yuan(sums.fund)),
        (_("Subsidies received"), yuan(sums.subsidies)),
        (_("Interest, aid and other income"), yuan(sums.other)),
        (_("Spent"), yuan(-sums.spending)),
        (_("Paid back to doors"), yuan(-sums.refunds)),
        (_("Held on {day}").format(day=period.stated.stop), yuan(period.stated.closing)),
    ]
    return Table((_("What moved"), _("Yuan")), tuple(rows), numeric=(False, True))


def _ending(period: DisclosurePeriod, residents: AbstractSet[str]) -> list[Block]:
    """Return what is not posted, and who answers for the page."""
    taker = period.account
    return [
        Paragraph(
            _("What single doors paid or owe is not posted; every household can ask about its own.")
        ),
        Paragraph(
            _("The branch of the complex neither collects nor keeps money for the elevator.")
        ),
        Closing(
            (
                _("Payee: {name}").format(
                    name=discreet(taker.payee, residents, form=Redaction.PUBLIC) if taker else BLANK
                ),
                _("Checked by (signature): {blank}").format(blank=BLANK),
                period.stated.stop,
            )
        ),
    ]


def _line(entry: BookEntry, residents: AbstractSet[str]) -> tuple[str, ...]:
    what = public_purpose(entry, residents, usual=entry.kind.label)
    other = public_counterparty(entry, residents) if entry.counterparty else ""
    return (entry.label, entry.day, what, other, yuan(entry.effect))
