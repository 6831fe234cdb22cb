"""`jinlin meeting list`: the meetings, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.said import SaidDay
from jinlin.meeting.commands.kinds import TYPE
from jinlin.meeting.record import queries
from jinlin.meeting.record.queries import ListedMeeting, MeetingFilter
from jinlin.meeting.rules.kinds import MeetingType, meeting_types, type_name
from jinlin.output.command.kinds import BOUND_DAY, TEXT
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading


def list_(
    call: Call,
    type_: Annotated[
        Sequence[MeetingType] | None,
        TYPE.several().option("--type", help=_("Such as committee-meeting: jinlin meeting types")),
    ] = None,
    from_: Annotated[SaidDay | None, BOUND_DAY.option("--from", help=_("From this day."))] = None,
    to: Annotated[SaidDay | None, BOUND_DAY.option(help=_("Up to this day."))] = None,
    text: Annotated[
        str | None, TEXT.option(help=_("Stands in title, place, agenda or resolutions."))
    ] = None,
) -> None:
    with reading(call) as reader:
        wanted = MeetingFilter(
            types=tuple(one.code for one in type_ or ()),
            start=_moment(from_, reader.clock),
            stop=_moment(to, reader.clock, days=1),
            text=text or "",
        )
        rows = queries.meetings(reader, wanted, limit=rows_wanted(call))
        total = queries.count_meetings(reader, wanted)
    show(call, _listing(rows, total))


def _listing(rows: Sequence[ListedMeeting], total: int) -> Listing:
    return Listing(
        key="meetings",
        title=_("Meetings"),
        columns=(
            Column(key="number", heading=_("Number")),
            Column(key="held_at", heading=_("Time"), kind=Kind.TIME),
            type_column(),
            Column(key="title", heading=_("Title"), personal=Personal.TEXT),
            Column(key="expected", heading=_("Expected"), kind=Kind.INTEGER),
            Column(key="present", heading=_("Present"), kind=Kind.INTEGER),
            Column(key="resolutions", heading=_("Resolutions"), kind=Kind.INTEGER),
        ),
        rows=[
            (
                row.meeting.label, row.meeting.when, row.meeting.type, row.meeting.title,
                row.expected, row.present, row.resolutions,
            )
            for row in rows
        ],
        total=total,
        empty=_(
            "There is no such meeting. Record one: jinlin meeting add --type committee-meeting"
        ),
    )  # fmt: skip


def _moment(said: SaidDay | None, clock: Clock, *, days: int = 0) -> str | None:
    """Return the first moment of a day, or of one so many days later."""
    return clock.moment(said.on(clock) + timedelta(days=days)) if said else None


def type_column() -> Column:
    """Return the column that says which kind of meeting it is."""
    return Column(
        key="type",
        heading=_("Type"),
        labels={code: type_name(code) for code in meeting_types()},
    )
