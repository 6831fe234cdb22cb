"""What a decision taken without a vote lacks: who was there, where its kind has a quorum."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.meeting.record.grounds import Ground
from jinlin.meeting.record.queries import attendance_counts, meeting_row
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.record.rules_in_force import type_on
from jinlin.store.transaction.tx import Reader


def lacking_attendance(reader: Reader, row: Resolution) -> str | None:
    """Return in a sentence that nobody is recorded as present; None where it does not matter."""
    meeting = meeting_row(reader, row.meeting_id)
    if row.ground is Ground.UNATTENDED:
        said = _("By the attendance of {number} nobody was present, so this is no decision. Who was"
                 " there: jinlin meeting attend {number} NAME")  # fmt: skip
        return said.format(number=meeting.label)
    known = type_on(reader, meeting.type, meeting.held_at.date())
    if row.ground is not Ground.AGREED or not any(rule.quorum for rule in known.rules.values()):
        return None
    if attendance_counts(reader, meeting.id).present:
        return None
    return _("The attendance of {number} is not recorded, so it is not known whether it had a"
             " quorum ({type} needs one): jinlin meeting attend {number} NAME").format(
        number=meeting.label, type=known.name
    )  # fmt: skip
