"""What must be up by when, what must come down, and who is owed an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.core.workdays import Calendar
from jinlin.meeting.grounds import DECIDED
from jinlin.meeting.rules import meeting_label
from jinlin.meeting.ties import ties
from jinlin.notice import objections, questions
from jinlin.notice.matters import Matter, matters
from jinlin.notice.queries import (
    Filter,
    NoticeRow,
    last_posted,
    notices,
    posted_about,
    withdrawn_about,
)
from jinlin.notice.rules import Period, Status, Type, Unit, ends_on
from jinlin.notice.turns import due_again
from jinlin.report.board.disclosed import last_disclosed
from jinlin.report.board.drawn import source_word
from jinlin.report.board.from_resolutions import MATTERS
from jinlin.store.holidays import calendar
from jinlin.store.tx import Reader

LOOKED_BACK: Final = timedelta(days=60)
"""What was decided longer ago and never posted is no duty of today any more."""


class Duty(NamedTuple):
    """One thing to do.

    Attributes:
        kind: `post`, `take_down`, `objection`, `question`, `result`.
        number: the record it is about; empty where there is none yet.
        what: what it is, in words.
        due_on: the day by which; None where no day is set.
        last_on: when such a thing was last posted; None for never.
        basis: where the period stands.
        next: what to type.
    """

    kind: str
    number: str
    what: str
    due_on: date | None
    last_on: date | None
    basis: str
    next: str


def duties(reader: Reader) -> list[Duty]:
    """Return everything, what is due first at the top."""
    found = [
        *_regular(reader),
        *decisions_to_post(reader),
        *_to_take_down(reader),
        *_to_answer(reader),
    ]
    return sorted(found, key=lambda duty: (duty.due_on or date.max, duty.kind, duty.number))


def decisions_to_post(reader: Reader) -> list[Duty]:
    """Return what was decided and is not posted, and assemblies that must be announced."""
    posted = posted_about(reader, "meeting")
    posted |= {number.partition("-")[0] for number in posted_about(reader, "resolution")}
    withdrawn = {
        number.partition("-")[0]: day
        for kind in ("meeting", "resolution")
        for number, day in withdrawn_about(reader, kind).items()
    }
    known = calendar(reader)
    today = reader.clock.today
    rows = reader.rows(
        "SELECT m.number, m.type, m.title, m.held_at, m.held_at > ?1 AS ahead,"  # noqa: S608  (our own condition)
        " EXISTS (SELECT 1 FROM resolution AS r WHERE r.meeting_id = m.id"
        f" AND r.removed_at IS NULL AND {DECIDED}) AS decided"
        " FROM meeting AS m WHERE m.removed_at IS NULL AND m.held_at >= ?2"
        " ORDER BY m.held_at, m.number",
        (reader.clock.stamp, reader.clock.moment(today - LOOKED_BACK)),
    )
    waiting = any(row["decided"] and not row["ahead"] for row in rows)
    silent = ties(reader).silent if waiting else frozenset()
    found = []
    for row in rows:
        label, held = meeting_label(row["number"]), reader.clock.local(row["held_at"]).date()
        if label in posted or row["type"] not in MATTERS:
            continue
        if row["ahead"] and row["type"] == "owners_assembly":
            matter = matters()["owners_assembly"]
        elif row["decided"] and not row["ahead"] and row["number"] not in silent:
            matter = matters()[MATTERS[row["type"]]]
        else:
            continue
        command = (
            f"jinlin notice post --about {label} --matter {matter.word}"
            if row["ahead"]
            else f"jinlin notice post --from {source_word('resolutions')} --of {label}"
        )
        last = max(held, withdrawn.get(label, held))  # what was posted in time is due anew
        due = _deadline(matter, held if row["ahead"] else last, known)
        found.append(Duty("post", label, row["title"], due, None, matter.basis, command))
    return found


def _deadline(matter: Matter, event: date, known: Calendar) -> date | None:
    """Return by when a matter must be up after its event, or ahead of it."""
    if matter.within is None:
        return None
    if matter.ahead:
        return event - timedelta(days=matter.within.days)
    if matter.within.unit is Unit.WORKING:
        return known.after(event, matter.within.days)
    return ends_on(event, Period(matter.within.days, Unit.NATURAL), known)


def _regular(reader: Reader) -> Iterator[Duty]:
    """Return what is posted every week, quarter, half-year or always."""
    last = last_posted(reader)
    today = reader.clock.today
    for code, matter in matters().items():
        if not matter.every:
            continue
        notice = last.get(code)
        day = notice.posted_on if notice else None
        day = max(filter(None, (day, last_disclosed(reader, code))), default=None)
        if matter.every == "standing":
            if notice is not None and notice.status is Status.RUNNING:
                continue
            due = None
        else:
            due = due_again(matter.every, day, today)
        yield Duty("post", "", matter.name, due, day, matter.basis, _command(matter))


def _command(matter: Matter) -> str:
    source = {"branch_fund": "fund", "common_revenue": "revenue", "handled_issues": "issues",
              "steward_roster": "stewards"}  # fmt: skip
    if matter.code in source:
        return f"jinlin notice post --from {source_word(source[matter.code])}"
    return f"jinlin notice post --matter {matter.word}"


def _to_take_down(reader: Reader) -> Iterator[Duty]:
    for notice in notices(reader, Filter(to_take_down=True)):
        over = notice.withdrawn_on or notice.ends_on
        assert over is not None
        due = over if notice.withdrawn_on else over + timedelta(days=1)
        command = f"jinlin notice proof {notice.label} --down"
        yield Duty("take_down", notice.label, notice.title, due, notice.posted_on, "", command)
        yield from _result(notice, due)


def _result(notice: NoticeRow, due: date) -> Iterator[Duty]:
    if notice.type is Type.PUBLIC_NOTICE and notice.withdrawn_on is None:
        command = f"jinlin notice print {notice.label} --result"
        yield Duty("result", notice.label, notice.title, due, notice.posted_on, "", command)


def _to_answer(reader: Reader) -> Iterator[Duty]:
    for objection in objections.unanswered(reader):
        command = f"jinlin notice answer {objection.label} … --outcome …"
        yield Duty(
            "objection", objection.label, objection.title, objection.answer_by, None, "", command
        )
    for question in questions.questions(reader, unanswered=True):
        text = _("confidential") if question.private else question.text
        command = f"jinlin notice answer {question.label} …"
        yield Duty("question", question.label, text, question.answer_by, None, "", command)
