"""`jinlin meeting remove`: it was called off, or never was."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.record import actions
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def remove(call: Call, number: MeetingNumber) -> None:
    with writing(call) as tx:
        meeting = actions.remove_meeting(tx, number)
    done(
        call,
        _("{number} {title} was removed.").format(number=meeting.label, title=meeting.title),
        number=meeting.label,
        data={"number": meeting.label, "title": meeting.title},
    )
