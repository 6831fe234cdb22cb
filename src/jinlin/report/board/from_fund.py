"""The branch's money in a quarter, line by line: what for, from or to which organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.member import fund_queries
from jinlin.member.fund_pages import Account, account, public_name, told_purpose
from jinlin.member.fund_queries import EntryRow, Filter
from jinlin.member.purses import PURSE_LABELS, Direction, Purse
from jinlin.output.discretion import discreet
from jinlin.report.board.drawn import Drawn, sheet_rows
from jinlin.report.stretch import Length, quarter_of, stretch_named, stretch_with
from jinlin.store.tx import Reader

PURSES: Final = (Purse.START_UP_GRANT, Purse.PARTNER_AID)
"""What the branch posts of itself; dues are told within the Party, owners' money by the owners."""


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the branch's purses in a quarter.

    Raises:
        UsageError: there is no such quarter.
        RuleError: nothing came in and nothing went out.
    """
    return drawn_purses(reader, which, PURSES, matter="branch_fund", title=_("the branch's money"))


def drawn_purses(
    reader: Reader, which: str | None, purses: Sequence[Purse], *, matter: str, title: str
) -> Drawn:
    """Return purses in a quarter, with every entry.

    Raises:
        UsageError: there is no such quarter.
        RuleError: nothing came in and nothing went out.
    """
    _length, first, last = (
        stretch_named(which, Length.QUARTER, reader.clock)
        if which
        else stretch_with(reader.clock.today, Length.QUARTER).previous
    )
    wanted = Filter(start=first.isoformat(), stop=last.isoformat())
    found = [
        e for e in fund_queries.entries(reader, wanted, oldest_first=True) if e.purse in purses
    ]
    accounts = [
        account(reader, purse, wanted, found)
        for purse in purses
        if any(entry.purse is purse for entry in found)
    ]
    if not accounts:
        raise RuleError(
            _("Nothing came in or went out from {first} to {last}.").format(first=first, last=last),
            hint=_("Name another quarter, such as --of 2026-3季度; see: jinlin branch fund list"),
        )
    residents = fund_queries.residents(reader, found)
    return Drawn(
        matter=matter,
        title=_("{what} in quarter {quarter} of {year}").format(
            what=title, quarter=quarter_of(first), year=first.year
        ),
        body="\n".join(line for one in accounts for line in _account(one, residents)),
        basis=_("The books of the branch; each entry has a voucher number."),
        covers=(first, last),
        audience=_("all residents"),
    )


def _account(account: Account, residents: frozenset[str] | set[str]) -> Iterator[str]:
    income, spending = account.total(Direction.INCOME), account.total(Direction.SPENDING)
    yield _(
        "{purse}: before {opening} yuan, income {income} yuan, spending {spending} yuan, left"
        " {closing} yuan."
    ).format(
        purse=_(PURSE_LABELS[account.purse]),
        opening=yuan(account.opening),
        income=yuan(income),
        spending=yuan(spending),
        closing=yuan(account.closing),
    )
    yield from account.told_later()
    yield from sheet_rows(
        (
            _("Number"), _("Day"), _("Income (yuan)"), _("Spending (yuan)"), _("What for"),
            _("From or to"),
        ),
        *(_cells(entry, residents) for entry in account.entries),
    )  # fmt: skip


def _cells(entry: EntryRow, residents: frozenset[str] | set[str]) -> tuple[str, ...]:
    income = entry.direction is Direction.INCOME
    amount = yuan(entry.signed)
    private = residents if entry.party.open else {*residents, entry.counterparty}
    return (
        entry.label,
        entry.day,
        amount if income else "",
        "" if income else amount,
        discreet(told_purpose(entry), private),
        public_name(entry.counterparty, entry.party, residents),
    )
