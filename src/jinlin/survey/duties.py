"""Which evaluations are over and not posted yet (两评的结果公开), and by when they are to be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.i18n import _
from jinlin.notice.about_record import posted_about, withdrawn_about
from jinlin.notice.duties import DutyKind, NoticeDuty
from jinlin.notice.rules.matters import matters
from jinlin.output.contribution.notice_sources import NoticeSource, to_draw
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.surveys import KIND, Survey, surveys
from jinlin.survey.rules.kinds import SurveyKind

MATTER: Final = "evaluation"
"""What a notice of its result is of, by the list of what must be public."""


class UnpostedEvaluation(NamedTuple):
    """An evaluation that was closed and whose result does not hang."""

    survey: Survey
    due_on: date | None


def unposted_evaluations(reader: Reader) -> Iterator[UnpostedEvaluation]:
    """Yield the evaluations whose result is to be posted, the latest first."""
    matter, known = matters()[MATTER], calendar(reader)
    posted = {one.number for one in posted_about(reader, KIND) if one.matter == MATTER}
    withdrawn = withdrawn_about(reader, KIND)
    for one in surveys(reader):
        if one.kind is SurveyKind.EVALUATION and one.closed_on and one.label not in posted:
            closed = date.fromisoformat(one.closed_on)
            last = max(closed, withdrawn.get(one.label, closed))
            yield UnpostedEvaluation(one, matter.due(last, known))


def duties(reader: Reader) -> Iterator[NoticeDuty]:
    """Yield what is to be posted of evaluations."""
    matter = matters()[MATTER]
    for survey, due_on in unposted_evaluations(reader):
        yield NoticeDuty(
            DutyKind.POST,
            survey.label,
            _("{label}: {text}").format(label=survey.title, text=matter.name),
            due_on,
            None,
            matter.basis,
            to_draw(NoticeSource.SURVEY, survey.label),
        )
