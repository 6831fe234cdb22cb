"""`jinlin meeting signin`: the sheet that people sign at its door."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.complex.household.people import homes_of_ids
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.attendance.roll import who_should_attend
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.pages.invitation import Expectant, signin_page
from jinlin.meeting.pages.paper import Paper, Standing, paper_of
from jinlin.meeting.rules.meetings import AttendanceState
from jinlin.output.command.kind import Number
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

_ROWS: Final = Number(low=0, high=200)
_MARKED: Final = frozenset({AttendanceState.EXCUSED, AttendanceState.SITTING_IN})
"""Of whom the sheet says it already."""


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
        people = _expected(reader, paper)
    page = signin_page(paper, people, blank=rows)
    show_pages(
        call,
        [page],
        data={
            "number": paper.meeting.label,
            "title": paper.meeting.title,
            "names": len(people),
        },
        template="签到表",
    )


def _expected(reader: Reader, paper: Paper) -> list[Expectant]:
    """Return who is on the roll, those excused and sitting in marked; else whom its kind calls."""
    lines = [
        (one.name, one.person_id, one.state.label if one.state in _MARKED else "")
        for one in sorted(
            paper.whole.attendees, key=lambda one: one.state is AttendanceState.SITTING_IN
        )
    ]
    if not lines:
        called = who_should_attend(reader, paper.meeting.number)
        lines = [(one.name, one.person_id, "") for one in called]
    homes = homes_of_ids(reader, [person for _name, person, _mark in lines if person])
    return [
        Expectant(name, posts or _building(homes.get(person or 0)), mark)
        for name, person, mark in lines
        for posts in [paper.standing.get(person or 0, Standing()).posts]
    ]


def _building(home: str | None) -> str:
    """Return of a home the building alone: the sheet goes from hand to hand."""
    return _("building {code}").format(code=home.partition("-")[0]) if home else ""
