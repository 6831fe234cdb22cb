"""What a council decided, or carried out, and has not posted yet, and which matter it is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta

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
    today = reader.clock.today
    posted = _posted(reader, today)
    yield from _announcements(reader, {_meeting(one) for one in posted if one.matter != RESULT})
    yield from _decisions(reader, posted, today)
    yield from _results(reader, today)


def unposted(reader: Reader, day: date) -> int:
    """Return how many decisions and results were to be posted by a day, and were not."""
    owed = (*_decisions(reader, _posted(reader, day), day), *_results(reader, day))
    over = day + timedelta(days=day < reader.clock.today)
    return sum(one.due_on is not None and one.due_on < over for one in owed)


def decided_between(
    reader: Reader, types: Container[str], first: date, last: date
) -> Iterator[tuple[str, date, str | None]]:
    """Yield meetings of some kinds whose decisions were to be posted from one day to another.

    Each with the day by which, and the day on which they were; None where they were not.
    """
    posted = [
        one
        for one in posted_about(reader, "meeting", "resolution")
        if one.matter not in (RESULT, ANNOUNCED)
    ]
    known, silent = calendar(reader), ties(reader).silent
    for row in _meetings(reader, first):
        if row["type"] in types and row["decided"] and row["number"] not in silent:
            label = meeting_label(row["number"])
            held = reader.clock.local(row["held_at"]).date()
            due = matters()[MATTERS[row["type"]]].due(held, known)
            if due is not None and first <= due <= last:
                days = [one.posted_on for one in posted if _meeting(one) == label]
                yield label, due, min(days, default=None)


def _posted(reader: Reader, day: date) -> list[PostedAbout]:
    posted = posted_about(reader, "meeting", "resolution")
    return [one for one in posted if one.posted_on <= day.isoformat()]


def _meeting(posted: PostedAbout) -> str:
    return posted.number.partition("-")[0]


def _announcements(reader: Reader, told: Container[str]) -> Iterator[NoticeDuty]:
    """Yield assemblies ahead of which the owners are not told yet."""
    matter, known = matters()[ANNOUNCED], calendar(reader)
    for row in _meetings(reader, reader.clock.today):
        label = meeting_label(row["number"])
        if row["ahead"] and row["type"] == ANNOUNCED and label not in told:
            command = as_spoken(
                f"jinlin notice post {as_typed('--about')} {label}"
                f" {as_typed('--matter')} {matter.word}"
            )
            due = matter.due(reader.clock.local(row["held_at"]).date(), known)
            yield NoticeDuty(DutyKind.POST, label, row["title"], due, None, matter.basis, command)


def _decisions(reader: Reader, posted: Sequence[PostedAbout], day: date) -> Iterator[NoticeDuty]:
    """Yield what public meetings decided and is not posted (议事决定公开)."""
    told = {_meeting(one) for one in posted if one.matter not in (RESULT, ANNOUNCED)}
    withdrawn = {
        number.partition("-")[0]: since
        for kind in ("meeting", "resolution")
        for number, since in withdrawn_about(reader, kind).items()
    }
    known = calendar(reader)
    rows = [one for one in _meetings(reader, day) if one["decided"] and not one["ahead"]]
    silent = ties(reader).silent if rows else frozenset()
    for row in rows:
        label = meeting_label(row["number"])
        if label not in told and row["number"] not in silent:
            matter = matters()[MATTERS[row["type"]]]
            held = reader.clock.local(row["held_at"]).date()
            last = max(held, withdrawn.get(label, held))  # what was posted in time is due anew
            yield NoticeDuty(
                DutyKind.POST,
                label,
                row["title"],
                matter.due(last, known),
                None,
                matter.basis,
                to_draw(NoticeSource.RESOLUTIONS, label),
            )


def _results(reader: Reader, day: date) -> Iterator[NoticeDuty]:
    """Yield what was carried out and of which nobody was told (实施结果公开)."""
    matter, known = matters()[RESULT], calendar(reader)
    for row in results_to_post(reader, day):
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


def _meetings(reader: Reader, day: date) -> list[sqlite3.Row]:
    """Return public meetings of late and to come: whether they are ahead and decided anything."""
    earliest = reader.clock.moment(day - LOOKED_BACK)
    return reader.rows(
        "SELECT m.number, m.type, m.title, m.held_at, m.held_at > ?1 AS ahead,"  # noqa: S608  (our own condition)
        " EXISTS (SELECT 1 FROM resolution AS r WHERE r.meeting_id = m.id"
        f" AND r.removed_at IS NULL AND {DECIDED}) AS decided"
        " FROM meeting AS m WHERE m.removed_at IS NULL AND m.held_at >= ?2"
        " AND m.type IN (SELECT value FROM json_each(?3)) ORDER BY m.held_at, m.number",
        (reader.clock.stamp, earliest, json.dumps([*MATTERS])),
    )
