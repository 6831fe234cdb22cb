"""`jinlin elevator disclose`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.building.queries import complex_name
from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.core.said import SaidDay, day_on
from jinlin.elevator.commands.money.shared import ProjectWord, Running, book_of
from jinlin.elevator.money import disclosure_page
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.queries import (
    BOOKS,
    IN_BOOKS,
    account_of,
    door_sums,
    entries,
    totals,
)
from jinlin.elevator.project.projects import adopted_shares, project
from jinlin.elevator.rules.books import Books, EntryKind
from jinlin.ledger.book import held_before
from jinlin.ledger.rules import check_period
from jinlin.ledger.statement import AccountStatement
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import BOUND_DAY
from jinlin.output.listing.filter import Condition
from jinlin.store.command.command import reading


def disclose(
    call: Call,
    number: ProjectWord = None,
    start: Annotated[
        SaidDay | None,
        BOUND_DAY.option("--from", help=N_("The first day; else the first entry's.")),
    ] = None,
    stop: Annotated[
        SaidDay | None, BOUND_DAY.option("--to", help=N_("The last day; else today."))
    ] = None,
    running: Running = False,
    settlement: Annotated[
        bool, flag("--settlement", help=N_("What the works came to instead, once settled."))
    ] = False,
) -> None:
    from jinlin.member.fund.queries import residents
    from jinlin.output.delivery.page import show_pages

    if settlement:
        _show_settlement(call, number)
        return

    with reading(call) as reader:
        which, book = project(reader, number), book_of(running)
        last = day_on(stop, reader.clock).isoformat()
        first = start.on(reader.clock).isoformat() if start else None
        check_period(first, last)
        until = Condition("e.day BETWEEN ? AND ?", (first or "", last))
        found = entries(reader, which, IN_BOOKS([book]) & until)
        first = first or (found[0].day if found else last)
        opening = held_before(reader, BOOKS, (which.id, book.value), first)
        stated = AccountStatement(first, last, opening, found)
        period = disclosure_page.DisclosurePeriod(which, book, account_of(reader, which), stated)
        told = (entry for entry in found if entry.kind is not EntryKind.PAYMENT)
        page = disclosure_page.disclosure_page(
            period, complex_name(reader), residents(reader, told)
        )
    data = {
        "project": which.label,
        "book": book.value,
        "start": stated.start,
        "stop": stated.stop,
        "before_fen": stated.opening,
        **{f"{name}_fen": amount for name, amount in period.sums()._asdict().items()},
        "balance_fen": stated.closing,
    }
    show_pages(call, [page], data=data, template=DISCLOSURE_TEMPLATE)


def _show_settlement(call: Call, number: str | None) -> None:
    from jinlin.elevator.settlement.notice_page import SettledWorks, settlement_notice
    from jinlin.output.delivery.page import show_pages

    with reading(call) as reader:
        which = project(reader, number)
        owed = dues(reader, which)
        works = SettledWorks(
            which,
            owed,
            {
                share.household_id: share.amount
                for share in adopted_shares(reader, owed.plan)
                if share.household_id is not None
            },
            door_sums(reader, which, Books.WORKS),
            totals(reader, which, Books.WORKS),
            reader.clock.today,
        )
        page = settlement_notice(works, complex_name(reader))
    final = owed.final
    data = {
        "project": which.label,
        "settled_on": final.settled_on if final else None,
        "total_fen": final.total if final else None,
        "shared_fen": works.net,
        "to_pay_fen": sum(fen for fen in works.balances if fen > 0),
        "to_have_back_fen": -sum(fen for fen in works.balances if fen < 0),
    }
    show_pages(call, [page], data=data, template=SETTLEMENT_TEMPLATE)


SETTLEMENT_TEMPLATE = "电梯结算公示"
DISCLOSURE_TEMPLATE = "电梯资金公开"
