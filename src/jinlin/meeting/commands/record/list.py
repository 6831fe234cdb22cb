"""`jinlin meeting list`: the meetings, the latest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_bound
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.meeting.record import queries
from jinlin.meeting.record.queries import ListedMeeting, MeetingFilter
from jinlin.meeting.rules.kinds import meeting_types, parse_type, type_name
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading


def list_(
    call: Call,
    type_: Annotated[
        str | None,
        typer.Option(
            "--type", metavar=_("TYPE"), help=_("Such as committee-meeting: jinlin meeting types")
        ),
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar=_("DATE"), help=_("From this day."))
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar=_("DATE"), help=_("Up to this day."))
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("Stands in title, place, agenda or resolutions.")),
    ] = None,
) -> None:
    types = tuple(parse_type(word).code for word in listed(type_ or ""))
    with reading(call) as reader:
        wanted = MeetingFilter(
            types=types,
            start=_moment(from_, reader.clock),
            stop=_moment(to, reader.clock, days=1),
            text=(text or "").strip(),
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


def _moment(text: str | None, clock: Clock, *, days: int = 0) -> str | None:
    """Return the first moment of a day, or of one so many days later."""
    return clock.moment(parse_bound(text, clock) + timedelta(days=days)) if text else None


def type_column() -> Column:
    """Return the column that says which kind of meeting it is."""
    return Column(
        key="type",
        heading=_("Type"),
        labels={code: type_name(code) for code in meeting_types()},
    )
