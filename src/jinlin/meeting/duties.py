"""What a council decided and has not posted yet, and which matter of disclosure that is."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from jinlin.core.days.workdays import Calendar
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.meeting.record.grounds import DECIDED
from jinlin.meeting.record.ties import ties
from jinlin.meeting.rules.meetings import meeting_label
from jinlin.notice.about_record import posted_about, withdrawn_about
from jinlin.notice.duties import DutyKind, NoticeDuty
from jinlin.notice.rules.matters import Matter, matters
from jinlin.notice.rules.notices import NoticePeriod, Unit, ends_on
from jinlin.output.contribution.notice_sources import NoticeSource, to_draw
from jinlin.store.holidays import calendar
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
"""What was decided longer ago and never posted is no duty of today any more."""


def duties(reader: Reader) -> list[NoticeDuty]:
    """Return what was decided and is not posted, and assemblies that must be announced."""
    posted = posted_about(reader, "meeting")
    posted |= {number.partition("-")[0] for number in posted_about(reader, "resolution")}
    withdrawn = {
        number.partition("-")[0]: day
        for kind in ("meeting", "resolution")
        for number, day in withdrawn_about(reader, kind).items()
    }
    known = calendar(reader)
    rows = _meetings(reader)
    waiting = any(row["decided"] and not row["ahead"] for row in rows)
    silent = ties(reader).silent if waiting else frozenset()
    found = []
    for row in rows:
        label, held = meeting_label(row["number"]), reader.clock.local(row["held_at"]).date()
        if label in posted or row["type"] not in MATTERS:
            continue
        if row["ahead"] and row["type"] == "owners_assembly":
            matter = matters()["owners_assembly"]
            command = as_spoken(
                f"jinlin notice post {as_typed('--about')} {label}"
                f" {as_typed('--matter')} {matter.word}"
            )
            due = _deadline(matter, held, known)
        elif row["decided"] and not row["ahead"] and row["number"] not in silent:
            matter = matters()[MATTERS[row["type"]]]
            command = to_draw(NoticeSource.RESOLUTIONS, label)
            last = max(held, withdrawn.get(label, held))  # what was posted in time is due anew
            due = _deadline(matter, last, known)
        else:
            continue
        duty = NoticeDuty(DutyKind.POST, label, row["title"], due, None, matter.basis, command)
        found.append(duty)
    return found


def _meetings(reader: Reader) -> list[sqlite3.Row]:
    """Return the meetings of late and to come, with whether they are ahead and decided anything."""
    earliest = reader.clock.moment(reader.clock.today - LOOKED_BACK)
    return reader.rows(
        "SELECT m.number, m.type, m.title, m.held_at, m.held_at > ?1 AS ahead,"  # noqa: S608  (our own condition)
        " EXISTS (SELECT 1 FROM resolution AS r WHERE r.meeting_id = m.id"
        f" AND r.removed_at IS NULL AND {DECIDED}) AS decided"
        " FROM meeting AS m WHERE m.removed_at IS NULL AND m.held_at >= ?2"
        " ORDER BY m.held_at, m.number",
        (reader.clock.stamp, earliest),
    )


def _deadline(matter: Matter, event: date, known: Calendar) -> date | None:
    """Return by when a matter must be up after its event, or ahead of it."""
    if matter.within is None:
        return None
    if matter.ahead:
        return event - timedelta(days=matter.within.days)
    if matter.within.unit is Unit.WORKING:
        return known.after(event, matter.within.days)
    return ends_on(event, NoticePeriod(matter.within.days, Unit.NATURAL), known)
