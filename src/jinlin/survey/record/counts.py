"""What is counted of a questionnaire: papers by building with their base, answers by question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Final, NamedTuple

from jinlin.complex.building.queries import IN_ORDER
from jinlin.core.decimals import Rate
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.surveys import Survey
from jinlin.survey.rules.kinds import AnswerKind, AnswersPer, PaperState, SurveyKind
from jinlin.survey.rules.questions import Answer, SurveyQuestion, as_read


class PaperCounts(NamedTuple):
    """Papers of a building, or of all.

    Attributes:
        building: its code; None for all together, and of people.
        asked: how many doors are asked; of people and of slips alone how many papers there are.
        handed_out: how many papers reached a door: those out, answered and refused.
        by_slips: papers without a name alone tell that anybody answered; nobody knows of how many.
    """

    building: str | None
    asked: int
    handed_out: int
    answered: int
    refused: int
    not_reached: int
    by_slips: bool = False

    @property
    def known(self) -> int | None:
        """How many are asked; None where papers without a name alone tell of it."""
        return None if self.by_slips else self.asked

    @property
    def rate(self) -> Rate:
        """The answered among those asked."""
        return Rate(numerator=self.answered, denominator=0 if self.by_slips else self.asked)

    @property
    def returned(self) -> Rate:
        """The answered among those handed out."""
        return Rate(numerator=self.answered, denominator=0 if self.by_slips else self.handed_out)


class QuestionCounts(NamedTuple):
    """What is answered to a question.

    Attributes:
        answered: on how many papers it is answered.
        counts: how often each answer was given, the choices in their order.
    """

    question: SurveyQuestion
    answered: int
    counts: Mapping[str, int]

    @property
    def figures(self) -> NumberFigures | None:
        """Average, median, least and most of a question in numbers; None where there are none."""
        if self.question.kind is not AnswerKind.NUMBER or not self.answered:
            return None
        said = sorted(
            value for text, count in self.counts.items() for value in [Decimal(text)] * count
        )
        half = len(said) // 2
        median = said[half] if len(said) % 2 else (said[half - 1] + said[half]) / 2
        return NumberFigures(sum(said, Decimal(0)) / len(said), median, said[0], said[-1])


class NumberFigures(NamedTuple):
    """What numbers that were answered come to."""

    average: Decimal
    median: Decimal
    least: Decimal
    most: Decimal


class PaperTally(NamedTuple):
    """What is counted of one round.

    Attributes:
        papers: by building, then all together; of people only all together.
        valid: papers on which anything is answered, of `sheets` that came back with answers.
    """

    round: int
    papers: tuple[PaperCounts, ...]
    sheets: int
    valid: int
    questions: tuple[QuestionCounts, ...]

    @property
    def whole(self) -> PaperCounts:
        """All papers together."""
        return self.papers[-1]


_STATES: Final = f"""
    SELECT b.code AS building, count(*) AS asked, count(p.id) - ifnull(sum(p.state =
           '{PaperState.NOT_REACHED}'), 0) AS handed_out,
           ifnull(sum(p.state = '{PaperState.ANSWERED}'), 0) AS answered,
           ifnull(sum(p.state = '{PaperState.REFUSED}'), 0) AS refused,
           ifnull(sum(p.state = '{PaperState.NOT_REACHED}'), 0) AS not_reached
    FROM household AS h JOIN building AS b ON b.id = h.building_id
    LEFT JOIN survey_paper AS p ON p.survey_id = ? AND p.round = ? AND p.household_id = h.id
        AND p.removed_at IS NULL
    WHERE {{where}} GROUP BY h.building_id ORDER BY {IN_ORDER}"""
_OF_PEOPLE: Final = """
    SELECT NULL AS building, count(*) AS asked,
           ifnull(sum(state <> 'not_reached'), 0) AS handed_out,
           ifnull(sum(state = 'answered'), 0) AS answered,
           ifnull(sum(state = 'refused'), 0) AS refused,
           ifnull(sum(state = 'not_reached'), 0) AS not_reached
    FROM survey_paper WHERE survey_id = ? AND round = ? AND removed_at IS NULL"""


def tally(
    reader: Reader, survey: Survey, asked: Sequence[SurveyQuestion], round_: int | None = None
) -> PaperTally:
    """Return what is counted of a round; of the one that is on where none is named."""
    round_ = round_ or survey.round
    if survey.forgotten_on is not None:
        return _kept(reader, survey, asked, round_)
    sheets = [
        as_read(row["answers"])
        for row in reader.each(
            "SELECT answers FROM survey_slip WHERE survey_id = ? AND round = ?"
            if survey.per is AnswersPer.ANONYMOUS
            else "SELECT answers FROM survey_paper WHERE survey_id = ? AND round = ?"
            " AND removed_at IS NULL AND answers IS NOT NULL",
            (survey.id, round_),
        )
    ]
    return PaperTally(
        round_,
        papers(reader, survey, round_),
        len(sheets),
        sum(any(sheet) for sheet in sheets),
        tuple(_answers(sheets, asked)),
    )


SHEETS: Final = "sheets"
VALID: Final = "valid"
"""What is counted of papers as a whole, where a question has its answers."""


def _kept(
    reader: Reader, survey: Survey, asked: Sequence[SurveyQuestion], round_: int
) -> PaperTally:
    """Return what was counted of a round before its answers were deleted."""
    counted: dict[int, dict[str, int]] = {place: {} for place in range(len(asked) + 1)}
    for row in reader.each(
        "SELECT position, value, times FROM survey_count WHERE survey_id = ? AND round = ?"
        " ORDER BY id",
        (survey.id, round_),
    ):
        counted[row["position"]][row["value"]] = row["times"]
    return PaperTally(
        round_,
        papers(reader, survey, round_),
        counted[0].get(SHEETS, 0),
        counted[0].get(VALID, 0),
        tuple(
            QuestionCounts(one, counted[one.position].pop("", 0), counted[one.position])
            for one in asked
        ),
    )


def papers(reader: Reader, survey: Survey, round_: int) -> tuple[PaperCounts, ...]:
    """Return how many papers there are of a round, by building and then all together."""
    if survey.per is AnswersPer.PERSON:
        rows = reader.rows(_OF_PEOPLE, (survey.id, round_))
        return tuple(PaperCounts(**dict(row)) for row in rows)
    where = survey.scope
    rows = reader.rows(_STATES.format(where=where.sql), (survey.id, round_, *where.values))
    found = [PaperCounts(**dict(row)) for row in rows]
    whole = PaperCounts(
        None,
        sum(one.asked for one in found),
        sum(one.handed_out for one in found),
        sum(one.answered for one in found),
        sum(one.refused for one in found),
        sum(one.not_reached for one in found),
    )
    if survey.per is AnswersPer.ANONYMOUS and not whole.answered:
        count, doors = _slips(reader, survey, round_), whole.handed_out + whole.not_reached
        if count or (survey.kind is SurveyKind.EVALUATION and not doors):
            return (PaperCounts(None, count, count, count, 0, 0, by_slips=True),)
    return (*found, whole)


def _slips(reader: Reader, survey: Survey, round_: int) -> int:
    """Return how many papers without a name came back, also after they were deleted."""
    return int(
        reader.value(
            "SELECT ifnull((SELECT times FROM survey_count WHERE survey_id = ?1 AND round = ?2"
            " AND position = 0 AND value = ?3), (SELECT count(*) FROM survey_slip"
            " WHERE survey_id = ?1 AND round = ?2))",
            (survey.id, round_, SHEETS),
        )
    )


def _answers(
    sheets: Sequence[Sequence[Answer]], asked: Sequence[SurveyQuestion]
) -> Iterator[QuestionCounts]:
    for place, question in enumerate(asked):
        said = [sheet[place] for sheet in sheets if place < len(sheet) and sheet[place]]
        counted = Counter(chain.from_iterable(said))
        yield QuestionCounts(question, len(said), {**dict.fromkeys(question.values, 0), **counted})
