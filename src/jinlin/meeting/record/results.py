"""Which decisions are posted, as which matter, and what was carried out and is not posted yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from jinlin.issue.privacy.publicity import Disclosure
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.record.resolution_register import resolutions
from jinlin.meeting.record.ties import ties
from jinlin.notice.about_record import posted_about
from jinlin.output.listing.filter import Condition
from jinlin.store.transaction.tx import Reader

MATTERS: Final[Mapping[str, str]] = {
    "friday_council": "council_decision",
    "neighbours_council": "council_decision",
    "building_council": "council_decision",
    "complex_hearing": "council_decision",
    "co_building_council": "council_decision",
    "joint_meeting": "council_decision",
    "residents_meeting": "council_decision",
    "owners_committee": "committee_decision",
    "supervisory_board": "committee_decision",
    "owners_assembly": "owners_decision",
    "evaluation": "evaluation",
}
"""Kinds of meeting whose decisions are public, and which matter they are; no Party meeting is."""

LOOKED_BACK: Final = timedelta(days=60)
"""What was decided or carried out longer ago and never posted is no duty of today any more."""
ANNOUNCED: Final = "owners_assembly"
"""The matter of what tells of an owners' assembly beforehand."""
RESULT: Final = "result"
"""The matter of a notice that tells what came of a decision."""
_CARRIED_OUT: Final = (
    "r.status = 'done' AND r.ended_on BETWEEN ? AND ?"  # noqa: S608  (our own words)
    f" AND m.type IN ({', '.join(map(repr, MATTERS))})"
    " AND NOT EXISTS (SELECT 1 FROM agenda_item AS i WHERE i.id = r.item_id"
    " AND i.source_kind = 'project')"
)
"""Of resolutions `r` of meetings `m` those of which is told what came of them; works tell theirs
themselves."""


def results_to_post(reader: Reader, day: date | None = None) -> list[Resolution]:
    """Return what was carried out by a day and of which nobody was told, the oldest first.

    A notice about its meeting tells of all that was carried out by the day it was posted.
    """
    last = day or reader.clock.today
    within = ((last - LOOKED_BACK).isoformat(), last.isoformat())
    found, _total = resolutions(reader, Condition(_CARRIED_OUT, within))
    if not found:
        return []
    posted: dict[str, str] = {}
    for one in posted_about(reader, "meeting", "resolution"):
        if one.matter == RESULT and one.posted_on <= within[1]:
            posted[one.number] = max(one.posted_on, posted.get(one.number, ""))
    kept = ties(reader).kept
    return sorted(
        (
            row
            for row in found
            if row.label not in posted
            and posted.get(row.meeting, "") < str(row.ended_on)
            and (row.label not in kept or kept[row.label].form is Disclosure.TITLED)
        ),
        key=lambda row: (row.ended_on, row.id),
    )
