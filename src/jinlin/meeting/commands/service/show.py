"""`jinlin service show`: one service day with its volunteers and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.commands.record.list import type_column
from jinlin.meeting.record.queries import Attendee, whole_meeting
from jinlin.meeting.rules.meetings import HERE
from jinlin.meeting.service.days import ServiceDay
from jinlin.meeting.service.recording import find_service_day
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.store.command.command import reading


def show_(call: Call, number: MeetingNumber) -> None:
    with reading(call) as reader:
        day = find_service_day(reader, number)
        came = [one for one in whole_meeting(reader, number).attendees if one.state in HERE]
    show(
        call,
        Record.of(
            title=f"{day.meeting.label} {day.meeting.title}",
            fields=_fields(day),
            listings=(_items(day), _volunteers(came)),
        ),
    )


def _fields(day: ServiceDay) -> Sequence[tuple[Column, Any]]:
    return [
        (Column(key="number", heading=_("Number")), day.meeting.label),
        (type_column(), day.meeting.type),
        (Column(key="day", heading=_("Date"), kind=Kind.DATE), day.day),
        (Column(key="place", heading=_("Place")), day.meeting.place),
        (Column(key="held", heading=_("Held"), kind=Kind.BOOLEAN), day.held),
        (Column(key="volunteers", heading=_("Volunteers"), kind=Kind.INTEGER), day.volunteers),
        (Column(key="registered", heading=_("On record"), kind=Kind.INTEGER), day.registered),
        (Column(key="others", heading=_("By name only"), kind=Kind.INTEGER), day.others or None),
        (Column(key="unnamed", heading=_("Unnamed"), kind=Kind.INTEGER), day.unnamed or None),
        (Column(key="minors", heading=_("Under 14"), kind=Kind.INTEGER), day.minors or None),
        (Column(key="minutes", heading=_("Minutes served"), kind=Kind.INTEGER), day.minutes),
        (Column(key="served", heading=_("Residents served"), kind=Kind.INTEGER), day.served),
        (Column(key="saved", heading=_("Spared"), kind=Kind.MONEY), day.saved),
        (Column(key="teams", heading=_("Teams")), "、".join(day.teams) or None),
    ]


def _items(day: ServiceDay) -> Listing:
    return Listing.of(
        "items",
        _("Services offered"),
        (
            Cell("what", _("Service")),
            Cell("served", _("Residents served"), kind=Kind.INTEGER),
        ),
        day.items,
        empty=_("No service is recorded."),
    )


def _volunteers(came: Sequence[Attendee]) -> Listing:
    return Listing.of(
        "volunteers",
        _("Volunteers"),
        (
            Cell("name", _("Name"), personal=Personal.NAME),
            Cell("on_record", _("On record"), lambda one: one.person_id is not None, Kind.BOOLEAN),
        ),
        came,
        empty=_("Nobody is recorded by name."),
    )
