"""`jinlin meeting object`: somebody has something against the minutes."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.minutes import confirmation
from jinlin.meeting.record.actions import spoken_name
from jinlin.meeting.rules.meetings import meeting_label
from jinlin.output.command.kinds import TEXT, WHO
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def object_(
    call: Call,
    number: MeetingNumber,
    who: Annotated[str, WHO.argument(help=N_("Somebody who was there."))],
    text: Annotated[str, TEXT.argument(help=N_("What they object to."))],
) -> None:
    with writing(call) as tx:
        did = confirmation.object_to(tx, number, spoken_name(tx, who), text)
    label = meeting_label(number)
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
