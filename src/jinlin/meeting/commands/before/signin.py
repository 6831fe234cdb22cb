"""`jinlin meeting signin`: the sheet that people sign at its door."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final

from jinlin.complex.household.people import homes_of_ids
from jinlin.complex.household.register import owners_of
from jinlin.core.call import Call
from jinlin.core.columns import Personal
from jinlin.core.i18n import N_, _
from jinlin.meeting.attendance.roll import who_should_attend
from jinlin.meeting.commands.kinds import Deciding, MeetingNumber
from jinlin.meeting.commands.voting.options import check_of_owners
from jinlin.meeting.pages.agenda import usual_units
from jinlin.meeting.pages.paper import Paper, Standing, paper_of
from jinlin.meeting.pages.signin import Expectant, HomeToSign, owners_signin_page, signin_page
from jinlin.meeting.rules.kinds import Expected, meeting_types
from jinlin.meeting.rules.meetings import AttendanceState, unit_of
from jinlin.meeting.voting.owners_roll import Part, constituency_of, parts
from jinlin.output.command.kind import Number
from jinlin.output.delivery.page import show_pages
from jinlin.output.listing.values import masked
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

_ROWS: Final = Number(low=0, high=200)
_MARKED: Final = frozenset({AttendanceState.EXCUSED, AttendanceState.SITTING_IN})
"""Of whom the sheet says it already."""


def signin(
    call: Call,
    number: MeetingNumber,
    *,
    rows: Annotated[
        int | None,
        _ROWS.option(help=N_("How many blank rows for others.")),
    ] = None,
    deciding: Deciding,
) -> None:
    with reading(call) as reader:
        paper = paper_of(reader, number)
        if any(deciding):
            check_of_owners(paper)
        if paper.ballot:
            roll = parts(reader, constituency_of(reader, *deciding))
            homes = _homes(reader, roll, unmask=call.unmask)
            page = owners_signin_page(paper, homes, blank=rows)
            people, owners = [], {one for part in roll for one in part.owners}
        else:
            homes, owners = [], set()
            people = _expected(reader, paper)
            page = signin_page(paper, people, blank=rows)
    show_pages(
        call,
        [page],
        data={
            "number": paper.meeting.label,
            "title": paper.meeting.title,
            "names": sum(bool(one.name) for one in people),
            "homes": len(homes),
        },
        template="签到表",
        persons=len(owners),
    )


def _homes(reader: Reader, roll: Sequence[Part], *, unmask: bool) -> list[HomeToSign]:
    """Return the homes whose owners decide; the sheet goes from hand to hand: names are masked."""
    known = owners_of(reader, (part.household_id for part in roll))
    names = {home: [one["name"] or "" for one in owners] for home, owners in known.items()}
    return [
        HomeToSign(
            part.door,
            _(", ").join(
                name if unmask else masked(name, Personal.NAME)
                for name in names.get(part.household_id, ())
            ),
            part.area,
        )
        for part in roll
    ]


def _expected(reader: Reader, paper: Paper) -> list[Expectant]:
    """Return who is on the roll, those excused and sitting in marked.

    Where nobody is, it is whom the kind of meeting calls, or which units.
    """
    lines = [
        (one.name, one.person_id, one.state.label if one.state in _MARKED else "")
        for one in sorted(
            paper.whole.attendees, key=lambda one: one.state is AttendanceState.SITTING_IN
        )
    ]
    if not lines:
        called = who_should_attend(reader, paper.meeting.number)
        lines = [(one.name, one.person_id, "") for one in called]
    if not lines:
        return [Expectant("", unit) for unit in usual_units(paper)]
    if _of_partners(paper):
        return [_unit(name, mark) for name, _person, mark in lines]
    homes = homes_of_ids(reader, [person for _name, person, _mark in lines if person])
    return [
        Expectant(name, posts or _building(homes.get(person or 0)), mark)
        for name, person, mark in lines
        for posts in [paper.standing.get(person or 0, Standing()).posts]
    ]


def _of_partners(paper: Paper) -> bool:
    known = meeting_types().get(paper.meeting.type)
    return known is not None and known.expected is Expected.PARTNERS


def _unit(name: str, mark: str) -> Expectant:
    """Return a unit with its representative, who stands in brackets after it."""
    unit = unit_of(name)
    return Expectant(name[len(unit) :].strip("（）"), unit, mark, on_roll=True)


def _building(home: str | None) -> str:
    """Return of a home the building alone: the sheet goes from hand to hand."""
    return _("building {code}").format(code=home.partition("-")[0]) if home else ""
