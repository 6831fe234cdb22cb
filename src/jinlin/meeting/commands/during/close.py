"""`jinlin meeting close`: when it ended, and what is left for next time."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.kinds import At, MeetingNumber
from jinlin.meeting.record import opening
from jinlin.meeting.record.agenda import items
from jinlin.meeting.record.resolution_register import resolutions_of
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def close(call: Call, number: MeetingNumber, at: At = None) -> None:
    with writing(call) as tx:
        meeting = opening.close_meeting(tx, number, at)
        resolved = {resolution.item for resolution in resolutions_of(tx, meeting.number)}
        left = [
            item.position
            for item in items(tx, meeting.id)
            if not item.settled and item.position not in resolved
        ]
    assert meeting.ended_at is not None
    done(
        call,
        _("{number} {title} ended at {time}.").format(
            number=meeting.label, title=meeting.title, time=f"{meeting.ended_at:%H:%M}"
        ),
        number=meeting.label,
        data={
            "number": meeting.label,
            "ended_at": meeting.ended_at.isoformat(),
            "unsettled": left,
        },
    )
    if left:
        call.tell(
            _("Not settled, and left for next time: items {items}.").format(
                items=_(", ").join(map(str, left))
            ),
        )
