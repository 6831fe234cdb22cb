"""`jinlin branch fund reverse`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member.commands.branch.fund.shared import (
    By,
    Day,
    balance_of,
    day_of,
    said_for,
    tell_entered,
)
from jinlin.member.fund import entries
from jinlin.member.fund.queries import find_entry
from jinlin.output.asking import Question, answers
from jinlin.store.backup.backup import safeguard
from jinlin.store.command.command import reading, writing


def reverse(
    call: Call,
    number: Annotated[str, typer.Argument(metavar="F12", help=_("The number of the entry."))],
    reason: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Why it is taken back."))
    ] = None,
    by: By = None,
    day: Day = None,
) -> None:
    [asked] = answers(call, [Question(option="--reason", text=_("Why"), given=reason)])
    why = said_for(asked, "--reason")
    with reading(call) as reader:
        find_entry(reader, number)  # a slip of the hand needs no backup
    safeguard(call)
    with writing(call) as tx:
        entry = entries.reverse(
            tx,
            number,
            reason=why,
            handled_by=clean(by or "") or None,
            day=day_of(day, tx.clock),
        )
        left = balance_of(tx, entry.purse)
    tell_entered(
        call,
        entry,
        left,
        _("{number} of {day} takes {other} of {amount} yuan back; “{purse}” holds {left} yuan."),
    )
