"""The page on which the purses are disclosed, without a resident's name (redaction)."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.people.parties import Party
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
from jinlin.member.fund import queries
from jinlin.member.fund.queries import EntryFilter, EntryRow
from jinlin.member.rules.purses import OWNERS_MONEY, Direction, Purse
from jinlin.output.listing.discretion import Redaction, discreet
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


class Account(NamedTuple):
    """One purse in a period: what every page that makes money public counts.

    Attributes:
        opening: what it held before, in fen.
        entries: those of the period, from the oldest to the latest.
        later: entries up to its end that were taken back only after it.
    """

    purse: Purse
    opening: int
    entries: list[EntryRow]
    later: list[EntryRow]

    def total(self, direction: Direction) -> int:
        """Return what came in or went out, less what was taken back; fen."""
        return sum(entry.signed for entry in self.entries if entry.direction is direction)

    @property
    def closing(self) -> int:
        """What is left at the end; fen."""
        return self.opening + sum(entry.movement.effect for entry in self.entries)

    @property
    def corrected(self) -> int:
        """What is left at the end without what was taken back later; fen."""
        return self.closing - sum(entry.movement.effect for entry in self.later)

    def told_later(self) -> Iterator[str]:
        """Yield a sentence for each entry that was taken back later, and what is left without."""
        for entry in self.later:
            yield _("{number} ({amount} yuan) was taken back on {day}.").format(
                number=entry.label, amount=yuan(entry.amount), day=entry.reversed_on
            )
        if self.later:
            yield _("Without what was taken back since, {amount} yuan are left.").format(
                amount=yuan(self.corrected)
            )


def account(reader: Reader, purse: Purse, wanted: EntryFilter, found: list[EntryRow]) -> Account:
    """Return a purse in a period.

    Args:
        reader: the database.
        purse: which one.
        wanted: the period.
        found: the entries of all purses in it.
    """
    return Account(
        purse,
        queries.opening(reader, purse, wanted.start or ""),
        [entry for entry in found if entry.purse is purse],
        queries.reversed_later(reader, purse, wanted.stop or ""),
    )


def told_purpose(entry: EntryRow) -> str:
    """Return what an entry is for, with what it takes back, or that it was taken back itself."""
    if entry.reverses is not None:
        return _("takes F{number} back: {reason}").format(
            number=entry.reverses, reason=entry.reason
        )
    if entry.reversed_by is not None:
        return _("{purpose} (taken back on {day} by F{number})").format(
            purpose=entry.purpose, day=entry.reversed_on, number=entry.reversed_by
        )
    return entry.purpose


def disclosures(entries: list[EntryRow]) -> tuple[tuple[str, str], ...]:
    """Return on which days and where entries were disclosed; none while one of them was not."""
    if any(entry.disclosed_on is None for entry in entries):
        return ()
    return tuple(
        sorted({(entry.disclosed_on or "", entry.disclosed_at_place or "") for entry in entries})
    )


def fund_page(period: Period, accounts: list[Account], residents: AbstractSet[str]) -> Page:
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


def _account(account: Account, residents: AbstractSet[str]) -> Iterator[Block]:
    yield Heading(account.purse.label)
    if account.purse in OWNERS_MONEY:
        yield Paragraph(
            _("This is the owners' money; the branch writes about it and does not hold it.")
        )
    income, spending = account.total(Direction.INCOME), account.total(Direction.SPENDING)
    left = _("Left: {amount}").format(amount=yuan(account.closing))
    yield Table(
        headings=(
            _("Number"), _("Day"), _("Income (yuan)"), _("Spending (yuan)"), _("What for"),
            _("From or to"), _("Handled by"), _("Approved by"),
        ),
        numeric=(False, False, True, True, False, False, False, False),
        rows=(
            ("", "", "", "", _("Before: {amount}").format(amount=yuan(account.opening)), *[""] * 3),
            *(_cells(entry, residents) for entry in account.entries),
            ("", _("Total"), yuan(income), yuan(spending), left, *[""] * 3),
        ),
    )  # fmt: skip
    yield from map(Paragraph, account.told_later())


def _cells(entry: EntryRow, residents: AbstractSet[str]) -> tuple[str, ...]:
    purpose = told_purpose(entry)
    income = entry.direction is Direction.INCOME
    amount = yuan(entry.signed)
    private = residents if entry.party.open else {*residents, entry.counterparty}
    return (
        entry.label,
        entry.day,
        amount if income else "",
        "" if income else amount,
        _public(discreet(purpose, private, form=Redaction.PUBLIC)),
        _public(public_name(entry.counterparty, entry.party, residents)),
        _public(discreet(entry.handled_by)),
        _public(discreet(entry.approved_by or "")),
    )


def _public(text: str) -> str:
    """Return text for the board; a masking star is one on paper too."""
    return text.replace("*", "＊")


def public_name(name: str, party: Party, residents: AbstractSet[str]) -> str:
    """Return a giver or taker of money as everybody may see it: a firm in full, a person not."""
    if party.open:
        return discreet(name, residents, form=Redaction.PUBLIC)
    return _("a person") if party is Party.PERSON else _("an organisation or a person")


def _foot(period: Period) -> Iterator[Block]:
    for day, place in period.disclosed:
        yield Paragraph(_("Disclosed on {day} at: {place}").format(day=day, place=place))
    yield Paragraph(_("Questions are answered by: {blank}  phone: {blank}").format(blank=BLANK))
    yield Closing((_("Secretary (signature): {blank}").format(blank=BLANK),))
