"""Visits from door to door: what was found, and which door is next."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from jinlin.complex.building.queries import IN_ORDER
from jinlin.complex.household.door import Door
from jinlin.complex.rules.address import label
from jinlin.complex.rules.visits import VisitOutcome, VisitReason
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.reference import Reference
from jinlin.output.listing.filter import Condition
from jinlin.store.known import known
from jinlin.store.transaction.tx import Reader, Tx


class NewVisit(NamedTuple):
    """A visit as it is to be recorded.

    Attributes:
        visitors: who went; people acting in a post.
        met: whom they met.
        about: the record it was for, such as works whose doors are asked.
    """

    on: date
    visitors: tuple[str, ...]
    outcome: VisitOutcome = VisitOutcome.MET
    met: str | None = None
    purpose: str | None = None
    result: str | None = None
    next_on: date | None = None
    about: Reference | None = None


class VisitRow(NamedTuple):
    """One visit that was made; `number` names it."""

    number: int
    visited_on: str
    building: str
    entrance: str | None
    room: str
    outcome: VisitOutcome
    visitors: str
    met: str | None
    purpose: str | None
    result: str | None
    next_on: str | None

    @property
    def home(self) -> str:
        """How we write the home: `3-1-502`."""
        return label(self.building, self.entrance, self.room)


class DueVisit(NamedTuple):
    """A door to be visited.

    Attributes:
        due_on: since when, as ISO text.
        last_met_on: when somebody was met there last.
    """

    household_id: int
    building_id: int
    building: str
    entrance: str | None
    room: str
    floor: int
    reason: VisitReason
    due_on: str
    last_met_on: str | None

    @property
    def home(self) -> str:
        """How we write the home: `3-1-502`."""
        return label(self.building, self.entrance, self.room)


def add_visit(tx: Tx, door: Door, visit: NewVisit) -> int:
    """Record a visit.

    Returns:
        Its number.

    Raises:
        RuleError: it lies in the future, or somebody was met where nobody was.
        NotFoundError: there is nothing of the number it was for.
    """
    if visit.on > tx.clock.today:
        raise RuleError(
            _("{day} has not come yet.").format(day=visit.on),
            hint=_("A visit is recorded afterwards; plan the next one with --next."),
        )
    if visit.met and visit.outcome is not VisitOutcome.MET:
        raise RuleError(
            _("Nobody was met, and yet --met names somebody."), hint=_("Leave one of them away.")
        )
    about = known(tx, visit.about) if visit.about else None
    number = tx.insert(
        "visit",
        household_id=door.id,
        visited_on=visit.on.isoformat(),
        visitors="、".join(visit.visitors),
        outcome=visit.outcome,
        met=visit.met,
        purpose=visit.purpose,
        result=visit.result,
        next_on=visit.next_on.isoformat() if visit.next_on else None,
        about_kind=about.kind if about else None,
        about_number=about.number if about else None,
        user=tx.user,
    )
    _describe(
        tx,
        door,
        N_("Recorded a visit at {home} on {day}"),
        N_("remove the visit at {home} on {day}"),
        visit.on.isoformat(),
    )
    return number


def remove_visit(tx: Tx, door: Door, number: int) -> None:
    """Take a visit that was recorded by mistake out of the log.

    Raises:
        NotFoundError: the household has no such visit.
    """
    day = tx.value(
        "SELECT visited_on FROM visit WHERE id = ? AND household_id = ? AND removed_at IS NULL",
        (number, door.id),
    )
    if day is None:
        raise NotFoundError(
            _("There is no visit {number} at {home}.").format(number=number, home=door.label),
            hint=_("See: jinlin household visits {home}").format(home=door.label),
        )
    tx.update("visit", number, removed_at=tx.clock.stamp)
    _describe(
        tx,
        door,
        N_("Removed the visit at {home} on {day}"),
        N_("bring the visit at {home} on {day} back"),
        day,
    )


def _describe(tx: Tx, door: Door, did: str, reverse: str, day: str) -> None:
    said = {"home": door.label, "day": day}
    tx.describe(Message(did, said), reverse=Message(reverse, said), subject=door.label)


def visits_made(reader: Reader, where: Condition, *, limit: int = 0) -> tuple[list[VisitRow], int]:
    """Return visits `v`, the latest first, and how many there are in all."""
    which = (
        " FROM visit AS v JOIN household AS h ON h.id = v.household_id"
        " JOIN building AS b ON b.id = h.building_id"
        f" WHERE v.removed_at IS NULL AND {where.sql}"
    )
    rows = reader.rows(
        "SELECT v.id AS number, v.visited_on, b.code AS building, h.entrance, h.room, v.outcome,"
        f" v.visitors, v.met, v.purpose, v.result, v.next_on{which}"
        " ORDER BY v.visited_on DESC, v.id DESC LIMIT ?",
        (*where.values, limit or -1),
    )
    found = [VisitRow(**{**dict(row), "outcome": VisitOutcome(row["outcome"])}) for row in rows]
    return found, reader.value(f"SELECT count(*){which}", where.values)


def at_home(door: Door) -> Condition:
    """Return what asks for the visits `v` at a home."""
    return Condition("v.household_id = ?", (door.id,))


VISITED_EVERY: Final = 30
"""So many days may pass between two visits, unless the tag or the database says otherwise."""
VISIT_SETTING: Final = N_("visit_days")

_DUE: Final = f"""
    WITH last AS (  -- the latest visit that planned the next one, or needs none
        SELECT household_id, next_on, max(visited_on || printf('%020d', id)) FROM visit
        WHERE removed_at IS NULL AND (next_on IS NOT NULL OR outcome <> 'not_at_home')
        GROUP BY household_id
    ), met AS (
        SELECT household_id, max(visited_on) AS met_on FROM visit
        WHERE removed_at IS NULL AND outcome = 'met' GROUP BY household_id
    ), wanted AS (
        SELECT household_id, 'planned' AS reason, next_on AS due_on FROM last
        WHERE next_on IS NOT NULL
        UNION ALL
        SELECT c.household_id, 'regular',
               date(ifnull(met.met_on, (  -- a consent that was renewed postpones nothing
                        SELECT min(f.consent_on) FROM care AS f WHERE f.tag = c.tag
                        AND f.household_id = c.household_id AND f.person_id IS c.person_id)),
                    ifnull(c.interval_days, :every) || ' days') AS due_on
        FROM care AS c LEFT JOIN met ON met.household_id = c.household_id
        WHERE c.removed_at IS NULL AND (c.consent_until IS NULL OR c.consent_until >= :on)
    ), earliest AS (
        SELECT household_id, reason, min(due_on) AS due_on FROM wanted
        WHERE due_on <= :until GROUP BY household_id
    )
    SELECT h.id AS household_id, h.building_id, b.code AS building, h.entrance, h.room, h.floor,
           e.reason, e.due_on, met.met_on AS last_met_on
    FROM earliest AS e JOIN household AS h ON h.id = e.household_id
    JOIN building AS b ON b.id = h.building_id LEFT JOIN met ON met.household_id = h.id
    WHERE h.removed_at IS NULL AND h.id = ifnull(:home, h.id)
    ORDER BY e.due_on, {IN_ORDER}, h.entrance, h.floor, h.room LIMIT :limit"""


def due(reader: Reader, *, on: str, until: str | None = None, limit: int) -> list[DueVisit]:
    """Return the doors to be visited, the longest overdue first.

    A door is due when the day planned at its last visit has come, or when a care tag whose consent
    holds has not seen a visit for longer than its interval; nobody at home is no visit. A tag
    without an interval of its own, from a roster, has that of the setting `visit_days`.

    Args:
        reader: the database.
        on: the civil day as ISO text.
        until: up to which day they fall due, as ISO text; None for that very day.
        limit: at most so many; 0 means all.
    """
    return _doors(reader, on=on, until=until or on, limit=limit or -1, home=None)


def next_visit(reader: Reader, household_id: int) -> str | None:
    """Return when a household is to be visited next, as ISO text; None when nothing asks for it."""
    on = reader.clock.today.isoformat()
    found = _doors(reader, on=on, until="9999-12-31", limit=1, home=household_id)
    return found[0].due_on if found else None


def _doors(reader: Reader, **values: str | int | None) -> list[DueVisit]:
    every = int(reader.setting(VISIT_SETTING) or VISITED_EVERY)
    rows = reader.connection.execute(_DUE, {**values, "every": every})
    return [DueVisit(**{**dict(row), "reason": VisitReason(row["reason"])}) for row in rows]
