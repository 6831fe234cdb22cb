"""The status of a project as a record, and of several as a listing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.elevator.consent.sounding import Signed, Sounding
from jinlin.elevator.consent.tally import BallotCount
from jinlin.elevator.progress.status import ProjectStatus
from jinlin.elevator.rules.gates import GateFacts, NoticeState
from jinlin.elevator.rules.stages import (
    STAGES,
    Milestone,
    Stage,
    WorksKind,
)
from jinlin.meeting.rules.owners_vote_words import verdict
from jinlin.output.listing.listing import Cell, Listing, Record


def status_record(status: ProjectStatus) -> Record:
    """Return one project: where it stands, what is missing, the three papers apart."""
    project, plan = status.project, status.plan
    fields: list[tuple[Column, Any]] = [
        (Column(key="number", heading=_("Number")), project.label),
        (Column(key="place", heading=_("Entrance")), project.place),
        (
            Column(key="kind", heading=_("What is built"), labels=WorksKind.labels()),
            project.kind,
        ),
        (Column(key="stage", heading=_("Stage"), labels=Stage.labels()), project.stage),
        (Column(key="stage_since", heading=_("Stage since"), kind=Kind.DATE), project.stage_since),
        (
            Column(key="days", heading=_("Days so far"), kind=Kind.INTEGER),
            project.days_running(status.today),
        ),
        *_ended_fields(status),
        (Column(key="responsible", heading=_("Acts for the owners")), project.responsible),
        (
            Column(
                key="plan",
                heading=_("Scheme last in force") if project.ended_on else _("Scheme in force"),
            ),
            _version(status),
        ),
        (
            Column(key="cost_fen", heading=_("Cost lines (yuan)"), kind=Kind.MONEY),
            status.cost or None,
        ),
        (
            Column(key="total_fen", heading=_("Gross cost (yuan)"), kind=Kind.MONEY),
            plan.total if plan else None,
        ),
        (
            Column(key="consultation", heading=_("Consultation (no vote)")),
            agree_words(status.sounding),
        ),
        (Column(key="ballot", heading=_("Ballot")), _ballot_words(status)),
        (Column(key="unanimity", heading=_("Unanimity")), unanimity_words(status.sounding)),
        (Column(key="agreements", heading=_("Payment agreements")), signed_words(status.signed)),
        *_open_fields(status.standing),
        *_money_fields(status),
    ]
    return Record.of(
        title=f"{project.label} {project.place} {project.kind.label}"
        + (_(" (given up)") if project.ended_on else ""),
        fields=fields,
        listings=(_way_listing(status), _blockers_listing(status)),
        notes=tuple(_notes(status)),
    )  # fmt: skip


def _ended_fields(status: ProjectStatus) -> Iterator[tuple[Column, Any]]:
    """Return since when and why a project was given up; nothing while it goes on."""
    if status.project.ended_on is not None:
        yield (
            Column(key="ended_on", heading=_("Given up on"), kind=Kind.DATE),
            status.project.ended_on,
        )
        yield Column(key="ended_reason", heading=_("Why given up")), status.project.ended_reason


def _open_fields(facts: GateFacts) -> Iterator[tuple[Column, Any]]:
    """Return how far the notice has come, and with whom nothing is settled."""
    yield (
        Column(key="notice", heading=_("Public notice"), labels=NoticeState.labels()),
        facts.notice,
    )
    yield (
        Column(key="objections", heading=_("Open objections"), kind=Kind.INTEGER),
        facts.objections,
    )
    yield (
        Column(key="affected_open", heading=_("Affected, not settled"), kind=Kind.INTEGER),
        facts.affected_open,
    )


def _money_fields(status: ProjectStatus) -> Iterator[tuple[Column, Any]]:
    """Return what the doors owe together, what has come in of it, and what the account holds."""
    books, owed = status.books, status.owed if status.plan else None
    paid = books.received + books.fund - books.refunds
    for key, heading, fen in (
        ("owed_fen", N_("Doors owe together (yuan)"), owed),
        ("subsidy_fen", N_("Subsidies recorded (yuan)"), status.promised or None),
        ("subsidy_received_fen", N_("Subsidies in the books (yuan)"), books.subsidies or None),
        ("paid_fen", N_("Paid in by doors (yuan)"), None if owed is None else paid),
        ("balance_fen", N_("Account holds (yuan)"), None if owed is None else books.balance),
    ):
        yield Column(key=key, heading=_(heading), kind=Kind.MONEY), fen


def statuses_listing(statuses: Sequence[ProjectStatus]) -> Listing:
    """Return the projects that go on, each with what blocks it."""
    return Listing.of(
        "projects",
        _("Elevator projects going on"),
        (
            Cell("number", _("Number"), "project.label"),
            Cell("place", _("Entrance"), "project.place"),
            Cell("stage", _("Stage"), "project.stage", labels=Stage.labels()),
            Cell(
                "days",
                _("Days so far"),
                lambda one: one.project.days_running(one.today),
                Kind.INTEGER,
            ),
            Cell(
                "consultation", _("Consultation (no vote)"), lambda one: agree_words(one.sounding)
            ),
            Cell("agreements", _("Payment agreements"), lambda one: signed_words(one.signed)),
            Cell(
                "blocked_by",
                _("Blocked by"),
                lambda one: _("; ").join(shut.reason.text() for shut in one.shut) or None,
            ),
        ),
        statuses,
        empty=_("No elevator project is going on."),
    )


def agree_words(sounding: Sounding) -> str:
    """Return how many doors agree in the consultation: `18/20`."""
    return _("{agree} of {doors} doors agree").format(agree=sounding.agree, doors=sounding.doors)


def unanimity_words(sounding: Sounding) -> str:
    """Return whether every door agrees."""
    if sounding.unanimous:
        return _("yes: all {doors} doors agree").format(doors=sounding.doors)
    return _("no, doors that are missing: {count}").format(count=sounding.doors - sounding.agree)


def signed_words(signed: Signed) -> str:
    """Return how many doors that pay have signed what they owe now: `12/18`."""
    return _("{signed} of {payers} paying doors signed").format(
        signed=signed.signed, payers=signed.payers
    )


def _version(status: ProjectStatus) -> str | None:
    plan = status.plan
    if plan is None:
        return None
    return _("{plan} “{name}”, version {version}").format(
        plan=plan.label, name=plan.name, version=plan.version
    )


def _ballot_words(status: ProjectStatus) -> str | None:
    if status.ballot is None:
        return None
    if status.ballot.is_open(status.today):
        return _("open until {day}").format(day=status.ballot.closes_on)
    return _("; ").join(map(_result, status.votes)) or _("areas are missing: jinlin elevator tally")


def _result(count: BallotCount) -> str:
    return _("{question}: {result}").format(
        question=count.asked.question.label,
        result=_("carried") if count.vote.passed else _("not carried"),
    )


def _way_listing(status: ProjectStatus) -> Listing:
    """Return the stages with what is behind, where it stands, and what lies ahead."""
    here = status.project.stage.place
    reached = "ended" if status.project.ended_on else "here"
    return Listing.of(
        "stages",
        _("Stages"),
        (
            Cell("place", _("No."), kind=Kind.INTEGER),
            Cell("stage", _("Stage"), lambda stage: stage, labels=Stage.labels()),
            Cell(
                "state",
                _("How far"),
                lambda stage: (
                    "done" if stage.place < here else reached if stage.place == here else "ahead"
                ),
                labels={
                    "done": _("behind"),
                    "here": _("here"),
                    "ended": _("given up here"),
                    "ahead": _("ahead"),
                },
            ),
        ),
        STAGES,
    )


def _blockers_listing(status: ProjectStatus) -> Listing:
    following = status.following
    name = "" if following is None else following.label
    return Listing.of(
        "blockers",
        _("What blocks the next stage “{stage}”").format(stage=name)
        if name
        else _("What blocks the next stage"),
        (
            Cell("reason", _("What is missing"), lambda shut: shut.reason.text()),
            Cell("way", _("What to do"), lambda shut: as_spoken(shut.way.text())),
        ),
        status.shut,
        empty=_("Nothing: jinlin elevator stage {stage}").format(stage=name)
        if name
        else _("It was given up; there is no further stage.")
        if status.project.ended_on
        else _("It is running; there is no further stage."),
    )


def _notes(status: ProjectStatus) -> Iterator[str]:
    for count in status.votes:
        yield _("{question}: {result}").format(
            question=count.asked.question.label, result=verdict(count.vote)
        )
    if status.votes:
        yield binds_nobody_else()
    if status.sounding.reopened:
        yield _(
            "Doors that agreed to less than they are to pay now, to be seen again: {count}."
        ).format(count=status.sounding.reopened)
    if status.signed.outdated:
        yield _("Agreements over a smaller amount, to be signed again: {count}.").format(
            count=status.signed.outdated
        )
    done = [one.label for one in Milestone if one in status.standing.milestones]
    if done:
        yield _("Recorded as done: {what}.").format(what=_(", ").join(done))


def binds_nobody_else() -> str:
    """Return what a passed ballot does not do (民法典 283)."""
    return _(
        "A ballot decides the works; it does not oblige a door that did not agree to pay the amount"
        " of the scheme (Civil Code art. 283). Only the payment agreement binds who signed it."
    )
