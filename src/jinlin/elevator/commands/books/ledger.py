"""`jinlin elevator ledger`: the entries of a project or a door, and one entry."""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from pathlib import PurePath
from typing import Annotated, NamedTuple

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.elevator.commands.kinds import SUBJECT, BookSubject
from jinlin.elevator.commands.money.shared import (
    ProjectOption,
    Running,
    book_of,
    door_meant,
    last_rows,
)
from jinlin.elevator.money.door_accounts import DoorAccount
from jinlin.elevator.money.queries import (
    IN_BOOKS,
    LEDGER,
    OF_DOORS,
    BookEntry,
    entries,
    find_entry,
    totals,
    undone_numbers,
)
from jinlin.elevator.project.projects import Project, place_words, project
from jinlin.elevator.rules.books import LOWERING, Books, EntryKind, PaymentMethod
from jinlin.ledger.forms import check_whole, party_column, proof_fields, reversal_fields
from jinlin.ledger.journal import ENDINGS as JOURNALS
from jinlin.ledger.journal import JournalEntry, journal
from jinlin.output.delivery.content import save_content
from jinlin.output.delivery.disclosure import people_in
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import Condition, FilterWords, span_asked
from jinlin.output.listing.listing import Cell, Listing, On, Record
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def ledger(
    call: Call,
    what: Annotated[
        BookSubject | None,
        SUBJECT.argument(
            called="X1|3-1-502|R12|V3",
            help=N_("A project, a door of it, or one entry; the project that goes on otherwise."),
        ),
    ] = None,
    running: Running = False,
    project_: ProjectOption = None,
    *,
    asked: FilterWords,
) -> None:
    with reading(call) as reader:
        if what is not None and what.is_entry:
            show(call, _entry_record(reader, find_entry(reader, what.word)))
            return
        book = book_of(running)
        of = IN_BOOKS([book])
        if what is None or what.is_project:
            which = project(reader, what.word if what else project_)
            title = _("Ledger of the {kind} of {place}").format(
                kind=which.kind.label, place=place_words(which)
            )
            notes = (*_account_notes(reader, which, book), *_undone_notes(reader, which))
        else:
            meant = door_meant(reader, what.word, project_, book)
            which, of = meant.project, of & OF_DOORS([meant.door.id])
            title = _("Ledger of {door}").format(door=meant.door.label)
            notes = _door_notes(meant.standing)
        first, _last = span_asked(asked, reader.clock, first=date.min, last=date.max)
        before = entries(reader, which, of & Condition("e.day < ?", (first.isoformat(),)))
        found = entries(reader, which, of & LEDGER.condition(reader, asked))
    opening = sum(entry.effect for entry in before)
    listing = _listing(title, found, opening, notes)
    if PurePath(call.output or "").suffix.lower() in JOURNALS:
        check_whole(asked)
        of_book = _("works account") if book is Books.WORKS else _("running account")
        _save_journal(call, listing, f"{which.label}:{of_book}")
    else:
        show(call, last_rows(call, listing))


def _save_journal(call: Call, listing: Listing, account: str) -> None:
    """Write a whole account for hledger.

    Raises:
        FileError: it cannot be written.
    """
    rows = [dict(zip(listing.keys, row, strict=True)) for row in listing.masked_rows(call)]
    entries = [
        JournalEntry(
            day=row["day"],
            number=row["number"],
            account=account,
            other=f"{account}:{kind.label}",
            out=kind in LOWERING,
            effect=row["amount_fen"],
            payee=row["door"] or "",
            text=row["purpose"] or kind.label,
            reverses=row["reverses"] or "",
        )
        for row in rows
        for kind in [EntryKind(row["kind"])]
    ]
    save_content(call, journal(entries, title=listing.title), persons=people_in(listing))


class _BalancedEntry(NamedTuple):
    """An entry, with the balance after it; fen."""

    entry: BookEntry
    balance: int


def _listing(title: str, found: list[BookEntry], opening: int, notes: tuple[str, ...]) -> Listing:
    _opening, *balances = accumulate((entry.effect for entry in found), initial=opening)
    return Listing.of(
        "entries",
        title,
        (
            Cell("number", _("Number"), "entry.label"),
            Cell("day", _("Date"), "entry.day", Kind.DATE),
            Cell.of(_kind_column(), "entry.kind.value"),
            Cell("door", _("Door"), "entry.door"),
            Cell("amount_fen", _("Yuan"), "entry.effect", Kind.MONEY),
            Cell("balance_fen", _("Balance"), "balance", Kind.MONEY),
            Cell("purpose", _("What for"), "entry.purpose", personal=Personal.TEXT),
            Cell("reverses", _("Takes back"), "entry.reverses"),
            Cell("reversed_by", _("Taken back by"), "entry.reversed_by", on=On.FILES),
        ),
        list(map(_BalancedEntry, found, balances)),
        notes=notes,
        empty=_("There is no entry. Take money: jinlin elevator pay 3-1-502 20000"),
    )


def _account_notes(reader: Reader, which: Project, book: Books) -> tuple[str, ...]:
    sums = totals(reader, which, book)
    parts = (
        f"{sign}{_(text).format(amount=yuan(amount))}"
        for sign, text, amount in (
            ("", N_("received {amount}"), sums.received),
            (" + ", N_("maintenance fund {amount}"), sums.fund),
            (" + ", N_("subsidies {amount}"), sums.subsidies),
            (" + ", N_("other income {amount}"), sums.other),
            (" - ", N_("spent {amount}"), sums.spending),
            (" - ", N_("paid back {amount}"), sums.refunds),
        )
        if amount or not sign
    )
    return (_("{sum} = {balance} yuan").format(sum="".join(parts), balance=yuan(sums.balance)),)


def _undone_notes(reader: Reader, which: Project) -> tuple[str, ...]:
    """Return why numbers are missing, where some are."""
    spans = undone_numbers(reader, which)
    if not spans:
        return ()
    told = (
        f"{series}{first}"
        if first == last
        else _("{first} to {last}").format(first=f"{series}{first}", last=f"{series}{last}")
        for series, first, last in spans
    )
    return (
        _(
            "Numbers of entries that were undone and are not given again: {numbers}. See: jinlin"
            " log"
        ).format(numbers=_(", ").join(told)),
    )


def _door_notes(standing: DoorAccount) -> tuple[str, ...]:
    balance = standing.balance
    notes = [
        _("Owes {due} yuan, due by now {due_now} yuan, in {net} yuan; left {left} yuan.").format(
            due=yuan(balance.due),
            due_now=yuan(balance.due_now),
            net=yuan(balance.net),
            left=yuan(balance.outstanding),
        )
    ]
    if balance.credit:
        notes.append(_("To have back: {credit} yuan.").format(credit=yuan(balance.credit)))
    return tuple(notes)


def _entry_record(reader: Reader, entry: BookEntry) -> Record:
    way = Column(key="method", heading=_("Way of paying"), labels=PaymentMethod.labels())
    return Record.of(
        title=entry.label,
        fields=[
            (Column(key="number", heading=_("Number")), entry.label),
            (_kind_column(), entry.kind.value),
            (Column(key="amount_fen", heading=_("Amount (yuan)"), kind=Kind.MONEY), entry.effect),
            (Column(key="day", heading=_("Date"), kind=Kind.DATE), entry.day),
            (Column(key="door", heading=_("Door")), entry.door),
            (way, entry.method.value if entry.method else None),
            (Column(key="counterparty", heading=_("From or to")), entry.counterparty),
            (party_column(), entry.party.value if entry.counterparty else None),
            (Column(key="purpose", heading=_("What for")), entry.purpose),
            (Column(key="payee", heading=_("Payee")), entry.payee),
            (Column(key="account", heading=_("Account")), entry.account),
            (Column(key="handled_by", heading=_("Handled by")), entry.handled_by),
            (Column(key="approved_by", heading=_("Checked by")), entry.approved_by),
            *proof_fields(entry, reader.path),
            *reversal_fields(entry),
        ],
    )


def _kind_column() -> Column:
    return Column(key="kind", heading=_("What moved"), labels=EntryKind.labels())
