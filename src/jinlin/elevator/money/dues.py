"""What doors owe for the works: by the adopted plan, or by the latest settlement of it."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.complex.rules.address import label
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.elevator.apportionment.household import Participation
from jinlin.elevator.project.plans import PlanRow
from jinlin.elevator.project.projects import Project, adopted_plan, adopted_shares
from jinlin.elevator.rules.books import Books
from jinlin.store.transaction.tx import Reader


class DueDoor(NamedTuple):
    """What one door owes for the works.

    Attributes:
        amount: fen.
        before: what it owed before the latest settlement; None when there is none.
    """

    household_id: int
    building: str | None
    entrance: str | None
    room: str
    floor: int
    status: Participation
    amount: int
    before: int | None = None

    @property
    def label(self) -> str:
        """The door: `3-1-502`."""
        return label(self.building or "", self.entrance, self.room)


class Settlement(NamedTuple):
    """A version of what the doors owe after adoption; money in fen, days ISO text.

    Attributes:
        kind: `final` or `join`.
        total: the final cost; None while the adopted one counts.
        relief: what came from elsewhere.
        cap: a cap agreed anew, as it was typed.
        joiner_id: who joined.
        times: by what the share was multiplied, `p/q`.
        approved_by: who approved it; None where nobody was asked when it was written.
        reopened_by: who approved that it was opened again.
    """

    id: int
    version: int
    kind: str
    plan_id: int
    total: int | None
    relief: int | None
    cap: str | None
    joiner_id: int | None
    times: str | None
    reason: str
    settled_on: str
    approved_by: str | None
    reopened_on: str | None
    reopened_reason: str | None
    reopened_by: str | None


class Dues(NamedTuple):
    """What the doors of a project owe for the works.

    Attributes:
        plan: the adopted plan.
        doors: every door of it, and who joined later, from the lowest floor up.
        settlements: what changed it since, the earliest first.
        ended_on: when the project was given up; None while it goes on.
    """

    plan: PlanRow
    unit: int
    doors: tuple[DueDoor, ...]
    settlements: tuple[Settlement, ...] = ()
    ended_on: str | None = None

    @property
    def given_up(self) -> bool:
        """Whether the project was given up before the works were settled: nobody owes anything."""
        return self.ended_on is not None and self.final is None

    @property
    def final(self) -> Settlement | None:
        """The latest final settlement; None while the works go on."""
        return next((s for s in reversed(self.settlements) if s.kind == "final"), None)

    @property
    def locked(self) -> bool:
        """Whether the works are settled, and were not reopened."""
        return self.final is not None and self.final.reopened_on is None

    def whole_on(self, household_id: int) -> str | None:
        """Return since when a door owes everything at once; None while instalments count."""
        joined = [s.settled_on for s in self.settlements if s.joiner_id == household_id]
        settled = [] if self.final is None else [self.final.settled_on]
        return max([*joined, *settled], default=None)

    def door(self, household_id: int, called: str) -> DueDoor:
        """Return one door.

        Raises:
            RuleError: it is not among them.
        """
        found = next((door for door in self.doors if door.household_id == household_id), None)
        if found is None:
            raise self.no_party(called)
        return found

    def no_party(self, called: str) -> RuleError:
        """Return the refusal of a door that is not among them."""
        return RuleError(
            _("{room} is no party to the adopted plan {plan}.").format(
                room=called, plan=self.plan.label
            ),
            hint=_("If it joins now: jinlin elevator join {room} --reason TEXT").format(
                room=called
            ),
        )


def settlements(reader: Reader, project: Project, plan: PlanRow) -> tuple[Settlement, ...]:
    """Return what changed the dues of an adopted plan, the earliest first."""
    return tuple(
        Settlement(*row)
        for row in reader.rows(
            "SELECT id, version, kind, plan_id, total, relief, cap, joiner_id, times, reason,"
            " settled_on, approved_by, reopened_on, reopened_reason, reopened_by"
            " FROM elevator_settlement WHERE project_id = ? AND plan_id = ? ORDER BY version",
            (project.id, plan.id),
        )
    )


def dues(reader: Reader, project: Project) -> Dues:
    """Return what every door owes: by the adopted plan, or by the latest settlement of it.

    Of a project that was given up before it was settled they owe nothing, and all they paid is
    theirs.

    Raises:
        RuleError: no plan is adopted, or it knows a door that is not in the register.
    """
    plan = adopted_plan(reader, project)
    if plan is None:
        raise RuleError(
            _("Project {project} has no adopted plan: nobody owes anything yet.").format(
                project=project.label
            ),
            hint=_("Adopt one first: jinlin elevator adopt"),
        )
    unit = int(reader.value("SELECT round_unit FROM plan WHERE id = ?", (plan.id,)))
    changed = settlements(reader, project, plan)
    doors = _settled(reader, changed[-1]) if changed else _adopted(reader, plan)
    owed = Dues(plan, unit, doors, changed, project.ended_on)
    if owed.given_up:
        return owed._replace(doors=tuple(door._replace(amount=0) for door in doors))
    return owed


def given_up_words(project: Project) -> str:
    """Return that a project was given up and nobody owes anything for it."""
    return _("{number} was given up on {day}: no door owes anything for it any more.").format(
        number=project.label, day=project.ended_on
    )


def check_taking(reader: Reader, project: Project, book: Books) -> None:
    """Refuse to ask for money, or to take it, for works that were given up.

    Raises:
        RuleError: they were; or no plan is adopted.
    """
    if project.ended_on is None or book is not Books.WORKS or not dues(reader, project).given_up:
        return
    raise RuleError(
        given_up_words(project),
        hint=_("What it holds is paid back: jinlin elevator refund DOOR --project {number}").format(
            number=project.label
        ),
    )


def _adopted(reader: Reader, plan: PlanRow) -> tuple[DueDoor, ...]:
    found = []
    for share in adopted_shares(reader, plan):
        if share.household_id is None:
            raise RuleError(
                _("The adopted plan knows {room} by name only; it is not in the register.").format(
                    room=share.label
                ),
                hint=_("Record the households, then make and adopt a plan of the building."),
            )
        found.append(
            DueDoor(
                share.household_id,
                share.building,
                share.entrance,
                share.room,
                share.floor,
                share.status,
                share.amount,
            )
        )
    return tuple(found)


def _settled(reader: Reader, settlement: Settlement) -> tuple[DueDoor, ...]:
    rows = reader.rows(
        "SELECT household_id, building, entrance, room, floor, status, amount, before"
        " FROM elevator_settlement_share WHERE settlement_id = ? ORDER BY position",
        (settlement.id,),
    )
    return tuple(DueDoor(*row)._replace(status=Participation(row["status"])) for row in rows)


def projects_of_door(reader: Reader, household_id: int) -> list[int]:
    """Return the numbers of the projects in whose adopted plan, or settlement, a door stands."""
    return [
        int(row[0])
        for row in reader.rows(
            "SELECT x.number FROM elevator_project AS x WHERE x.removed_at IS NULL AND"
            " (EXISTS (SELECT 1 FROM plan_share AS s JOIN plan AS p ON p.id = s.plan_id"
            " WHERE s.household_id = ?1 AND p.project_id = x.id AND p.adopted_at IS NOT NULL"
            " AND p.superseded_at IS NULL AND p.removed_at IS NULL)"
            " OR EXISTS (SELECT 1 FROM elevator_settlement AS t"
            " WHERE t.joiner_id = ?1 AND t.project_id = x.id)) ORDER BY x.ended_on, x.number",
            (household_id,),
        )
    ]
