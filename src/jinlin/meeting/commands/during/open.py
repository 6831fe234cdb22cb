"""`jinlin meeting open`: it begins, and its agenda is frozen."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.commands.kinds import At, MeetingNumber
from jinlin.meeting.record import opening
from jinlin.meeting.record.agenda import items
from jinlin.meeting.record.branch_first import Progress, deliberated, first_words
from jinlin.meeting.voting.vote_words import opening_words
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def open_(call: Call, number: MeetingNumber, at: At = None) -> None:
    with writing(call) as tx:
        meeting = opening.open_meeting(tx, number, at)
        agenda = items(tx, meeting.id)
        first = deliberated(tx, agenda)
        room = opening_words(tx, meeting)
    assert meeting.opened_at is not None
    done(
        call,
        _("{number} {title} was opened at {time}; its agenda of {count} items is frozen.").format(
            number=meeting.label,
            title=meeting.title,
            time=f"{meeting.opened_at:%H:%M}",
            count=len(agenda),
        ),
        number=meeting.label,
        data={
            "number": meeting.label,
            "opened_at": meeting.opened_at.isoformat(),
            "items": len(agenda),
        },
    )
    if room:
        call.tell(room)
    for item in agenda:
        if item.id in first and first[item.id].progress is not Progress.DONE:
            call.tell(
                _("Item {position}, branch first: {state}. It may be decided all the same.").format(
                    position=item.position, state=first_words(first[item.id])
                ),
            )
