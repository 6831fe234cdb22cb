"""Questionnaires as a report tells them: who answered, and of evaluations the rates once closed."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple, TypeVar

from jinlin.core.decimals import Rate
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.output.listing.discretion import Redaction
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.counts import tally
from jinlin.survey.record.evaluated import good_of
from jinlin.survey.record.surveys import Survey, questions, surveys
from jinlin.survey.rules.kinds import AnswersPer, SurveyKind


class SurveyOnDay(NamedTuple):
    """How many papers of a questionnaire were in on a day.

    Attributes:
        slips: the papers without a name that came back, where no door says that it answered; None
            where there are none, or nobody knows: a slip bears no day.
    """

    number: str
    title: str
    per: AnswersPer
    answered: int
    asked: int
    slips: int | None = None

    @property
    def rate(self) -> Rate:
        """The answered among those asked."""
        return Rate(numerator=self.answered, denominator=self.asked)


_TOLD: Final = """
    SELECT 'W' || s.number AS number, s.title, s.per,
           (SELECT count(*) FROM survey_paper AS p WHERE p.survey_id = s.id AND p.round = s.round
            AND p.state = 'answered' AND p.removed_at IS NULL AND p.said_on <= ?2) AS answered,
           iif(s.per = 'person',
               (SELECT count(*) FROM survey_paper AS p WHERE p.survey_id = s.id
                AND p.round = s.round AND p.removed_at IS NULL),
               (SELECT count(*) FROM household AS h WHERE h.removed_at IS NULL
                AND h.building_id = ifnull(s.building_id, h.building_id))) AS asked,
           iif(?2 >= ?3 OR s.closed_on <= ?2,
               nullif((SELECT count(*) FROM survey_slip AS a WHERE a.survey_id = s.id
                       AND a.round = s.round), 0), NULL) AS slips
    FROM survey AS s WHERE s.removed_at IS NULL AND s.kind <> 'evaluation' AND s.opened_on <= ?2
        AND ifnull(s.closed_on, '9') >= ?1 ORDER BY s.number"""


def surveys_told(reader: Reader, first: date, last: date) -> tuple[SurveyOnDay, ...]:
    """Return the questionnaires that were open in a stretch of days, as they stood on its last."""
    days = (first.isoformat(), last.isoformat(), reader.clock.today.isoformat())
    found = (
        SurveyOnDay(**{**dict(row), "per": AnswersPer(row["per"])})
        for row in reader.rows(_TOLD, days)
    )
    return _discreet(reader, [one._replace(slips=None) if one.answered else one for one in found])


class RatedBody(NamedTuple):
    """How many of those who rated a body were satisfied or basically satisfied."""

    body: str
    rate: Rate


class EvaluationOnDay(NamedTuple):
    """An evaluation as it stood on a day.

    Attributes:
        sheets: how many papers came back so far; None where nobody knows, since papers bear no day.
        bodies: how each was rated; nothing while it goes on.
    """

    number: str
    title: str
    sheets: int | None
    bodies: tuple[RatedBody, ...]


def evaluations_told(reader: Reader, first: date, last: date) -> tuple[EvaluationOnDay, ...]:
    """Return the evaluations that were open in a stretch of days, as they stood on its last."""
    return _discreet(
        reader,
        [
            _on_day(reader, one, last)
            for one in reversed(surveys(reader))
            if one.kind is SurveyKind.EVALUATION
            and one.opened_on <= last.isoformat()
            and (one.closed_on is None or one.closed_on >= first.isoformat())
        ],
    )


_Told = TypeVar("_Told", SurveyOnDay, EvaluationOnDay)


def _discreet(reader: Reader, told: list[_Told]) -> tuple[_Told, ...]:
    """Return what is told under titles that name nobody: reports go up, and hang."""
    titles = discreet_texts(reader, [one.title for one in told], form=Redaction.PUBLIC)
    return tuple(one._replace(title=title) for one, title in zip(told, titles, strict=True))


def _on_day(reader: Reader, survey: Survey, day: date) -> EvaluationOnDay:
    closed = survey.closed_on is not None and survey.closed_on <= day.isoformat()
    if not closed and day < reader.clock.today:
        return EvaluationOnDay(survey.label, survey.title, None, ())
    counted = tally(reader, survey, questions(reader, survey))
    bodies = (
        RatedBody(
            one.question.subject or "",
            Rate(
                numerator=good_of(one),
                denominator=one.answered,
            ),
        )
        for one in counted.questions
        if one.question.subject is not None
    )
    return EvaluationOnDay(
        survey.label, survey.title, counted.sheets, tuple(bodies) if closed else ()
    )
