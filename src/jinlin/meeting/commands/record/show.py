"""`jinlin meeting show`: one meeting with all that belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.meeting.commands.after.action_listing import action_listing
from jinlin.meeting.commands.after.resolution_listing import resolution_listing
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.commands.record.list import type_column
from jinlin.meeting.commands.voting.votes import vote_listing
from jinlin.meeting.minutes import canonical, confirmation
from jinlin.meeting.minutes.confirmation import MinutesCorrection, MinutesObjection
from jinlin.meeting.record import queries
from jinlin.meeting.record.agenda import AgendaChange
from jinlin.meeting.record.branch_first import First, deliberated, first_words
from jinlin.meeting.record.queries import MeetingRow, WholeMeeting
from jinlin.meeting.rules.meetings import AttendanceState, turnout
from jinlin.meeting.voting.queries import votes_of
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record, for_programs
from jinlin.store.command.command import reading


def show_(call: Call, number: MeetingNumber) -> None:
    with reading(call) as reader:
        whole = queries.whole_meeting(reader, number)
        meeting_id = whole.meeting.id
        fits = canonical.fits(reader, whole.meeting)
        forgotten = canonical.forgotten_on(reader, whole.meeting)
        listings = (
            _attendance(whole),
            _agenda(whole, deliberated(reader, whole.items)),
            vote_listing(votes_of(reader, meeting_id), whole=for_programs(call)),
            _statements(whole),
            resolution_listing(whole.resolutions),
            action_listing(whole.tasks),
            _changes(whole),
            _objections(confirmation.objections(reader, meeting_id)),
            _corrections(confirmation.corrections(reader, meeting_id)),
        )
    every = for_programs(call) or call.names_columns
    show(call, _record(whole, fits, listings if every else _told(listings)))
    tell_whether_it_fits(call, whole.meeting, fits=fits, forgotten=forgotten)


def _told(listings: Sequence[Listing]) -> tuple[Listing, ...]:
    """Return what people are told: attendance and agenda always, the rest where there is any."""
    kept = [part._replace(rows=list(part.rows)) for part in listings]
    return tuple(part for part in kept if part.rows or part.key in {"attendance", "items"})


def tell_whether_it_fits(
    call: Call, meeting: MeetingRow, *, fits: bool | None, forgotten: date | None
) -> None:
    """Say so where confirmed minutes are not what was confirmed any more, and why."""
    if fits is not False:
        return
    if forgotten is None:
        said = _(
            "The hash of {number} does not fit: it was changed past this program since it was"
            " confirmed. See: jinlin log {number}"
        )
    else:
        said = _(
            "The hash of {number} no longer fits, since on {day} what it said of a person was"
            " deleted as the law asks (member forget). Whether anything else was changed, the"
            " record tells: jinlin log --verify"
        )
    call.tell(said.format(number=meeting.label, day=forgotten))


def _record(whole: WholeMeeting, fits: bool | None, listings: Sequence[Listing]) -> Record:
    """Return a meeting by itself; names stand as in its minutes."""
    meeting = whole.meeting
    count = turnout(attendee.state for attendee in whole.attendees)
    fields: list[tuple[Column, Any]] = [
        (Column(key="number", heading=_("Number")), meeting.label),
        (type_column(), meeting.type),
        (Column(key="title", heading=_("Title")), meeting.title),
        (Column(key="held_at", heading=_("Time"), kind=Kind.TIME), meeting.when),
        (Column(key="planned_for", heading=_("Put off from"), kind=Kind.TIME), meeting.planned_for),
        (Column(key="opened_at", heading=_("Opened"), kind=Kind.TIME), meeting.opened_at),
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
        (Column(key="sent_to", heading=_("Sent to")), meeting.sent_to),
        (_minutes_column(), "confirmed" if meeting.confirmed_at else "draft"),
        (
            Column(key="confirmed_at", heading=_("Confirmed"), kind=Kind.TIME),
            meeting.confirmed_at,
        ),
        (Column(key="sha256", heading="SHA-256"), meeting.confirmed_hash),
        (Column(key="hash_fits", heading=_("The hash fits"), kind=Kind.BOOLEAN), fits),
    ]
    return Record.of(
        title=f"{meeting.label} {meeting.title}",
        fields=fields,
        listings=tuple(listings),
    )


def _minutes_column() -> Column:
    return Column(
        key="minutes",
        heading=_("Minutes"),
        labels={"draft": _("draft"), "confirmed": _("confirmed and locked")},
    )


def _attendance(whole: WholeMeeting) -> Listing:
    return Listing.of(
        "attendance",
        _("Attendance"),
        (
            Cell("name", _("Name")),
            Cell("state", _("State"), labels=AttendanceState.labels()),
            Cell("reason", _("Reason")),
            Cell("arrived_at", _("Came"), kind=Kind.TIME),
            Cell("left_at", _("Left"), kind=Kind.TIME),
            Cell("proxy", _("Represented by")),
            Cell("written", _("In writing")),
        ),
        whole.attendees,
        empty=_("No attendance is recorded yet."),
    )


def _agenda(whole: WholeMeeting, first: Mapping[int, First]) -> Listing:
    return Listing.of(
        "items",
        _("Agenda"),
        (
            Cell("item", _("Item"), "position", Kind.INTEGER),
            Cell("title", _("Title")),
            Cell("source", _("Comes from"), "source_ref"),
            Cell("why", _("Why it is here"), "source_text"),
            Cell(
                "branch_first",
                _("Branch first"),
                lambda item: first_words(first[item.id]) if item.id in first else None,
            ),
            Cell("internal", _("Internal"), kind=Kind.BOOLEAN),
            Cell("settled", _("Settled there"), kind=Kind.BOOLEAN),
            Cell("note", _("Discussion")),
        ),
        whole.items,
        empty=_("No agenda was recorded."),
    )


def _statements(whole: WholeMeeting) -> Listing:
    return Listing.of(
        "statements",
        _("What was said"),
        (
            Cell("statement", _("No."), "number", Kind.INTEGER),
            Cell("item", _("Item"), kind=Kind.INTEGER),
            Cell("speaker", _("Speaker")),
            Cell("text", _("What was said")),
            Cell("dissent", _("Another opinion"), kind=Kind.BOOLEAN),
        ),
        whole.statements,
        empty=_("Nothing was written down."),
    )


def _changes(whole: WholeMeeting) -> Listing:
    return Listing.of(
        "changes",
        _("Changes after opening"),
        (
            Cell("at", _("Time"), kind=Kind.TIME),
            Cell("kind", _("Change"), labels=AgendaChange.labels()),
            Cell("item", _("Item"), kind=Kind.INTEGER),
            Cell("title", _("Title")),
            Cell("before", _("Before the change")),
            Cell("reason", _("Reason")),
        ),
        whole.changes,
        empty=_("The agenda was not changed after opening."),
    )


def _objections(objections: Sequence[MinutesObjection]) -> Listing:
    return Listing.of(
        "objections",
        _("Objections to the minutes"),
        (
            Cell("at", _("Time"), kind=Kind.TIME),
            Cell("name", _("Name")),
            Cell("text", _("Objection to the minutes")),
        ),
        objections,
        empty=_("Nobody has anything against the minutes."),
    )


def _corrections(corrections: Sequence[MinutesCorrection]) -> Listing:
    return Listing.of(
        "corrections",
        _("Corrections"),
        (
            Cell("correction", _("No."), "number", Kind.INTEGER),
            Cell("at", _("Time"), kind=Kind.TIME),
            Cell("text", _("Correction")),
            Cell("reason", _("Reason")),
            Cell("user", _("Recorded by")),
        ),
        corrections,
        empty=_("There is no correction."),
    )
