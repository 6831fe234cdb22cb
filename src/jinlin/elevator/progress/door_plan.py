"""Which plan tells what a door pays: its own project's, else the latest in which it stands."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence

from jinlin.complex.household.door import doors_meant
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.money import yuan
from jinlin.core.text import compact
from jinlin.elevator.apportionment.odd_units import odd_of
from jinlin.elevator.money.dues import dues, given_up_words
from jinlin.elevator.project.plans import PlanRow, find_plan, plan_label
from jinlin.elevator.project.projects import project_of_id
from jinlin.elevator.project.version_listing import plan_state, plan_states
from jinlin.elevator.settlement.actions import joined_late
from jinlin.elevator.settlement.pages import settled_claims
from jinlin.store.transaction.tx import Reader

_STANDING = """
    SELECT p.number AS plan, x.number AS project, s.household_id,
           ifnull(s.building || '-', '') || ifnull(s.entrance || '-', '') || s.room AS label,
           x.ended_on IS NOT NULL AS ended
    FROM plan_share AS s JOIN plan AS p ON p.id = s.plan_id
    LEFT JOIN elevator_project AS x ON x.id = p.project_id
    WHERE p.removed_at IS NULL AND (s.household_id IN (SELECT value FROM json_each(?1))
        OR s.household_id IS NULL AND ?2 IN (lower(s.room), lower(
            ifnull(s.building || '-', '') || ifnull(s.entrance || '-', '') || s.room)))"""


def plan_of_door(reader: Reader, word: str) -> tuple[PlanRow, str]:
    """Return the plan by which a door pays, and how that plan calls the door.

    It is the one in force, of the project that goes on where it stands in several; where none is
    in force, the latest that is saved.

    Args:
        reader: the database.
        word: the door as it was typed.

    Raises:
        NotFoundError: no plan knows it, or it may be doors of several projects.
    """
    homes = [door.id for door in doors_meant(reader, word)]
    said = (json.dumps(homes), compact(word))
    in_force = reader.rows(
        f"{_STANDING} AND p.adopted_at IS NOT NULL AND p.superseded_at IS NULL ORDER BY x.number",
        said,
    )
    found = [row for row in in_force if not row["ended"]] or in_force
    if not found:
        saved = reader.rows(f"{_STANDING} ORDER BY p.number DESC", said)
        found = [row for row in saved if row["plan"] == saved[0]["plan"]]
    if not found:
        return find_plan(reader, None), word  # where the doors are named that there are
    if len(found) > 1:
        raise _several(word, found)
    return find_plan(reader, plan_label(found[0]["plan"])), str(found[0]["label"])


def _several(word: str, found: Sequence[sqlite3.Row]) -> NotFoundError:
    named = [
        _("{what} ({option})").format(
            what=row["label"],
            option=plan_label(row["plan"]),
        )
        for row in found
    ]
    return NotFoundError(
        _("“{text}” may be several homes: {homes}.").format(text=word, homes=_(", ").join(named)),
        hint=_("Say which one, like {home}; or which plan: --plan {plan}").format(
            home=found[0]["label"], plan=plan_label(found[0]["plan"])
        ),
    )


def door_notes(reader: Reader, plan: PlanRow, door: str) -> Iterator[str]:
    """Yield by which plan a door pays, and what it owes since a settlement of it.

    Args:
        reader: the database.
        plan: the plan.
        door: the door as the plan calls it.
    """
    state = plan_state(plan)
    yield (
        _("By plan {plan} “{name}”.").format(plan=plan.label, name=plan.name)
        if state is None
        else _("By plan {plan} “{name}” ({state}).").format(
            plan=plan.label, name=plan.name, state=plan_states()[state]
        )
    )
    if not plan.in_force or plan.project_id is None:
        return
    project = project_of_id(reader, plan.project_id)
    owed = dues(reader, project)
    if owed.given_up:
        yield given_up_words(project)
        return
    for one in owed.doors if owed.settlements else ():
        if one.label == door:
            yield _("Since settlement {version} of {day} it owes {amount} yuan.").format(
                version=owed.settlements[-1].version,
                day=owed.settlements[-1].settled_on,
                amount=yuan(one.amount),
            )
            if joined := joined_late(reader, owed, one):
                yield joined
            if odd := odd_of(settled_claims(reader, owed), door):
                yield odd.text()
