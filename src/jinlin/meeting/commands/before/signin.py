"""`jinlin meeting signin`: the sheet that people sign at its door."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.meeting.attendance.roll import who_should_attend
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.pages.invitation import signin_page
from jinlin.meeting.pages.paper import paper_of
from jinlin.meeting.rules.meetings import AttendanceState
from jinlin.output.command.kind import Number
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading

_ROWS: Final = Number(low=0, high=200)


def signin(
    call: Call,
    number: MeetingNumber,
    rows: Annotated[
        int | None,
        _ROWS.option(help=N_("How many blank rows for others.")),
    ] = None,
) -> None:
    with reading(call) as reader:
        paper = paper_of(reader, number)
        names = [
            attendee.name
            for attendee in paper.whole.attendees
            if attendee.state not in {AttendanceState.EXCUSED, AttendanceState.SITTING_IN}
        ]
        if not paper.whole.attendees:
            names = [one.name for one in who_should_attend(reader, paper.meeting.number)]
    page = signin_page(paper, names, blank=rows)
    show_pages(
        call,
        [page],
        data={
            "number": paper.meeting.label,
            "title": paper.meeting.title,
            "names": len(names),
        },
        template="签到表",
    )
