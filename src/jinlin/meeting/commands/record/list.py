"""`jinlin meeting list`: the meetings, the latest first."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.meeting.record import queries
from jinlin.meeting.record.filters import MEETINGS
from jinlin.meeting.record.queries import ListedMeeting
from jinlin.meeting.rules.kinds import meeting_types, type_name
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.store.command.command import reading


def list_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        where = MEETINGS.condition(reader, asked)
        rows = queries.meetings(reader, where, limit=rows_wanted(call))
        total = queries.count_meetings(reader, where)
    cells: tuple[Cell[ListedMeeting], ...] = (
        Cell("number", _("Number"), "meeting.label"),
        Cell("held_at", _("Time"), "meeting.when", Kind.TIME),
        Cell.of(type_column(), "meeting.type"),
        Cell("title", _("Title"), "meeting.title", personal=Personal.TEXT),
        Cell("expected", _("Expected"), kind=Kind.INTEGER),
        Cell("present", _("Present"), kind=Kind.INTEGER),
        Cell("resolutions", _("Resolutions"), kind=Kind.INTEGER),
    )
    none = _("There is no such meeting. Record one: jinlin meeting add --type committee-meeting")
    show(call, Listing.of("meetings", _("Meetings"), cells, rows, total=total, empty=none))


def type_column() -> Column:
    """Return the column that says which kind of meeting it is."""
    return Column(
        key="type",
        heading=_("Type"),
        labels={code: type_name(code) for code in meeting_types()},
    )
