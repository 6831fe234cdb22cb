"""`jinlin service sheet`: the sheet volunteers put their names on, with the list to tick."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.meeting.commands.service.kinds import DayMeant
from jinlin.meeting.pages.volunteer_sheet import volunteer_sheet
from jinlin.meeting.record.queries import whole_meeting
from jinlin.meeting.rules.meetings import HERE, AttendanceState
from jinlin.meeting.service.needs import needs_of
from jinlin.meeting.service.recording import day_ahead
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading

_ON_IT = HERE | {AttendanceState.EXPECTED}


def sheet(call: Call, which: DayMeant) -> None:
    with reading(call) as reader:
        day = day_ahead(reader, which)
        there = whole_meeting(reader, day.meeting.number).attendees
        names = [one.name for one in there if one.state in _ON_IT]
        pages = volunteer_sheet(reader, day, names)
        needs = list(needs_of([one.what for one in day.items]))
    show_pages(
        call,
        pages,
        data={
            "number": day.meeting.label,
            "day": day.day.isoformat(),
            "names": len(names),
            "needs": [one._asdict() for one in needs],
        },
        template="服务报名表",
    )
