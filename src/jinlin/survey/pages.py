"""A questionnaire as a record, the papers of one door, and what is counted of a round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, Final, NamedTuple

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.days.written import written_day
from jinlin.core.decimals import SMALL_BASE, Rate
from jinlin.core.i18n import _
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.output.contribution.evidence import EvidenceKind, EvidenceRecord
from jinlin.output.contribution.evidence import counted as counted_of
from jinlin.output.contribution.rectification import Rectified
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.output.listing.values import percent
from jinlin.survey.record.counts import NumberFigures, PaperCounts, PaperTally, QuestionCounts
from jinlin.survey.record.evaluated import BodyRating, as_public
from jinlin.survey.record.papers import PaperRow, Respondent
from jinlin.survey.record.surveys import Survey
from jinlin.survey.record.weights import Weighed, Weights
from jinlin.survey.rules.few import joined
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
        ("closed_on", _("Closed on"), survey.closed_on),
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


class Beside(NamedTuple):
    """What stands beside the ratings of bodies.

    Attributes:
        evidence: by body what records say of it, computed and never typed.
        righted: what is put right of what this evaluation and the one before it found.
        weights: by which they are put into one figure; None where nobody set them.
    """

    evidence: Mapping[str, Sequence[EvidenceRecord]]
    righted: Sequence[Rectified]
    weights: Weights | None = None


NOTHING_BESIDE: Final = Beside({}, ())


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
            *((_ratings(rated, public=public),) if rated else ()),
            *((_evidence(beside),) if rated else ()),
            *(
                (_composite(rated, beside, beside.weights, public=public),)
                if rated and beside.weights
                else ()
            ),
            *((_rectified(beside.righted),) if beside.righted and not public else ()),
            *((_answers(counted, public=public),) if asked_besides(counted) else ()),
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


def _ratings(rated: Sequence[BodyRating], *, public: bool) -> Listing:
    """Return how bodies were rated; in public no group that is small, no step of very few."""
    return Listing.of(
        "ratings",
        _("Ratings of bodies"),
        (
            Cell("body", _("Body"), personal=Personal.TEXT),
            Cell("group", _("Rated by"), lambda one: one.group or _("all")),
            *(
                Cell(
                    word.value, word.label, partial(_times, word, public=public), Kind.INTEGER
                )
                for word in Satisfaction
            ),
            *((Cell("joined", _("Joined"), _together, Kind.INTEGER),) if public else ()),
            Cell("base", _("Of"), lambda one: one.rate.denominator, Kind.INTEGER),
            Cell(
                "rate", _("Satisfied"),
                lambda one: one.public_rate if public else one.rate.exact, Kind.RATE,
            ),
            Cell(
                "change", _("Change on the time before"),
                lambda one: _points(one.public_change if public else one.change),
            ),
        ),
        as_public(rated)
        if public
        else [one for one in rated if one.group is None or one.rate.denominator],
    )  # fmt: skip


def _evidence(beside: Beside) -> Listing:
    """Return by body how many of its records hold, of how many."""
    return Listing.of(
        "evidence",
        _("What records say of them"),
        (
            Cell("body", _("Body"), lambda one: one[0], personal=Personal.TEXT),
            Cell(
                "kind", _("What is counted"), lambda one: one[1].kind,
                labels=EvidenceKind.labels(),
            ),
            Cell("count", _("Count"), lambda one: one[1].rate.numerator, Kind.INTEGER),
            Cell("base", _("Of"), lambda one: one[1].rate.denominator, Kind.INTEGER),
            Cell("rate", _("Rate"), lambda one: one[1].rate.exact, Kind.RATE),
        ),
        [
            (body, figure)
            for body, records in beside.evidence.items()
            for figure in counted_of(records)
        ],
        empty=_("{bodies}: no records of {kinds} in these days.").format(
            bodies=_(", ").join(beside.evidence), kinds=_(", ").join(EvidenceKind.labels().values())
        ),
    )  # fmt: skip


def _composite(
    rated: Sequence[BodyRating], beside: Beside, weights: Weights, *, public: bool
) -> Listing:
    """Return the one figure of each body by the weights that were set."""
    return Listing.of(
        "composite",
        _("Put together"),
        (
            Cell("body", _("Body"), lambda one: one[0], personal=Personal.TEXT),
            Cell("composite", _("Put together"), lambda one: one[1], Kind.RATE),
        ),
        [
            (
                one.body,
                weights.composite(
                    {Weighed.RATING.value: one.public_rate if public else one.rate.exact}
                    | {
                        figure.kind.value: figure.rate.exact
                        for figure in counted_of(beside.evidence[one.body])
                    }
                ),
            )
            for one in rated
            if one.group is None
        ],
        notes=(
            _("Weights: {weights}; source: {source}. Empty where one of them has too small a base.")
            .format(weights=weights.words, source=weights.source),
        ),
    )  # fmt: skip


def evidence_listing(body: str, records: Sequence[EvidenceRecord]) -> Listing:
    """Return the records beside the ratings of a body, one by one."""
    return Listing.of(
        "evidence_records",
        _("What records say of {body}").format(body=body),
        (
            Cell("kind", _("What is counted"), labels=EvidenceKind.labels()),
            Cell("number", _("Number")),
            Cell("day", _("Date"), kind=Kind.DATE),
            Cell("holds", _("Holds"), kind=Kind.BOOLEAN),
        ),
        records,
        empty=_("No records tell of it in these days."),
    )


def _rectified(rows: Sequence[Rectified]) -> Listing:
    return Listing.of(
        "rectified",
        _("What is put right"),
        (
            Cell("number", _("Number")),
            Cell("about", _("Found by")),
            Cell("text", _("To be done"), personal=Personal.TEXT),
            Cell("owner", _("In charge")),
            Cell("due_on", _("Deadline"), kind=Kind.DATE),
            Cell("percent", _("Done (%)"), kind=Kind.INTEGER),
            Cell("done_on", _("Done on"), kind=Kind.DATE),
            Cell("remark", _("What came of it"), personal=Personal.TEXT),
        ),
        rows,
    )


def _times(word: Satisfaction, one: BodyRating, *, public: bool) -> int | None:
    """Return how often a step was given; in public None where it is joined with others."""
    return (one.told if public else one.counts).get(word.value)


def _together(one: BodyRating) -> int | None:
    """Return how often the steps were given that are joined in public."""
    return one.told.get(None)


def _points(change: Fraction | None) -> str | None:
    """Return the change of a rate in points, with its sign."""
    if change is None:
        return None
    return f"{'-' if change < 0 else '+'}{percent(abs(change)).removesuffix('%')}"


def asked_besides(counted: PaperTally) -> list[QuestionCounts]:
    """Return the questions that rate no body: their answers stand in a table of their own."""
    return [one for one in counted.questions if one.question.subject is None]


def _answers(counted: PaperTally, *, public: bool) -> Listing:
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
