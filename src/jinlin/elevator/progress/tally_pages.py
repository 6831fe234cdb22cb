"""The three papers counted, each by itself, as a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from jinlin.complex.rules.buildings import AreaBasis
from jinlin.core.columns import Column, Kind
from jinlin.core.days.written import written_day
from jinlin.core.decimals import p_over_q
from jinlin.core.i18n import _
from jinlin.core.laws import basis_words
from jinlin.core.money import area_text, square_metres
from jinlin.core.sentences import begun
from jinlin.elevator.consent.ballots import Ballot
from jinlin.elevator.consent.sounding import Signed, Sounding
from jinlin.elevator.consent.tally import BallotCount, BallotVoter, worth_a_visit
from jinlin.elevator.progress.pages import (
    agree_words,
    binds_nobody_else,
    signed_words,
    unanimity_words,
)
from jinlin.elevator.project.plans import plan_label
from jinlin.elevator.project.projects import Project, place_words
from jinlin.elevator.rules.answers import BallotQuestion, Opinion
from jinlin.meeting.rules.heads_and_area import Amount, Gate, OwnersVote
from jinlin.meeting.rules.owners_vote_words import explained, verdict
from jinlin.output.listing.listing import Cell, Listing, Record


def tally_record(
    project: Project,
    ballot: Ballot | None,
    votes: Sequence[BallotCount],
    *,
    sounding: Sounding,
    signed: Signed,
    today: date,
    screen: bool,
) -> Record:
    """Return where the matter stands: share required by law, unanimity, payment agreements apart.

    Args:
        project: the project.
        ballot: the latest ballot.
        votes: its questions, counted.
        sounding: the consultation.
        signed: the payment agreements.
        today: the civil day.
        screen: it is for the secretary's own screen: the doors worth a visit are shown.
    """
    fields: list[tuple[Column, Any]] = [
        (Column(key="place", heading=_("Entrance")), project.place),
        (Column(key="ballot_state", heading=_("Ballot")), _ballot_state(ballot, today)),
        (Column(key="consultation", heading=_("Consultation (no vote)")), agree_words(sounding)),
        (Column(key="unanimity", heading=_("Unanimity")), unanimity_words(sounding)),
        (Column(key="agreements", heading=_("Payment agreements")), signed_words(signed)),
    ]
    listings = [_sounding_listing(sounding)]
    if votes:
        listings.insert(0, _legal_listing(votes))
    if screen:
        listings += filter(None, map(_visit_listing, votes))
    return Record.of(
        title=_("Tally of the {kind} of {place}").format(
            kind=project.kind.label, place=place_words(project)
        ),
        fields=fields,
        listings=tuple(listings),
        notes=tuple(_notes(votes, sounding)),
        extra=_extra(project, ballot, votes, sounding, signed),
    )


def _ballot_state(ballot: Ballot | None, today: date) -> str:
    if ballot is None:
        return _("none was opened")
    if ballot.is_open(today):
        return _("open until {day}").format(day=written_day(ballot.closes_on))
    return _("closed on {day}").format(day=written_day(ballot.ended_on or ballot.closes_on))


def _legal_listing(votes: Sequence[BallotCount]) -> Listing:
    """Return the shares the law asks for, question by question, by heads and by area."""
    return Listing.of(
        "questions",
        _("Share required by law"),
        (
            Cell(
                "question",
                _("Question of the ballot"),
                "asked.question",
                labels=BallotQuestion.labels(),
            ),
            Cell("matter", _("Class of the matter"), "asked.matter.name"),
            Cell("passing", _("Share needed"), "vote.matter.passing.words"),
            Cell("taken_part", _("Took part"), lambda count: _of(count.vote.quorum)),
            Cell("in_favour", _("In favour"), lambda count: _of(count.vote.approval)),
            Cell("passed", _("Has passed"), "vote.passed", Kind.BOOLEAN),
        ),
        votes,
    )


def _of(gate: Gate) -> str:
    return _("{have} of {base} by heads, {area} of {all} m²").format(
        have=gate.have.heads,
        base=gate.base.heads,
        area=area_text(gate.have.area),
        all=area_text(gate.base.area),
    )


def _sounding_listing(sounding: Sounding) -> Listing:
    answered = sum(sounding.answers.values())
    rows: list[tuple[object, ...]] = [
        (answer.label, sounding.answers[answer], sounding.areas[answer] or None)
        for answer in Opinion
        if sounding.answers[answer]
    ]
    if sounding.doors > answered:
        rest = sounding.area - sum(sounding.areas.values())
        rows.append((_("not asked yet"), sounding.doors - answered, rest or None))
    return Listing(
        key="sounding",
        title=_("Consultation: sounding, no vote"),
        columns=(
            Column(key="answer", heading=_("Answer given")),
            Column(key="doors", heading=_("Doors"), kind=Kind.INTEGER),
            Column(key="area_m2", heading=_("Area (m²)"), kind=Kind.AREA),
        ),
        rows=rows,
        empty=_("No door belongs to it."),
    )


def _visit_listing(count: BallotCount) -> Listing | None:
    found = worth_a_visit(count)
    if not found:
        return None
    return Listing.of(
        "to_visit",
        _("Doors to visit, {question} (for your eyes only)").format(
            question=count.asked.question.label
        ),
        (
            Cell("household", _("Home"), "label"),
            Cell("floor", _("Floor"), kind=Kind.INTEGER),
            Cell("area_m2", _("Area (m²)"), "area", Kind.AREA),
            Cell("answer", _("Consultation"), "opinion", labels=Opinion.labels()),
        ),
        found,
    )


def _notes(votes: Sequence[BallotCount], sounding: Sounding) -> Iterator[str]:
    for scope in {count.vote.scope.code: count.vote.scope for count in votes}.values():
        yield _("Who decides: {rule}. Source: {source} ({confidence}).").format(
            rule=scope.rule,
            source=basis_words(scope.source),
            confidence=scope.confidence.label,
        )
    if votes:
        yield from _bases(votes[0].voters)
    for count in votes:
        matter, name = count.asked.matter, begun(count.asked.question.label)
        yield _("{question}: {reason} Source: {source} ({confidence}).").format(
            question=name,
            reason=_("{text}.").format(text=matter.reason),
            source=basis_words(matter.source),
            confidence=matter.confidence.label,
        )
        if matter.other_practice:
            yield _("Elsewhere: {practice}.").format(practice=matter.other_practice)
        yield from explained(count.vote)
        if count.related is not None:
            yield _related(*count.related)
        if count.asked_again:
            yield _(
                "Voted, but are to pay more now and must be asked again; not counted: {doors}."
            ).format(doors=_(", ").join(voter.label for voter in count.asked_again))
    if sounding.reopened:
        yield _(
            "Doors that agreed to less than they are to pay now, to be seen again: {count}."
        ).format(count=sounding.reopened)
    yield binds_nobody_else()


def _bases(voters: Sequence[BallotVoter]) -> Iterator[str]:
    """Yield on what the areas rest; one vote has one basis (建筑物区分所有权解释 8)."""
    bases = Counter(voter.basis for voter in voters)
    said = [
        _("{basis} (doors: {count})").format(
            basis=AreaBasis(basis).label if basis else _("not stated"), count=count
        )
        for basis, count in sorted(bases.items(), key=lambda item: (item[0] is None, item[0]))
    ]
    yield _("Areas rest on: {bases}.").format(bases=_(", ").join(said))
    if len(bases) > 1:
        yield _(
            "One vote has one basis: the property register, else the survey, else the contract."
        )


def _related(doors: Sequence[BallotVoter], together: OwnersVote) -> str:
    """Return what it would come to if owners who are partly the same were one head."""
    said = _(
        "Owners that are partly the same, such as husband and wife together and one alone, count"
        " apart: {doors}. Counted as one: {verdict} Ask the street which holds."
    )
    return said.format(
        doors=_(", ").join(voter.label for voter in doors), verdict=verdict(together)
    )


def _extra(
    project: Project,
    ballot: Ballot | None,
    votes: Sequence[BallotCount],
    sounding: Sounding,
    signed: Signed,
) -> dict[str, Any]:
    """Return what only JSON carries: every count, exactly."""
    return {
        "number": project.label,
        "ballot": None
        if ballot is None
        else {
            "round": ballot.round,
            "plan": plan_label(ballot.plan),
            "opened_on": ballot.opened_on,
            "closes_on": ballot.closes_on,
            "ended_on": ballot.ended_on,
        },
        "votes": [_vote_json(count) for count in votes],
        "unanimous": sounding.unanimous,
        "agreed_doors": sounding.agree,
        "doors": sounding.doors,
        "reopened_doors": sounding.reopened,
        "signed_doors": signed.signed,
        "paying_doors": signed.payers,
        "outdated_agreements": signed.outdated,
    }


def _vote_json(count: BallotCount) -> dict[str, Any]:
    vote, matter = count.vote, count.asked.matter
    return {
        "question": count.asked.question.value,
        "matter": matter.code,
        "item": matter.item,
        "reason": matter.reason,
        "source": matter.source,
        "confidence": matter.confidence.value,
        "scope": vote.scope.code,
        "scope_rule": vote.scope.rule,
        "scope_source": vote.scope.source,
        "entitled": _amount(vote.entitled),
        "taken_part": _amount(vote.taken_part),
        "in_favour": _amount(vote.in_favour),
        "against": _amount(vote.against),
        "abstained": _amount(vote.abstained),
        "silent": _amount(vote.silent),
        "divided_heads": vote.divided,
        "quorum": _gate(vote.quorum),
        "approval": _gate(vote.approval),
        "passed": vote.passed,
        "unanimous": vote.unanimous,
        "verdict": verdict(vote),
        "asked_again": len(count.asked_again),
        "passed_if_related_are_one": None if count.related is None else count.related[1].passed,
    }


def _amount(amount: Amount) -> dict[str, Any]:
    return {"heads": amount.heads, "area_m2": square_metres(amount.area)}


def _gate(gate: Gate) -> dict[str, Any]:
    return {
        "threshold": gate.threshold.code,
        "heads_share": p_over_q(gate.heads),
        "area_share": p_over_q(gate.area),
        "needed": _amount(gate.needed),
        "short": _amount(gate.short),
        "met": gate.met,
    }
