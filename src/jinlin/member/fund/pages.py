"""The page on which the purses are disclosed, without a resident's name (redaction)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.days.written import day_short, span_words, written_day
from jinlin.core.i18n import _
from jinlin.core.money import yuan, yuan_words
from jinlin.core.sentences import begun
from jinlin.documents.page import (
    BLANK,
    Block,
    Closing,
    Form,
    Heading,
    Page,
    Paragraph,
    Table,
)
from jinlin.ledger.book import held_before, reversed_later
from jinlin.ledger.statement import AccountStatement, public_counterparty, public_purpose
from jinlin.member.carried import decision_words
from jinlin.member.fund.queries import FUND, FundPeriod, PurseEntry
from jinlin.member.rules.purses import NOT_HELD, OWNERS_MONEY, Direction, Purse
from jinlin.output.listing.discretion import discreet
from jinlin.store.transaction.tx import Reader

_MONEY: Final = frozenset({3, 4, 5})
"""The columns of the table that hold money."""


class Period(NamedTuple):
    """What is disclosed, and how; days are ISO text.

    Attributes:
        branch: whose page it is.
        complex: the complex's name.
        printed_on: the day on the page.
        start: its first day.
        stop: its last day.
        disclosed: on which days and where; empty on a draft.
    """

    branch: str
    complex: str
    printed_on: str
    start: str
    stop: str
    disclosed: tuple[tuple[str, str], ...] = ()


class PurseAccount(NamedTuple):
    """One purse in a period: what every page that makes money public counts.

    Attributes:
        decisions: by its number who made the decision that an entry stands on, and when.
    """

    purse: Purse
    stated: AccountStatement[PurseEntry]
    decisions: Mapping[str, str]

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
    numbers = {entry.decided for entry in stated.entries if entry.decided}
    return PurseAccount(purse, stated, decision_words(reader, numbers))


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
    start, stop = (date.fromisoformat(day) for day in (period.start, period.stop))
    return Page(
        title=_("Income and spending, disclosed"),
        above=(period.complex,),
        below=(span_words(start, stop),),
        blocks=(
            *(block for account in accounts for block in _account(account, residents)),
            *(() if accounts else (Paragraph(_("There was no income and no spending.")),)),
            *_foot(period),
        ),
        wide=True,
        form=Form.SHEET,
    )


def _account(account: PurseAccount, residents: AbstractSet[str]) -> Iterator[Block]:
    yield Heading(begun(account.purse.label))
    if account.purse in OWNERS_MONEY:
        yield Paragraph(
            _("This is the owners' money; the branch writes about it and does not hold it.")
        )
    elif account.purse in NOT_HELD:
        yield Paragraph(
            _("The company or the owners' committee keeps this account; the branch discloses it.")
        )
    if account.stated.entries:
        yield _entries(account, residents)
    else:
        left = yuan_words(account.stated.closing)
        yield Paragraph(_("No income and no spending; {left} are left.").format(left=left))
    yield from map(Paragraph, account.stated.told_later())


def _entries(account: PurseAccount, residents: AbstractSet[str]) -> Table:
    headings = (*entry_headings(), _("Handled by"))
    return Table(
        headings=headings,
        numeric=tuple(place in _MONEY for place in range(len(headings))),
        rows=tuple(
            tuple(map(_public, row))
            for row in (
                _stated(account, _("Left before"), opening=account.stated.opening),
                *(
                    (*cells, discreet(entry.handled_by))
                    for cells, entry in zip(
                        entry_rows(account, residents), account.stated.entries, strict=True
                    )
                ),
                _stated(account, _("Total"), opening=None),
            )
        ),
    )


def _stated(account: PurseAccount, said: str, *, opening: int | None) -> tuple[str, ...]:
    """Return the row above or below the entries: what was held, or what all come to."""
    if opening is not None:
        return ("", said, "", "", "", yuan(opening), "", "")
    income, spending = account.total(Direction.INCOME), account.total(Direction.SPENDING)
    return ("", said, "", yuan(income), yuan(spending), yuan(account.stated.closing), "", "")


def entry_headings() -> tuple[str, ...]:
    """Return what stands above what everybody may see of an entry."""
    return (
        _("Date"), _("What for"), _("From or to"), _("Income (yuan)"), _("Spending (yuan)"),
        _("Left (yuan)"), _("Approved and decided"),
    )  # fmt: skip


def entry_rows(
    account: PurseAccount, residents: AbstractSet[str], posts: Mapping[str, str] | None = None
) -> Iterator[tuple[str, ...]]:
    """Yield what everybody may see of each entry, and what was left after it.

    Args:
        account: the purse.
        residents: the names that must not be shown.
        posts: by name the posts that stand in the place of who approved; None where names do.
    """
    left = account.stated.opening
    for entry in account.stated.entries:
        left += entry.effect
        income = entry.direction is Direction.INCOME
        amount = yuan(entry.signed)
        yield (
            day_short(date.fromisoformat(entry.day)),
            public_purpose(entry, residents),
            public_counterparty(entry, residents),
            amount if income else "",
            "" if income else amount,
            yuan(left),
            grounds(entry, account.decisions, posts),
        )


def grounds(
    entry: PurseEntry, decisions: Mapping[str, str], posts: Mapping[str, str] | None
) -> str:
    """Return who approved an entry and which meeting decided on it.

    Args:
        entry: the entry.
        decisions: by its number who made the decision that an entry stands on, and when.
        posts: as in `entry_rows`.
    """
    approved = discreet(entry.approved_by or "")
    if approved:
        name = approved if posts is None else posts.get(approved)
        approved = _("{name} approved").format(name=name) if name else _("approved")
    decided = decisions.get(entry.decided or "", "")
    said = _("{meeting} decided").format(meeting=decided) if decided else ""
    return _("; ").join(filter(None, (approved, said)))


def hands_told(entry: PurseEntry, posts: Mapping[str, str]) -> str:
    """Return who handled an entry: the posts of those who hold one, and how many there were."""
    known = [posts[name] for name in entry.hands if name in posts]
    if len(known) == len(entry.hands):
        return _(", ").join(known)
    if known:
        return _("{who} and others, {count} together").format(
            who=_(", ").join(known), count=len(entry.hands)
        )
    return _("by {count}").format(count=len(entry.hands))


def _public(text: str) -> str:
    """Return text for the board; a masking star is one on paper too."""
    return text.replace("*", "＊")


def _foot(period: Period) -> Iterator[Block]:
    places: dict[str, list[str]] = {}
    for day, place in period.disclosed:
        places.setdefault(place, []).append(written_day(day))
    for place, days in places.items():
        yield Paragraph(
            _("Disclosed on {day} at: {place}").format(day=_(", ").join(days), place=place)
        )
    yield Paragraph(_("Questions are answered by: {blank}  phone: {blank}").format(blank=BLANK))
    yield Closing(
        (_("Secretary (signature): {blank}").format(blank=BLANK), period.branch,
         written_day(period.printed_on))
    )  # fmt: skip
