"""What came out of a questionnaire, as it may hang: numbers with their base, nobody's own words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jinlin.complex.rules.address import place_words
from jinlin.core.days.written import span_words
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.output.contribution.evidence import counted as counted_of
from jinlin.output.contribution.notice_sources import Drawn, sheet_rows
from jinlin.output.contribution.rectification import put_right
from jinlin.output.listing.values import percent
from jinlin.store.transaction.tx import Reader
from jinlin.survey.duties import MATTER
from jinlin.survey.pages.answers import asked_words, few_joined, public_answers
from jinlin.survey.record.counts import PaperTally, QuestionCounts, tally
from jinlin.survey.record.evaluated import body_ratings, evaluations
from jinlin.survey.record.evidence import evidence_days, evidence_of
from jinlin.survey.record.surveys import KIND, Survey, find_survey, questions, surveys
from jinlin.survey.rules.kinds import AnswerKind, SurveyKind


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the result of a questionnaire, of the latest one where no number is given.

    Raises:
        NotFoundError: there is no such questionnaire.
    """
    if which is None and not (found := surveys(reader)):
        raise NotFoundError(
            _("There is no survey yet."),
            hint=_("Make one: jinlin survey add 居民需求 -q 用餐困难吗=有、没有"),
        )
    survey = find_survey(reader, which or max(found, key=lambda one: one.number).label)
    counted = tally(reader, survey, questions(reader, survey))
    where = place_words(survey.building, None) if survey.building else ""
    return Drawn(
        matter=MATTER if survey.kind is SurveyKind.EVALUATION else "survey_result",
        title=(
            _("result of the evaluation “{title}”")
            if survey.kind is SurveyKind.EVALUATION
            else _("result of the survey “{title}”")
        ).format(title=survey.title),
        body="\n".join([*_lines(survey, counted), *_rated(reader, survey, counted)]),
        about=Reference(KIND, survey.label),
        audience=_("all residents of {where}").format(where=where) if where else _("all residents"),
    )


def _lines(survey: Survey, counted: PaperTally) -> Iterator[str]:
    if survey.purpose:
        yield _("What it is for: {purpose}.").format(purpose=survey.purpose)
    yield asked_words(survey, counted.whole)
    for one in counted.questions:
        if one.question.subject is None:
            yield from _answered(one)
    if any(one.question.kind is AnswerKind.STANCE for one in counted.questions):
        yield _("Intentions are no vote of the owners.")


def _written(times: int | None) -> str:
    return "" if times is None else str(times)


def _share(share: Fraction | None) -> str:
    return "" if share is None else percent(share)


def _answered(one: QuestionCounts) -> Iterator[str]:
    """Yield what may hang of a question: a table of its answers, of numbers a sentence."""
    rows = list(public_answers(one))
    if not rows:
        return
    asked = _("Question {number}: {text} (answered by {count})").format(
        number=one.question.position, text=one.question.text, count=one.answered
    )
    if one.question.kind is AnswerKind.NUMBER:
        yield _("{question}: {figures}.").format(question=asked, figures=rows[0].label)
        return
    yield asked
    yield from sheet_rows(
        (_("What was answered"), _("Count"), _("Rate")),
        *((row.label, _written(row.times), _share(row.share)) for row in rows),
    )


def _rated(reader: Reader, survey: Survey, counted: PaperTally) -> Iterator[str]:
    """Yield how bodies were rated, what records say of them and how much is put right."""
    rated = [one for one in body_ratings(reader, survey, counted) if one.group is None]
    if not rated:
        return
    few = any(None in one.told for one in rated)
    yield from sheet_rows(
        (
            _("Body"),
            *Satisfaction.labels().values(),
            *((_("Joined"),) if few else ()),
            _("Of"),
            _("Satisfied"),
        ),
        *(
            (
                one.body,
                *(_written(one.told.get(word.value)) for word in Satisfaction),
                *((_written(one.told.get(None)),) if few else ()),
                str(one.rate.denominator),
                _share(one.public_rate),
            )
            for one in rated
        ),
    )
    if any(one.rate.exact is None for one in rated):
        yield _("Percentages stand only where ten or more answered.")
    if any(one.told != one.counts for one in rated):
        yield few_joined()
    found = evidence_of(reader, survey, [one.body for one in rated])
    rows = [
        (body, one.kind.label, str(one.rate.numerator), str(one.rate.denominator))
        for body, records in found.items()
        for one in counted_of(records)
    ]
    if rows:
        first, last = evidence_days(reader, survey)
        yield _("What records say of them, {days}:").format(days=span_words(first, last))
        yield from sheet_rows((_("Body"), _("What is counted"), _("Count"), _("Of")), *rows)
    if righted := put_right(reader, evaluations(reader, survey)):
        yield _("Put right: {count}, of them done: {done}.").format(
            count=len(righted), done=sum(one.done_on is not None for one in righted)
        )
