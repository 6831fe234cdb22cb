"""Which decisions are posted, as which matter, and what was carried out and is not posted yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
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
    f"r.status = 'done' AND r.ended_on >= ? AND m.type IN ({', '.join(map(repr, MATTERS))})"  # noqa: S608  (our own words)
    " AND NOT EXISTS (SELECT 1 FROM agenda_item AS i WHERE i.id = r.item_id"
    " AND i.source_kind = 'project')"
)
"""Of resolutions `r` of meetings `m` those of which is told what came of them; works tell theirs
themselves."""


def results_to_post(reader: Reader) -> list[Resolution]:
    """Return what was carried out of late and of which nobody was told, the oldest first.

    A notice about its meeting tells of all that was carried out by the day it was posted.
    """
    earliest = (reader.clock.today - LOOKED_BACK).isoformat()
    found, _total = resolutions(reader, Condition(_CARRIED_OUT, (earliest,)))
    if not found:
        return []
    posted: dict[str, str] = {}
    for one in posted_about(reader, "meeting", "resolution"):
        if one.matter == RESULT:
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
