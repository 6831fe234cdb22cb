"""Affected owners: whose light, air, passage or private part the works touch (民法典 288, 293)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.complex.household.door import Door
from jinlin.complex.rules.address import home_words, label
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.elevator.consent.doors import paper_door
from jinlin.elevator.project.costs import COSTS
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.answers import Effect
from jinlin.store.check.proofs import Proof, file_columns
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.undertaking import check_past


class Affected(NamedTuple):
    """An owner whom the works touch in one way. Days as ISO text.

    Attributes:
        objection: what the owner objected in writing.
        handling: what is done about it.
        settled_on: when it was settled in writing; None while it is open.
        settlement: on what.
    """

    id: int
    building: str
    entrance: str | None
    room: str
    floor: int
    effect: Effect
    text: str | None
    found_on: str
    objection: str | None
    objected_on: str | None
    handling: str | None
    settled_on: str | None
    settlement: str | None
    file: str | None
    sha256: str | None

    @property
    def home(self) -> str:
        """The door: `3-1-101`."""
        return label(self.building, self.entrance, self.room)


class AffectedHome(NamedTuple):
    """A home whose owners the works touch.

    Attributes:
        touched: in what, at least one way.
        owners: its registered owners.
        compensation: what the cost of the works has for it; fen, 0 where nothing was said.
    """

    touched: tuple[Affected, ...]
    owners: tuple[str, ...]
    compensation: int

    @property
    def called(self) -> str:
        """The home as papers write it."""
        one = self.touched[0]
        return home_words(one.building, one.entrance, one.room)


class OwnerSettlement(NamedTuple):
    """How it was settled with an owner; the file is the written agreement."""

    on: date
    how: str
    file: Proof | None = None


def affected(reader: Reader, project: Project) -> list[Affected]:
    """Return the affected owners, those with whom nothing is settled first."""
    rows = reader.rows(
        "SELECT a.id, b.code AS building, h.entrance, h.room, h.floor, a.effect, a.text,"
        " a.found_on, a.objection, a.objected_on, a.handling, a.settled_on, a.settlement, a.file,"
        " a.sha256 FROM affected_owner AS a JOIN household AS h ON h.id = a.household_id"
        " JOIN building AS b ON b.id = h.building_id"
        " WHERE a.project_id = ? AND a.removed_at IS NULL"
        " ORDER BY a.settled_on IS NOT NULL, b.code, h.entrance, h.floor, h.room, a.id",
        (project.id,),
    )
    return [Affected(**{**dict(row), "effect": Effect(row["effect"])}) for row in rows]


def affected_home(reader: Reader, project: Project, door: Door) -> AffectedHome:
    """Return in what the works touch a home, who owns it, and what it is to have for it.

    Raises:
        NotFoundError: it is not on the list.
    """
    rows = _rows(reader, project, door, None)
    touched = tuple(one for one in affected(reader, project) if one.id in rows)
    if not touched:
        raise _not_listed(door)
    costs = COSTS.rows(reader, project)
    return AffectedHome(
        touched,
        paper_door(reader, project, door).owners,
        sum(line.amount for line in costs if line.household_id == door.id),
    )


def add_affected(tx: Tx, project: Project, door: Door, effect: Effect, *, text: str | None) -> None:
    """Put an owner on the list.

    Raises:
        RuleError: she is on it for that already.
    """
    if _rows(tx, project, door, effect):
        raise RuleError(
            _("{home} is on the list for that already.").format(home=door.label),
            hint=_("See: jinlin elevator affected list"),
        )
    tx.insert(
        "affected_owner",
        project_id=project.id,
        household_id=door.id,
        effect=effect,
        text=text,
        found_on=tx.clock.today.isoformat(),
    )
    _describe(
        tx,
        project,
        door,
        N_("Put {home} on the list of affected owners of {project}"),
        N_("take {home} off the list of affected owners of {project}"),
    )


def object_to(
    tx: Tx,
    project: Project,
    door: Door,
    effect: Effect | None,
    *,
    text: str,
    on: date,
    handling: str | None,
) -> None:
    """Record that an affected owner objected in writing, and what is done about it.

    Raises:
        NotFoundError: she is not on the list.
        RuleError: it is not said for which effect, or the day lies ahead.
    """
    row_id = _the_one(tx, project, door, effect)
    check_past(tx, on)
    tx.update(
        "affected_owner",
        row_id,
        objection=text,
        objected_on=on.isoformat(),
        handling=handling,
        settled_on=None,
        settlement=None,
        **file_columns(None),
    )
    _describe(
        tx,
        project,
        door,
        N_("Recorded an objection of {home}, affected by {project}"),
        N_("take back the objection of {home}, affected by {project}"),
    )


def settle(
    tx: Tx, project: Project, door: Door, effect: Effect | None, new: OwnerSettlement
) -> None:
    """Record that it was settled with an affected owner in writing.

    Raises:
        NotFoundError: she is not on the list.
        RuleError: it is not said for which effect, or the day lies ahead.
    """
    row_id = _the_one(tx, project, door, effect)
    check_past(tx, new.on)
    tx.update(
        "affected_owner",
        row_id,
        settled_on=new.on.isoformat(),
        settlement=new.how,
        **file_columns(new.file),
    )
    _describe(
        tx,
        project,
        door,
        N_("Settled with {home}, affected by {project}"),
        N_("open again what was settled with {home}, affected by {project}"),
    )


def remove_affected(tx: Tx, project: Project, door: Door, effect: Effect | None) -> None:
    """Take off the list what was put on it by mistake.

    Raises:
        NotFoundError: she is not on the list.
        RuleError: it is not said for which effect.
    """
    tx.update("affected_owner", _the_one(tx, project, door, effect), removed_at=tx.clock.stamp)
    _describe(
        tx,
        project,
        door,
        N_("Took {home} off the list of affected owners of {project}"),
        N_("put {home} on the list of affected owners of {project} again"),
    )


def _rows(reader: Reader, project: Project, door: Door, effect: Effect | None) -> list[int]:
    rows = reader.rows(
        "SELECT id FROM affected_owner WHERE project_id = ? AND household_id = ?"
        " AND (?3 IS NULL OR effect = ?3) AND removed_at IS NULL",
        (project.id, door.id, effect),
    )
    return [int(row["id"]) for row in rows]


def _the_one(reader: Reader, project: Project, door: Door, effect: Effect | None) -> int:
    found = _rows(reader, project, door, effect)
    if len(found) == 1:
        return found[0]
    if found:
        raise RuleError(
            _("{home} is affected in several ways.").format(home=door.label),
            hint=_("Say which one: --effect 采光"),
        )
    raise _not_listed(door)


def _not_listed(door: Door) -> NotFoundError:
    return NotFoundError(
        _("{home} is not on the list of affected owners.").format(home=door.label),
        hint=_("Put it on first: jinlin elevator affected add {home} --effect 采光").format(
            home=door.label
        ),
    )


def _describe(tx: Tx, project: Project, door: Door, did: str, reverse: str) -> None:
    words: dict[str, Value] = {"home": door.label, "project": project.label}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=door.label)
