"""Milestones: what a gate asks for and nobody can see from the records by themselves."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.elevator.progress.actions import check_day, check_going_on, describe_project
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.stages import Milestone
from jinlin.store.check.proofs import Proof, file_columns
from jinlin.store.transaction.tx import Tx


class NewMilestone(NamedTuple):
    """Something that was done, as it is to be recorded.

    Attributes:
        detail: its number, or who: the contract's number, the user unit's name.
        source: where that stands.
        file: the paper itself.
    """

    milestone: Milestone
    on: date
    detail: str | None = None
    source: str | None = None
    file: Proof | None = None


def record_milestone(tx: Tx, project: Project, new: NewMilestone) -> None:
    """Record that something a gate asks for is done; said again, it replaces what was said.

    Raises:
        RuleError: the day lies ahead or before the project's beginning; no ballot is needed by a
            rule that is not named.
    """
    check_going_on(project)
    check_day(tx, project, new.on)
    if new.milestone is Milestone.NO_BALLOT and not (new.detail and new.source):
        raise RuleError(
            _("That no ballot is needed must rest on a rule: its words and where it stands."),
            hint=_("Give both: --detail 条文 --source 文号"),
        )
    _take_out(tx, project, new.milestone)
    tx.insert(
        "elevator_milestone",
        project_id=project.id,
        milestone=new.milestone,
        done_on=new.on.isoformat(),
        detail=new.detail,
        source=new.source,
        **file_columns(new.file),
    )
    describe_project(
        tx,
        project,
        N_("Recorded for {number}: {what}"),
        N_("take out of {number}: {what}"),
        what=Message(new.milestone.msgid),
    )


def remove_milestone(tx: Tx, project: Project, milestone: Milestone) -> None:
    """Take out what was recorded as done by mistake.

    Raises:
        NotFoundError: it is not recorded.
    """
    if not _take_out(tx, project, milestone):
        raise NotFoundError(
            _("{number} has no such milestone: {what}.").format(
                number=project.label, what=milestone.label
            ),
            hint=_("See: jinlin elevator show {number}").format(number=project.label),
        )
    describe_project(
        tx,
        project,
        N_("Took out of {number}: {what}"),
        N_("record again for {number}: {what}"),
        what=Message(milestone.msgid),
    )


def _take_out(tx: Tx, project: Project, milestone: Milestone) -> bool:
    row = tx.row(
        "SELECT id FROM elevator_milestone WHERE project_id = ? AND milestone = ?"
        " AND removed_at IS NULL",
        (project.id, milestone),
    )
    if row is not None:
        tx.update("elevator_milestone", row["id"], removed_at=tx.clock.stamp)
    return row is not None
