"""`jinlin elevator spend`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import parse_money
from jinlin.elevator.commands.books.shared import By, Money, Proof, enter
from jinlin.elevator.commands.money.shared import (
    Approver,
    DayOption,
    ProjectNumber,
    Running,
    book_of,
    check_said,
)
from jinlin.elevator.commands.shared import kept
from jinlin.elevator.rules.books import EntryKind
from jinlin.ledger.entries import NewEntry
from jinlin.ledger.forms import PartyOption
from jinlin.output.asking import Question, answers
from jinlin.store.check.proofs import proof_if_named


def spend(
    call: Call,
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
    check_said(call, on)
    whom, what = answers(
        call,
        [
            Question(option="--to", text=_("To whom"), given=kept(payee)),
            Question(option="--for", text=_("What for"), given=kept(purpose)),
        ],
    )
    new = NewEntry(
        EntryKind.SPENDING,
        parse_money(amount),
        "",
        whom,
        purpose=what,
        handled_by=kept(by),
        approved_by=kept(approved_by),
        voucher=proof_if_named(call, voucher),
    )
    enter(call, number, book_of(running), new, (on, counterparty))
