"""`jinlin elevator reverse`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import day_on
from jinlin.elevator.commands.kinds import ENTRY
from jinlin.elevator.commands.money.shared import Approver, DayOption, Reason, entry_data
from jinlin.elevator.money.bookkeeping import reverse as reverse_entry
from jinlin.elevator.money.queries import find_entry
from jinlin.elevator.project.projects import project, project_label
from jinlin.output.delivery.show import done
from jinlin.store.backup.backup import safeguard
from jinlin.store.command.command import reading, writing


def reverse(
    call: Call,
    number: Annotated[
        str, ENTRY.argument(called="R12", help=N_("The receipt or voucher: R12, V3, X1-R12."))
    ],
    reason: Reason,
    approved_by: Approver = None,
    on: DayOption = None,
) -> None:
    with reading(call) as reader:
        find_entry(reader, number)  # a slip of the hand needs no backup
    safeguard(call)
    with writing(call) as tx:
        entry = find_entry(tx, number)
        which = project(tx, project_label(entry.project))
        reversal = reverse_entry(
            tx,
            which,
            entry,
            reason=reason,
            day=day_on(on, tx.clock).isoformat(),
            approved_by=approved_by,
        )
    done(
        call,
        _(
            "{number} of {day} takes {other} of {amount} yuan back, approved by {approver}; both"
            " stay in the books."
        ).format(
            number=reversal.label,
            day=reversal.day,
            other=entry.label,
            amount=yuan(entry.amount),
            approver=reversal.approved_by,
        ),
        number=reversal.label,
        data=entry_data(reversal),
    )
