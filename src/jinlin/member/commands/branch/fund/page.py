"""`jinlin branch fund page`."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from jinlin.complex.building.queries import complex_name
from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.days.stretch import Length, stretch_with
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, planned
from jinlin.documents.page import Page
from jinlin.ledger.rules import check_period
from jinlin.member.commands.branch.fund.shared import PURSE
from jinlin.member.fund import queries
from jinlin.member.fund.pages import Period, account, disclosures, fund_page
from jinlin.member.fund.queries import FundPeriod
from jinlin.member.own_branch import branch
from jinlin.member.rules.purses import Purse
from jinlin.output.command.kinds import BOUND_DAY, DAY
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

From: TypeAlias = Annotated[
    SaidDay | None,
    DAY.option("--from", help=N_("Its first day; otherwise of the last quarter.")),
]


To: TypeAlias = Annotated[
    SaidDay | None, BOUND_DAY.option(help=N_("Its last day; otherwise of the last quarter."))
]


OnlyPurse: TypeAlias = Annotated[Purse | None, PURSE.option("--purse", help=N_("Only this purse."))]


TEMPLATE = "经费公开"


def page(
    call: Call,
    from_: From = None,
    to: To = None,
    purse: OnlyPurse = None,
) -> None:
    with reading(call) as reader:
        wanted = entries_meant(reader.clock, from_, to, purse)
        sheet, data = disclosure(reader, wanted)
        hint = "" if from_ or to else this_quarter(reader, wanted)
    show_pages(call, [sheet], data=data, template=TEMPLATE)
    if hint:
        call.tell(hint)


def entries_meant(
    clock: Clock, from_: SaidDay | None, to: SaidDay | None, purse: Purse | None
) -> FundPeriod:
    """Return what is disclosed: the last quarter that ended, unless something else was said."""
    _length, first, last = stretch_with(clock.today, Length.QUARTER).previous
    start = from_.on(clock) if from_ else first
    stop = to.on(clock) if to else (clock.today if from_ and start > last else last)
    if to and stop < start:
        ahead = planned(to.text).on(clock)  # the end of a quarter that is still running
        stop = ahead if ahead.year == start.year else stop
    wanted = FundPeriod(purse=purse, start=start.isoformat(), stop=stop.isoformat())
    check_period(wanted.start, wanted.stop)
    return wanted


def this_quarter(reader: Reader, wanted: FundPeriod) -> str:
    """Say how to have this quarter where the last one is empty and this one is not."""
    first = stretch_with(reader.clock.today, Length.QUARTER).first.isoformat()
    count = queries.count_entries(reader, wanted._replace(start=first, stop=None).condition)
    if not count or queries.count_entries(reader, wanted.condition):
        return ""
    return _(
        "The last quarter has no entries, this one has {count} so far. For this one: --from {day}"
    ).format(count=count, day=first)


def disclosure(reader: Reader, wanted: FundPeriod) -> tuple[Page, dict[str, Any]]:
    """Return the page and what JSON says of it: the purses with anything to tell."""
    start, stop = wanted.start or "", wanted.stop or ""
    found = queries.entries(reader, wanted.condition, oldest_first=True)
    accounts = []
    for purse in Purse if wanted.purse is None else (wanted.purse,):
        one = account(reader, purse, wanted, found)
        if one.stated.opening or one.stated.entries:
            accounts.append(one)
    period = Period(
        branch=branch(reader).name,
        complex=complex_name(reader),
        printed_on=reader.clock.today.isoformat(),
        start=start,
        stop=stop,
        disclosed=disclosures(found),
    )
    sheet = fund_page(period, accounts, queries.residents(reader, found))
    return sheet, {
        "start": start,
        "stop": stop,
        "purses": [
            {
                "purse": account.purse.value,
                "opening_fen": account.stated.opening,
                "closing_fen": account.stated.closing,
                "entries": [entry.label for entry in account.stated.entries],
            }
            for account in accounts
        ],
    }
