"""The consultation and the payment agreements counted: what they are, never a vote."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.elevator.project.projects import Project, adopted_plan
from jinlin.elevator.rules.answers import Opinion, stands
from jinlin.store.transaction.tx import Reader


class Sounding(NamedTuple):
    """The consultation as it stands, never a vote. Doors, and their area in 0.01 m².

    Attributes:
        doors: how many doors are parties to the scheme.
        answers: how many gave which answer last; those never asked are in none of them.
        areas: the area behind each answer.
        reopened: how many agreed to less than they are to pay now; they are among `no_answer`.
    """

    doors: int
    area: int
    answers: Counter[Opinion]
    areas: Counter[Opinion]
    reopened: int

    @property
    def agree(self) -> int:
        """How many agree without a condition."""
        return self.answers[Opinion.AGREE]

    @property
    def unanimous(self) -> bool:
        """Whether every door agrees."""
        return self.doors > 0 and self.agree == self.doors


class Signed(NamedTuple):
    """The payment agreements: how many of the doors that pay have signed what they owe now.

    Attributes:
        outdated: how many signed less than they are to pay now.
    """

    signed: int
    payers: int
    outdated: int


_PARTIES: Final = """
    SELECT h.area, s.amount AS now, s.status, o.answer, o.amount AS told, a.amount AS signed
    FROM household AS h LEFT JOIN plan_share AS s ON s.plan_id = ?2 AND s.household_id = h.id
    LEFT JOIN elevator_opinion AS o ON o.id = (
        SELECT id FROM elevator_opinion WHERE project_id = ?1 AND household_id = h.id
        AND answered_on <= ?5 ORDER BY round DESC, id DESC LIMIT 1)
    LEFT JOIN elevator_agreement AS a ON a.id = (
        SELECT max(id) FROM elevator_agreement WHERE project_id = ?1 AND household_id = h.id
        AND signed_on <= ?5) AND ifnull(a.withdrawn_on > ?5, 1)
    WHERE h.building_id = ?3 AND h.entrance IS ?4 AND h.removed_at IS NULL
          AND ifnull(s.status, 'pays') <> 'excluded'"""


def sounding_and_signed(
    reader: Reader, project: Project, on: date | None = None
) -> tuple[Sounding, Signed]:
    """Return how the consultation and the payment agreements stand, or stood on a day."""
    plan = adopted_plan(reader, project, on)
    place = (project.building_id, project.entrance)
    day = (on or date.max).isoformat()
    rows = reader.rows(_PARTIES, (project.id, plan.id if plan else None, *place, day))
    return _sounding(rows), _signed(rows)


def _sounding(rows: Sequence[sqlite3.Row]) -> Sounding:
    answers: Counter[Opinion] = Counter()
    areas: Counter[Opinion] = Counter()
    reopened = 0
    for row in rows:
        if row["answer"] is None:
            continue
        answer = Opinion(row["answer"])
        if answer is Opinion.AGREE and not stands(row["told"], row["now"]):
            answer, reopened = Opinion.NO_ANSWER, reopened + 1
        answers[answer] += 1
        areas[answer] += row["area"] or 0
    return Sounding(len(rows), sum(row["area"] or 0 for row in rows), answers, areas, reopened)


def _signed(rows: Sequence[sqlite3.Row]) -> Signed:
    paying = [row for row in rows if row["now"]]
    signing = [row for row in paying if row["signed"] is not None]
    holding = sum(row["signed"] >= row["now"] for row in signing)
    return Signed(holding, len(paying), len(signing) - holding)
