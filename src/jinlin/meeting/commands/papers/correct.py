"""`jinlin meeting correct`: say what is wrong in confirmed minutes."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.options import Number, text_of
from jinlin.meeting.minutes import confirmation
from jinlin.meeting.rules.meetings import meeting_label, parse_number
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def correct(
    call: Call,
    number: Number,
    text: Annotated[str, typer.Argument(metavar=_("TEXT"), help=_("How it should read."))],
    reason: Annotated[
        str, typer.Option(metavar=_("TEXT"), help=_("Why; it is shown with the minutes."))
    ],
) -> None:
    meeting, kept = parse_number(number), text_of(text, what=_("TEXT"))
    why = text_of(reason, what="--reason")
    with writing(call) as tx:
        did = confirmation.correct(tx, meeting, kept, why)
    label = meeting_label(meeting)
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
