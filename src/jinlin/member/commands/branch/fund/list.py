"""`jinlin branch fund list`."""

from __future__ import annotations

from datetime import date

from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.ledger.forms import party_column
from jinlin.member.commands.branch.fund.columns import direction_column, purse_column
from jinlin.member.fund import queries
from jinlin.member.fund.filters import ENTRIES
from jinlin.member.fund.queries import PurseEntry
from jinlin.member.rules.purses import Direction
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, On, rows_wanted
from jinlin.output.listing.values import masked
from jinlin.store.command.command import reading


def list_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        where = ENTRIES.condition(reader, asked)
        rows = queries.entries(reader, where, limit=rows_wanted(call))
        total = queries.count_entries(reader, where)
        cells = _cells(call, reader.clock.today)
    none = _("There is no such entry. Enter one: jinlin branch fund income, or spend")
    title = _("Income and spending")
    show(call, Listing.of("entries", title, cells, rows, total=total, empty=none))


def _cells(call: Call, today: date) -> tuple[Cell[PurseEntry], ...]:
    def moved(entry: PurseEntry, direction: Direction) -> int | None:
        return entry.signed if entry.direction is direction else None

    def named(entry: PurseEntry) -> str:
        shown = call.unmask or entry.party.open
        return entry.counterparty if shown else masked(entry.counterparty, Personal.NAME)

    return (
        Cell("number", _("Number"), "label"),
        Cell("day", _("Date"), kind=Kind.DATE),
        Cell.of(purse_column(), "purse.value"),
        Cell.of(direction_column(), "direction.value", On.FILES),
        Cell("income_fen", _("Income"), lambda e: moved(e, Direction.INCOME), Kind.MONEY),
        Cell("spending_fen", _("Spending"), lambda e: moved(e, Direction.SPENDING), Kind.MONEY),
        Cell("purpose", _("What for"), personal=Personal.TEXT),
        Cell("counterparty", _("From or to"), named, personal=Personal.ACTING),
        Cell.of(party_column(), "party.value", On.FILES),
        Cell("handled_by", _("Handled by"), on=On.FILES),
        Cell("approved_by", _("Approved by"), on=On.FILES),
        Cell("decided", _("Decision"), on=On.FILES),
        Cell("voucher", _("Voucher"), on=On.FILES),
        Cell("disclosed", _("Posted"), lambda e: e.disclosed_on is not None, Kind.BOOLEAN),
        Cell("disclosed_on", _("Disclosed on"), kind=Kind.DATE, on=On.FILES),
        Cell("overdue", _("Overdue"), lambda e: e.overdue(today), Kind.BOOLEAN, on=On.FILES),
        Cell("reverses", _("Takes back"), on=On.FILES),
        Cell("reason", _("Reason"), personal=Personal.TEXT, on=On.FILES),
    )
