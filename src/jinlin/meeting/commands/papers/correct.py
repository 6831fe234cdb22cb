"""`jinlin meeting correct`: say what is wrong in confirmed minutes."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.minutes import confirmation
from jinlin.meeting.rules.meetings import meeting_label
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def correct(
    call: Call,
    number: MeetingNumber,
    text: Annotated[str, TEXT.argument(help=N_("How it should read."))],
    reason: Annotated[str, TEXT.option(help=N_("Why; it is shown with the minutes."))],
) -> None:
    with writing(call) as tx:
        did = confirmation.correct(tx, number, text, reason)
    label = meeting_label(number)
    done(
        call,
        _("{number}, correction {correction}: {text}").format(
            number=label, correction=did.number, text=did.text
        ),
        number=str(did.number),
        data={
            "number": label, "correction": did.number, "text": did.text, "reason": did.reason,
            "at": did.at.isoformat(),
        },
    )  # fmt: skip
