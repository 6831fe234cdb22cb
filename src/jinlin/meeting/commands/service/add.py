"""`jinlin service add`: a service day to come, and the text that goes into the group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.days.written import day_short
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidMoment
from jinlin.meeting.commands.service.done import as_json
from jinlin.meeting.commands.service.kinds import ASKED_KIND, ITEMS, SERVICE_TYPE
from jinlin.meeting.rules.kinds import MeetingType
from jinlin.meeting.rules.meetings import has_time
from jinlin.meeting.service.days import ServiceDay
from jinlin.meeting.service.needs import needs_of
from jinlin.meeting.service.recording import plan_day
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import PLACE, PLANNED_MOMENT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def add(
    call: Call,
    kind: Annotated[
        MeetingType, SERVICE_TYPE.argument(help=N_("Such as 爱心日."), asked=ASKED_KIND)
    ],
    on: Annotated[
        SaidMoment,
        PLANNED_MOMENT.option(
            "--date", help=N_("Such as 11-25 9:00."), asked=AskedFor(N_("On which day"))
        ),
    ],
    place: Annotated[
        str | None, PLACE.option("--place", help=N_("Where; else as usual."), free=True)
    ] = None,
    items: Annotated[
        Sequence[str] | None,
        ITEMS.option("--items", help=N_("What is offered; else as usual."), free=True),
    ] = None,
) -> None:
    with writing(call) as tx:
        day = plan_day(tx, kind, on.on(tx.clock), place, items or ())
    done(
        call,
        _("{number} {title} is planned. For the group:").format(
            number=day.meeting.label, title=day.meeting.title
        )
        + "\n\n"
        + "\n".join(group_text(day)),
        number=day.meeting.label,
        data=as_json(day) | {"text": "\n".join(group_text(day))},
    )
    for one in needs_of([one.what for one in day.items]):
        call.tell(_("{item} needs: {needs}").format(item=one.item, needs=_("; ").join(one.needs)))


def group_text(day: ServiceDay) -> list[str]:
    """Return the text that opens a chain in the group, as `exchange.chain` reads one again."""
    when = day_short(day.day)
    if has_time(day.meeting.held_at):
        when = _("{day} {time}").format(day=when, time=f"{day.meeting.held_at:%H:%M}")
    lines = [
        "#接龙",
        _("{day} {type}: volunteers, put your names down").format(day=when, type=day.type_name),
    ]
    if day.meeting.place:
        lines.append(_("Place: {place}").format(place=day.meeting.place))
    if day.items:
        lines.append(
            _("Services: {items}").format(items=_(", ").join(one.what for one in day.items))
        )
    return [*lines, _("e.g. name, door, what you can do"), "", "1. "]
