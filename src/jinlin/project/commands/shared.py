"""What the commands about works take and answer alike."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from jinlin.project.kinds import PROJECT
from jinlin.project.record.projects import CommunityProject
from jinlin.works.words import which, which_first, which_named

Number: TypeAlias = Annotated[str | None, which(PROJECT)]
FirstProject: TypeAlias = Annotated[str | None, which_first(PROJECT)]
Named: TypeAlias = Annotated[str | None, which_named(PROJECT)]


def as_json(one: CommunityProject) -> dict[str, Any]:
    """Return works for `--json`."""
    return {
        "number": one.label,
        "kind": one.kind_code,
        "title": one.title,
        "building": one.building,
        "entrance": one.entrance,
        "place": one.place,
        "stage": one.stage.value,
        "stage_since": one.stage_since,
        "due_on": one.due_on,
        "started_on": one.started_on,
        "responsible": one.responsible,
        "contact": one.contact,
        "budget_fen": one.budget,
        "purse": one.purse,
        "matter": one.matter,
        "scope": one.scope,
        "matter_reason": one.matter_reason,
        "about": one.about_number,
        "ended_on": one.ended_on,
        "ended_reason": one.ended_reason,
    }
