"""The page of the books that is posted: every spending by itself, what doors paid only in sums."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from jinlin.core.days.written import day_short, day_words, span_words
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.sentences import in_a_row
from jinlin.documents.page import BLANK, Block, Closing, Heading, Page, Paragraph, Table
from jinlin.elevator.money.queries import BookEntry, ProjectAccount
from jinlin.elevator.project.projects import Project, place_words
from jinlin.elevator.rules.books import INCOME, AccountTotals, Books, EntryKind
from jinlin.ledger.statement import AccountStatement, public_counterparty, public_purpose


class DisclosurePeriod(NamedTuple):
    """What is posted of the books."""

    project: Project
    book: Books
    account: ProjectAccount | None
    stated: AccountStatement[BookEntry]

    @property
    def first(self) -> date:
        """Its first day."""
        return date.fromisoformat(self.stated.start)

    @property
    def last(self) -> date:
        """Its last day."""
        return date.fromisoformat(self.stated.stop)

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
    blocks: list[Block] = [_sums_table(period)]
    if lines:
        blocks = [
            Heading(_("1. In sums")),
            *blocks,
            Heading(_("2. Line by line")),
            Table(
                (_("Date"), _("What for"), _("From or to"), _("In (yuan)"), _("Out (yuan)")),
                tuple(_line(entry, residents) for entry in lines),
                numeric=(False, False, False, True, True),
            ),
        ]
    project = period.project
    title = (
        _("Running costs of the elevator at {place}, disclosed")
        if period.book is Books.RUNNING
        else _("Money of the {kind} at {place}, disclosed")
    )
    return Page(
        title=title.format(kind=project.kind.label, place=place_words(project)),
        above=(complex_name,),
        below=(span_words(period.first, period.last),),
        blocks=(*blocks, *_ending(period)),
        code=project.label,
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
    moved = [
        (_("Paid in by doors (receipts: {count})").format(count=count), sums.received),
        (_("From the doors' own maintenance fund sub-accounts"), sums.fund),
        (_("Subsidies received"), sums.subsidies),
        (_("Interest, aid and other income"), sums.other),
        (_("Spent"), -sums.spending),
        (_("Paid back to doors"), -sums.refunds),
    ]
    rows = [
        (_("Before {day}").format(day=day_words(period.first)), period.stated.opening),
        *(line for line in moved if line[1]),
        (_("Held on {day}").format(day=day_words(period.last)), period.stated.closing),
    ]
    return Table(
        (_("What moved"), _("Yuan")),
        tuple((what, yuan(fen)) for what, fen in rows),
        numeric=(False, True),
    )


def _ending(period: DisclosurePeriod) -> list[Block]:
    """Return what is not posted, and who answers for the page."""
    taker = period.account
    told = (
        _("What single doors paid or owe is not posted; every household can ask about its own."),
        _("The branch of the complex neither collects nor keeps money for the elevator."),
    )
    return [
        Paragraph(in_a_row(told)),
        Closing(
            (
                _("Payee: {name}").format(name=taker.payee if taker else BLANK),
                _("Checked by (signature): {blank}").format(blank=BLANK),
                day_words(period.last),
            )
        ),
    ]


def _line(entry: BookEntry, residents: AbstractSet[str]) -> tuple[str, ...]:
    what = public_purpose(entry, residents, usual=entry.kind.label)
    other = public_counterparty(entry, residents) if entry.counterparty else ""
    amount, income = yuan(entry.signed), entry.kind in INCOME
    day = day_short(date.fromisoformat(entry.day))
    return (day, what, other, amount if income else "", "" if income else amount)
