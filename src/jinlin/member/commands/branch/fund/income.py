"""`jinlin branch fund income`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.ledger.entries import NewEntry
from jinlin.ledger.forms import PartyOption
from jinlin.member.commands.branch.fund.shared import (
    About,
    Amount,
    By,
    Day,
    For,
    Proof,
    WhichPurse,
    enter,
)
from jinlin.member.rules.purses import Direction
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import OTHER_SIDE
from jinlin.store.check.proofs import proof_if_named


def income(
    call: Call,
    *,
    purse: WhichPurse,
    amount: Amount,
    giver: Annotated[
        str, OTHER_SIDE.option("--from", help=N_("Who gives it."), asked=AskedFor(N_("From whom")))
    ],
    purpose: For,
    by: By = None,
    day: Day,
    voucher: Proof = None,
    about: About = None,
    counterparty: PartyOption = None,
) -> None:
    new = NewEntry(
        Direction.INCOME,
        amount,
        "",
        giver,
        purpose=purpose,
        handled_by=by,
        voucher=proof_if_named(call, voucher),
    )
    enter(
        call,
        purse,
        new,
        counterparty,
        day=day,
        about=about,
        text=_(
            "{number} {amount} yuan came into the purse “{purse}” on {day}; it holds {left} yuan."
        ),
    )
