"""`jinlin branch fund spend`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.money import parse_money
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
    said_for,
    tell_entered,
    told_of,
)
from jinlin.member.fund import entries
from jinlin.member.rules.purses import Direction, Purse
from jinlin.output.asking import Question, answers
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import writing


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
    party = asked_about(call, said, Direction.SPENDING, day, counterparty)
    proof = proof_if_named(call, voucher)
    with writing(call) as tx:
        new = new_entry(tx, said, direction=Direction.SPENDING, day=day, voucher=proof)
        by, approved_by = said_for(handler, "--by"), said_for(approver, "--approved-by")
        new = new._replace(handled_by=by, approved_by=approved_by, party=party)
        entry = entries.enter(tx, Purse.read(said[0]), new)
        left = balance_of(tx, entry.purse)
        told = told_of(tx, entry)
    tell_entered(
        call,
        entry,
        left,
        _(
            "{number} {amount} yuan was spent from the purse “{purse}” on {day}; it holds {left}"
            " yuan."
        ),
    )
    tell_reading(call, told)
    if entry.voucher is None:
        call.tell(
            _("Its invoice, when there is one: jinlin branch fund voucher {number} FILE").format(
                number=entry.label
            ),
        )
