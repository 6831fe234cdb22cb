"""What a council decided, or carried out, and has not posted yet, and which matter it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from jinlin.core.days.workdays import Calendar
from jinlin.core.i18n import _
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.meeting.record.grounds import DECIDED
from jinlin.meeting.record.results import ANNOUNCED, LOOKED_BACK, MATTERS, RESULT, results_to_post
from jinlin.meeting.record.ties import ties
from jinlin.meeting.rules.meetings import meeting_label
from jinlin.notice.about_record import PostedAbout, posted_about, withdrawn_about
from jinlin.notice.duties import DutyKind, NoticeDuty
from jinlin.notice.rules.matters import matters
from jinlin.output.contribution.notice_sources import NoticeSource, to_draw
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader


def duties(reader: Reader) -> Iterator[NoticeDuty]:
    """Yield what was decided and is not posted, assemblies to be announced, and results."""
    posted = posted_about(reader, "meeting", "resolution")
    told = {_meeting(one) for one in posted if one.matter != RESULT}
    decided = {_meeting(one) for one in posted if one.matter not in (RESULT, ANNOUNCED)}
    withdrawn = {
        number.partition("-")[0]: day
        for kind in ("meeting", "resolution")
        for number, day in withdrawn_about(reader, kind).items()
    }
    known = calendar(reader)
    rows = [row for row in _meetings(reader) if row["type"] in MATTERS]
    waiting = any(row["decided"] and not row["ahead"] for row in rows)
    silent = ties(reader).silent if waiting else frozenset()
    for row in rows:
        label, held = meeting_label(row["number"]), reader.clock.local(row["held_at"]).date()
        if row["ahead"] and row["type"] == ANNOUNCED and label not in told:
            matter = matters()[ANNOUNCED]
            command = as_spoken(
                f"jinlin notice post {as_typed('--about')} {label}"
                f" {as_typed('--matter')} {matter.word}"
            )
            due = matter.due(held, known)
        elif (
            row["decided"]
            and not row["ahead"]
            and {label, row["number"]}.isdisjoint(decided | silent)
        ):
            matter = matters()[MATTERS[row["type"]]]
            command = to_draw(NoticeSource.RESOLUTIONS, label)
            last = max(held, withdrawn.get(label, held))  # what was posted in time is due anew
            due = matter.due(last, known)
        else:
            continue
        yield NoticeDuty(DutyKind.POST, label, row["title"], due, None, matter.basis, command)
    yield from _results(reader, known)


def _meeting(posted: PostedAbout) -> str:
    return posted.number.partition("-")[0]


def _results(reader: Reader, known: Calendar) -> Iterator[NoticeDuty]:
    """Yield what was carried out and of which nobody was told (实施结果公开)."""
    matter = matters()[RESULT]
    for row in results_to_post(reader):
        assert row.ended_on is not None
        yield NoticeDuty(
            DutyKind.POST,
            row.label,
            _("{label}: {text}").format(label=matter.name, text=row.text),
            matter.due(row.ended_on, known),
            None,
            matter.basis,
            to_draw(NoticeSource.RESULT, row.label),
        )


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
