"""What of the notices wants doing today, in a fixed number of questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.notice import objections, questions
from jinlin.notice.queries import HANGING_OVER, count_notices, ending, notices
from jinlin.output.contribution.today_lines import SHOWN, TodayLine, TodaySection, Waiting
from jinlin.store.transaction.tx import Reader

ENDS_SOON: Final = timedelta(days=2)


def _ending(reader: Reader) -> Iterator[TodayLine]:
    for notice in ending(reader, by=reader.clock.today + ENDS_SOON):
        yield TodayLine(notice.label, notice.title, str(notice.ends_on))


def _take_down(reader: Reader) -> Waiting:
    first = tuple(
        TodayLine(n.label, n.title, str(n.withdrawn_on or n.ends_on))
        for n in notices(reader, HANGING_OVER, limit=SHOWN)
    )
    return Waiting(count_notices(reader, HANGING_OVER), first)


def _objections(reader: Reader) -> Iterator[TodayLine]:
    for objection in objections.unanswered(reader):
        yield TodayLine(objection.label, objection.title, str(objection.answer_by))


def _questions(reader: Reader) -> Iterator[TodayLine]:
    for question in questions.questions(reader, questions.UNANSWERED):
        text = _("confidential") if question.private else question.text
        yield TodayLine(question.label, text, str(question.answer_by))


SECTIONS: Final = (
    TodaySection(
        210, "ending", N_("Notices whose period ends"), N_("jinlin notice show {number}"), _ending
    ),
    TodaySection(
        220,
        "take_down",
        N_("Notices to take down"),
        N_("jinlin notice proof {number} --down"),
        _take_down,
    ),
    TodaySection(
        140,
        "objections",
        N_("Objections to answer"),
        N_("jinlin notice answer {number} … --outcome 不成立"),
        _objections,
    ),
    TodaySection(
        150,
        "questions",
        N_("Questions to answer"),
        N_("jinlin notice answer {number} …"),
        _questions,
    ),
)
