"""Saved plans as a table, alone or as the versions of a project."""

from __future__ import annotations

from typing import Any, Final

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.elevator.apportionment.scheme_files import scheme_labels
from jinlin.elevator.project.plans import PLANS, PlanRow
from jinlin.elevator.project.projects import Project, project_label
from jinlin.store.transaction.tx import Reader


def plans_of(reader: Reader, project: Project) -> list[PlanRow]:
    """Return the drafts and versions of a project's scheme, the latest first, without requests."""
    sql = PLANS.format(request="''") + " AND p.project_id = ? ORDER BY p.number DESC"
    return [PlanRow(*row) for row in reader.rows(sql, (project.id,))]


LONELY: Final = frozenset({"project", "version", "state", "change_note"})
"""Columns that are empty where no plan belongs to a project."""
OF_PROJECT: Final = frozenset(
    {"project", "building", "entrance", "subsidy_fen", "payers", "scheme"}
)
"""Columns that say nothing new among the versions of one project."""
ALONE: Final = frozenset({"building", "entrance", "change_note", "version", "payers"})
"""Columns that people see only when they name them, where the plans of several projects stand."""


def plan_columns() -> tuple[Column, ...]:
    """Return the columns of a saved plan."""
    return (
        Column(key="number", heading=_("Number")),
        Column(key="name", heading=_("Title"), personal=Personal.TEXT),
        Column(key="project", heading=_("Project")),
        Column(key="version", heading=_("Version"), kind=Kind.INTEGER),
        Column(
            key="state",
            heading=_("How far"),
            labels=plan_states(),
        ),
        Column(key="building", heading=_("Building")),
        Column(key="entrance", heading=_("Entrance")),
        Column(key="total_fen", heading=_("Gross cost (yuan)"), kind=Kind.MONEY),
        Column(key="subsidy_fen", heading=_("Subsidy (yuan)"), kind=Kind.MONEY),
        Column(key="scheme", heading=_("Scheme"), labels=scheme_labels()),
        Column(key="payers", heading=_("Payers"), kind=Kind.INTEGER),
        Column(key="change_note", heading=_("What changed")),
    )


def plan_states() -> dict[str, str]:
    """Return what people call how far a version has come."""
    return {
        "draft": _("draft"),
        "in_force": _("in force"),
        "superseded": _("superseded"),
        "given_up": _("project given up"),
    }


def plan_values(plan: PlanRow) -> tuple[Any, ...]:
    """Return one saved plan as the columns of `plan_columns` have it."""
    return (
        plan.label,
        plan.name,
        None if plan.project is None else project_label(plan.project),
        plan.version,
        plan_state(plan),
        plan.building,
        plan.entrance,
        plan.total,
        plan.subsidy,
        plan.scheme,
        plan.payers,
        plan.change_note,
    )


def plan_state(plan: PlanRow) -> str | None:
    """Return how far a version has come: draft, in_force, superseded; None outside a project.

    Of a project that was given up, `given_up`, unless another version had taken its place before.
    """
    if plan.project_id is None:
        return None
    if plan.ended_on is not None and plan.superseded_at is None:
        return "given_up"
    if plan.superseded_at is not None:
        return "superseded"
    return "draft" if plan.adopted_at is None else "in_force"
