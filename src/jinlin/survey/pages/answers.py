"""How often each answer was given, as it is and as it may hang; how many were asked."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from jinlin.core.columns import Kind, Personal
from jinlin.core.days.written import written_day
from jinlin.core.decimals import SMALL_BASE, Rate
from jinlin.core.i18n import _
from jinlin.output.listing.listing import Cell, Listing
from jinlin.output.listing.values import percent
from jinlin.survey.record.counts import NumberFigures, PaperCounts, PaperTally, QuestionCounts
from jinlin.survey.record.surveys import Survey
from jinlin.survey.rules.few import joined
from jinlin.survey.rules.kinds import AnswerKind, AnswersPer


class AnswerRow(NamedTuple):
    """One answer of one question, with how often it was given."""

    counted: QuestionCounts
    label: str
    times: int | None

    @property
    def share(self) -> Fraction | None:
        """How many of those who answered gave it; None of numbers and words."""
        kind = self.counted.question.kind
        if self.times is None or kind in (AnswerKind.TEXT, AnswerKind.NUMBER):
            return None
        return Rate(numerator=self.times, denominator=self.counted.answered).exact


def asked_besides(counted: PaperTally) -> list[QuestionCounts]:
    """Return the questions that rate no body: their answers stand in a table of their own."""
    return [one for one in counted.questions if one.question.subject is None]


def answers_listing(counted: PaperTally, *, public: bool) -> Listing:
    """Return how often each answer was given to the questions that rate no body."""
    return Listing.of(
        "answers",
        _("Answers"),
        (
            Cell("position", _("No."), lambda one: one.counted.question.position, Kind.INTEGER),
            Cell(
                "question", _("Survey question"), lambda one: one.counted.question.text,
                personal=Personal.TEXT,
            ),
            Cell("answer", _("What was answered"), "label", personal=Personal.TEXT),
            Cell("count", _("Count"), "times", Kind.INTEGER),
            Cell("base", _("Of"), lambda one: one.counted.answered, Kind.INTEGER),
            Cell("rate", _("Rate"), "share", Kind.RATE),
        ),
        [
            row
            for one in asked_besides(counted)
            for row in answer_rows(one, public=public)
        ],
    )  # fmt: skip


def answer_rows(one: QuestionCounts, *, public: bool) -> Iterator[AnswerRow]:
    """Yield how often each answer of a question was given, as everybody may read it or as it is."""
    yield from public_answers(one) if public else _rows(one)


def _rows(one: QuestionCounts) -> Iterator[AnswerRow]:
    if (figures := one.figures) is not None:
        said = _("average {average}, median {median}, {least} to {most}")
        if figures.least == figures.most:
            said = "{most}"
        yield AnswerRow(one, _in_numbers(said, figures), None)
        return
    labels = one.question.values
    for value, count in one.counts.items():
        yield AnswerRow(one, labels.get(value, value), count)
    if not one.counts:
        yield AnswerRow(one, _("none yet"), None)


def _in_numbers(said: str, figures: NumberFigures) -> str:
    """Return a sentence with what numbers come to."""
    return said.format(**figures._replace(average=round(figures.average, 1))._asdict())


def public_answers(one: QuestionCounts) -> Iterator[AnswerRow]:
    """Yield what may hang of a question: no words, and nothing that very few said."""
    if one.question.kind is AnswerKind.TEXT:
        return
    if (figures := one.figures) is not None:
        if one.answered >= SMALL_BASE:
            said = _("average {average}, median {median}")
            yield AnswerRow(one, _in_numbers(said, figures), None)
        return
    labels = one.question.values
    for value, count in joined(one.counts).items():
        label = _("other choices") if value is None else labels.get(value, value)
        yield AnswerRow(one, label, count)


def asked_words(survey: Survey, whole: PaperCounts) -> str:
    """Return in a sentence how many were asked since when, and how many answered."""
    said = {"day": written_day(survey.opened_on), "answered": whole.answered, "asked": whole.asked}
    text = (
        _("Since {day} {asked} people were asked; {answered} answered")
        if survey.per is AnswersPer.PERSON
        else _("Since {day} {asked} households were asked; {answered} answered")
    ).format(**said)
    rate = whole.rate.exact
    if whole.by_slips:
        text = _("Since {day} papers without a name came back: {count}").format(
            day=said["day"], count=whole.answered
        )
    return (_("{said} ({rate}).") if rate is not None else _("{said}.")).format(
        said=text, rate="" if rate is None else percent(rate)
    )


def few_joined() -> str:
    """Return what is said under ratings of which very few were joined."""
    return _("Ratings given by fewer than three are joined with others.")
