"""`jinlin elevator refund`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import day_on
from jinlin.elevator.commands.money.shared import (
    DayOption,
    DoorMeant,
    DoorWord,
    ProjectOption,
    Running,
    balance_data,
    book_of,
    door_meant,
    door_said,
    entry_data,
)
from jinlin.elevator.money.door_accounts import standing_of
from jinlin.elevator.money.dues import dues, projects_of_door
from jinlin.elevator.money.queries import totals
from jinlin.elevator.money.receipts import refund as pay_back
from jinlin.elevator.project.projects import project, project_label
from jinlin.elevator.rules.books import Books
from jinlin.elevator.settlement.pages import owed_to_builder
from jinlin.output.command.kinds import MONEY
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader


def refund(
    call: Call,
    door: DoorWord,
    amount: Annotated[
        int | None, MONEY.argument(help=N_("How much; otherwise all it overpaid."))
    ] = None,
    on: DayOption = None,
    running: Running = False,
    project_: ProjectOption = None,
) -> None:
    book = book_of(running)
    with reading(call) as reader:
        meant = door_meant(reader, door, project_ or _where_to_have_back(reader, door, book), book)
        day = day_on(on, reader.clock).isoformat()
    fen = _all_of_it(meant) if amount is None else amount
    with writing(call, money=True) as tx:
        entry = pay_back(tx, meant.project, book, meant.standing.door, fen, day)
        standing = standing_of(tx, meant.project, book, meant.door.id) or meant.standing
        books = totals(tx, meant.project, book)
        owing = owed_to_builder(dues(tx, meant.project), books) if book is Books.WORKS else ""
    done(
        call,
        _(
            "{number} {door} was paid back {amount} yuan on {day}; {credit} yuan is still to be"
            " paid back."
        ).format(
            number=entry.label,
            day=entry.day,
            door=meant.door.label,
            amount=yuan(fen),
            credit=yuan(standing.balance.credit),
        ),
        number=entry.label,
        data={**entry_data(entry), **balance_data(standing)},
    )
    call.tell(
        _("Its voucher to print: jinlin elevator receipt {number} -o {number}.docx").format(
            number=entry.label
        ),
    )
    if owing:
        call.tell(owing)


def _where_to_have_back(reader: Reader, word: str, book: Books) -> str | None:
    """Return the one project in which a door has money to have back; None for none or several."""
    door = door_said(reader, word, None)
    found = []
    for number in projects_of_door(reader, door.id):
        standing = standing_of(reader, project(reader, project_label(number)), book, door.id)
        if standing is not None and standing.balance.credit:
            found.append(project_label(number))
    return found[0] if len(found) == 1 else None


def _all_of_it(meant: DoorMeant) -> int:
    """Return what a door has to have back, in fen.

    Raises:
        RuleError: it has nothing.
    """
    credit = meant.standing.balance.credit
    if not credit:
        raise RuleError(
            _("{door} has nothing to have back.").format(door=meant.door.label),
            hint=_("See: jinlin elevator ledger {door}").format(door=meant.door.label),
        )
    return credit
