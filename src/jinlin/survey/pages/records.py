"""A questionnaire as a record, and the papers of one door or person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.survey.record.counts import PaperCounts
from jinlin.survey.record.papers import PaperRow, Respondent
from jinlin.survey.record.surveys import Survey
from jinlin.survey.rules.kinds import AnswerKind, AnswersPer, PaperState, SurveyKind
from jinlin.survey.rules.questions import SurveyQuestion, answer_words


def survey_record(survey: Survey, asked: Sequence[SurveyQuestion], counted: PaperCounts) -> Record:
    """Return a questionnaire by itself."""
    return Record.of(
        title=f"{survey.label} {survey.title}",
        fields=[*_fields(survey, counted)],
        listings=(
            Listing.of(
                "questions",
                _("Survey questions"),
                (
                    Cell("position", _("No."), kind=Kind.INTEGER),
                    Cell("text", _("Survey question"), personal=Personal.TEXT),
                    Cell("kind", _("Kind of question"), labels=AnswerKind.labels()),
                    Cell("choices", _("Answers"), lambda one: one.how if one.values else ""),
                ),
                asked,
            ),
        ),
    )


def _fields(survey: Survey, counted: PaperCounts) -> Iterator[tuple[Column, Any]]:
    yield Column(key="number", heading=_("Number")), survey.label
    yield Column(key="title", heading=_("Title")), survey.title
    labels = SurveyKind.labels()
    yield Column(key="kind", heading=_("What it is for"), labels=labels), survey.kind
    yield Column(key="per", heading=_("Whose answer"), labels=AnswersPer.labels()), survey.per
    yield Column(key="building", heading=_("Building")), survey.building
    yield Column(key="purpose", heading=_("Purpose")), survey.purpose
    yield Column(key="consent", heading=_("Consent")), survey.consent
    yield Column(key="about", heading=_("About")), survey.about_number
    yield Column(key="round", heading=_("Round"), kind=Kind.INTEGER), survey.round
    yield Column(key="answered", heading=_("Answered"), kind=Kind.INTEGER), counted.answered
    yield Column(key="asked", heading=_("Asked"), kind=Kind.INTEGER), counted.known
    for key, heading, day in (
        ("opened_on", _("Asked since"), survey.opened_on),
        ("closes_on", _("Answers by"), survey.closes_on),
        ("closed_on", _("Answers closed on"), survey.closed_on),
        ("keep_until", _("Single answers kept until"), survey.keep_until),
    ):
        yield Column(key=key, heading=heading, kind=Kind.DATE), day


def papers_record(
    survey: Survey, asked: Sequence[SurveyQuestion], who: Respondent, papers: Sequence[PaperRow]
) -> Record:
    """Return the papers of one door or person, round by round, with every change."""
    listings = [
        Listing.of(
            "papers",
            _("Papers"),
            (
                Cell("round", _("Round"), kind=Kind.INTEGER),
                Cell("said_on", _("Date"), kind=Kind.DATE),
                Cell("state", _("State of the paper"), labels=PaperState.labels()),
                Cell("visitors", _("Visitors")),
                Cell("replaced", _("Replaced"), kind=Kind.BOOLEAN),
            ),
            papers,
            empty=_("It has no paper yet."),
        )
    ]
    last = next((one for one in reversed(papers) if one.answers and not one.replaced), None)
    if last is not None and last.answers is not None:
        said = [*zip(asked, last.answers, strict=False)]
        listings.append(
            Listing.of(
                "answers",
                _("Answers"),
                (
                    Cell("position", _("No."), lambda one: one[0].position, Kind.INTEGER),
                    Cell(
                        "text", _("Survey question"), lambda one: one[0].text,
                        personal=Personal.TEXT,
                    ),
                    Cell(
                        "answer", _("What was answered"), lambda one: answer_words(*one),
                        personal=Personal.TEXT,
                    ),
                ),
                said,
            )
        )  # fmt: skip
    name = None if who.door else Personal.NAME
    return Record.of(
        title=survey.label,
        fields=[
            (Column(key="survey", heading=_("Survey")), survey.title),
            (Column(key="who", heading=_("Whose paper"), personal=name), who.label),
        ],
        listings=tuple(listings),
    )
