"""`jinlin meeting unsay`: take out what was written down wrongly."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.options import Number
from jinlin.meeting.minutes import statements
from jinlin.meeting.rules.meetings import parse_number
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def unsay(
    call: Call,
    number: Number,
    statement: Annotated[int, typer.Argument(metavar="N", help=_("Its number: meeting show."))],
) -> None:
    with writing(call) as tx:
        meeting = statements.unsay(tx, parse_number(number), statement)
    done(
        call,
        _("{number}: no. {statement} was taken out.").format(
            number=meeting.label, statement=statement
        ),
        number=str(statement),
        data={"number": meeting.label, "statement": statement},
    )
