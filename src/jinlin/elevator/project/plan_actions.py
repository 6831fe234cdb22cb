"""What a user can do with plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinlin.complex.building.queries import building_id
from jinlin.core.decimals import p_over_q
from jinlin.core.errors import RuleError, StoreError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.reference import Reference
from jinlin.elevator.apportionment.household import SplitHousehold
from jinlin.elevator.apportionment.result import Split
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.apportionment.stored_request import request_from_text, request_to_text
from jinlin.elevator.project.plans import NOTICE_KIND, PlanRow, frozen_amounts, plan_label
from jinlin.elevator.project.projects import Project
from jinlin.notice.queries import notices_about
from jinlin.store.transaction.tx import Reader, Tx

SHARE_COLUMNS = (
    "plan_id", "position", "household_id", "building", "entrance", "room", "floor", "area",
    "coefficient", "weight", "exact", "amount", "cap", "capped", "status",
)  # fmt: skip


def save_plan(
    tx: Tx,
    name: str,
    result: Split,
    *,
    building: str | None = None,
    entrance: str | None = None,
    recorded: Sequence[tuple[int, SplitHousehold]] = (),
    project: Project | None = None,
) -> str:
    """Freeze an apportionment under a name and a permanent number.

    Args:
        tx: the transaction.
        name: what people will call it.
        result: what `split` answered.
        building: the building it is for, when its households are recorded.
        entrance: the entrance.
        recorded: the ids of the recorded households.
        project: the project it is a draft for.

    Returns:
        Its number, such as `E3`.
    """
    number = tx.next_number("plan")
    request = result.request
    plan_id = tx.insert(
        "plan",
        number=number,
        name=name,
        building_id=building_id(tx, building) if building else None,
        entrance=entrance,
        made_at=tx.clock.stamp,
        total=request.total,
        subsidy=result.subsidy,
        scheme=request.scheme.name,
        mode=request.scheme.by.value,
        round_unit=request.rounding.fen,
        cap=result.cap,
        request=request_to_text(request),
        project_id=project.id if project else None,
    )
    _write_shares(tx, plan_id, result, {home.label: row_id for row_id, home in recorded})
    label = plan_label(number)
    words: dict[str, Value] = {"number": label, "name": name}
    tx.describe(
        Message(N_("Saved plan {number} “{name}”"), words),
        reverse=Message(N_("remove plan {number} “{name}”"), words),
        subject=label,
    )
    return label


def _write_shares(tx: Tx, plan_id: int, result: Split, ids: Mapping[str, int]) -> None:
    """Freeze what every door pays; the ids of recorded households by label."""
    tx.insert_many(
        "plan_share",
        SHARE_COLUMNS,
        (
            (
                plan_id, position, ids.get(c.household.label), c.household.building,
                c.household.entrance, c.household.room, c.household.floor, c.household.area,
                p_over_q(c.coefficient), p_over_q(c.weight), p_over_q(c.exact), c.amount, c.cap,
                int(c.capped), c.household.status.value,
            )
            for position, c in enumerate(result.charges)
        ),
    )  # fmt: skip


def remove_plan(tx: Tx, plan: PlanRow) -> None:
    """Take out a plan that was never in force; its number is not given again.

    Raises:
        RuleError: it is, or was, in force, or a notice shows it.
    """
    if plan.adopted_at is not None:
        raise RuleError(
            _("{plan} is in force, or was: what was agreed on it stays on record.").format(
                plan=plan.label
            ),
            hint=_("Adopt another version in its place: jinlin elevator adopt E2 --note TEXT"),
        )
    for notice in notices_about(tx, Reference(NOTICE_KIND, plan.label)):
        if notice.withdrawn_on is None:
            raise RuleError(
                _("Notice {notice} shows {plan}, which stays on record.").format(
                    notice=notice.label, plan=plan.label
                ),
                hint=_(
                    "If it was posted by mistake: jinlin notice withdraw {notice} REASON"
                ).format(notice=notice.label),
            )
    tx.update("plan", plan.id, removed_at=tx.clock.stamp)
    words: dict[str, Value] = {"number": plan.label, "name": plan.name}
    tx.describe(
        Message(N_("Removed plan {number} “{name}”"), words),
        reverse=Message(N_("bring plan {number} “{name}” back"), words),
        subject=plan.label,
    )


def saved_split(reader: Reader, plan: PlanRow) -> Split:
    """Return a saved plan as it was saved.

    Raises:
        StoreError: its frozen amounts are not what its own request gives.
    """
    result = split(request_from_text(plan.request))
    if [charge.amount for charge in result.charges] != frozen_amounts(reader, plan.id):
        raise StoreError(
            _("The amounts of plan {number} are not those that were saved.").format(
                number=plan.label
            ),
            hint=_("Look with jinlin db check, and for a backup: jinlin db restore FILE"),
            lost=reader.path,
        )
    return result
