"""`jinlin elevator income`, `spend` and `voucher`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import parse_money, yuan
from jinlin.elevator.commands.money.pay import entry_data
from jinlin.elevator.commands.money.shared import (
    Approver,
    DayOption,
    ProjectNumber,
    Running,
    book_of,
    check_said,
    day_said,
    said,
)
from jinlin.elevator.money import entries
from jinlin.elevator.money.queries import Entry, Same, entered_lately, totals
from jinlin.elevator.project.projects import Project, project
from jinlin.elevator.rules.entries import Book, EntryKind, parse_income
from jinlin.member.fund.entries import named
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.person.people.counterparties import (
    PartyOption,
    party_said,
    reading_told,
    tell_reading,
)
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import reading, writing
from jinlin.store.parties import judged

Money = Annotated[str, typer.Argument(metavar=_("MONEY"), help=_("Such as 3万 (yuan)."))]
By = Annotated[
    str | None,
    typer.Option(metavar=_("NAME"), help=_("Who handles it; otherwise the account's handler.")),
]
Proof = Annotated[
    str | None, typer.Option(metavar=_("FILE"), help=_("The invoice or receipt, as a file."))
]


def income(
    ctx: typer.Context,
    number: ProjectNumber,
    amount: Money,
    kind: Annotated[
        str | None,
        typer.Option(
            "--as", metavar=_("WORD"), help=_("subsidy, interest, aid, revenue or other.")
        ),
    ] = None,
    giver: Annotated[
        str | None, typer.Option("--from", metavar=_("NAME"), help=_("Who gives it."))
    ] = None,
    purpose: Annotated[
        str | None, typer.Option("--for", metavar=_("TEXT"), help=_("What for."))
    ] = None,
    by: By = None,
    approved_by: Approver = None,
    voucher: Proof = None,
    on: DayOption = None,
    running: Running = False,
    counterparty: PartyOption = None,
) -> None:
    call = called(ctx)
    check_said(call, on)
    word, whom = answers(
        call,
        [
            Question(
                option="--as",
                text=_("What it is"),
                given=said(kind),
                choices=["subsidy", "interest", "aid", "revenue", "other"],
                check=parse_income,
            ),
            Question(option="--from", text=_("From whom"), given=said(giver)),
        ],
    )
    new = entries.NewEntry(
        parse_income(word),
        parse_money(amount),
        "",
        whom,
        purpose=said(purpose),
        handled_by=said(by),
        approved_by=said(approved_by),
        voucher=proof_if_named(call, voucher),
    )
    _enter(call, number, book_of(running), new, (on, counterparty))


def spend(
    ctx: typer.Context,
    number: ProjectNumber,
    amount: Money,
    payee: Annotated[
        str | None, typer.Option("--to", metavar=_("NAME"), help=_("Who is paid."))
    ] = None,
    purpose: Annotated[
        str | None, typer.Option("--for", metavar=_("TEXT"), help=_("What for."))
    ] = None,
    by: By = None,
    approved_by: Approver = None,
    voucher: Proof = None,
    on: DayOption = None,
    running: Running = False,
    counterparty: PartyOption = None,
) -> None:
    call = called(ctx)
    check_said(call, on)
    whom, what = answers(
        call,
        [
            Question(option="--to", text=_("To whom"), given=said(payee)),
            Question(option="--for", text=_("What for"), given=said(purpose)),
        ],
    )
    new = entries.NewEntry(
        EntryKind.SPENDING,
        parse_money(amount),
        "",
        whom,
        purpose=what,
        handled_by=said(by),
        approved_by=said(approved_by),
        voucher=proof_if_named(call, voucher),
    )
    _enter(call, number, book_of(running), new, (on, counterparty))


def _enter(
    call: Call,
    number: str | None,
    book: Book,
    new: entries.NewEntry,
    words: tuple[str | None, str | None],
) -> None:
    on, kind = words
    with reading(call) as reader:
        which = project(reader, number)
        new = new._replace(day=day_said(on, reader.clock))
        again = entered_lately(
            reader, which, book, Same(new.kind, new.amount, new.day, new.counterparty)
        )
        name = named(reader, new.counterparty)
        party = judged(reader, [name])[name].party
    new = new._replace(party=party_said(call, party, name, kind))
    if again is not None and not call.operation:
        confirm(
            call,
            _("The same was entered as {number} within the last day; enter it again?").format(
                number=again.label
            ),
        )
    with writing(call) as tx:
        entry = entries.enter(tx, which, book, new)
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


def _entered(call: Call, which: Project, entry: Entry, left: int) -> None:
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
