"""Bodies that are rated (两评): the same three steps for each; a person is never rated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from jinlin.complex.household.people import people_called
from jinlin.core.decimals import Rate
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference, parse_reference
from jinlin.issue.rules.satisfaction import GOOD, Satisfaction
from jinlin.member.rules.posts import Body
from jinlin.store.known import body_named
from jinlin.store.parties import judged
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.counts import PaperTally, QuestionCounts, tally
from jinlin.survey.record.surveys import KIND, Survey, questions, survey_of_id
from jinlin.survey.rules.few import joined
from jinlin.survey.rules.kinds import AnswerKind
from jinlin.survey.rules.questions import SurveyQuestion, as_read


class BodyRating(NamedTuple):
    """How a body was rated by a group, or by all.

    Attributes:
        group: as what they rate; None for all.
        counts: how often each of the three steps was given.
        before: how the same body was rated the time before; None where there is none to compare.
    """

    body: str
    group: str | None
    counts: Mapping[str, int]
    before: BodyRating | None = None

    @property
    def rate(self) -> Rate:
        """The satisfied and basically satisfied among those who rated."""
        good = sum(count for word, count in self.counts.items() if word in GOOD)
        return Rate(numerator=good, denominator=sum(self.counts.values()))

    @property
    def change(self) -> Fraction | None:
        """The change on the time before; None where a base is too small."""
        return _less(self.rate.exact, self.before.rate.exact if self.before else None)

    @property
    def told(self) -> Mapping[str | None, int]:
        """The steps as they may hang: those given by very few joined under None, or none at all."""
        return joined(self.counts)

    @property
    def public_rate(self) -> Fraction | None:
        """The rate as it may hang; None where a joined step could be told from it."""
        return self.rate.exact if Satisfaction.NOT_SATISFIED.value in self.told else None

    @property
    def public_change(self) -> Fraction | None:
        """The change as it may hang."""
        return _less(self.public_rate, self.before.public_rate if self.before else None)


def _less(now: Fraction | None, before: Fraction | None) -> Fraction | None:
    return None if now is None or before is None else now - before


def as_public(rated: Sequence[BodyRating]) -> list[BodyRating]:
    """Return the ratings that may hang: of groups only where none of a body's is small.

    Where one were left out alone, the difference to all would tell it.
    """
    small = {
        one.body
        for one in rated
        if one.group is not None and one.rate.denominator
        if one.rate.exact is None or None in one.told
    }
    return [
        one
        for one in rated
        if one.group is None or (one.body not in small and one.rate.denominator)
    ]


def rating_of(reader: Reader, text: str) -> SurveyQuestion:
    """Return the question that rates a body: `业委会`, `物业`, a partner's name or number `D3`.

    Raises:
        RuleError: it is a person, or nobody knows whether it is one.
        NotFoundError: there is nothing of that number.
        UsageError: it is the number of no body.
    """
    if (body := Body.said(text)) is not None:
        label = body.label
    else:
        label = _numbered(reader, text) if text[:1].isascii() else _no_person(reader, text)
    return SurveyQuestion(0, label, AnswerKind.RATING, subject=label)


def _numbered(reader: Reader, text: str) -> str:
    body = body_named(reader, parse_reference(text))
    if body is None:
        raise UsageError(
            _("“{text}” is no body.").format(text=text),
            hint=_("Write it like 业委会, 物业, or a partner's name or number: D3."),
        )
    return body


def _no_person(reader: Reader, name: str) -> str:
    if people_called(reader, name) or not judged(reader, [name])[name].open:
        raise RuleError(
            _("Bodies are rated, never a person: “{name}”.").format(name=name),
            hint=_("Name a body: 业委会, 物业, or a partner's whole name or number: D3."),
        )
    return name


def good_of(counted: QuestionCounts) -> int:
    """Return how many of those who answered a rating are satisfied or basically satisfied."""
    return sum(times for word, times in counted.counts.items() if word in GOOD)


def body_ratings(reader: Reader, survey: Survey, counted: PaperTally) -> Iterator[BodyRating]:
    """Yield how each body was rated in a round, by all and by each group.

    Which group rated how is known no more when the answers were deleted.

    Args:
        reader: the database.
        survey: the evaluation.
        counted: what is counted of the round.
    """
    by_group = () if survey.forgotten_on else survey.rater_groups
    sheets = _sheets(reader, survey.id, counted.round) if by_group else []
    for one in counted.questions:
        subject = one.question.subject
        if subject is None:
            continue
        yield BodyRating(
            subject, None, _steps(one), _before(reader, survey, subject, counted.round)
        )
        for group in by_group:
            yield BodyRating(subject, group, _counted(sheets, one.question.position - 1, group))


def evaluations(reader: Reader, survey: Survey) -> list[Reference]:
    """Return an evaluation, and before it the one that rated one of its bodies last."""
    number = reader.value(
        "SELECT max(s.number) FROM survey AS s JOIN survey_question AS q ON q.survey_id = s.id"
        " WHERE s.removed_at IS NULL AND s.id < ?1 AND q.subject IN"
        " (SELECT subject FROM survey_question WHERE survey_id = ?1)",
        (survey.id,),
    )
    before = [Reference(KIND, f"W{number}")] if number is not None else []
    return [*before, Reference(KIND, survey.label)]


def _sheets(
    reader: Reader, survey_id: int, round_: int
) -> list[tuple[str | None, tuple[tuple[str, ...], ...]]]:
    return [
        (row["rater_group"], as_read(row["answers"]))
        for row in reader.rows(
            "SELECT rater_group, answers FROM survey_slip WHERE survey_id = ? AND round = ?",
            (survey_id, round_),
        )
    ]


def _counted(
    sheets: Sequence[tuple[str | None, Sequence[Sequence[str]]]], place: int, group: str
) -> dict[str, int]:
    said = [
        sheet[place][0]
        for of, sheet in sheets
        if of == group and place < len(sheet) and sheet[place]
    ]
    return {word.value: said.count(word.value) for word in Satisfaction}


def _steps(counted: QuestionCounts) -> dict[str, int]:
    return {word.value: counted.counts.get(word.value, 0) for word in Satisfaction}


def _before(reader: Reader, survey: Survey, subject: str, round_: int) -> BodyRating | None:
    """Return how a body was rated in the round before, else in the evaluation before."""
    row = reader.row(
        "SELECT s.id, iif(s.id = ?1, ?3 - 1, s.round) AS round FROM survey AS s"
        " JOIN survey_question AS q ON q.survey_id = s.id AND q.subject = ?2"
        " WHERE s.removed_at IS NULL"
        " AND (s.id < ?1 OR (s.id = ?1 AND ?3 > 1)) ORDER BY s.id DESC LIMIT 1",
        (survey.id, subject, round_),
    )
    if row is None:
        return None
    earlier = survey_of_id(reader, row["id"])
    counted = tally(reader, earlier, questions(reader, earlier), row["round"])
    [rated] = [one for one in counted.questions if one.question.subject == subject]
    return BodyRating(subject, None, _steps(rated))
