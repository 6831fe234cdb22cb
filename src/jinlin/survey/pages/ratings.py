"""How bodies were rated, and what stands beside it: records, what is put right, one figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple

from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.output.contribution.evidence import EvidenceKind, EvidenceRecord
from jinlin.output.contribution.evidence import counted as counted_of
from jinlin.output.contribution.rectification import Rectified
from jinlin.output.listing.listing import Cell, Listing
from jinlin.output.listing.values import percent
from jinlin.survey.record.evaluated import BodyRating, as_public
from jinlin.survey.record.weights import Weighed, Weights


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


def ratings_listing(rated: Sequence[BodyRating], *, public: bool) -> Listing:
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


def evidence_by_body(beside: Beside) -> Listing:
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


def composite_listing(
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


def rectified_listing(rows: Sequence[Rectified]) -> Listing:
    """Return what is put right of what was found."""
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
