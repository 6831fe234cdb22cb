"""`jinlin branch fund spend`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import parse_money
from jinlin.ledger.forms import PartyOption
from jinlin.member.commands.branch.fund.shared import (
    Amount,
    By,
    Day,
    For,
    Proof,
    PurseName,
    day_question,
    enter,
    purse_question,
    said_for,
)
from jinlin.member.rules.purses import Direction
from jinlin.output.asking import Question, answers


def spend(
    call: Call,
    purse: PurseName = None,
    amount: Amount = None,
    payee: Annotated[
        str | None, typer.Option("--to", metavar=_("NAME"), help=_("Who is paid."))
    ] = None,
    purpose: For = None,
    by: By = None,
    approved_by: Annotated[
        str | None,
        typer.Option(
            metavar=_("NAME"), help=_("Who approves it: neither payee nor who handles it.")
        ),
    ] = None,
    day: Day = None,
    voucher: Proof = None,
    counterparty: PartyOption = None,
) -> None:
    *said, handler, approver, day = answers(
        call,
        [
            purse_question(purse),
            Question(option="--amount", text=_("Amount"), given=amount, check=parse_money),
            Question(option="--to", text=_("To whom"), given=payee),
            Question(option="--for", text=_("What for"), given=purpose),
            Question(option="--by", text=_("Who handles it"), given=by),
            Question(option="--approved-by", text=_("Who approves it"), given=approved_by),
            day_question(call, day),
        ],
    )
    entry = enter(
        call,
        Direction.SPENDING,
        said,
        hands=(said_for(handler, "--by"), said_for(approver, "--approved-by")),
        day=day,
        voucher=voucher,
        counterparty=counterparty,
        text=_(
            "{number} {amount} yuan was spent from the purse “{purse}” on {day}; it holds {left}"
            " yuan."
        ),
    )
    if entry.voucher is None:
        call.tell(
            _("Its invoice, when there is one: jinlin branch fund voucher {number} FILE").format(
                number=entry.label
            ),
        )
