"""What income and spending share: their options, and how an entry is checked, booked and told."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.people.parties import Party
from jinlin.core.said import SaidDay, day_on
from jinlin.elevator.commands.money.shared import entry_data
from jinlin.elevator.money import bookkeeping
from jinlin.elevator.money.queries import BOOKS, BookEntry, totals
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.books import Books, EntryKind
from jinlin.ledger.book import Same, entered_lately
from jinlin.ledger.entries import NewEntry
from jinlin.ledger.forms import ask_about, reading_told, tell_reading
from jinlin.member.fund.entries import named
from jinlin.output.command.kinds import FILE, MONEY, NAME
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.parties import judged

Money = Annotated[int, MONEY.argument(help=_("Such as 3万 (yuan)."))]
By = Annotated[str | None, NAME.option(help=_("Who handles it; otherwise the account's handler."))]
Proof = Annotated[str | None, FILE.option(help=_("The invoice or receipt, as a file."))]


def enter(
    call: Call,
    number: str | None,
    book: Books,
    new: NewEntry,
    words: tuple[SaidDay | None, Party | None],
) -> None:
    on, kind = words
    with reading(call) as reader:
        which = project(reader, number)
        name = named(reader, new.counterparty)
        new = new._replace(day=day_on(on, reader.clock).isoformat())
        same = Same(new.kind, new.amount, new.day, name)
        again = entered_lately(reader, BOOKS, (which.id, book.value), same)
        party = judged(reader, [name])[name].party
    new = new._replace(party=ask_about(call, name, kind, party=party, again=again))
    with writing(call) as tx:
        entry = bookkeeping.enter(tx, which, book, new)
        left = totals(tx, which, book).balance
        told = reading_told(tx, name, f"jinlin elevator counterparty {entry.label}")
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
