"""`jinlin elevator spend`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.elevator.commands.books.shared import EntryWords, Money, enter
from jinlin.elevator.commands.money.shared import ProjectNumber
from jinlin.elevator.rules.books import EntryKind
from jinlin.ledger.entries import NewEntry
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import OTHER_SIDE, TEXT


def spend(
    call: Call,
    number: ProjectNumber,
    amount: Money,
    payee: Annotated[
        str, OTHER_SIDE.option("--to", help=N_("Who is paid."), asked=AskedFor(N_("To whom")))
    ],
    purpose: Annotated[
        str, TEXT.option("--for", help=N_("What for."), asked=AskedFor(N_("What for")))
    ],
    words: EntryWords,
) -> None:
    enter(call, number, words, NewEntry(EntryKind.SPENDING, amount, "", payee, purpose))
