"""`jinlin elevator receipt`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.building.queries import complex_name
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.numerals import in_capitals
from jinlin.elevator.commands.kinds import ENTRY
from jinlin.elevator.commands.money.shared import entry_data
from jinlin.elevator.money import pages
from jinlin.elevator.money.queries import IN_BOOKS, OF_DOORS, entries, find_entry
from jinlin.elevator.project.projects import project, project_label
from jinlin.store.command.command import reading


def receipt(
    call: Call,
    number: Annotated[str, ENTRY.argument(called="R12", help=N_("Its number: R12 or X1-R12."))],
) -> None:
    from jinlin.output.delivery.page import show_pages

    with reading(call) as reader:
        entry = find_entry(reader, number)
        if entry.series != "R":
            raise UsageError(
                _("{number} is no receipt.").format(number=entry.label),
                hint=_("See it: jinlin elevator ledger {number}").format(number=entry.label),
            )
        which = project(reader, project_label(entry.project))
        of_door = entries(reader, which, IN_BOOKS([entry.book]) & OF_DOORS([entry.household_id]))
        so_far = sum(one.effect for one in of_door if one.id <= entry.id)
        page = pages.receipt_page(entry, which, complex_name(reader), so_far)
    data = {
        **entry_data(entry),
        "payer": entry.counterparty,
        "amount_in_words": in_capitals(entry.amount),
        "reversed_by": entry.reversed_by,
        "so_far_fen": so_far,
    }
    show_pages(call, [page], data=data, template=TEMPLATE)


TEMPLATE = "收款收据"
