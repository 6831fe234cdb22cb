"""The branch's money in a quarter, line by line: what for, from or to which organisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Final

from jinlin.core.days.stretch import Length, Stretch, stretch_named, stretch_with
from jinlin.core.days.written import quarter_words
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.money import yuan_words
from jinlin.member.fund import queries
from jinlin.member.fund.pages import PurseAccount, account, entry_headings, entry_rows
from jinlin.member.fund.queries import FundPeriod, PurseEntry
from jinlin.member.posts.holdings import held_on
from jinlin.member.rules.purses import Direction, Purse
from jinlin.output.contribution.notice_sources import Drawn, sheet_rows
from jinlin.store.transaction.tx import Reader

DISCLOSES: Final[Mapping[str, tuple[Purse, ...]]] = {
    "branch_fund": (Purse.START_UP_GRANT, Purse.PARTNER_AID),
    "common_revenue": (Purse.COMMON_REVENUE,),
    "service_account": (Purse.SERVICE_ACCOUNT,),
}
"""By matter, the purses that a notice tells of entry by entry.

The branch posts its own; dues are told within the Party, owners' money by the owners.
"""


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the branch's purses in a quarter.

    Raises:
        UsageError: there is no such quarter.
        RuleError: nothing was recorded by its end.
    """
    return drawn_purses(reader, which, matter="branch_fund", title=_("the branch's money"))


def quarter_to_post(reader: Reader, purses: Sequence[Purse]) -> Stretch | None:
    """Return the quarter of purses that is to be posted next; None where nothing was recorded yet.

    It is the first with an entry that was not disclosed, else the one before this, and never one
    before the first entry.
    """
    found = [entry for purse in purses for entry in _recorded(reader, purse)]
    if not found:
        return None
    waiting = [entry.day for entry in found if entry.disclosed_on is None]
    if waiting:
        return stretch_with(date.fromisoformat(min(waiting)), Length.QUARTER)
    begun = stretch_with(date.fromisoformat(min(entry.day for entry in found)), Length.QUARTER)
    before = stretch_with(reader.clock.today, Length.QUARTER).previous
    return max(begun, before, key=lambda one: one.first)


def _recorded(reader: Reader, purse: Purse) -> Iterator[PurseEntry]:
    """Return the first entry of a purse and the first that was not disclosed."""
    of_purse = queries.OF_PURSE([purse])
    for wanted in (of_purse, of_purse & queries.UNDISCLOSED):
        yield from queries.entries(reader, wanted, limit=1, oldest_first=True)


def drawn_purses(
    reader: Reader, which: str | None, *, matter: str, title: str, basis: str = ""
) -> Drawn:
    """Return the purses of a matter in a quarter, with every entry.

    Args:
        reader: the database.
        which: the quarter; None for the one to be posted next.
        matter: which line of the list of what must be public; a code.
        title: what is told, without the quarter.
        basis: the law it rests on; empty for none.

    Raises:
        UsageError: there is no such quarter.
        RuleError: nothing was recorded by its end.
    """
    purses = DISCLOSES[matter]
    due = quarter_to_post(reader, purses)
    stretch = (
        stretch_named(which, Length.QUARTER, reader.clock)
        if which
        else due or stretch_with(reader.clock.today, Length.QUARTER).previous
    )
    _length, first, last = stretch
    accounts = list(_accounts(reader, stretch, purses))
    if not accounts:
        raise RuleError(
            _("Nothing was recorded up to {last}.").format(last=last),
            hint=_("Name another quarter, such as --of {quarter}; see: jinlin branch fund list")
            .format(quarter=due)
            if due
            else _("Record it first: jinlin branch fund income or spend"),
        )  # fmt: skip
    entries = [entry for one in accounts for entry in one.stated.entries]
    residents = queries.residents(reader, entries)
    posts = posts_by_name(reader)
    body = [line for one in accounts for line in _account(one, residents, posts)]
    return Drawn(
        matter=matter,
        title=_("{what} in {quarter}").format(what=title, quarter=quarter_words(first)),
        body="\n".join(
            (
                *(() if entries else (_("There was no income and no spending."),)),
                *body,
                _source(entries),
            )
        ),
        basis=basis,
        covers=(first, last),
        audience=_("all residents"),
    )


def posts_by_name(reader: Reader) -> Mapping[str, str]:
    """Return the post of whoever holds one today; it stands in public in the place of her name."""
    return {post.person.name: post.held.text for post in held_on(reader, reader.clock.today)}


def _source(entries: Sequence[PurseEntry]) -> str:
    """Return where the figures come from; that each has a voucher only where each has one."""
    if entries and all(entry.voucher or entry.reverses for entry in entries):
        return _("Source: the register of income and spending; each entry has a voucher.")
    return _("Source: the register of income and spending.")


def _accounts(reader: Reader, stretch: Stretch, purses: Sequence[Purse]) -> Iterator[PurseAccount]:
    """Return the purses with their entries in a quarter; of none has any, those in use by then."""
    wanted = FundPeriod(start=stretch.first.isoformat(), stop=stretch.last.isoformat())
    found = [
        entry
        for entry in queries.entries(reader, wanted.condition, oldest_first=True)
        if entry.purse in purses
    ]
    for purse in purses:
        by_then = FundPeriod(purse=purse, stop=wanted.stop).condition
        used = not found and queries.count_entries(reader, by_then)
        if used or any(entry.purse is purse for entry in found):
            yield account(reader, purse, wanted, found)


def _account(
    account: PurseAccount, residents: AbstractSet[str], posts: Mapping[str, str]
) -> Iterator[str]:
    income, spending = account.total(Direction.INCOME), account.total(Direction.SPENDING)
    yield _(
        "{purse}: before {opening}, income {income}, spending {spending}, left {closing}."
    ).format(
        purse=account.purse.label,
        opening=yuan_words(account.stated.opening),
        income=yuan_words(income),
        spending=yuan_words(spending),
        closing=yuan_words(account.stated.closing),
    )
    yield from account.stated.told_later()
    if account.stated.entries:
        yield from sheet_rows(entry_headings(), *entry_rows(account, residents, posts))
