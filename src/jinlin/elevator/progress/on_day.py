"""What a report on a period tells of the projects: where each stood on its last day."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from jinlin.elevator.consent.sounding import Signed, Sounding, sounding_and_signed
from jinlin.elevator.money.queries import totals
from jinlin.elevator.project.plans import PlanRow
from jinlin.elevator.project.projects import LIFTS, Project, adopted_plan, projects
from jinlin.elevator.rules.books import AccountTotals, Books
from jinlin.store.transaction.tx import Reader
from jinlin.works.on_day import standing_on


class Owed(NamedTuple):
    """What a lift costs and what the doors bear of it, by the version in force or its settlement.

    Money in fen.

    Attributes:
        plan: the version, `E3`.
        total: the whole cost.
        due: what the doors that pay bear together.
        payers: how many they are.
        lowest: the smallest amount one of them pays; None when nobody pays.
        highest: the largest.
    """

    plan: str
    total: int
    due: int
    payers: int
    lowest: int | None
    highest: int | None


class ProjectOnDay(NamedTuple):
    """A project as it stood on a day.

    Attributes:
        project: with its stage of that day; given up only if it was by then.
        owed: None while no version was in force.
        books: what had moved for the works.
    """

    project: Project
    sounding: Sounding
    signed: Signed
    owed: Owed | None
    books: AccountTotals


def projects_told(reader: Reader, first: date, last: date) -> list[ProjectOnDay]:
    """Return the projects a report on a period tells of, each as it stood on the last day.

    One begun later is not there yet; one that was given up, or whose lift ran, before the first
    day was told then.
    """
    found = standing_on(reader, LIFTS, projects(reader), first, last)
    return [_on_day(reader, one._replace(**was), last) for one, was in found]


def _on_day(reader: Reader, project: Project, day: date) -> ProjectOnDay:
    plan = adopted_plan(reader, project, day)
    sounding, signed = sounding_and_signed(reader, project, day)
    return ProjectOnDay(
        project=project,
        sounding=sounding,
        signed=signed,
        owed=_owed(reader, plan, day) if plan else None,
        books=totals(reader, project, Books.WORKS, day),
    )


_OWED: Final = """
    WITH settled AS (
        SELECT id, total, version FROM elevator_settlement
        WHERE plan_id = ?1 AND settled_on <= ?2),
    share AS (
        SELECT amount FROM elevator_settlement_share
        WHERE settlement_id = (SELECT id FROM settled ORDER BY version DESC LIMIT 1)
        UNION ALL
        SELECT amount FROM plan_share WHERE plan_id = ?1 AND NOT EXISTS (SELECT 1 FROM settled))
    SELECT ifnull((SELECT total FROM settled WHERE total IS NOT NULL ORDER BY version DESC LIMIT 1),
        ?3) AS total, ifnull(sum(amount), 0) AS due, count(*) AS payers, min(amount) AS lowest,
        max(amount) AS highest
    FROM share WHERE amount > 0"""


def _owed(reader: Reader, plan: PlanRow, day: date) -> Owed:
    [row] = reader.rows(_OWED, (plan.id, day.isoformat(), plan.total))
    return Owed(plan.label, *row)
