"""The three papers door by door: lists without names, and one door by itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.elevator.consent.ballots import Ballot
from jinlin.elevator.consent.doors import PaperDoor
from jinlin.elevator.project.plans import plan_label
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.answers import (
    BallotQuestion,
    Choice,
    Opinion,
    SigningCapacity,
    Way,
)
from jinlin.elevator.rules.version_effects import Consent
from jinlin.output.listing.listing import Listing, Record, rows_wanted
from jinlin.store.check.proofs import FileState, proof_state
from jinlin.store.transaction.tx import Reader


def consultation_listing(call: Call, project: Project, doors: Sequence[PaperDoor]) -> Listing:
    """Return what each door says, with the next visit; no names, no phones."""
    limit = rows_wanted(call)
    return Listing(
        key="doors",
        title=_("Consultation of {project}, {place}: sounding, no vote").format(
            project=project.label, place=project.place
        ),
        columns=(
            *_door_columns(),
            Column(key="round", heading=_("Round"), kind=Kind.INTEGER),
            Column(key="answer", heading=_("Answer given"), labels=Opinion.labels()),
            Column(key="answered_on", heading=_("Day"), kind=Kind.DATE),
            Column(key="reason", heading=_("Reason"), personal=Personal.TEXT),
            Column(key="handling", heading=_("What is done about it"), personal=Personal.TEXT),
            Column(key="amount_fen", heading=_("Pays (yuan)"), kind=Kind.MONEY),
            Column(key="again", heading=_("To be asked again"), kind=Kind.BOOLEAN),
            Column(key="next_on", heading=_("Next visit"), kind=Kind.DATE),
        ),
        rows=[
            (
                door.label, door.floor, door.opinion_round, door.opinion, door.answered_on,
                door.reason, door.handling, door.amount, Consent.OPINION in door.again,
                door.next_on,
            )
            for door in doors[: limit or None]
        ],
        total=len(doors),
        empty=_("No door: record the households first."),
    )  # fmt: skip


def ballot_listing(
    call: Call, project: Project, ballot: Ballot, doors: Sequence[PaperDoor]
) -> Listing:
    """Return which doors have voted on what, without names."""
    limit = rows_wanted(call)
    return Listing(
        key="doors",
        title=_("Ballot {round} of {project}, until {day}").format(
            round=ballot.round, project=project.label, day=ballot.closes_on
        ),
        columns=(
            *_door_columns(),
            Column(key="area_m2", heading=_("Area (m²)"), kind=Kind.AREA),
            Column(
                key="scheme",
                heading=BallotQuestion.SCHEME.label,
                labels=Choice.labels(),
            ),
            Column(key="fund", heading=_("Fund"), labels=Choice.labels()),
            Column(key="again", heading=_("To be asked again"), kind=Kind.BOOLEAN),
            Column(key="next_on", heading=_("Next visit"), kind=Kind.DATE),
        ),
        rows=[
            (
                door.label, door.floor, door.area, door.scheme, door.fund,
                Consent.VOTE in door.again, door.next_on,
            )
            for door in doors[: limit or None]
        ],
        total=len(doors),
        empty=_("No door: record the households first."),
    )  # fmt: skip


def agreement_listing(call: Call, project: Project, doors: Sequence[PaperDoor]) -> Listing:
    """Return which doors signed over how much, without names."""
    limit = rows_wanted(call)
    paying = [door for door in doors if door.amount]
    return Listing(
        key="doors",
        title=_("Payment agreements of {project}, {place}").format(
            project=project.label, place=project.place
        ),
        columns=(
            *_door_columns(),
            Column(key="amount_fen", heading=_("Pays (yuan)"), kind=Kind.MONEY),
            Column(key="signed_fen", heading=_("Signed over (yuan)"), kind=Kind.MONEY),
            Column(key="signed_on", heading=_("Signed on"), kind=Kind.DATE),
            Column(key="again", heading=_("To be asked again"), kind=Kind.BOOLEAN),
            Column(key="next_on", heading=_("Next visit"), kind=Kind.DATE),
        ),
        rows=[
            (
                door.label, door.floor, door.amount, door.signed, door.signed_on,
                Consent.AGREEMENT in door.again, door.next_on,
            )
            for door in paying[: limit or None]
        ],
        total=len(paying),
        empty=_("Nobody pays yet: adopt a version of the scheme first."),
    )  # fmt: skip


def door_record(reader: Reader, project: Project, door: PaperDoor) -> Record:
    """Return one door with everything that was ever written on its three papers."""
    fields: list[tuple[Column, Any]] = [
        (Column(key="household", heading=_("Home")), door.label),
        (Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER), door.floor),
        (Column(key="area_m2", heading=_("Area (m²)"), kind=Kind.AREA), door.area),
        (Column(key="owners", heading=_("Registered owners")), "、".join(door.owners) or None),
        (Column(key="amount_fen", heading=_("Pays (yuan)"), kind=Kind.MONEY), door.amount),
        (
            Column(key="answer", heading=_("Consultation"), labels=Opinion.labels()),
            door.opinion,
        ),
        (Column(key="scheme", heading=_("Ballot"), labels=Choice.labels()), door.scheme),
        (Column(key="fund", heading=_("Ballot, fund"), labels=Choice.labels()), door.fund),
        (
            Column(key="signed_fen", heading=_("Payment agreement (yuan)"), kind=Kind.MONEY),
            door.signed,
        ),
        (Column(key="next_on", heading=_("Next visit"), kind=Kind.DATE), door.next_on),
    ]
    return Record.of(
        title=f"{project.label} {door.label}",
        fields=fields,
        listings=(
            _opinions(reader, project, door),
            _votes(reader, project, door),
            _agreements(reader, project, door),
        ),
    )


def _opinions(reader: Reader, project: Project, door: PaperDoor) -> Listing:
    rows = reader.rows(
        "SELECT o.round, o.answer, o.answered_on, o.way, v.visitors, o.reason, o.handling,"
        " o.amount, o.file, o.sha256, o.superseded_at FROM elevator_opinion AS o"
        " LEFT JOIN visit AS v ON v.id = o.visit_id"
        " WHERE o.project_id = ? AND o.household_id = ? ORDER BY o.id",
        (project.id, door.id),
    )
    return Listing(
        key="opinions",
        title=_("Consultation (no vote)"),
        columns=(
            Column(key="round", heading=_("Round"), kind=Kind.INTEGER),
            Column(key="answer", heading=_("Answer given"), labels=Opinion.labels()),
            Column(key="answered_on", heading=_("Day"), kind=Kind.DATE),
            Column(key="way", heading=_("How"), labels=Way.labels()),
            Column(key="visitors", heading=_("Visitors")),
            Column(key="reason", heading=_("Reason"), personal=Personal.TEXT),
            Column(key="handling", heading=_("What is done about it"), personal=Personal.TEXT),
            Column(key="amount_fen", heading=_("Told (yuan)"), kind=Kind.MONEY),
            *_file_columns(),
        ),
        rows=[
            (
                row["round"], Opinion(row["answer"]), row["answered_on"], Way(row["way"]),
                row["visitors"], row["reason"], row["handling"], row["amount"],
                *_file_values(reader, row),
            )
            for row in rows
        ],
        empty=_("Not asked yet."),
    )  # fmt: skip


def _votes(reader: Reader, project: Project, door: PaperDoor) -> Listing:
    rows = reader.rows(
        "SELECT b.round, v.question, v.choice, v.voted_on, v.signer, v.signed_name, v.authority,"
        " v.amount, v.reason, v.file, v.sha256, v.superseded_at FROM elevator_vote AS v"
        " JOIN elevator_ballot AS b ON b.id = v.ballot_id"
        " WHERE b.project_id = ? AND v.household_id = ? ORDER BY v.id",
        (project.id, door.id),
    )
    return Listing(
        key="votes",
        title=_("Ballot"),
        columns=(
            Column(key="ballot", heading=_("Ballot"), kind=Kind.INTEGER),
            Column(key="question", heading=_("On"), labels=BallotQuestion.labels()),
            Column(key="choice", heading=_("Vote given"), labels=Choice.labels()),
            Column(key="voted_on", heading=_("Day"), kind=Kind.DATE),
            *_signature_columns(),
            Column(key="reason", heading=_("Reason")),
            Column(key="amount_fen", heading=_("Told (yuan)"), kind=Kind.MONEY),
            *_file_columns(),
        ),
        rows=[
            (
                row["round"], BallotQuestion(row["question"]), Choice(row["choice"]),
                row["voted_on"], *_signature(row), row["reason"], row["amount"],
                *_file_values(reader, row),
            )
            for row in rows
        ],
        empty=_("No vote yet."),
    )  # fmt: skip


def _agreements(reader: Reader, project: Project, door: PaperDoor) -> Listing:
    rows = reader.rows(
        "SELECT p.number AS plan, a.amount, a.signed_on, a.signer, a.signed_name, a.authority,"
        " a.instalments, a.withdrawn_on, a.withdrawn_reason, a.file, a.sha256, a.superseded_at"
        " FROM elevator_agreement AS a JOIN plan AS p ON p.id = a.plan_id"
        " WHERE a.project_id = ? AND a.household_id = ? ORDER BY a.id",
        (project.id, door.id),
    )
    return Listing(
        key="agreements",
        title=_("Payment agreements"),
        columns=(
            Column(key="plan", heading=_("Plan")),
            Column(key="amount_fen", heading=_("Over (yuan)"), kind=Kind.MONEY),
            Column(key="signed_on", heading=_("Day"), kind=Kind.DATE),
            *_signature_columns(),
            Column(key="instalments", heading=_("Instalments")),
            Column(key="withdrawn_on", heading=_("Withdrawn on"), kind=Kind.DATE),
            Column(key="withdrawn_reason", heading=_("Why withdrawn")),
            *_file_columns(),
        ),
        rows=[
            (
                plan_label(row["plan"]), row["amount"], row["signed_on"], *_signature(row),
                row["instalments"], row["withdrawn_on"], row["withdrawn_reason"],
                *_file_values(reader, row),
            )
            for row in rows
        ],
        empty=_("Not signed yet."),
    )  # fmt: skip


def _door_columns() -> tuple[Column, ...]:
    return (
        Column(key="household", heading=_("Home")),
        Column(key="floor", heading=_("Floor"), kind=Kind.INTEGER),
    )


def _signature_columns() -> tuple[Column, ...]:
    return (
        Column(key="signer", heading=_("Who signed"), labels=SigningCapacity.labels()),
        Column(key="signed_name", heading=_("Names")),
        Column(key="authority", heading=_("Written authority")),
    )


def _signature(row: sqlite3.Row) -> tuple[object, ...]:
    return SigningCapacity(row["signer"]), row["signed_name"], row["authority"]


def _file_columns() -> tuple[Column, ...]:
    return (
        Column(key="file", heading=_("File")),
        Column(
            key="file_state",
            heading=_("The file is"),
            labels=FileState.labels(),
        ),
        Column(key="replaced", heading=_("Said otherwise later"), kind=Kind.BOOLEAN),
    )


def _file_values(reader: Reader, row: sqlite3.Row) -> tuple[object, ...]:
    return (
        row["file"],
        proof_state(row["file"], row["sha256"], reader.path),
        row["superseded_at"] is not None,
    )
