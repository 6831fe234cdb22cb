"""`jinlin meeting list`, `show`, `minutes` and `types`."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

import typer

from jinlin.core.clock import Clock, parse_day
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.meeting import pages, queries
from jinlin.meeting.kinds import meeting_types, parse_type, type_name
from jinlin.meeting.queries import Filter, WholeMeeting
from jinlin.meeting.rules import STATE_LABELS, counts, parse_number
from jinlin.output.grammar import called
from jinlin.output.listing import Listing, Record, rows_wanted
from jinlin.output.page import show_page
from jinlin.output.show import show, tell
from jinlin.store.command import reading


def list_(
    ctx: typer.Context,
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
    call = called(ctx)
    words = [word for word in (type_ or "").replace("，", ",").split(",") if word.strip()]
    types = tuple(parse_type(word).code for word in words)
    with reading(call) as reader:
        wanted = Filter(
            types=types,
            start=_moment(from_, reader.clock),
            stop=_moment(to, reader.clock, days=1),
            text=(text or "").strip(),
        )
        rows = queries.meetings(reader, wanted, limit=rows_wanted(call))
        total = queries.count_meetings(reader, wanted)
    show(
        call,
        Listing(
            key="meetings",
            title=_("Meetings"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="held_at", heading=_("Time"), kind=Kind.TIME),
                _type_column(),
                Column(key="title", heading=_("Title")),
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
        ),
    )  # fmt: skip


def show_(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="M12", help=_("The number of the meeting."))],
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        whole = queries.whole_meeting(reader, parse_number(number))
    show(call, _record(whole))


def minutes(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="M12", help=_("The number of the meeting."))],
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        whole = queries.whole_meeting(reader, parse_number(number))
    page = pages.minutes(whole)
    label = whole.meeting.label
    show_page(call, page, data={"number": label, "title": whole.meeting.title, "markdown": page})
    if not whole.attendees:
        tell(
            call,
            _("No attendance is recorded yet: jinlin meeting attend {number} NAME").format(
                number=label
            ),
        )


def types(ctx: typer.Context) -> None:
    call = called(ctx)
    show(
        call,
        Listing(
            key="types",
            title=_("Kinds of meeting"),
            columns=(
                _type_column(),
                Column(key="frequency", heading=_("How often")),
                Column(key="chair", heading=_("Chair")),
                Column(key="basis", heading=_("Basis")),
            ),
            rows=[
                (known.code, known.frequency or None, known.chair or None, known.basis or None)
                for known in meeting_types().values()
            ],
        ),
    )


def _moment(text: str | None, clock: Clock, *, days: int = 0) -> str | None:
    """Return the first moment of a day, or of one so many days later."""
    return clock.moment(parse_day(text, clock) + timedelta(days=days)) if text else None


def _record(whole: WholeMeeting) -> Record:
    """Return a meeting by itself; names stand as in its minutes."""
    meeting = whole.meeting
    count = counts(attendee.state for attendee in whole.attendees)
    fields: list[tuple[Column, Any]] = [
        (Column(key="number", heading=_("Number")), meeting.label),
        (_type_column(), meeting.type),
        (Column(key="title", heading=_("Title")), meeting.title),
        (Column(key="held_at", heading=_("Time"), kind=Kind.TIME), meeting.when),
        (Column(key="ended_at", heading=_("Ended"), kind=Kind.TIME), meeting.ended_at),
        (Column(key="place", heading=_("Place")), meeting.place),
        (Column(key="chair", heading=_("Chair")), meeting.chair),
        (Column(key="recorder", heading=_("Recorder")), meeting.recorder),
        (Column(key="expected", heading=_("Expected"), kind=Kind.INTEGER), count.expected),
        (Column(key="present", heading=_("Present"), kind=Kind.INTEGER), count.present),
        (Column(key="excused", heading=_("Excused"), kind=Kind.INTEGER), count.excused),
        (Column(key="absent", heading=_("Absent"), kind=Kind.INTEGER), count.absent),
        (Column(key="sitting_in", heading=_("Sitting in"), kind=Kind.INTEGER), count.sitting_in),
        (Column(key="note", heading=_("Discussion")), meeting.note),
    ]
    return Record(
        title=f"{meeting.label} {meeting.title}",
        columns=tuple(column for column, _value in fields),
        values=[value for _column, value in fields],
        listings=(_attendance(whole), _agenda(whole), _resolutions(whole)),
    )


def _attendance(whole: WholeMeeting) -> Listing:
    return Listing(
        key="attendance",
        title=_("Attendance"),
        columns=(
            Column(key="name", heading=_("Name")),
            Column(
                key="state",
                heading=_("State"),
                labels={state: _(label) for state, label in STATE_LABELS.items()},
            ),
            Column(key="reason", heading=_("Reason")),
        ),
        rows=[(attendee.name, attendee.state, attendee.reason) for attendee in whole.attendees],
        empty=_("No attendance is recorded yet."),
    )


def _agenda(whole: WholeMeeting) -> Listing:
    return Listing(
        key="items",
        title=_("Agenda"),
        columns=(
            Column(key="item", heading=_("Item"), kind=Kind.INTEGER),
            Column(key="title", heading=_("Title")),
            Column(key="note", heading=_("Discussion")),
        ),
        rows=[(item.position, item.title, item.note) for item in whole.items],
        empty=_("No agenda was recorded."),
    )


def _resolutions(whole: WholeMeeting) -> Listing:
    return Listing(
        key="resolutions",
        title=_("Resolutions"),
        columns=(
            Column(key="number", heading=_("Number")),
            Column(key="text", heading=_("Resolution")),
            Column(key="item", heading=_("Item"), kind=Kind.INTEGER),
            Column(key="owner", heading=_("In charge")),
            Column(key="due_on", heading=_("Deadline"), kind=Kind.DATE),
        ),
        rows=[(r.label, r.text, r.item, r.owner, r.due_on) for r in whole.resolutions],
        empty=_("Nothing was resolved."),
    )


def _type_column() -> Column:
    return Column(
        key="type",
        heading=_("Type"),
        labels={code: type_name(code) for code in meeting_types()},
    )
