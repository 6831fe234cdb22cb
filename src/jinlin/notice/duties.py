"""What is to be done about notices and by when, and what of it notices themselves ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.word import Word
from jinlin.notice import objections, questions
from jinlin.notice.board import MATTER, changed_since
from jinlin.notice.queries import HANGING_OVER, NoticeRow, notices
from jinlin.notice.rules.matters import matters
from jinlin.notice.rules.notices import Type
from jinlin.notice.small_powers import last_changed
from jinlin.output.contribution.notice_sources import NoticeSource, to_draw
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader


class DutyKind(Word):
    """What is to be done about a notice."""

    POST = "post", N_("to post")
    TAKE_DOWN = "take_down", N_("to take down")
    RESULT = "result", N_("to write its result")
    OBJECTION = "objection", N_("objection to answer")
    QUESTION = "question", N_("question to answer")


class NoticeDuty(NamedTuple):
    """One thing to do.

    Attributes:
        number: the record it is about; empty where there is none yet.
        what: what it is, in words.
        due_on: the day by which; None where no day is set.
        last_on: when such a thing was last posted; None for never.
        basis: where the period stands.
        next: what to type.
    """

    kind: DutyKind
    number: str
    what: str
    due_on: date | None
    last_on: date | None
    basis: str
    next: str


def duties(reader: Reader) -> Iterator[NoticeDuty]:
    """Return what hangs too long, has no result yet, or waits for an answer."""
    yield from _to_take_down(reader)
    yield from _to_answer(reader)
    yield from _powers_changed(reader)


def _to_take_down(reader: Reader) -> Iterator[NoticeDuty]:
    for notice in notices(reader, HANGING_OVER):
        over = notice.withdrawn_on or notice.ends_on
        assert over is not None
        due = over if notice.withdrawn_on else over + timedelta(days=1)
        command = as_spoken(f"jinlin notice proof {notice.label} {as_typed('--down')}")
        yield NoticeDuty(
            DutyKind.TAKE_DOWN, notice.label, notice.title, due, notice.posted_on, "", command
        )
        yield from _result(notice, due)


def _result(notice: NoticeRow, due: date) -> Iterator[NoticeDuty]:
    if notice.type is Type.PUBLIC_NOTICE and notice.withdrawn_on is None:
        command = as_spoken(f"jinlin notice print {notice.label} {as_typed('--result')}")
        yield NoticeDuty(
            DutyKind.RESULT, notice.label, notice.title, due, notice.posted_on, "", command
        )


def _to_answer(reader: Reader) -> Iterator[NoticeDuty]:
    for objection in objections.unanswered(reader):
        command = as_spoken(f"jinlin notice answer {objection.label} … {as_typed('--outcome')} …")
        yield NoticeDuty(
            DutyKind.OBJECTION,
            objection.label,
            objection.title,
            objection.answer_by,
            None,
            "",
            command,
        )
    for question in questions.questions(reader, questions.UNANSWERED):
        text = _("confidential") if question.private else question.text
        command = as_spoken(f"jinlin notice answer {question.label} …")
        yield NoticeDuty(
            DutyKind.QUESTION, question.label, text, question.answer_by, None, "", command
        )


def _powers_changed(reader: Reader) -> Iterator[NoticeDuty]:
    """Yield the list of small powers where it is no longer as it hangs."""
    for since in changed_since(reader):
        matter, day = matters()[MATTER], last_changed(reader)
        yield NoticeDuty(
            DutyKind.POST,
            since.notice.label,
            since.told,
            matter.due(day, calendar(reader)) if day else None,
            since.notice.posted_on,
            matter.basis,
            to_draw(NoticeSource.POWERS, since.which or None),
        )
