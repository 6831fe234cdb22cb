"""Where works stand: the stage, who watched which, the money, and what blocks the next stage."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.project.progress.facts import facts_of
from jinlin.project.record.money import ProjectMoney, money_of
from jinlin.project.record.notes import ProjectNote, StageHand, hands, notes
from jinlin.project.record.projects import PROJECTS, CommunityProject
from jinlin.project.rules.facts import ProjectFacts
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.transaction.tx import Reader
from jinlin.works.gates import Blocker

LATEST: Final = 10
"""So many notes stand below where works stand; the others on the paper."""


class WorksStatus(NamedTuple):
    """Works on a day.

    Attributes:
        following: the next stage; None at the last, and where they were given up.
        shut: what blocks it.
        hands: who took part in which stage.
        passed: the stages that were passed over, with the reason.
        notes: what happened last.
    """

    project: CommunityProject
    facts: ProjectFacts
    following: ProjectStage | None
    shut: tuple[Blocker, ...]
    money: ProjectMoney
    hands: tuple[StageHand, ...]
    passed: dict[ProjectStage, str]
    notes: tuple[ProjectNote, ...]


def works_status(reader: Reader, project: CommunityProject) -> WorksStatus:
    """Return where works stand today."""
    facts, course = facts_of(reader, project), PROJECTS.course
    following = None if project.ended_on else course.following(project.stage)
    rows = reader.rows(
        "SELECT stage, skipped FROM project_stage WHERE project_id = ? AND skipped IS NOT NULL",
        (project.id,),
    )
    return WorksStatus(
        project=project,
        facts=facts,
        following=following,
        shut=()
        if following is None
        else tuple(course.blockers(facts, after=project.stage, to=following)),
        money=money_of(reader, project),
        hands=tuple(hands(reader, project)),
        passed={ProjectStage(row["stage"]): row["skipped"] for row in rows},
        notes=tuple(notes(reader, project, limit=LATEST)),
    )
