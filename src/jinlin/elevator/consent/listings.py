"""The three papers door by door: lists without names, and one door by itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.elevator.consent.ballots import Ballot
from jinlin.elevator.consent.doors import PaperDoor
from jinlin.elevator.project.plans import plan_label
from jinlin.elevator.project.projects import Project, place_words
from jinlin.elevator.rules.answers import (
    BallotQuestion,
    Choice,
    Opinion,
    SigningCapacity,
    Way,
)
from jinlin.elevator.rules.version_effects import Consent
from jinlin.output.listing.listing import Cell, Listing, Record, rows_wanted
from jinlin.store.check.proofs import FileState, proof_state
from jinlin.store.transaction.tx import Reader


def consultation_listing(call: Call, project: Project, doors: Sequence[PaperDoor]) -> Listing:
    """Return what each door says, with the next visit; no names, no phones."""
    return Listing.of(
        "doors",
        _("Consultation on the {kind} of {place}: sounding, no vote").format(
            kind=project.kind.label, place=place_words(project)
        ),
        (
            *_door_cells(),
            Cell("round", _("Round"), "opinion_round", Kind.INTEGER),
            Cell("answer", _("Answer given"), "opinion", labels=Opinion.labels()),
            Cell("answered_on", _("Date"), kind=Kind.DATE),
            Cell("reason", _("Reason"), personal=Personal.TEXT),
            Cell("handling", _("What is done about it"), personal=Personal.TEXT),
            Cell("amount_fen", _("Pays (yuan)"), "amount", Kind.MONEY),
            *_next_cells(Consent.OPINION),
        ),
        doors[: rows_wanted(call) or None],
        total=len(doors),
        empty=_("No door: record the households first."),
    )


def ballot_listing(
    call: Call, project: Project, ballot: Ballot, doors: Sequence[PaperDoor]
) -> Listing:
    """Return which doors have voted on what, without names."""
    return Listing.of(
        "doors",
        _("Ballot {round} of {project}, until {day}").format(
            round=ballot.round, project=project.label, day=ballot.closes_on
        ),
        (
            *_door_cells(),
            Cell("area_m2", _("Area (m²)"), "area", Kind.AREA),
            Cell("scheme", BallotQuestion.SCHEME.label, labels=Choice.labels()),
            Cell("fund", _("Fund"), labels=Choice.labels()),
            *_next_cells(Consent.VOTE),
        ),
        doors[: rows_wanted(call) or None],
        total=len(doors),
        empty=_("No door: record the households first."),
    )


def agreement_listing(call: Call, project: Project, doors: Sequence[PaperDoor]) -> Listing:
    """Return which doors signed over how much, without names."""
    paying = [door for door in doors if door.amount]
    return Listing.of(
        "doors",
        _("Payment agreements of {project}, {place}").format(
            project=project.label, place=project.place
        ),
        (
            *_door_cells(),
            Cell("amount_fen", _("Pays (yuan)"), "amount", Kind.MONEY),
            Cell("signed_fen", _("Signed over (yuan)"), "signed", Kind.MONEY),
            Cell("signed_on", _("Signed on"), kind=Kind.DATE),
            *_next_cells(Consent.AGREEMENT),
        ),
        paying[: rows_wanted(call) or None],
        total=len(paying),
        empty=_("Nobody pays yet: adopt a version of the scheme first."),
    )


def _door_cells() -> tuple[Cell[PaperDoor], ...]:
    return (
        Cell("household", _("Home"), "label"),
        Cell("floor", _("Floor"), kind=Kind.INTEGER),
    )


def _next_cells(paper: Consent) -> tuple[Cell[PaperDoor], ...]:
    """Return whether a door must be asked again for a paper, and when it is visited next."""
    return (
        Cell("again", _("To be asked again"), lambda door: paper in door.again, Kind.BOOLEAN),
        Cell("next_on", _("Next visit"), kind=Kind.DATE),
    )


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
    return Listing.of(
        "opinions",
        _("Consultation (no vote)"),
        (
            _kept("round", _("Round"), kind=Kind.INTEGER),
            _kept("answer", _("Answer given"), labels=Opinion.labels()),
            _kept("answered_on", _("Date"), kind=Kind.DATE),
            _kept("way", _("How"), labels=Way.labels()),
            _kept("visitors", _("Visitors")),
            _kept("reason", _("Reason"), personal=Personal.TEXT),
            _kept("handling", _("What is done about it"), personal=Personal.TEXT),
            _kept("amount_fen", _("Told (yuan)"), "amount", kind=Kind.MONEY),
            *_file_cells(reader),
        ),
        rows,
        empty=_("Not asked yet."),
    )


def _votes(reader: Reader, project: Project, door: PaperDoor) -> Listing:
    rows = reader.rows(
        "SELECT b.round, v.question, v.choice, v.voted_on, v.signer, v.signed_name, v.authority,"
        " v.amount, v.reason, v.file, v.sha256, v.superseded_at FROM elevator_vote AS v"
        " JOIN elevator_ballot AS b ON b.id = v.ballot_id"
        " WHERE b.project_id = ? AND v.household_id = ? ORDER BY v.id",
        (project.id, door.id),
    )
    return Listing.of(
        "votes",
        _("Ballot"),
        (
            _kept("ballot", _("Ballot"), "round", kind=Kind.INTEGER),
            _kept("question", _("On"), labels=BallotQuestion.labels()),
            _kept("choice", _("Vote given"), labels=Choice.labels()),
            _kept("voted_on", _("Date"), kind=Kind.DATE),
            *_signature_cells(),
            _kept("reason", _("Reason")),
            _kept("amount_fen", _("Told (yuan)"), "amount", kind=Kind.MONEY),
            *_file_cells(reader),
        ),
        rows,
        empty=_("No vote yet."),
    )


def _agreements(reader: Reader, project: Project, door: PaperDoor) -> Listing:
    rows = reader.rows(
        "SELECT p.number AS plan, a.amount, a.signed_on, a.signer, a.signed_name, a.authority,"
        " a.instalments, a.withdrawn_on, a.withdrawn_reason, a.file, a.sha256, a.superseded_at"
        " FROM elevator_agreement AS a JOIN plan AS p ON p.id = a.plan_id"
        " WHERE a.project_id = ? AND a.household_id = ? ORDER BY a.id",
        (project.id, door.id),
    )
    return Listing.of(
        "agreements",
        _("Payment agreements"),
        (
            Cell("plan", _("Plan"), lambda row: plan_label(row["plan"])),
            _kept("amount_fen", _("Over (yuan)"), "amount", kind=Kind.MONEY),
            _kept("signed_on", _("Date"), kind=Kind.DATE),
            *_signature_cells(),
            _kept("instalments", _("Instalments")),
            _kept("withdrawn_on", _("Withdrawn on"), kind=Kind.DATE),
            _kept("withdrawn_reason", _("Why withdrawn")),
            *_file_cells(reader),
        ),
        rows,
        empty=_("Not signed yet."),
    )


def _kept(key: str, heading: str, column: str = "", **more: Any) -> Cell[sqlite3.Row]:
    """Return a cell of what the database keeps in a column, that of the key otherwise."""
    return Cell(key, heading, itemgetter(column or key), **more)


def _signature_cells() -> tuple[Cell[sqlite3.Row], ...]:
    return (
        _kept("signer", _("Who signed"), labels=SigningCapacity.labels()),
        _kept("signed_name", _("Names")),
        _kept("authority", _("Written authority")),
    )


def _file_cells(reader: Reader) -> tuple[Cell[sqlite3.Row], ...]:
    return (
        _kept("file", _("File")),
        Cell(
            "file_state",
            _("The file is"),
            lambda row: proof_state(row["file"], row["sha256"], reader.path),
            labels=FileState.labels(),
        ),
        Cell(
            "replaced",
            _("Said otherwise later"),
            lambda row: row["superseded_at"] is not None,
            Kind.BOOLEAN,
        ),
    )
