"""`jinlin elevator income`."""

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
from jinlin.elevator.rules.books import parse_income
from jinlin.ledger.entries import NewEntry
from jinlin.ledger.forms import PartyOption
from jinlin.output.asking import Question, answers
from jinlin.store.check.proofs import proof_if_named


def income(
    call: Call,
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
    check_said(call, on)
    word, whom = answers(
        call,
        [
            Question(
                option="--as",
                text=_("What it is"),
                given=kept(kind),
                choices=["subsidy", "interest", "aid", "revenue", "other"],
                check=parse_income,
            ),
            Question(option="--from", text=_("From whom"), given=kept(giver)),
        ],
    )
    new = NewEntry(
        parse_income(word),
        parse_money(amount),
        "",
        whom,
        purpose=kept(purpose),
        handled_by=kept(by),
        approved_by=kept(approved_by),
        voucher=proof_if_named(call, voucher),
    )
    enter(call, number, book_of(running), new, (on, counterparty))
