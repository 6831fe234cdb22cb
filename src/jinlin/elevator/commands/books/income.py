"""`jinlin elevator income`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.elevator.commands.books.shared import EntryWords, Money, enter
from jinlin.elevator.commands.money.shared import ProjectNumber
from jinlin.elevator.rules.books import EntryKind, parse_income
from jinlin.ledger.entries import NewEntry
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import OTHER_SIDE, TEXT

INCOME: Final = WordKind("choice", N_("WORD"), parse_income)


def income(
    call: Call,
    number: ProjectNumber,
    amount: Money,
    kind: Annotated[
        EntryKind,
        INCOME.option(
            "--as",
            help=N_("subsidy, interest, aid, revenue or other."),
            asked=AskedFor(
                N_("What it is"), choices=("subsidy", "interest", "aid", "revenue", "other")
            ),
        ),
    ],
    giver: Annotated[
        str, OTHER_SIDE.option("--from", help=N_("Who gives it."), asked=AskedFor(N_("From whom")))
    ],
    purpose: Annotated[str | None, TEXT.option("--for", help=N_("What for."), free=True)] = None,
    *,
    words: EntryWords,
) -> None:
    enter(call, number, words, NewEntry(kind, amount, "", giver, purpose))
