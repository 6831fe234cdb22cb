"""The records beside the ratings of an evaluation: of which bodies, and of which days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from jinlin.member.rules.posts import Body
from jinlin.output.contribution.evidence import EvidenceRecord, RatedBodyAsked, records_of
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.evaluated import evaluations
from jinlin.survey.record.surveys import Survey, find_survey

HALF_A_YEAR: Final = timedelta(days=183)
"""So far back the records go where no evaluation was before."""


def evidence_of(
    reader: Reader, survey: Survey, bodies: Iterable[str]
) -> dict[str, list[EvidenceRecord]]:
    """Return what records say of bodies from the evaluation before until this one closes."""
    first, last = evidence_days(reader, survey)
    return {body: records_of(reader, _asked(body, first, last)) for body in bodies}


def evidence_days(reader: Reader, survey: Survey) -> tuple[date, date]:
    """Return the first and the last day whose records stand beside the ratings."""
    opened = date.fromisoformat(survey.opened_on)
    before = [one.number for one in evaluations(reader, survey) if one.number != survey.label]
    first = (
        date.fromisoformat(find_survey(reader, before[0]).opened_on)
        if before
        else opened - HALF_A_YEAR
    )
    last = date.fromisoformat(survey.closed_on) if survey.closed_on else reader.clock.today
    return first, last


def _asked(name: str, first: date, last: date) -> RatedBodyAsked:
    body = Body.said(name)
    if body is None:
        return RatedBodyAsked("", (name,), first, last)
    return RatedBodyAsked(body.value, body.spoken, first, last)
