"""`jinlin branch fund income`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import parse_money
from jinlin.core.text import clean
from jinlin.ledger.forms import PartyOption, tell_reading
from jinlin.member.commands.branch.fund.shared import (
    Amount,
    By,
    Day,
    For,
    Proof,
    PurseName,
    asked_about,
    balance_of,
    day_question,
    new_entry,
    purse_question,
    tell_entered,
    told_of,
)
from jinlin.member.fund import entries
from jinlin.member.rules.purses import Direction, Purse
from jinlin.output.asking import Question, answers
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import writing


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
    party = asked_about(call, said, Direction.INCOME, day, counterparty)
    proof = proof_if_named(call, voucher)
    with writing(call) as tx:
        new = new_entry(tx, said, direction=Direction.INCOME, day=day, voucher=proof)
        entry = entries.enter(
            tx, Purse.read(said[0]), new._replace(handled_by=clean(by or "") or None, party=party)
        )
        left = balance_of(tx, entry.purse)
        told = told_of(tx, entry)
    tell_entered(
        call,
        entry,
        left,
        _("{number} {amount} yuan came into the purse “{purse}” on {day}; it holds {left} yuan."),
    )
    tell_reading(call, told)
