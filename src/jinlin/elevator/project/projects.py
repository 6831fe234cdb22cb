"""Questions about elevator projects, and about what each door owes by the plan in force."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from jinlin.complex.rules import address
from jinlin.complex.rules.address import label
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import Message, Value, _
from jinlin.core.text import compact
from jinlin.elevator.apportionment.household import Participation
from jinlin.elevator.project.plans import PLANS, PlanRow
from jinlin.elevator.rules.gates import COURSE
from jinlin.elevator.rules.stages import Stage, WorksKind
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.undertaking import Works

LIFTS: Final = Works("elevator", "elevator_project", COURSE, "status")
"""Projects as works with stages."""
MAX_DIGITS: Final = 9
_EVER: Final = "9999"
"""After every moment that is kept."""


class Project(NamedTuple):
    """One undertaking: a lift for one entrance (or a building that has none). Days as ISO text.

    Attributes:
        responsible: who acts for the owners, and to whom money is paid; never the branch.
        witness: who witnesses the papers, such as the residents' committee.
        works_days: how long the works take by the contract.
        running_rule: how the running costs are shared, in words.
        contact: where a household turns with questions.
        round: the round of the consultation that is on.
        ended_on: when it was given up; None while it goes on.
    """

    id: int
    number: int
    building_id: int
    building: str
    entrance: str | None
    kind: WorksKind
    stage: Stage
    stage_since: str
    started_on: str
    responsible: str | None
    witness: str | None
    contractor: str | None
    works_days: int | None
    running_rule: str | None
    contact: str | None
    round: int
    note: str | None
    ended_on: str | None
    ended_reason: str | None

    @property
    def label(self) -> str:
        """The number people use: `X1`."""
        return project_label(self.number)

    @property
    def place(self) -> str:
        """Building and entrance as we write them: `3-1`."""
        return label(self.building, self.entrance, "")

    def days_running(self, today: date) -> int:
        """Return for how many days it has been going on, or went on until it was given up."""
        last = date.fromisoformat(self.ended_on) if self.ended_on else today
        return (last - date.fromisoformat(self.started_on)).days


class PlanShare(NamedTuple):
    """What one door owes by a plan, frozen when it was made. Money in fen, area in 0.01 m².

    Attributes:
        id: the row of `plan_share`.
        household_id: the recorded household; None when the plan knows the door by name alone.
        coefficient: `p/q`.
        weight: `p/q`: what the door weighs among the others.
        exact: its exact share in fen, `p/q`.
        cap: the most it may be asked for; None when nothing holds it.
        owners: the owners' names as the register had them at adoption, between `、`.
        registered_area: its area as the register had it at adoption.
        area_basis: what that area rests on.
    """

    id: int
    household_id: int | None
    building: str | None
    entrance: str | None
    room: str
    floor: int
    area: int | None
    coefficient: str
    weight: str
    exact: str
    amount: int
    cap: int | None
    status: Participation
    owners: str | None
    registered_area: int | None
    area_basis: str | None

    @property
    def label(self) -> str:
        """The door: `3-1-502`."""
        return label(self.building or "", self.entrance, self.room)


def project_label(number: int) -> str:
    """Return the number of a project as people write it: `X1`."""
    return f"X{number}"


def place_words(project: Project) -> str:
    """Return the entrance as papers write it: `building 3, entrance 1`."""
    return address.place_words(project.building, project.entrance)


_PROJECTS: Final = """
    SELECT p.id, p.number, p.building_id, b.code AS building, p.entrance, p.kind, p.stage,
           p.stage_since, p.started_on, p.responsible, p.witness, p.contractor, p.works_days,
           p.running_rule, p.contact, p.round, p.note, p.ended_on, p.ended_reason
    FROM elevator_project AS p JOIN building AS b ON b.id = p.building_id
    WHERE p.removed_at IS NULL"""


def projects(reader: Reader, *, open_only: bool = False, limit: int = 0) -> list[Project]:
    """Return the projects, those that go on and the latest first; limit 0 means all."""
    going_on = " AND p.ended_on IS NULL" if open_only else ""
    rows = reader.rows(
        f"{_PROJECTS}{going_on} ORDER BY p.ended_on IS NOT NULL, p.number DESC LIMIT ?",
        (limit or -1,),
    )
    return [_project(dict(row)) for row in rows]


def project(reader: Reader, number: str | None) -> Project:
    """Return the project a number or its place means; the one that goes on when none is given.

    `X1` and `1` are numbers; at one place, `3-1` or `3号楼1单元`, only one can go on.

    Raises:
        NotFoundError: there is no such project, or none or several go on and none was named.
    """
    if number is None:
        return _the_open_one(reader)
    said = compact(number).removeprefix("x")
    row = None
    if said.isdecimal() and len(said) <= MAX_DIGITS:
        row = reader.row(f"{_PROJECTS} AND p.number = ?", (int(said),))
    for one in projects(reader, open_only=True) if row is None else ():
        if said in {compact(one.place), compact(place_words(one))}:
            return one
    if row is None:
        known = _(", ").join(
            _("{what} ({option})").format(what=p.label, option=p.place)
            for p in projects(reader, limit=10)
        )
        raise NotFoundError(
            _("There is no elevator project “{word}”.").format(word=number),
            hint=_("Known: {known}.").format(known=known)
            if known
            else _("Open one, 加装 or 更换: jinlin elevator add 3-1 --kind 加装"),
        )
    return _project(dict(row))


def project_of_id(reader: Reader, project_id: int) -> Project:
    """Return the project with this id."""
    [row] = reader.rows(f"{_PROJECTS} AND p.id = ?", (project_id,))
    return _project(dict(row))


def _the_open_one(reader: Reader) -> Project:
    found = projects(reader, open_only=True, limit=10)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(
            _("No elevator project is going on."),
            hint=_("Open one, 加装 or 更换: jinlin elevator add 3-1 --kind 加装"),
        )
    raise NotFoundError(
        _("Several elevator projects are going on: {projects}.").format(
            projects=_(", ").join(
                _("{what} ({option})").format(what=p.label, option=p.place) for p in found
            )
        ),
        hint=_("Say which one, like --project {number}.").format(number=found[0].label),
    )


def _project(row: dict[str, object]) -> Project:
    kind, stage = WorksKind(str(row["kind"])), Stage(str(row["stage"]))
    return Project(**{**row, "kind": kind, "stage": stage})  # type: ignore[arg-type]


def adopted_plan(reader: Reader, project: Project, on: date | None = None) -> PlanRow | None:
    """Return the plan in force, now or at the end of a day: adopted and not superseded.

    None if there is none.
    """
    row = reader.row(
        f"{PLANS.format(request='p.request')} AND p.project_id = ?1 AND p.adopted_at < ?2"
        " AND ifnull(p.superseded_at >= ?2, 1)",
        (project.id, reader.clock.moment(on + timedelta(days=1)) if on else _EVER),
    )
    return None if row is None else PlanRow(*row)


def adopted_shares(reader: Reader, plan: PlanRow) -> list[PlanShare]:
    """Return what every door owes by a plan, excluded doors too, from the lowest floor up.

    The rows were frozen when the plan was made: later changes of the register do not move them.
    """
    rows = reader.rows(
        "SELECT id, household_id, building, entrance, room, floor, area, coefficient, weight,"
        " exact, amount, cap, status, owners, registered_area, area_basis"
        " FROM plan_share WHERE plan_id = ? ORDER BY position",
        (plan.id,),
    )
    return [PlanShare(**{**dict(row), "status": Participation(row["status"])}) for row in rows]


def next_in_project(tx: Tx, table: str, project: Project) -> int:
    """Return the next number of a table within a project; it is never given again."""
    return tx.next_number(f"{table}-{project.number}")


def describe(tx: Tx, project: Project, did: str, reverse: str, **more: Value) -> None:
    """Put the sentence of a record of a project into the history, under the project's number."""
    words: dict[str, Value] = {"project": project.label, **more}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=project.label)
