"""The one place that says whether a meeting may still be changed."""

from __future__ import annotations

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.meeting.record.queries import MeetingRow, find_meeting
from jinlin.store.transaction.tx import Tx


def meeting_to_change(tx: Tx, number: int) -> MeetingRow:
    """Return a meeting that is about to be changed; every action on a meeting begins with this.

    Raises:
        NotFoundError: there is no such meeting.
        RuleError: its minutes are confirmed, and locked with a hash.
    """
    meeting = find_meeting(tx, number)
    if meeting.confirmed_at is not None:
        raise RuleError(
            _("The minutes of meeting {number} were confirmed on {day} and are locked.").format(
                number=meeting.label, day=meeting.confirmed_at.date().isoformat()
            ),
            hint=_(
                "Record what is wrong as a correction: jinlin meeting correct {number} TEXT"
                " --reason WHY"
            ).format(number=meeting.label),
        )
    return meeting
