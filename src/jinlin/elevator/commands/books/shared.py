"""What income and spending share: their options, and how an entry is checked, booked and told."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.money import yuan
from jinlin.core.said import day_on
from jinlin.elevator.commands.money.shared import (
    Approver,
    DayOption,
    Running,
    book_of,
    entry_data,
)
from jinlin.elevator.money import bookkeeping
from jinlin.elevator.money.queries import BOOKS, BookEntry, totals
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.books import EntryKind
from jinlin.ledger.book import Same, entered_lately
from jinlin.ledger.entries import NewEntry
from jinlin.ledger.forms import PartyOption, ask_about, check_spelling, reading_told, tell_reading
from jinlin.member.fund.entries import named
from jinlin.output.command.kinds import FILE, MONEY, WHO
from jinlin.output.delivery.show import done
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import reading, writing
from jinlin.store.parties import judged

Money = Annotated[int, MONEY.argument(help=N_("Such as 3万 (yuan)."))]


class EntryWords(NamedTuple):
    """What is said of an income and of spending alike."""

    by: Annotated[
        str | None, WHO.option(help=N_("Who handles it; otherwise the account's handler."))
    ] = None
    approved_by: Approver = None
    voucher: Annotated[str | None, FILE.option(help=N_("The invoice or receipt, as a file."))] = (
        None
    )
    on: DayOption = None
    running: Running = False
    counterparty: PartyOption = None


def enter(call: Call, number: str, words: EntryWords, new: NewEntry) -> None:
    book = book_of(words.running)
    new = new._replace(
        handled_by=words.by,
        approved_by=words.approved_by,
        voucher=proof_if_named(call, words.voucher),
    )
    with reading(call) as reader:
        which = project(reader, number)
        check_spelling(call, reader, new.counterparty)
        name = named(reader, new.counterparty)
        new = new._replace(day=day_on(words.on, reader.clock).isoformat())
        same = Same(new.kind, new.amount, new.day, name)
        again = entered_lately(reader, BOOKS, (which.id, book.value), same)
        party = judged(reader, [name])[name].party
    new = new._replace(party=ask_about(call, name, words.counterparty, party=party, again=again))
    with writing(call, money=True) as tx:
        entry = bookkeeping.enter(tx, which, book, new)
        left = totals(tx, which, book).balance
        told = reading_told(tx, name, as_spoken(f"jinlin elevator counterparty {entry.label}"))
    _entered(call, which, entry, left)
    tell_reading(call, told)
    if entry.kind is EntryKind.SPENDING and entry.voucher is None:
        call.tell(
            _("Its invoice, when there is one: jinlin elevator voucher {number} FILE").format(
                number=entry.label
            ),
        )


def _entered(call: Call, which: Project, entry: BookEntry, left: int) -> None:
    spent = entry.kind is EntryKind.SPENDING
    text = (
        _(
            "{number} {amount} yuan was paid to {name} on {day}; the account of {project} holds"
            " {left} yuan."
        )
        if spent
        else _(
            "{number} {amount} yuan came in ({kind}) from {name} on {day}; the account of {project}"
            " holds {left} yuan."
        )
    )
    done(
        call,
        text.format(
            number=entry.label,
            day=entry.day,
            amount=yuan(entry.amount),
            kind=entry.kind.label,
            name=entry.counterparty,
            project=which.label,
            left=yuan(left),
        ),
        number=entry.label,
        data={**entry_data(entry), "balance_fen": left},
    )
