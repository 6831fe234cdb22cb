"""How works are taken from stage to stage, past those they do not need, or against a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.typed import quoted
from jinlin.project.progress.facts import facts_of
from jinlin.project.progress.issue_life import tell_issue
from jinlin.project.record.noting import accompany
from jinlin.project.record.projects import PROJECTS, CommunityProject
from jinlin.project.rules.stages import PASSED_OVER, ProjectStage
from jinlin.store.transaction.tx import Tx
from jinlin.works.gates import Blocker
from jinlin.works.stages import enter
from jinlin.works.undertaking import describe_works


class StageStep(NamedTuple):
    """How works go on.

    Attributes:
        to: the stage they enter.
        on: when.
        members: who of the branch takes part in it.
        due_on: by when it is to be over, as ISO text.
        skip: why the stages between are passed over.
        override: why they go on although something is missing.
    """

    to: ProjectStage
    on: date
    members: Sequence[str] = ()
    due_on: str | None = None
    skip: str | None = None
    override: str | None = None


def take_step(tx: Tx, project: CommunityProject, step: StageStep) -> list[Blocker]:
    """Take works into another stage.

    Returns:
        What a reason overrode.

    Raises:
        RuleError: such works have no such stage, the gate is shut, or a stage would be passed over
            that may not, or without a reason.
        NotFoundError: several are meant by a name.
    """
    _check_on_their_way(project, step.to)
    if step.to is project.stage and (step.members or step.due_on):
        return _accompany_on(tx, project, step)
    passed = _passed_over(project, step)
    for stage in passed:
        tx.insert(
            "project_stage",
            project_id=project.id,
            stage=stage,
            entered_on=step.on.isoformat(),
            skipped=step.skip,
            user=tx.user,
        )
    works = PROJECTS._replace(course=project.course.without(passed))
    shut = enter(
        tx, works, project, step.to, on=step.on, standing=facts_of(tx, project),
        override=step.override,
    )  # fmt: skip
    tx.update("project", project.id, due_on=step.due_on)
    accompany(tx, project, step.to, step.members)
    if step.to is ProjectStage.USE:
        tell_issue(tx, project, _("Project in use: {title}").format(title=project.title), ends=True)
    return shut


def _accompany_on(tx: Tx, project: CommunityProject, step: StageStep) -> list[Blocker]:
    """Put members to the stage works are in already, and say by when it is to be over."""
    PROJECTS.check_going_on(project)
    if step.due_on:
        tx.update("project", project.id, due_on=step.due_on)
    accompany(tx, project, step.to, step.members)
    describe_works(
        tx, project, N_("{number}: the stage “{stage}” was put right"),
        N_("take back what was put right of the stage “{stage}” of {number}"),
        stage=Message(project.stage.msgid),
    )  # fmt: skip
    return []


def _check_on_their_way(project: CommunityProject, to: ProjectStage) -> None:
    stages = project.course.stages
    if to not in stages:
        raise RuleError(
            _("{number} ({kind}) has no stage “{stage}”.").format(
                number=project.label, kind=project.kind.name, stage=to.label
            ),
            hint=_("Its stages: {stages}.").format(
                stages=_(", ").join(stage.label for stage in stages)
            ),
        )


def _passed_over(project: CommunityProject, step: StageStep) -> tuple[ProjectStage, ...]:
    """Return the stages between, where they are passed over with a reason.

    Raises:
        RuleError: there is none, or one must not be passed over; or all may, and no reason is
            given.
    """
    stages = project.course.stages
    between = tuple(stages[stages.index(project.stage) + 1 : stages.index(step.to)])
    may = bool(between) and all(stage in PASSED_OVER for stage in between)
    if step.skip and not may:
        raise RuleError(
            _("Only these stages may be passed over: {stages}.").format(
                stages=_(", ").join(stage.label for stage in PASSED_OVER)
            ),
            hint=_instead_of_skipping(project, step, step.skip),
        )
    if may and not step.skip and not step.override:
        raise RuleError(
            _("{number} would pass over: {stages}.").format(
                number=project.label, stages=_(", ").join(stage.label for stage in between)
            ),
            hint=_(
                "Say why it needs none of it: jinlin project stage {number} {stage} --skip REASON"
            ).format(number=project.label, stage=step.to.label),
        )
    return between if step.skip else ()


def _instead_of_skipping(project: CommunityProject, step: StageStep, reason: str) -> str:
    """Return the line to type: the stage to be passed over was named, or another one is."""
    if step.to in PASSED_OVER:
        stages = project.course.stages
        later = stages[stages.index(step.to) :]
        return _(
            "To pass over {stage}: jinlin project stage {number} {next} --skip {reason}"
        ).format(
            stage=step.to.label, number=project.label, reason=quoted(reason),
            next=next(one for one in later if one not in PASSED_OVER).label,
        )  # fmt: skip
    return _(
        "With the reason on record: jinlin project stage {number} {stage} --override {reason}"
    ).format(number=project.label, stage=step.to.label, reason=quoted(reason))
