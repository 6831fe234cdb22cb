"""What a user can do with a project: open it, correct it, go on, give it up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.elevator.money.account import is_branch
from jinlin.elevator.progress.facts import standing_of
from jinlin.elevator.project.projects import (
    Project,
    check_begun,
    check_past,
    project_label,
    project_of_id,
)
from jinlin.elevator.project.stairwell import Stairwell
from jinlin.elevator.rules.gates import Blocker, blockers, next_stage
from jinlin.elevator.rules.stages import Stage, WorksKind
from jinlin.member.own_branch import branch
from jinlin.store.transaction.tx import Reader, Tx


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
    _check_start(tx, started_on)
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
    tx.insert(
        "elevator_stage",
        project_id=project_id,
        stage=Stage.SOUNDING,
        entered_on=started_on.isoformat(),
        user=tx.user,
    )
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
    if "started_on" in changed:
        changed |= _moved_start(tx, project, str(changed["started_on"]))
    if not changed:
        raise RuleError(
            _("{number} is recorded like that already.").format(number=project.label),
            hint=_("See: jinlin elevator show {number}").format(number=project.label),
        )
    tx.update("elevator_project", project.id, **changed)
    describe_project(
        tx,
        project,
        N_("Corrected {number}, {kind} at {place}"),
        N_("correct {number}, {kind} at {place} back"),
    )
    return project_of_id(tx, project.id)


def _moved_start(tx: Tx, project: Project, day: str) -> dict[str, object]:
    """Begin a project on another day, its first stage with it; nothing in it is earlier.

    Returns:
        What else changes of the project.

    Raises:
        RuleError: the day lies ahead, or something happened before it.
    """
    _check_start(tx, date.fromisoformat(day))
    first = tx.row(
        "SELECT id, (SELECT min(later.entered_on) FROM elevator_stage AS later"
        " WHERE later.project_id = s.project_id AND later.id > s.id) AS next"
        " FROM elevator_stage AS s WHERE project_id = ? ORDER BY id",
        (project.id,),
    )
    booked = tx.value("SELECT min(day) FROM elevator_entry WHERE project_id = ?", (project.id,))
    earliest = min(filter(None, (first["next"] if first else None, booked)), default=day)
    if day > earliest:
        raise RuleError(
            _("{number} has a record of {day} already.").format(number=project.label, day=earliest),
            hint=_("It began on that day at the latest: --started {day}").format(day=earliest),
        )
    if first is None:
        return {}
    tx.update("elevator_stage", first["id"], entered_on=day)
    return {} if first["next"] else {"stage_since": day}


def _check_start(reader: Reader, day: date) -> None:
    if day > reader.clock.today:
        raise RuleError(
            _("{day} has not come yet.").format(day=day),
            hint=_("Leave --started away for today."),
        )


def end_project(tx: Tx, project: Project, *, on: date, reason: str) -> Project:
    """Give a project up; it stays on record.

    Raises:
        RuleError: it was given up before, or the day lies ahead or before its beginning.
    """
    check_going_on(project)
    check_day(tx, project, on)
    tx.update("elevator_project", project.id, ended_on=on.isoformat(), ended_reason=reason)
    describe_project(
        tx, project, N_("Gave up {number}, {kind} at {place}"), N_("take {number} up again")
    )
    return project_of_id(tx, project.id)


def in_the_way(reader: Reader, project: Project, to: Stage) -> list[Blocker]:
    """Return what keeps a project from a later stage."""
    return blockers(standing_of(reader, project), after=project.stage, to=to)


def go_to(
    tx: Tx, project: Project, to: Stage, *, on: date, override: str | None
) -> tuple[Project, list[Blocker]]:
    """Take a project into its next stage, or, with a reason, wherever it must go.

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
    check_going_on(project)
    check_day(tx, project, on)
    if to is project.stage:
        raise RuleError(
            _("{number} is at that stage already: {stage}.").format(
                number=project.label, stage=to.label
            ),
            hint=_("See: jinlin elevator status {number}").format(number=project.label),
        )
    shut = in_the_way(tx, project, to)
    if override is None:
        _check_order(project, to)
        _check_open(to, shut)
    tx.update("elevator_project", project.id, stage=to, stage_since=on.isoformat())
    tx.insert(
        "elevator_stage",
        project_id=project.id,
        stage=to,
        entered_on=on.isoformat(),
        override_reason=override,
        overridden=json.dumps([one.reason.as_json() for one in shut], ensure_ascii=False)
        if override and shut
        else None,
        user=tx.user,
    )
    describe_project(
        tx,
        project,
        N_("{number} entered the stage “{stage}”"),
        N_("take {number} back to the stage “{before}”"),
        stage=Message(to.msgid),
        before=Message(project.stage.msgid),
    )
    return project_of_id(tx, project.id), shut


def _check_order(project: Project, to: Stage) -> None:
    following = next_stage(project.stage)
    if to is following:
        return
    asked = to.label
    if to.place < project.stage.place:
        message = _("{number} would go back from “{stage}” to “{asked}”.")
    else:
        message = _("{number} is at “{stage}”; “{asked}” is not the next stage.")
    raise RuleError(
        message.format(number=project.label, stage=project.stage.label, asked=asked),
        hint=_("With a reason it is recorded: --override REASON."),
    )


def _check_open(to: Stage, shut: list[Blocker]) -> None:
    if not shut:
        return
    raise RuleError(
        _("Not yet “{stage}”: {reasons}.").format(
            stage=to.label, reasons=_("; ").join(one.reason.text() for one in shut)
        ),
        hint=_("First: {way}. Or give the reason to go on all the same: --override REASON").format(
            way=as_spoken(shut[0].way.text())
        ),
    )


def check_going_on(project: Project) -> None:
    """Refuse to go on with what was given up.

    Raises:
        RuleError: it was given up.
    """
    if project.ended_on is not None:
        raise RuleError(
            _("{number} was given up on {day}.").format(number=project.label, day=project.ended_on),
            hint=_("Take it up again: jinlin undo, or open a new one: jinlin elevator add"),
        )


def check_day(tx: Reader, project: Project, on: date) -> None:
    """Refuse a day that lies ahead, or before a project began.

    Raises:
        RuleError: it does.
    """
    check_past(tx, on)
    check_begun(project, on.isoformat())


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
