"""What is counted of a round, in one record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.survey.pages.answers import answers_listing, asked_besides, few_joined
from jinlin.survey.pages.ratings import (
    NOTHING_BESIDE,
    Beside,
    composite_listing,
    evidence_by_body,
    ratings_listing,
    rectified_listing,
)
from jinlin.survey.record.counts import PaperTally
from jinlin.survey.record.evaluated import BodyRating
from jinlin.survey.record.surveys import Survey
from jinlin.survey.rules.kinds import AnswerKind, AnswersPer


def tally_record(
    survey: Survey,
    counted: PaperTally,
    rated: Sequence[BodyRating] = (),
    beside: Beside = NOTHING_BESIDE,
    *,
    public: bool = False,
    programs: bool = False,
) -> Record:
    """Return what is counted of a round: papers with their base, answers with theirs.

    Args:
        survey: the questionnaire.
        counted: what is counted.
        rated: how bodies were rated, in an evaluation.
        beside: what stands beside the ratings.
        public: as it may hang: without answers in words and what very few said.
        programs: as programs read it, with every figure.
    """
    return Record.of(
        title=_("{number} {title}, round {round}").format(
            number=survey.label, title=survey.title, round=counted.round
        ),
        fields=[
            (Column(key="number", heading=_("Number")), survey.label),
            (Column(key="round", heading=_("Round"), kind=Kind.INTEGER), counted.round),
            *_counts(counted, programs=programs),
        ],
        listings=(
            _papers(survey, counted),
            *((ratings_listing(rated, public=public),) if rated else ()),
            *((evidence_by_body(beside),) if rated else ()),
            *(
                (composite_listing(rated, beside, beside.weights, public=public),)
                if rated and beside.weights
                else ()
            ),
            *((rectified_listing(beside.righted),) if beside.righted and not public else ()),
            *((answers_listing(counted, public=public),) if asked_besides(counted) else ()),
        ),
        notes=tuple(_notes(survey, counted, rated, beside, public=public)),
    )


def _counts(counted: PaperTally, *, programs: bool) -> Iterator[tuple[Column, Any]]:
    """Yield how many papers there are; people are not told the same figure twice in a row."""
    whole = counted.whole
    doors = None if whole.by_slips else whole
    before = None
    for key, heading, count in (
        ("asked", _("Asked"), doors and doors.asked),
        ("handed_out", _("Handed out"), doors and doors.handed_out),
        ("answered", _("Came back"), whole.answered),
        ("sheets", _("Papers with answers"), counted.sheets),
        ("valid", _("Of them valid"), counted.valid),
    ):
        if key in ("sheets", "valid") and count == before and not programs:
            continue
        before = count
        yield Column(key=key, heading=heading, kind=Kind.INTEGER), count
    for key, heading, rate in (
        ("returned", _("Came back, of those handed out"), whole.returned),
        ("rate", _("Came back, of all asked"), whole.rate),
    ):
        yield Column(key=key, heading=heading, kind=Kind.RATE), rate.exact


def _papers(survey: Survey, counted: PaperTally) -> Listing:
    whole = counted.whole
    rows = () if survey.per is AnswersPer.PERSON or whole.by_slips else counted.papers
    return Listing.of(
        "buildings",
        _("By building"),
        (
            Cell("building", _("Building"), lambda one: _("all") if one is whole else one.building),
            Cell("asked", _("Asked"), kind=Kind.INTEGER),
            Cell("handed_out", _("Handed out"), kind=Kind.INTEGER),
            Cell("answered", _("Came back"), kind=Kind.INTEGER),
            Cell("refused", _("Refused"), kind=Kind.INTEGER),
            Cell("not_reached", _("Not reached"), kind=Kind.INTEGER),
            Cell("rate", _("Rate"), lambda one: one.rate.exact, Kind.RATE),
        ),
        rows,
        empty=_("Papers without a name are of no building.")
        if whole.by_slips
        else _("People are asked, not doors."),
    )


def _notes(
    survey: Survey,
    counted: PaperTally,
    rated: Sequence[BodyRating],
    beside: Beside,
    *,
    public: bool,
) -> Iterator[str]:
    if any(beside.evidence.values()) and not public:
        yield _("One by one: jinlin survey tally {number} --body {body}").format(
            number=survey.label,
            body=next(body for body, records in beside.evidence.items() if records),
        )
    if righted := beside.righted:
        yield _("Put right: {count}, of them done: {done}.").format(
            count=len(righted), done=sum(one.done_on is not None for one in righted)
        )
    yield _("Percentages stand only where ten or more answered.")
    if public:
        if any(one.told != one.counts for one in rated):
            yield few_joined()
        if asked_besides(counted):
            yield _("Choices named by fewer than three are joined; answers in words are left out.")
    if any(one.question.kind is AnswerKind.STANCE for one in counted.questions):
        yield _("Intentions are no vote of the owners.")
