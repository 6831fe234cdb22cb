"""What a user can do with the costs of a running lift: enter a month, and correct it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from jinlin.core import clock
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.elevator.apportionment.result import Split
from jinlin.elevator.apportionment.stored_request import request_from_text
from jinlin.elevator.money.dues import Dues
from jinlin.elevator.money.participants import places_of, taking_part
from jinlin.elevator.project.projects import LIFTS, Project
from jinlin.elevator.rules.running_split import Running, running_shares
from jinlin.store.transaction.tx import Reader, Tx


class RunningMonth(NamedTuple):
    """What the lift cost in a month; money in fen, days ISO text.

    Attributes:
        shared: what the doors owe for it together.
    """

    id: int
    month: str
    power: int
    inspection: int
    maintenance: int
    repair: int
    other: int
    due_on: str
    reason: str | None
    shared: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.power + self.inspection + self.maintenance + self.repair + self.other


class MonthShare(NamedTuple):
    """What one door owes for a month, in fen."""

    building: str
    entrance: str | None
    room: str
    floor: int
    amount: int


def months(reader: Reader, project: Project) -> list[RunningMonth]:
    """Return the months that were entered, the earliest first."""
    return [
        RunningMonth(*row)
        for row in reader.rows(
            "SELECT m.id, m.month, m.power, m.inspection, m.maintenance, m.repair, m.other,"
            " m.due_on, m.reason, (SELECT sum(amount) FROM elevator_month_share AS s"
            " WHERE s.month_id = m.id) FROM elevator_month AS m"
            " WHERE m.project_id = ? AND m.removed_at IS NULL ORDER BY m.month",
            (project.id,),
        )
    ]


def month_shares(reader: Reader, month: RunningMonth) -> list[MonthShare]:
    """Return what each door owes for a month, from the lowest floor up."""
    return [
        MonthShare(*row)
        for row in reader.rows(
            "SELECT b.code, h.entrance, h.room, h.floor, s.amount FROM elevator_month_share AS s"
            " JOIN household AS h ON h.id = s.household_id JOIN building AS b"
            " ON b.id = h.building_id WHERE s.month_id = ? ORDER BY h.floor, s.id",
            (month.id,),
        )
    ]


def share_month(reader: Reader, owed: Dues, costs: Mapping[Running, int]) -> Split:
    """Share what a month cost on the ladder of the adopted plan.

    Raises:
        UsageError: it cost nothing.
        RuleError: nobody pays.
    """
    total = sum(costs.values())
    if not total:
        raise UsageError(
            _("A month of 0.00 yuan says nothing."),
            hint=_("Say what it cost, like --power 320 --inspection 50."),
        )
    return running_shares(request_from_text(owed.plan.request), taking_part(reader, owed), total)


def enter_month(
    tx: Tx,
    project: Project,
    owed: Dues,
    month: str,
    costs: Mapping[Running, int],
    *,
    due_on: str,
    reason: str | None,
) -> Split:
    """Enter what the running lift cost in a month, shared on the ladder.

    Args:
        tx: the transaction.
        project: whose lift.
        owed: who takes part.
        month: such as `2026-10`.
        costs: fen by kind.
        due_on: by when the doors pay it, ISO text.
        reason: why it takes the place of what was entered before; None the first time.

    Raises:
        RuleError: the month was entered and no reason is given, nobody pays, or it ended before
            the project began.
        UsageError: it cost nothing.
    """
    year, number = (int(part) for part in month.split("-"))
    LIFTS.check_begun(project, clock.Month(year, number).last.isoformat())
    before = next((m for m in months(tx, project) if m.month == month), None)
    if before is not None and reason is None:
        raise _entered_already(before)
    shared = share_month(tx, owed, costs)
    if before is not None:
        tx.update("elevator_month", before.id, removed_at=tx.clock.stamp)
    row = tx.insert(
        "elevator_month",
        project_id=project.id,
        month=month,
        due_on=due_on,
        reason=reason,
        **{kind.value: costs.get(kind, 0) for kind in Running},
    )
    _write_shares(tx, row, shared, places_of(tx, owed))
    words: dict[str, Value] = {
        "project": project.label,
        "month": month,
        "amount": yuan(sum(costs.values())),
    }
    tx.describe(
        Message(
            N_("Running costs of {month}: {amount} yuan for elevator project {project}"), words
        ),
        reverse=Message(
            N_("take the running costs of {month} of elevator project {project} back"), words
        ),
        subject=project.label,
    )
    return shared


def _entered_already(before: RunningMonth) -> RuleError:
    return RuleError(
        _("{month} was entered already, with {total} yuan.").format(
            month=before.month, total=yuan(before.total)
        ),
        hint=_("To put it right, say why: --reason TEXT"),
    )


def _write_shares(tx: Tx, month_id: int, shared: Split, places: Mapping[str, int]) -> None:
    tx.insert_many(
        "elevator_month_share",
        ("month_id", "household_id", "amount"),
        [
            (month_id, places[charge.household.label], charge.amount)
            for charge in shared.charges
            if charge.amount
        ],
    )
