"""`jinlin elevator spend`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.elevator.commands.books.shared import By, Money, Proof, enter
from jinlin.elevator.commands.money.shared import (
    Approver,
    DayOption,
    ProjectNumber,
    Running,
    book_of,
)
from jinlin.elevator.rules.books import EntryKind
from jinlin.ledger.entries import NewEntry
from jinlin.ledger.forms import PartyOption
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.store.check.proofs import proof_if_named


def spend(
    call: Call,
    number: ProjectNumber,
    amount: Money,
    payee: Annotated[
        str, NAME.option("--to", help=_("Who is paid."), asked=AskedFor(_("To whom")))
    ],
    purpose: Annotated[
        str, TEXT.option("--for", help=_("What for."), asked=AskedFor(_("What for")))
    ],
    by: By = None,
    approved_by: Approver = None,
    voucher: Proof = None,
    on: DayOption = None,
    running: Running = False,
    counterparty: PartyOption = None,
) -> None:
    new = NewEntry(
        EntryKind.SPENDING,
        amount,
        "",
        payee,
        purpose=purpose,
        handled_by=by,
        approved_by=approved_by,
        voucher=proof_if_named(call, voucher),
    )
    enter(call, number, book_of(running), new, (on, counterparty))
