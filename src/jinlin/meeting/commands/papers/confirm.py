"""`jinlin meeting confirm`: confirm the minutes and lock them."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.attendance.electors import electors
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.minutes import confirmation
from jinlin.meeting.minutes.confirmation import MinutesObjection
from jinlin.meeting.record.queries import MeetingRow, WholeMeeting, whole_meeting
from jinlin.meeting.rules.meetings import turnout
from jinlin.output.asking import confirm as ask
from jinlin.output.asking import overtaken
from jinlin.output.delivery.show import done
from jinlin.store.command.command import rehearsing, writing


def confirm(call: Call, number: MeetingNumber) -> None:
    with rehearsing(call) as tx:
        confirmation.check_confirmable(tx, number)
        whole = whole_meeting(tx, number)
        against = confirmation.objections(tx, whole.meeting.id)
        missing = sum(not one.on_record for one in electors(tx, whole.meeting).voters)
    _tell_gaps(call, whole.meeting, missing)
    _ask(call, whole, against)
    with writing(call) as tx:
        now = whole_meeting(tx, number), confirmation.objections(tx, whole.meeting.id)
        if now != (whole, against):
            raise overtaken()
        meeting = confirmation.confirm(tx, number)
    assert meeting.confirmed_at is not None
    done(
        call,
        _("{number} {title}: the minutes are confirmed and locked, SHA-256 {hash}.").format(
            number=meeting.label, title=meeting.title, hash=meeting.confirmed_hash
        ),
        number=meeting.label,
        data={
            "number": meeting.label,
            "confirmed_at": meeting.confirmed_at.isoformat(),
            "sha256": meeting.confirmed_hash,
            "objections": len(against),
        },
    )
    if meeting.ended_at is None and call.yes and not call.dry_run:
        call.tell(
            _(
                "When it ended is not recorded, and now it is locked. To add it: jinlin undo; then"
                " jinlin meeting close {number} --time 21:00; then confirm it again."
            ).format(number=meeting.label),
        )


def _tell_gaps(call: Call, meeting: MeetingRow, missing: int) -> None:
    """Say what the record does not tell yet: of so many who vote, and when it ended."""
    if missing:
        call.tell(
            _(
                "With a vote, and recorded neither as there nor as excused or absent: {count};"
                " see: jinlin meeting quorum {number}"
            ).format(count=missing, number=meeting.label),
        )
    if meeting.ended_at is None and not call.yes:
        call.tell(
            _(
                "When it ended is not recorded. It can be before you confirm:"
                " jinlin meeting close {number} --time 21:00"
            ).format(number=meeting.label),
        )


def _ask(call: Call, whole: WholeMeeting, against: Sequence[MinutesObjection]) -> None:
    ask(
        call,
        _(
            "This locks the minutes of {number} {title}: present {present}, items {items},"
            " resolutions {resolutions}, objections {objections}. Nothing of it can be changed"
            " afterwards."
        ).format(
            number=whole.meeting.label,
            title=whole.meeting.title,
            present=turnout(a.state for a in whole.attendees).present,
            items=len(whole.items),
            resolutions=len(whole.resolutions),
            objections=len(against),
        ),
    )
