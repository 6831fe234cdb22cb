"""`jinlin meeting announce`: when everybody was told, and of which items."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.i18n import _
from jinlin.meeting.commands.options import Number
from jinlin.meeting.minutes import announcements
from jinlin.meeting.rules.meetings import parse_number
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def announce(
    call: Call,
    number: Number,
    on: Annotated[
        str, typer.Option("--on", metavar=_("DATE"), help=_("When everybody was told."))
    ] = "today",
    item: Annotated[
        list[int] | None,
        typer.Option(metavar="N", help=_("Only these items; else all not announced yet.")),
    ] = None,
) -> None:
    with writing(call) as tx:
        day = parse_day(on, tx.clock)
        meeting, told = announcements.announce(
            tx, parse_number(number), on=day, positions=tuple(item or ())
        )
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
