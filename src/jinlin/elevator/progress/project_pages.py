"""A project as a record, and its quotes and costs as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.elevator.money.dues import settlements
from jinlin.elevator.project.costs import COSTS
from jinlin.elevator.project.plans import PlanRow
from jinlin.elevator.project.projects import Project, adopted_plan
from jinlin.elevator.project.quotes import QUOTES
from jinlin.elevator.project.subsidies import SUBSIDIES
from jinlin.elevator.project.version_listing import OF_PROJECT, plan_columns, plan_values, plans_of
from jinlin.elevator.rules.stages import (
    Milestone,
    Stage,
    WorksKind,
)
from jinlin.elevator.settlement.pages import settlements_listing
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.output.register.pages import listing_of
from jinlin.store.check.proofs import FileState, proof_state
from jinlin.store.transaction.tx import Reader
from jinlin.works.stages import said_missing


def project_record(reader: Reader, project: Project) -> Record:
    """Return a project with everything that is kept of it, apart from its doors and its money."""
    fields: list[tuple[Column, Any]] = [
        (Column(key="number", heading=_("Number")), project.label),
        (Column(key="building", heading=_("Building")), project.building),
        (Column(key="entrance", heading=_("Entrance")), project.entrance),
        (
            Column(key="kind", heading=_("What is built"), labels=WorksKind.labels()),
            project.kind,
        ),
        (Column(key="stage", heading=_("Stage"), labels=Stage.labels()), project.stage),
        (Column(key="started_on", heading=_("Begun on"), kind=Kind.DATE), project.started_on),
        (Column(key="responsible", heading=_("Acts for the owners")), project.responsible),
        (Column(key="witness", heading=_("Witness")), project.witness),
        (Column(key="contractor", heading=_("Contractor")), project.contractor),
        (
            Column(key="works_days", heading=_("Days of works"), kind=Kind.INTEGER),
            project.works_days,
        ),
        (Column(key="running_rule", heading=_("Running costs")), project.running_rule),
        (Column(key="contact", heading=_("Questions to")), project.contact),
        (Column(key="round", heading=_("Round"), kind=Kind.INTEGER), project.round),
        (Column(key="note", heading=_("Remark")), project.note),
        (Column(key="ended_on", heading=_("Given up on"), kind=Kind.DATE), project.ended_on),
        (Column(key="ended_reason", heading=_("Why given up")), project.ended_reason),
    ]
    return Record.of(
        title=f"{project.label} {project.place} {project.kind.label}",
        fields=fields,
        listings=(
            listing_of(QUOTES, QUOTES.rows(reader, project)),
            listing_of(COSTS, COSTS.rows(reader, project)),
            listing_of(SUBSIDIES, SUBSIDIES.rows(reader, project)),
            _plans_listing(plans_of(reader, project)),
            *_settlements(reader, project),
            _milestones_listing(reader, project),
            _stages_listing(reader, project),
        ),
    )  # fmt: skip


def _plans_listing(found: Sequence[PlanRow]) -> Listing:
    return Listing(
        key="plans",
        title=_("Versions of the scheme"),
        columns=plan_columns(),
        rows=list(map(plan_values, found)),
        aside=OF_PROJECT,
        empty=_("No version yet: jinlin elevator split --project X1 --save NAME"),
    )


def _settlements(reader: Reader, project: Project) -> Iterator[Listing]:
    """Yield how the version in force was settled, once it was."""
    plan = adopted_plan(reader, project)
    found = settlements(reader, project, plan) if plan else ()
    if found:
        yield settlements_listing(found)


def _milestones_listing(reader: Reader, project: Project) -> Listing:
    rows = reader.rows(
        "SELECT milestone, done_on, detail, source, file, sha256 FROM elevator_milestone"
        " WHERE project_id = ? AND removed_at IS NULL ORDER BY done_on, id",
        (project.id,),
    )
    return Listing.of(
        "milestones",
        _("Recorded as done"),
        (
            Cell(
                "milestone",
                _("What"),
                lambda row: Milestone(row["milestone"]),
                labels=Milestone.labels(),
            ),
            Cell("done_on", _("Date"), lambda row: row["done_on"], Kind.DATE),
            Cell("detail", _("Number or name"), lambda row: row["detail"]),
            Cell("source", _("Where from"), lambda row: row["source"], personal=Personal.TEXT),
            Cell("file", _("File"), lambda row: row["file"]),
            Cell(
                "file_state",
                _("The file is"),
                lambda row: proof_state(row["file"], row["sha256"], reader.path),
                labels=FileState.labels(),
            ),
        ),
        rows,
        empty=_("Nothing yet: jinlin elevator milestone 施工合同 --date 11-20"),
    )


def _stages_listing(reader: Reader, project: Project) -> Listing:
    rows = reader.rows(
        "SELECT stage, entered_on, override_reason, overridden, user FROM elevator_stage"
        " WHERE project_id = ? ORDER BY id",
        (project.id,),
    )
    return Listing.of(
        "stages",
        _("Its way so far"),
        (
            Cell("stage", _("Stage"), lambda row: Stage(row["stage"]), labels=Stage.labels()),
            Cell("entered_on", _("Date"), lambda row: row["entered_on"], Kind.DATE),
            Cell("override_reason", _("Why all the same"), lambda row: row["override_reason"]),
            Cell(
                "overridden",
                _("What was missing"),
                lambda row: _("; ").join(said_missing(row["overridden"])) or None,
            ),
            Cell("user", _("By"), lambda row: row["user"] or None),
        ),
        rows,
    )
