"""`jinlin branch fund list`."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.ledger.forms import check_whole, party_column
from jinlin.ledger.journal import ENDINGS as JOURNALS
from jinlin.ledger.journal import JournalEntry, journal
from jinlin.member.commands.branch.fund.columns import direction_column, purse_column
from jinlin.member.fund import queries
from jinlin.member.fund.filters import ENTRIES
from jinlin.member.fund.queries import PurseEntry
from jinlin.member.rules.purses import Direction, Purse
from jinlin.output.delivery.content import save_content
from jinlin.output.delivery.disclosure import people_in
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
    listing = Listing.of("entries", title, cells, rows, total=total, empty=none)
    if PurePath(call.output or "").suffix.lower() in JOURNALS:
        _save_journal(call, listing, asked)
    else:
        show(call, listing)


def _save_journal(call: Call, listing: Listing, asked: FilterWords) -> None:
    """Write whole purses for hledger.

    Raises:
        UsageError: it would be only a part of them, whose balances say nothing.
        FileError: it cannot be written.
    """
    check_whole(asked, but=("purse",))
    rows = [dict(zip(listing.keys, row, strict=True)) for row in listing.masked_rows(call)]
    entries = [
        JournalEntry(
            day=row["day"],
            number=row["number"],
            account=Purse(row["purse"]).label,
            other=Purse(row["purse"]).label,
            out=row["direction"] == Direction.SPENDING.value,
            effect=(row["income_fen"] or 0) - (row["spending_fen"] or 0),
            payee=row["counterparty"] or "",
            text=row["purpose"] or "",
            reverses=row["reverses"] or "",
        )
        for row in reversed(rows)
    ]
    save_content(call, journal(entries, title=listing.title), persons=people_in(listing))


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
