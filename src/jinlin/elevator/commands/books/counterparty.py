"""`jinlin elevator counterparty`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.elevator.commands.kinds import ENTRY
from jinlin.elevator.money.bookkeeping import find_paid_entry
from jinlin.elevator.money.queries import BOOKS
from jinlin.ledger.forms import PartyWord, say_counterparty


def counterparty(
    call: Call,
    number: Annotated[str, ENTRY.argument(help=N_("The number of the entry."))],
    what: PartyWord = None,
) -> None:
    say_counterparty(call, BOOKS, find_paid_entry, number, what)
