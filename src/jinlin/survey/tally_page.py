"""What is counted of a questionnaire as a paper: how many answered, then question by question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from jinlin.core.call import Call
from jinlin.core.days.written import day_words, span_words
from jinlin.core.i18n import _
from jinlin.core.sentences import ordinal
from jinlin.documents.page import Block, Closing, Form, Heading, Items, Page, Paragraph, Table
from jinlin.output.listing.as_page import listing_blocks, notes_on_paper
from jinlin.output.listing.listing import Record
from jinlin.output.listing.values import percent
from jinlin.survey.pages.answers import answer_rows, asked_besides, asked_words
from jinlin.survey.record.counts import PaperTally, QuestionCounts
from jinlin.survey.rules.kinds import AnswerKind, SurveyKind
from jinlin.survey.sheet_pages import Asking


def tally_page(
    call: Call, asking: Asking, counted: PaperTally, told: Record, *, public: bool
) -> Page:
    """Return what is counted of a round as a paper.

    Args:
        call: the command.
        asking: what the papers of the questionnaire have in common.
        counted: what is counted.
        told: the same as a screen has it: its tables and notes.
        public: as it may hang.
    """
    survey = asking.survey
    last = date.fromisoformat(survey.closed_on) if survey.closed_on else asking.today
    return Page(
        title=(
            _("{complex}: what came of the evaluation “{title}”")
            if survey.kind is SurveyKind.EVALUATION
            else _("{complex}: what came of the survey “{title}”")
        ).format(complex=asking.complex, title=survey.title),
        below=(
            _("Round {round}, {days}").format(
                round=counted.round,
                days=span_words(date.fromisoformat(survey.opened_on), last),
            ),
        ),
        blocks=(
            Paragraph(asked_words(survey, counted.whole)),
            *_parts(call, counted, told, public=public),
            *notes_on_paper(told.notes),
            Closing((asking.keeper, day_words(asking.today))),
        ),
        form=Form.SHEET,
        code=survey.label,
    )


_INNER: Final = frozenset({"number", "about"})
"""Columns by which a branch finds its own records; on paper they tell nothing."""


def _parts(call: Call, counted: PaperTally, told: Record, *, public: bool) -> Iterator[Block]:
    """Yield the tables of a tally under headings, the answers a question at a time."""
    place = 0
    for listing in told.listings:
        if listing.key != "answers" and not listing.rows:
            continue
        place += 1
        yield Heading(_("{number}. {heading}").format(number=ordinal(place), heading=listing.title))
        if listing.key != "answers":
            inner = listing.aside | _INNER
            yield from listing_blocks(call, listing._replace(aside=inner))
            continue
        for one in asked_besides(counted):
            yield from _question(one, public=public)


def _question(one: QuestionCounts, *, public: bool) -> Iterator[Block]:
    rows = list(answer_rows(one, public=public))
    if not rows:
        return
    asked = _("Question {number}: {text} (answered by {count})").format(
        number=one.question.position, text=one.question.text, count=one.answered
    )
    if one.question.kind is AnswerKind.NUMBER:
        yield Paragraph(_("{question}: {figures}.").format(question=asked, figures=rows[0].label))
        return
    yield Paragraph(asked)
    if one.question.kind is AnswerKind.TEXT:
        yield Items(tuple(row.label for row in rows))
        return
    headings = [_("What was answered"), _("Count")]
    cells = [[row.label, "" if row.times is None else str(row.times)] for row in rows]
    if any(row.share is not None for row in rows):
        headings.append(_("Rate"))
        cells = [
            [*cell, "" if row.share is None else percent(row.share)]
            for cell, row in zip(cells, rows, strict=True)
        ]
    yield Table(tuple(headings), tuple(map(tuple, cells)), (False, True, True)[: len(headings)])
