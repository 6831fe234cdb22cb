"""`jinlin branch fund list`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_bound
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.days.stretch import Length, stretch_with
from jinlin.core.i18n import _
from jinlin.ledger.forms import party_column
from jinlin.ledger.rules import check_period
from jinlin.member.commands.branch.fund.columns import (
    direction_column,
    purse_column,
)
from jinlin.member.fund import queries
from jinlin.member.fund.queries import EntryFilter, PurseEntry
from jinlin.member.rules.purses import Direction, Purse
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.output.listing.values import masked
from jinlin.store.command.command import reading

ASIDE = frozenset({
    "direction", "counterparty_kind", "handled_by", "approved_by", "voucher", "disclosed_on",
    "overdue", "reverses", "reason",
})  # fmt: skip
"""Columns of the list that the screen has no room for."""


def list_(
    call: Call,
    purse: Annotated[
        str | None, typer.Option(metavar=_("PURSE"), help=_("Only this purse."))
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar=_("DATE"), help=_("From this day on."))
    ] = None,
    to: Annotated[str | None, typer.Option(metavar=_("DATE"), help=_("Up to this day."))] = None,
    undisclosed: Annotated[
        bool, typer.Option("--undisclosed", help=_("Only what was not disclosed yet."))
    ] = False,
    overdue: Annotated[
        bool,
        typer.Option("--overdue", help=_("Only what was not disclosed when its quarter ended.")),
    ] = False,
    text: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Stands in purpose, names or reason."))
    ] = None,
) -> None:
    with reading(call) as reader:
        today = reader.clock.today
        start = parse_bound(from_, reader.clock).isoformat() if from_ else None
        stop = parse_bound(to, reader.clock).isoformat() if to else None
        check_period(start, stop)
        wanted = EntryFilter(
            purse=Purse.read(purse) if purse else None,
            start=start,
            stop=stop,
            undisclosed=undisclosed or overdue,
            ended_before=stretch_with(today, Length.QUARTER).first.isoformat() if overdue else None,
            text=(text or "").strip(),
        )
        rows = queries.entries(reader, wanted, limit=rows_wanted(call))
        total = queries.count_entries(reader, wanted)
    show(
        call,
        Listing(
            key="entries",
            title=_("Income and spending"),
            columns=_columns(),
            rows=[_row(call, entry, today) for entry in rows],
            aside=ASIDE,
            total=total,
            empty=_("There is no such entry. Enter one: jinlin branch fund income, or spend"),
        ),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(key="number", heading=_("Number")),
        Column(key="day", heading=_("Day"), kind=Kind.DATE),
        purse_column(),
        direction_column(),
        Column(key="income_fen", heading=_("Income"), kind=Kind.MONEY),
        Column(key="spending_fen", heading=_("Spending"), kind=Kind.MONEY),
        Column(key="purpose", heading=_("What for"), personal=Personal.TEXT),
        Column(key="counterparty", heading=_("From or to"), personal=Personal.ACTING),
        party_column(),
        Column(key="handled_by", heading=_("Handled by")),
        Column(key="approved_by", heading=_("Approved by")),
        Column(key="voucher", heading=_("Voucher")),
        Column(key="disclosed", heading=_("Posted"), kind=Kind.BOOLEAN),
        Column(key="disclosed_on", heading=_("Disclosed on"), kind=Kind.DATE),
        Column(key="overdue", heading=_("Overdue"), kind=Kind.BOOLEAN),
        Column(key="reverses", heading=_("Takes back")),
        Column(key="reason", heading=_("Reason"), personal=Personal.TEXT),
    )


def _row(call: Call, entry: PurseEntry, today: date) -> tuple[object, ...]:
    income = entry.direction is Direction.INCOME
    open_name = call.unmask or entry.party.open
    return (
        entry.label,
        entry.day,
        entry.purse.value,
        entry.direction.value,
        entry.signed if income else None,
        None if income else entry.signed,
        entry.purpose,
        entry.counterparty if open_name else masked(entry.counterparty, Personal.NAME),
        entry.party.value,
        entry.handled_by,
        entry.approved_by,
        entry.voucher,
        entry.disclosed_on is not None,
        entry.disclosed_on,
        entry.overdue(today),
        entry.reverses,
        entry.reason,
    )
