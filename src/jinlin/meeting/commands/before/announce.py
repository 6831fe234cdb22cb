"""`jinlin meeting announce`: when everybody was told, and of which items."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import TODAY, SaidDay
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.minutes import announcements
from jinlin.output.command.kinds import DAY, NUMBER
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def announce(
    call: Call,
    number: MeetingNumber,
    on: Annotated[SaidDay, DAY.option("--date", help=N_("When everybody was told."))] = TODAY,
    item: Annotated[
        list[int] | None,
        NUMBER.option(help=N_("Only these items; else all not announced yet.")),
    ] = None,
) -> None:
    with writing(call) as tx:
        day = on.on(tx.clock)
        meeting, told = announcements.announce(tx, number, on=day, positions=item or ())
        missing = announcements.days_missing(tx, meeting, day)
    done(
        call,
        _("{number} {title}: announced on {day}: items {items}.").format(
            number=meeting.label,
            title=meeting.title,
            day=day.isoformat(),
            items=_(", ").join(str(one.position) for one in told),
        ),
        number=meeting.label,
        data={
            "number": meeting.label,
            "announced_on": day.isoformat(),
            "items": [one.position for one in told],
            "days_missing": missing,
        },
    )
    if missing:
        call.tell(
            _("{days} days too late: nothing of it can be voted on at this meeting.").format(
                days=missing
            ),
        )
