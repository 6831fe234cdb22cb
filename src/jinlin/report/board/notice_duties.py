"""What must be up by when, what must come down, and who is owed an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from jinlin.core.i18n import _
from jinlin.notice import objections, questions
from jinlin.notice.queries import NoticeFilter, NoticeRow, last_posted, notices
from jinlin.notice.rules.matters import Matter, matters
from jinlin.notice.rules.notices import NoticeStatus, Type
from jinlin.notice.rules.turns import Turn, due_again
from jinlin.report.board.decisions import DutyKind, NoticeDuty, decisions_to_post
from jinlin.report.board.from_fund import quarter_to_post
from jinlin.report.board.purse_disclosure import DISCLOSES, last_disclosed
from jinlin.report.board.sources import SOURCE_OF, to_draw
from jinlin.store.transaction.tx import Reader


def duties(reader: Reader) -> list[NoticeDuty]:
    """Return everything, what is due first at the top."""
    found = [
        *_regular(reader),
        *decisions_to_post(reader),
        *_to_take_down(reader),
        *_to_answer(reader),
    ]
    return sorted(found, key=lambda duty: (duty.due_on or date.max, duty.kind, duty.number))


def _regular(reader: Reader) -> Iterator[NoticeDuty]:
    """Return what is posted every week, quarter, half-year or always."""
    last = last_posted(reader)
    today = reader.clock.today
    for code, matter in matters().items():
        if not matter.every:
            continue
        notice = last.get(code)
        day = notice.posted_on if notice else None
        day = max(filter(None, (day, last_disclosed(reader, code))), default=None)
        if matter.every is Turn.STANDING:
            if notice is not None and notice.status is NoticeStatus.RUNNING:
                continue
            due = None
        else:
            due = due_again(matter.every, day, today)
        yield NoticeDuty(
            DutyKind.POST, "", matter.name, due, day, matter.basis, _command(reader, matter)
        )


def _command(reader: Reader, matter: Matter) -> str:
    """Return what posts a matter; of purses the quarter that is to be posted."""
    source, purses = SOURCE_OF.get(matter.code), DISCLOSES.get(matter.code)
    quarter = quarter_to_post(reader, purses) if purses else None
    if source is None or (purses and quarter is None):
        return f"jinlin notice post --matter {matter.word}"
    return to_draw(source, quarter)


def _to_take_down(reader: Reader) -> Iterator[NoticeDuty]:
    for notice in notices(reader, NoticeFilter(to_take_down=True)):
        over = notice.withdrawn_on or notice.ends_on
        assert over is not None
        due = over if notice.withdrawn_on else over + timedelta(days=1)
        command = f"jinlin notice proof {notice.label} --down"
        yield NoticeDuty(
            DutyKind.TAKE_DOWN, notice.label, notice.title, due, notice.posted_on, "", command
        )
        yield from _result(notice, due)


def _result(notice: NoticeRow, due: date) -> Iterator[NoticeDuty]:
    if notice.type is Type.PUBLIC_NOTICE and notice.withdrawn_on is None:
        command = f"jinlin notice print {notice.label} --result"
        yield NoticeDuty(
            DutyKind.RESULT, notice.label, notice.title, due, notice.posted_on, "", command
        )


def _to_answer(reader: Reader) -> Iterator[NoticeDuty]:
    for objection in objections.unanswered(reader):
        command = f"jinlin notice answer {objection.label} … --outcome …"
        yield NoticeDuty(
            DutyKind.OBJECTION,
            objection.label,
            objection.title,
            objection.answer_by,
            None,
            "",
            command,
        )
    for question in questions.questions(reader, unanswered=True):
        text = _("confidential") if question.private else question.text
        command = f"jinlin notice answer {question.label} …"
        yield NoticeDuty(
            DutyKind.QUESTION, question.label, text, question.answer_by, None, "", command
        )
