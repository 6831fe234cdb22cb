"""Who lives in a home: the owner's family, or tenants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jinlin.complex.household.door import Door
from jinlin.complex.household.newcomers import Meant, person_for
from jinlin.complex.household.owners import owners
from jinlin.complex.household.people import people_called
from jinlin.complex.rules.buildings import Role
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.person.people.queries import PersonRow, only_one
from jinlin.store.transaction.tx import Reader, Tx


class OccupantRow(NamedTuple):
    """Somebody who lives in a home, or lived there.

    Attributes:
        id: of the occupancy.
        relation: to the owner: `儿子`.
        until: when she left; None while she lives there.
    """

    id: int
    person: PersonRow
    role: Role
    relation: str | None
    since: str | None
    until: str | None


class NewOccupant(NamedTuple):
    """Somebody who lives in a home, as it is to be recorded; None leaves what is kept."""

    who: str
    role: Role | None = None
    relation: str | None = None
    phone: str | None = None
    since: date | None = None


def occupants(reader: Reader, household_id: int) -> list[OccupantRow]:
    """Return who lives in a household."""
    return [
        OccupantRow(
            row["id"],
            PersonRow(row["person_id"], row["number"], row["name"], row["phone"]),
            Role(row["role"]),
            row["relation"],
            row["since"],
            row["until"],
        )
        for row in reader.rows(
            "SELECT y.id, y.person_id, p.number, p.name, p.phone, y.role, y.relation, y.since,"
            " y.until FROM occupancy AS y JOIN person AS p ON p.id = y.person_id"
            " WHERE y.household_id = ? AND y.removed_at IS NULL AND y.until IS NULL ORDER BY y.id",
            (household_id,),
        )
    ]


def set_occupants(
    tx: Tx, door: Door, named: Sequence[NewOccupant], *, namesake: bool
) -> list[Meant]:
    """Record who lives in a household, or correct what is kept of them.

    Raises:
        NotFoundError: several people are called so.
        RuleError: nothing would change.
    """
    meant = []
    for said in named:
        found = _meant(tx, door, said, namesake=namesake)
        stated = {
            "role": said.role,
            "relation": said.relation,
            "since": said.since.isoformat() if said.since else None,
        }
        values = {name: value for name, value in stated.items() if value is not None}
        here = [row for row in occupants(tx, door.id) if row.person.id == found.person.id]
        if here and values:
            tx.update("occupancy", here[0].id, **values)
        elif not here:
            values.setdefault("role", Role.OCCUPANT)
            tx.insert("occupancy", household_id=door.id, person_id=found.person.id, **values)
        meant.append(found)
    if not tx.changed:
        raise RuleError(
            _("{home} is recorded like that already.").format(home=door.label),
            hint=_("See: jinlin household show {home}").format(home=door.label),
        )
    _describe(tx, door)
    return meant


def _meant(tx: Tx, door: Door, said: NewOccupant, *, namesake: bool) -> Meant:
    """Return whom a name means; among those who live there a name is enough."""
    if not namesake and said.phone is None:
        ids = {person.id for person in people_called(tx, said.who)}
        here = [row.person for row in occupants(tx, door.id) if row.person.id in ids]
        if len(here) == 1:
            return Meant(here[0], recognised=False)
    return person_for(tx, said.who, phone=said.phone, namesake=namesake)


def end_occupancy(tx: Tx, door: Door, text: str, *, left: date | None) -> PersonRow:
    """Record that somebody has left a household, or was never to be recorded there.

    Args:
        tx: the transaction.
        door: the household.
        text: who.
        left: the day she left; None when she was recorded by mistake.

    Raises:
        NotFoundError: nobody who lives there is meant.
        RuleError: the day lies ahead, or before she came.
    """
    ids = {person.id for person in people_called(tx, text)}
    living = occupants(tx, door.id)
    here = [row for row in living if row.person.id in ids]
    if not here:
        raise NotFoundError(
            _("Nobody called “{text}” is recorded to live in {home}.").format(
                text=text, home=door.label
            ),
            hint=_("See: jinlin household show {home}").format(home=door.label),
        )
    only_one(tx, [row.person for row in here], text)
    if left is not None and (left > tx.clock.today or left.isoformat() < (here[0].since or "")):
        raise RuleError(
            _("She cannot have left on {day}.").format(day=left),
            hint=_("Write a day up to today, and not before she came."),
        )
    ended = {"until": left.isoformat()} if left else {"removed_at": tx.clock.stamp}
    tx.update("occupancy", here[0].id, **ended)
    _describe(tx, door)
    return here[0].person


def living_or_owning(reader: Reader, door: Door, text: str) -> PersonRow:
    """Return the one person a text means among those who own a household or live there.

    Raises:
        NotFoundError: nobody there is meant, or several are.
    """
    there = [row.person for row in owners(reader, door.id)]
    there += [row.person for row in occupants(reader, door.id)]
    ids = {person.id for person in people_called(reader, text)}
    found = {person.id: person for person in there if person.id in ids}
    if found:
        return only_one(reader, list(found.values()), text)
    raise NotFoundError(
        _("Nobody called “{text}” is recorded to live in {home}.").format(
            text=text, home=door.label
        ),
        hint=_("Record her first: jinlin household occupant {home} NAME").format(home=door.label),
    )


def _describe(tx: Tx, door: Door) -> None:
    said = {"home": door.label}
    tx.describe(
        Message(N_("Changed who lives in {home}"), said),
        reverse=Message(N_("change back who lives in {home}"), said),
        subject=door.label,
    )
