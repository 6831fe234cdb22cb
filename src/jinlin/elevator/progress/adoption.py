"""Adopting a version of a scheme: it becomes the one in force, and its amounts are frozen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.elevator.consent.ballots import open_ballot
from jinlin.elevator.money.account import check_unlocked
from jinlin.elevator.money.dues import Dues, dues
from jinlin.elevator.progress.facts import notice_state
from jinlin.elevator.project.costs import COSTS, gross_cost
from jinlin.elevator.project.plans import PlanRow
from jinlin.elevator.project.projects import Project, adopted_plan, adopted_shares, project_of_id
from jinlin.elevator.rules.gates import NoticeState
from jinlin.elevator.rules.version_effects import DoorChange, NewAmount, Told, door_changes
from jinlin.store.transaction.tx import Reader, Tx


class Adoption(NamedTuple):
    """What adopting a version means.

    Attributes:
        project: the project.
        plan: the version.
        version: which of the adopted versions it is, the first being 1.
        before: the version in force so far; None when there is none.
        changes: every door that is a party, from the lowest floor up.
        notes: what does not fit, although it forbids nothing.
    """

    project: Project
    plan: PlanRow
    version: int
    before: PlanRow | None
    changes: tuple[DoorChange, ...]
    notes: tuple[Message, ...]


def survey(reader: Reader, plan: PlanRow, *, note: str | None) -> Adoption:
    """Return what adopting a version would mean.

    Args:
        reader: the database.
        plan: the version.
        note: what changed; needed from the second version on.

    Raises:
        RuleError: the plan belongs to no project, is in force or was given up for another, its
            change is not said, doors are not recorded, a ballot on the version in force is open,
            the works are settled, or it leaves out who joined late.
    """
    project = _project(reader, plan)
    version = _next_version(reader, project)
    before = adopted_plan(reader, project)
    _check(reader, project, plan, before, version=version, note=note)
    shares = [s for s in adopted_shares(reader, plan) if s.status != "excluded"]
    paid = {} if before is None else {s.label: s.amount for s in adopted_shares(reader, before)}
    changes = door_changes(
        (NewAmount(s.household_id, s.label, s.floor, s.amount) for s in shares),
        before=paid,
        told=told_amounts(reader, project),
    )
    notes = tuple(_notes(reader, project, plan, before))
    return Adoption(project, plan, version, before, tuple(changes), notes)


def adopt(tx: Tx, plan: PlanRow, *, note: str | None) -> Adoption:
    """Make a version the one in force, in the place of the one before.

    The owners, the registered area and what it rests on are kept as they are today: later changes
    of the register move nothing that was signed. Consent stays where a door does not pay more;
    where it does, a new round of the consultation begins for it.

    Raises:
        RuleError: as `survey` says.
    """
    found = survey(tx, plan, note=note)
    if found.before is not None:
        tx.update("plan", found.before.id, superseded_at=tx.clock.stamp)
        tx.update("elevator_project", found.project.id, round=found.project.round + 1)
    for row in tx.rows(  # drafts were numbered once
        "SELECT id FROM plan WHERE project_id = ? AND adopted_at IS NULL AND version IS NOT NULL",
        (found.project.id,),
    ):
        tx.update("plan", row["id"], version=None)
    tx.update("plan", plan.id, adopted_at=tx.clock.stamp, change_note=note, version=found.version)
    tx.write(
        "UPDATE plan_share SET owners = (SELECT group_concat(name, '、') FROM ("
        " SELECT p.name FROM ownership AS o JOIN person AS p ON p.id = o.person_id"
        " WHERE o.household_id = plan_share.household_id AND o.removed_at IS NULL ORDER BY o.id)),"
        " registered_area = (SELECT area FROM household WHERE id = plan_share.household_id),"
        " area_basis = (SELECT area_basis FROM household WHERE id = plan_share.household_id)"
        " WHERE plan_id = ?",
        (plan.id,),
    )
    words: dict[str, Value] = {
        "plan": plan.label,
        "version": found.version,
        "project": found.project.label,
    }
    tx.describe(
        Message(N_("Adopted {plan}, version {version} of {project}"), words),
        reverse=Message(N_("take back the adoption of {plan}, version {version}"), words),
        subject=plan.label,
    )
    return found


def told_amounts(reader: Reader, project: Project) -> dict[int, Told]:
    """Return by household what each has consented to so far, and at which amount."""
    found: dict[int, Told] = {}
    for row in reader.rows(
        "SELECT h.id,"
        " (SELECT CASE WHEN o.answer = 'agree' THEN o.amount END FROM elevator_opinion AS o"
        "  WHERE o.project_id = ?1 AND o.household_id = h.id AND o.superseded_at IS NULL"
        "  ORDER BY o.round DESC LIMIT 1) AS opinion,"
        " (SELECT CASE WHEN v.choice = 'for' THEN v.amount END FROM elevator_vote AS v"
        "  JOIN elevator_ballot AS b ON b.id = v.ballot_id"
        "  WHERE b.project_id = ?1 AND b.removed_at IS NULL AND v.question = 'scheme'"
        "  AND v.household_id = h.id AND v.superseded_at IS NULL AND v.signer <> 'tenant'"
        "  ORDER BY b.round DESC LIMIT 1) AS vote,"
        " (SELECT a.amount FROM elevator_agreement AS a WHERE a.project_id = ?1"
        "  AND a.household_id = h.id AND a.superseded_at IS NULL AND a.withdrawn_on IS NULL)"
        "  AS agreement"
        " FROM household AS h WHERE h.building_id = ?2 AND h.entrance IS ?3",
        (project.id, project.building_id, project.entrance),
    ):
        found[row["id"]] = Told(row["opinion"], row["vote"], row["agreement"])
    return found


def _project(reader: Reader, plan: PlanRow) -> Project:
    if plan.project_id is None:
        raise RuleError(
            _("Plan {plan} belongs to no project.").format(plan=plan.label),
            hint=_("Save it for one: jinlin elevator split --project X1 --save NAME"),
        )
    return project_of_id(reader, plan.project_id)


def _next_version(reader: Reader, project: Project) -> int:
    """Return which version the next one in force will be: only what was adopted is counted."""
    return int(
        reader.value(
            "SELECT ifnull(max(version), 0) + 1 FROM plan"
            " WHERE project_id = ? AND adopted_at IS NOT NULL",
            (project.id,),
        )
    )


def _check(
    reader: Reader,
    project: Project,
    plan: PlanRow,
    before: PlanRow | None,
    *,
    version: int,
    note: str | None,
) -> None:
    if plan.in_force:
        raise RuleError(
            _("{plan} is in force already.").format(plan=plan.label),
            hint=_("See: jinlin elevator status {number}").format(number=project.label),
        )
    if plan.superseded_at is not None:
        raise RuleError(
            _("{plan} was in force before, and another version took its place.").format(
                plan=plan.label
            ),
            hint=_(
                "Save it again as a new version: jinlin elevator split --project {number}"
            ).format(number=project.label),
        )
    if version > 1 and not note:
        raise RuleError(
            _("From the second version on it must be said what changed."),
            hint=_("Say it: --note 报价降低，三层起递增改缓"),
        )
    unknown = [s.room for s in adopted_shares(reader, plan) if s.household_id is None]
    if unknown:
        raise RuleError(
            _("These doors of {plan} are not in the register: {doors}.").format(
                plan=plan.label, doors=_(", ").join(unknown[:10])
            ),
            hint=_("Record them, then save the plan again from the register."),
        )
    if before is not None:
        owed = dues(reader, project)
        check_unlocked(project, owed)
        _check_joined(reader, plan, owed)
    if (ballot := open_ballot(reader, project)) is not None:
        raise RuleError(
            _("A ballot on the version in force is open until {day}.").format(day=ballot.closes_on),
            hint=_("End it first: jinlin elevator ballot end --reason …"),
        )


def _check_joined(reader: Reader, plan: PlanRow, owed: Dues) -> None:
    """Refuse a version that would forget who joined late, and what it paid for the others.

    Raises:
        RuleError: they are named.
    """
    paying = {s.household_id for s in adopted_shares(reader, plan) if s.status == "pays"}
    joined = {s.joiner_id for s in owed.settlements} - {None} - paying
    if joined:
        raise RuleError(
            _("These doors joined late, and pay nothing in {plan}: {doors}.").format(
                plan=plan.label,
                doors=_(", ").join(d.label for d in owed.doors if d.household_id in joined),
            ),
            hint=_("Save the plan again with them among those who pay."),
        )


def _notes(
    reader: Reader, project: Project, plan: PlanRow, before: PlanRow | None
) -> Sequence[Message]:
    """Return where the plan does not agree with the register, the cost lines, or what is posted."""
    found = []
    if before is not None and notice_state(reader, before) is NoticeState.RUNNING:
        found.append(
            Message(
                N_("The notice on {plan} is still up and shows its amounts: take it down."),
                {"plan": before.label},
            )
        )
    lines = COSTS.rows(reader, project)
    if lines and (cost := gross_cost(lines)) != plan.total:
        found.append(
            Message(
                N_("The plan shares {total} yuan; the cost lines sum to {lines} yuan."),
                {"total": yuan(plan.total), "lines": yuan(cost)},
            )
        )
    differing = reader.rows(
        "SELECT ifnull(s.room, h.room) AS room FROM household AS h"
        " LEFT JOIN plan_share AS s ON s.household_id = h.id AND s.plan_id = ?1"
        " WHERE h.building_id = ?2 AND h.entrance IS ?3 AND h.removed_at IS NULL"
        " AND (s.id IS NULL OR s.floor <> h.floor OR s.area IS NOT h.area)"
        " UNION SELECT s.room FROM plan_share AS s JOIN household AS h ON h.id = s.household_id"
        " WHERE s.plan_id = ?1 AND h.removed_at IS NOT NULL",
        (plan.id, project.building_id, project.entrance),
    )
    if differing:
        found.append(
            Message(
                N_("The register has changed since the plan was made: {doors}."),
                {"doors": "、".join(row["room"] for row in differing[:10])},
            )
        )
    return found
