"""What of works is to be posted: the plan once the owners have decided, then what came of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from jinlin.project.rules.facts import DecisionState, ProjectFacts
from jinlin.project.rules.stages import ProjectMilestone, ProjectStage


class WorksNotice(StrEnum):
    """What hangs; the stored word is the matter it is (notice/matters.toml)."""

    PLAN = "project_plan"
    JOINT_PLAN = "joint_plan"
    RESULT = "result"


_BETWEEN: Final = (
    ProjectStage.DECISION, ProjectStage.NOTICE, ProjectStage.SITING, ProjectStage.SURVEY,
    ProjectStage.DESIGN,
)  # fmt: skip
_BUILT: Final = (
    ProjectStage.WORKS, ProjectStage.ACCEPTANCE, ProjectStage.ACCOUNT, ProjectStage.USE,
)  # fmt: skip


def to_be_posted(known: ProjectFacts) -> WorksNotice | None:
    """Return what may hang now: the plan before a contract, the result once works are accepted."""
    if known.stage in _BUILT and ProjectMilestone.ACCEPTED in known.milestones:
        return WorksNotice.RESULT
    if known.stage not in _BETWEEN or known.undecided:
        return None
    if known.decision.state is DecisionState.NOT_NEEDED:
        return WorksNotice.JOINT_PLAN
    return WorksNotice.PLAN


def still_to_post(known: ProjectFacts) -> WorksNotice | None:
    """Return what is to hang and does not."""
    wanted = to_be_posted(known)
    hangs = known.result if wanted is WorksNotice.RESULT else bool(known.posted)
    return None if hangs else wanted
