"""The page on which the purses are disclosed, without a resident's name (redaction)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.documents.page import (
    BLANK,
    Block,
    Closing,
    Field,
    Form,
    Heading,
    Page,
    Paragraph,
    Table,
)
from jinlin.ledger.book import held_before, reversed_later
from jinlin.ledger.statement import AccountStatement, public_counterparty, public_purpose
from jinlin.member.fund.queries import FUND, FundPeriod, PurseEntry
from jinlin.member.rules.purses import OWNERS_MONEY, Direction, Purse
from jinlin.output.listing.discretion import discreet
from jinlin.store.transaction.tx import Reader


class Period(NamedTuple):
    """What is disclosed, and how; days are ISO text.

    Attributes:
        branch: whose page it is.
        start: its first day.
        stop: its last day.
        disclosed: on which days and where; empty on a draft.
    """

    branch: str
    start: str
    stop: str
    disclosed: tuple[tuple[str, str], ...] = ()


class PurseAccount(NamedTuple):
    """One purse in a period: what every page that makes money public counts."""

    purse: Purse
    stated: AccountStatement[PurseEntry]

    def total(self, direction: Direction) -> int:
        """Return what came in or went out, less what was taken back; fen."""
        return sum(entry.signed for entry in self.stated.entries if entry.direction is direction)


def account(
    reader: Reader, purse: Purse, wanted: FundPeriod, found: Iterable[PurseEntry]
) -> PurseAccount:
    """Return a purse in a period.

    Args:
        reader: the database.
        purse: which one.
        wanted: the period.
        found: the entries of all purses in it, from the oldest to the latest.
    """
    start, stop = wanted.start or "", wanted.stop or ""
    stated = AccountStatement(
        start,
        stop,
        held_before(reader, FUND, (purse,), start),
        [entry for entry in found if entry.purse is purse],
        reversed_later(reader, FUND, (purse,), stop),
    )
    return PurseAccount(purse, stated)


def disclosures(entries: list[PurseEntry]) -> tuple[tuple[str, str], ...]:
    """Return on which days and where entries were disclosed; none while one of them was not."""
    if any(entry.disclosed_on is None for entry in entries):
        return ()
    return tuple(
        sorted({(entry.disclosed_on or "", entry.disclosed_at_place or "") for entry in entries})
    )


def fund_page(period: Period, accounts: list[PurseAccount], residents: AbstractSet[str]) -> Page:
    """Return the page in the user's language.

    Args:
        period: what is disclosed.
        accounts: the purses that have anything to tell.
        residents: the names it must not show.
    """
    return Page(
        title=_("Income and spending, disclosed"),
        blocks=(
            Field(_("Branch"), period.branch),
            Field(
                _("Period"),
                _("{start} to {stop}").format(start=period.start, stop=period.stop),
            ),
            *(block for account in accounts for block in _account(account, residents)),
            *(() if accounts else (Paragraph(_("There was no income and no spending.")),)),
            *_foot(period),
        ),
        wide=True,
        form=Form.SHEET,
    )


def _account(account: PurseAccount, residents: AbstractSet[str]) -> Iterator[Block]:
    yield Heading(account.purse.label)
    if account.purse in OWNERS_MONEY:
        yield Paragraph(
            _("This is the owners' money; the branch writes about it and does not hold it.")
        )
    income, spending = account.total(Direction.INCOME), account.total(Direction.SPENDING)
    before = _("Before: {amount}").format(amount=yuan(account.stated.opening))
    left = _("Left: {amount}").format(amount=yuan(account.stated.closing))
    yield Table(
        headings=(*entry_headings(), _("Handled by"), _("Approved by")),
        numeric=(False, False, True, True, False, False, False, False),
        rows=(
            ("", "", "", "", before, *[""] * 3),
            *(_cells(entry, residents) for entry in account.stated.entries),
            ("", _("Total"), yuan(income), yuan(spending), left, *[""] * 3),
        ),
    )  # fmt: skip
    yield from map(Paragraph, account.stated.told_later())


def entry_headings() -> tuple[str, ...]:
    """Return what stands above what everybody may see of an entry."""
    return (
        _("Number"), _("Day"), _("Income (yuan)"), _("Spending (yuan)"), _("What for"),
        _("From or to"),
    )  # fmt: skip


def entry_cells(entry: PurseEntry, residents: AbstractSet[str]) -> tuple[str, ...]:
    """Return what everybody may see of an entry; `residents` are the names they must not."""
    income = entry.direction is Direction.INCOME
    amount = yuan(entry.signed)
    return (
        entry.label,
        entry.day,
        amount if income else "",
        "" if income else amount,
        public_purpose(entry, residents),
        public_counterparty(entry, residents),
    )


def _cells(entry: PurseEntry, residents: AbstractSet[str]) -> tuple[str, ...]:
    hands = (discreet(entry.handled_by), discreet(entry.approved_by or ""))
    return tuple(_public(cell) for cell in (*entry_cells(entry, residents), *hands))


def _public(text: str) -> str:
    """Return text for the board; a masking star is one on paper too."""
    return text.replace("*", "＊")


def _foot(period: Period) -> Iterator[Block]:
    for day, place in period.disclosed:
        yield Paragraph(_("Disclosed on {day} at: {place}").format(day=day, place=place))
    yield Paragraph(_("Questions are answered by: {blank}  phone: {blank}").format(blank=BLANK))
    yield Closing((_("Secretary (signature): {blank}").format(blank=BLANK),))
