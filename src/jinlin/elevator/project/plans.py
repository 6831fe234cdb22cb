"""Questions about stairwells and saved plans."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.complex.building.queries import building_id, check_entrance
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.elevator.apportionment.household import SplitHousehold
from jinlin.store.transaction.tx import Reader


class PlanRow(NamedTuple):
    """One saved plan. Money in fen; moments as the database keeps them.

    Attributes:
        project_id: the project it is a version of; None for a plan that stands alone.
        version: which of the adopted versions of the project's scheme it is; None for a draft.
        adopted_at: since when it is, or was, the effective one; None if it was never adopted.
        superseded_at: since when another version is effective in its place.
        ended_on: when its project was given up; None while that goes on.
    """

    id: int
    number: int
    name: str
    building: str | None
    entrance: str | None
    made_at: str
    total: int
    subsidy: int
    scheme: str
    payers: int
    request: str
    project_id: int | None
    project: int | None
    version: int | None
    change_note: str | None
    adopted_at: str | None
    superseded_at: str | None
    ended_on: str | None

    @property
    def in_force(self) -> bool:
        """Whether it is the effective version of its project."""
        return self.adopted_at is not None and self.superseded_at is None

    @property
    def stands(self) -> bool:
        """Whether papers may tell of it: no draft, not replaced, and its project not given up."""
        return self.project_id is None or (self.in_force and self.ended_on is None)

    @property
    def label(self) -> str:
        """The number people use: `E3`."""
        return plan_label(self.number)


def plan_label(number: int) -> str:
    """Return the number of a plan as people write it: `E3`."""
    return f"E{number}"


def stairwell_households(
    reader: Reader, building: str, *, entrance: str | None
) -> list[tuple[int, SplitHousehold]]:
    """Return the households of a building, or of one entrance of it, each with its id.

    Raises:
        NotFoundError: there is no such building or entrance, or nobody is recorded there.
    """
    which = building_id(reader, building)
    rows = reader.rows(
        "SELECT id, entrance, room, floor, area FROM household"
        " WHERE building_id = ? AND removed_at IS NULL",
        (which,),
    )
    chosen = [row for row in rows if entrance is None or row["entrance"] == entrance]
    if not chosen:
        if any(row["entrance"] for row in rows):
            check_entrance(reader, building, entrance)
        raise NotFoundError(
            _("No household of building {building} is recorded.").format(building=building),
            hint=_("Record them first: jinlin household import FILE"),
        )
    return [
        (
            row["id"],
            SplitHousehold(
                building=building,
                entrance=row["entrance"],
                room=row["room"],
                floor=row["floor"],
                area=row["area"],
            ),
        )
        for row in chosen
    ]


PLANS = """
    SELECT p.id, p.number, p.name, b.code AS building, p.entrance, p.made_at, p.total, p.subsidy,
           p.scheme, (SELECT count(*) FROM plan_share AS s WHERE s.plan_id = p.id AND s.amount > 0)
           AS payers, {request} AS request, p.project_id, x.number AS project,
           CASE WHEN p.adopted_at IS NOT NULL THEN p.version END AS version, p.change_note,
           p.adopted_at, p.superseded_at, x.ended_on
    FROM plan AS p LEFT JOIN building AS b ON b.id = p.building_id
    LEFT JOIN elevator_project AS x ON x.id = p.project_id WHERE p.removed_at IS NULL"""
"""Saved plans `p`; `{request}` is the column of their request, or nothing in its place."""


def plans(reader: Reader, *, limit: int) -> list[PlanRow]:
    """Return the saved plans, the latest first, without their requests; limit 0 means all."""
    sql = PLANS.format(request="''") + " ORDER BY p.number DESC LIMIT ?"
    return [PlanRow(*row) for row in reader.rows(sql, (limit or -1,))]


def count_plans(reader: Reader) -> int:
    """Return how many plans are saved."""
    return int(reader.value("SELECT count(*) FROM plan WHERE removed_at IS NULL"))


def plan_to_post(reader: Reader, word: str | None) -> PlanRow:
    """Return the plan a notice may show: the one that is named, else the latest that stands.

    Raises:
        NotFoundError: there is none.
        RuleError: it is a draft of a project, another version took its place, or the project was
            given up.
    """
    if word is None:
        standing = [plan for plan in plans(reader, limit=0) if plan.stands]
        if not standing:
            raise NotFoundError(
                _("No version of the scheme is in force; there is nothing to post."),
                hint=_("Adopt one first: jinlin elevator adopt E1"),
            )
        word = standing[0].label
    plan = find_plan(reader, word)
    if plan.in_force and not plan.stands:
        raise RuleError(
            _("{plan} is of a project that was given up on {day}.").format(
                plan=plan.label, day=plan.ended_on
            ),
            hint=_("See: jinlin elevator projects"),
        )
    if not plan.stands:
        raise RuleError(
            _("{plan} is not in force: only the version in force is posted.").format(
                plan=plan.label
            ),
            hint=_("Adopt it first: jinlin elevator adopt {plan}").format(plan=plan.label),
        )
    return plan


def find_plan(reader: Reader, word: str | None) -> PlanRow:
    """Return the plan a number means: `E3`, `3`; the latest when none is given.

    Raises:
        NotFoundError: there is none.
    """
    number = compact(word or "").removeprefix("e")
    sql = PLANS.format(request="p.request")
    if word is None:
        row = reader.row(f"{sql} ORDER BY p.number DESC LIMIT 1")
    elif number.isdecimal() and len(number) < 10:  # noqa: PLR2004  (SQLite's integers)
        row = reader.row(f"{sql} AND p.number = ?", (int(number),))
    else:
        row = None
    if row is None:
        raise NotFoundError(
            _("There is no plan “{word}”.").format(word=word)
            if word
            else _("No plan is saved yet."),
            hint=_("See: jinlin elevator list")
            if word
            else _("Save one: jinlin elevator split … --save NAME"),
        )
    return PlanRow(*row)


def frozen_amounts(reader: Reader, plan_id: int) -> list[int]:
    """Return the amounts of a saved plan in fen, in the order of its households."""
    rows = reader.rows(
        "SELECT amount FROM plan_share WHERE plan_id = ? ORDER BY position", (plan_id,)
    )
    return [int(row["amount"]) for row in rows]


NOTICE_KIND: Final = "plan"
"""What the notice room calls a version of a scheme; its number is `E3`."""
