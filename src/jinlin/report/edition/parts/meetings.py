"""How many meetings of each type a period had, as two parts of a report tell it."""

from __future__ import annotations

from collections.abc import Iterable

from jinlin.meeting.rules.kinds import type_name
from jinlin.meeting.rules.meetings import PARTY_MEETINGS
from jinlin.report.edition.wording import Wording
from jinlin.report.figures.figures import MeetingCount


def held(meetings: Iterable[MeetingCount], say: Wording, key: str) -> str:
    """Return the sentence on meetings by type; empty where none was held."""
    counts = [counted_type(meeting, say) for meeting in meetings]
    return say(key, meetings=say.joined(counts)) if counts else ""


def counted_type(meeting: MeetingCount, say: Wording) -> str:
    """Return how many meetings of a type there were; of the Party's also who came."""
    key = "organisation.meeting"
    if meeting.expected and meeting.type in PARTY_MEETINGS:
        key = "organisation.attended" if meeting.held == 1 else "organisation.attended_in_all"
    return say(
        key,
        type=type_name(meeting.type),
        held=meeting.held,
        expected=meeting.expected,
        present=meeting.present,
    )
