"""`jinlin meeting object`: somebody has something against the minutes."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.options import Number, text_of
from jinlin.meeting.minutes import confirmation
from jinlin.meeting.record.actions import spoken_name
from jinlin.meeting.rules.meetings import meeting_label, parse_number
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def object_(
    call: Call,
    number: Number,
    who: Annotated[str, typer.Argument(metavar=_("WHO"), help=_("Somebody who was there."))],
    text: Annotated[
        str, typer.Argument(metavar=_("TEXT"), help=_("What she has against the minutes."))
    ],
) -> None:
    meeting, kept = parse_number(number), text_of(text, what=_("TEXT"))
    with writing(call) as tx:
        name = text_of(spoken_name(tx, who), what=_("WHO"))
        did = confirmation.object_to(tx, meeting, name, kept)
    label = meeting_label(meeting)
    done(
        call,
        _("{number}, objection of {name}: {text}").format(
            number=label, name=did.name, text=did.text
        ),
        number=label,
        data={
            "number": label, "name": did.name, "text": did.text, "at": did.at.isoformat(),
        },
    )  # fmt: skip
