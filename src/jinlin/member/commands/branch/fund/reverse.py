"""`jinlin branch fund reverse`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.member.commands.branch.fund.shared import (
    By,
    Number,
    balance_of,
    tell_entered,
)
from jinlin.member.fund import entries
from jinlin.member.fund.queries import find_entry
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import COME_DAY, TEXT
from jinlin.store.backup.backup import safeguard
from jinlin.store.command.command import reading, writing


def reverse(
    call: Call,
    number: Number,
    reason: Annotated[
        str, TEXT.option(help=N_("Why it is taken back."), asked=AskedFor(N_("Why")))
    ],
    by: By = None,
    day: Annotated[
        SaidDay | None, COME_DAY.option("--date", help=N_("When; otherwise today."))
    ] = None,
) -> None:
    with reading(call) as reader:
        find_entry(reader, number)  # a slip of the hand needs no backup
    safeguard(call)
    with writing(call) as tx:
        entry = entries.reverse(
            tx,
            number,
            reason=reason,
            handled_by=by,
            day=day_on(day, tx.clock).isoformat(),
        )
        left = balance_of(tx, entry.purse)
    tell_entered(
        call,
        entry,
        left,
        _("{number} of {day} takes {other} of {amount} yuan back; “{purse}” holds {left} yuan."),
    )
