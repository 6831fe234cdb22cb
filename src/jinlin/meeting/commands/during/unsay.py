"""`jinlin meeting unsay`: take out what was written down wrongly."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.minutes import statements
from jinlin.output.command.kinds import NUMBER
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def unsay(
    call: Call,
    number: MeetingNumber,
    statement: Annotated[int, NUMBER.argument(help=N_("Its number: meeting show."))],
) -> None:
    with writing(call) as tx:
        meeting = statements.unsay(tx, number, statement)
    done(
        call,
        _("{number}: no. {statement} was taken out.").format(
            number=meeting.label, statement=statement
        ),
        number=str(statement),
        data={"number": meeting.label, "statement": statement},
    )
