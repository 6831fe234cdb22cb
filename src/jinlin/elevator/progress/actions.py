"""What a user can do with a project: open it, correct it, go on, give it up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.elevator.consent.paper_actions import call_off_visits
from jinlin.elevator.progress.facts import standing_of
from jinlin.elevator.project.projects import LIFTS, Project, project_label, project_of_id
from jinlin.elevator.project.stairwell import Stairwell
from jinlin.elevator.rules.stages import Milestone, Stage, WorksKind
from jinlin.member.own_branch import branch
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.gates import Blocker
from jinlin.works.hands import is_branch
from jinlin.works.milestones import NewMilestone, record_milestone
from jinlin.works.stages import begin, check_start, end, enter, move_start


def add_project(
    tx: Tx, where: Stairwell, kind: WorksKind, *, started_on: date, fields: Mapping[str, object]
) -> Project:
    """Open a project for one entrance under a new permanent number.

    Args:
        tx: the transaction.
        where: the entrance.
        kind: what is built.
        started_on: since when people talk about it.
        fields: further columns of `elevator_project`.

    Raises:
        RuleError: one goes on there already, it begins in the future, or the branch would act.
    """
    _check_fields(tx, fields)
    check_start(tx, started_on)
    going_on = tx.value(
        "SELECT number FROM elevator_project WHERE building_id = ? AND entrance IS ?"
        " AND ended_on IS NULL AND removed_at IS NULL",
        (where.building_id, where.entrance),
    )
    if going_on is not None:
        number = project_label(going_on)
        raise RuleError(
            _("{number} is going on there already.").format(number=number),
            hint=_("See: jinlin elevator status {number}").format(number=number),
        )
    project_id = tx.insert(
        "elevator_project",
        number=tx.next_number("elevator_project"),
        building_id=where.building_id,
        entrance=where.entrance,
        kind=kind,
        stage_since=started_on.isoformat(),
        started_on=started_on.isoformat(),
        **fields,
    )
    begin(tx, LIFTS, project_id, started_on)
    project = project_of_id(tx, project_id)
    describe_project(
        tx,
        project,
        N_("Opened {number}, {kind} at {place}"),
        N_("remove {number}, {kind} at {place}"),
    )
    return project


def edit_project(tx: Tx, project: Project, fields: Mapping[str, object]) -> Project:
    """Correct what is kept of a project.

    Raises:
        RuleError: nothing would change, the branch would act for the owners, or it would begin in
            the future or after something that happened in it.
    """
    _check_fields(tx, fields)
    old = project._asdict()
    changed = {name: value for name, value in fields.items() if old[name] != value}
    if not changed:
        raise RuleError(
            _("{number} is recorded like that already.").format(number=project.label),
            hint=_("See: jinlin elevator show {number}").format(number=project.label),
        )
    if started := changed.pop("started_on", None):
        booked = tx.value("SELECT min(day) FROM elevator_entry WHERE project_id = ?", (project.id,))
        move_start(tx, LIFTS, project, date.fromisoformat(str(started)), booked=booked)
    if changed:
        tx.update("elevator_project", project.id, **changed)
    describe_project(
        tx,
        project,
        N_("Corrected {number}, {kind} at {place}"),
        N_("correct {number}, {kind} at {place} back"),
    )
    return project_of_id(tx, project.id)


def end_project(tx: Tx, project: Project, *, on: date, reason: str) -> Project:
    """Give a project up; it stays on record, and its doors are asked no more.

    Raises:
        RuleError: it was given up before, or the day lies ahead or before its beginning.
    """
    end(tx, LIFTS, project, on=on, reason=reason)
    call_off_visits(tx, project)
    describe_project(
        tx, project, N_("Gave up {number}, {kind} at {place}"), N_("take {number} up again")
    )
    return project_of_id(tx, project.id)


def go_to(
    tx: Tx, project: Project, to: Stage, *, on: date, override: str | None
) -> tuple[Project, list[Blocker]]:
    """Take a project into its next stage, or, with a reason, wherever it must go.

    Once it is past the consultation, the doors are visited for it no more.

    Args:
        tx: the transaction.
        project: the project.
        to: the stage.
        on: the day it enters it.
        override: the reason to pass a gate that is shut, to skip a stage or to go back.

    Returns:
        The project, and what the reason overrode.

    Raises:
        RuleError: it is there already, the gate is shut, a stage would be skipped, or it would go
            back, and no reason is given.
    """
    standing = standing_of(tx, project)
    shut = enter(tx, LIFTS, project, to, on=on, standing=standing, override=override)
    if to.place > Stage.CONSULTATION.place:
        call_off_visits(tx, project)
    return project_of_id(tx, project.id), shut


def record_done(tx: Tx, project: Project, new: NewMilestone[Milestone]) -> None:
    """Record that something a gate asks for is done; said again, it replaces what was said.

    Raises:
        RuleError: the day lies ahead or before the project's beginning; no ballot is needed by a
            rule that is not named.
    """
    if new.milestone is Milestone.NO_BALLOT and not (new.detail and new.source):
        raise RuleError(
            _("That no ballot is needed must rest on a rule: its words and where it stands."),
            hint=_("Give both: --detail 条文 --source 文号"),
        )
    record_milestone(tx, LIFTS, project, new)


def _check_fields(reader: Reader, fields: Mapping[str, object]) -> None:
    """Keep the branch from acting for the owners: it takes no money and signs no scheme."""
    acting = str(fields.get("responsible") or "")
    known = branch(reader)
    if is_branch(acting, (known.name, known.short_name or "")):
        raise RuleError(
            _("The branch neither signs the scheme nor takes money; the owners do."),
            hint=_(
                "Name the owners' representative or the owners' committee: --responsible 业委会"
            ),
        )


def describe_project(tx: Tx, project: Project, did: str, reverse: str, **more: Value) -> None:
    """Put a sentence about a project as a whole into the history."""
    words: dict[str, Value] = {
        "number": project.label,
        "kind": Message(project.kind.msgid),
        "place": project.place,
        **more,
    }
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=project.label)
