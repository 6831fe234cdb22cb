"""`jinlin branch fund income`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import parse_money
from jinlin.core.text import clean
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
)
from jinlin.member.rules.purses import Direction
from jinlin.output.asking import Question, answers


def income(
    call: Call,
    purse: PurseName = None,
    amount: Amount = None,
    giver: Annotated[
        str | None, typer.Option("--from", metavar=_("NAME"), help=_("Who gives it."))
    ] = None,
    purpose: For = None,
    by: By = None,
    day: Day = None,
    voucher: Proof = None,
    counterparty: PartyOption = None,
) -> None:
    *said, day = answers(
        call,
        [
            purse_question(purse),
            Question(option="--amount", text=_("Amount"), given=amount, check=parse_money),
            Question(option="--from", text=_("From whom"), given=giver),
            Question(option="--for", text=_("What for"), given=purpose),
            day_question(call, day),
        ],
    )
    enter(
        call,
        Direction.INCOME,
        said,
        hands=(clean(by or "") or None, None),
        day=day,
        voucher=voucher,
        counterparty=counterparty,
        text=_(
            "{number} {amount} yuan came into the purse “{purse}” on {day}; it holds {left} yuan."
        ),
    )
