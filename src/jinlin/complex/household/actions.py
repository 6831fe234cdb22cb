"""Recording a home, correcting what is kept of it, taking it out of the register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from jinlin.complex.building.queries import building_id, extent_of, size_of
from jinlin.complex.household.door import Door, door_of
from jinlin.complex.household.newcomers import Meant
from jinlin.complex.household.owners import NamedOwner
from jinlin.complex.household.ownership import add_owners
from jinlin.complex.household.removal import check_entrance_free, check_home_free
from jinlin.complex.household.removed import bring_back, removed_home
from jinlin.complex.rules.address import Address, floor_of, label
from jinlin.complex.rules.buildings import (
    FLOORS,
    HOUSEHOLD_FIELDS,
    Extent,
    Use,
    check_against,
    is_floor,
)
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.sentences import enumerated
from jinlin.store.transaction.tx import Reader, Tx


class NewHousehold(NamedTuple):
    """A household as it is to be recorded.

    Attributes:
        address: with its building.
        floor: None to take it from the room.
        area: in hundredths of a square metre.
    """

    address: Address
    floor: int | None = None
    area: int | None = None
    area_basis: str | None = None
    state: str | None = None
    occupants: int | None = None
    note: str | None = None


def add_household(
    tx: Tx, new: NewHousehold, owners: Sequence[NamedOwner], *, namesake: bool
) -> tuple[Door, list[Meant]]:
    """Record a household with its owners.

    Raises:
        UsageError: its building or its floor is not said.
        NotFoundError: there is no such building, or several people are called like an owner.
        RuleError: it is recorded already, the building contradicts it, the shares exceed the whole.
    """
    said = new.address
    if said.building is None:
        raise UsageError(
            _("In which building is {room}?").format(room=said.room),
            hint=_("Write it like 3-1-502."),
        )
    building = building_id(tx, said.building)
    floor = _floor(said.room, new.floor)
    name = label(said.building, said.entrance, said.room)
    _check_free(tx, building, entrance=said.entrance, room=said.room)
    _check_building(tx, said.building, floor=floor, entrance=said.entrance)
    if said.entrance is None and new.state != Use.SHOP and floor_of(said.room) is not None:
        _check_no_entrance(tx, said.building, building)
    door = door_of(tx, _recorded(tx, building, new._replace(floor=floor), people=not owners))
    meant = add_owners(tx, door, owners, namesake=namesake)
    tx.describe(
        Message(N_("Added household {home}"), {"home": name}),
        reverse=Message(N_("remove household {home}"), {"home": name}),
        subject=name,
    )
    return door, meant


def _recorded(tx: Tx, building: int, new: NewHousehold, *, people: bool) -> int:
    """Write a home; one that was taken out although something stands on it is brought back."""
    values = new._asdict()
    said = values.pop("address")
    gone = removed_home(tx, building, entrance=said.entrance, room=said.room)
    if gone is None:
        return tx.insert(
            "household", building_id=building, entrance=said.entrance, room=said.room, **values
        )
    known = {name: value for name, value in values.items() if value is not None}
    bring_back(tx, gone[0], known, people=people)
    return gone[0]


def edit_household(tx: Tx, door: Door, changes: Mapping[str, Any]) -> Door:
    """Change what is kept of a household.

    A new room brings its floor along, unless a floor is said too.

    Args:
        tx: the transaction.
        door: the household.
        changes: the new values by field of `HOUSEHOLD_FIELDS`; None clears one.

    Returns:
        The household as it is now.

    Raises:
        UsageError: the floor does not exist.
        RuleError: nothing would change, the door is another household's, or its building
            contradicts it.
    """
    wanted = dict(changes)
    if "room" in wanted and "floor" not in wanted and floor_of(wanted["room"]) is not None:
        wanted["floor"] = floor_of(wanted["room"])
    if "floor" in wanted:
        wanted["floor"] = _floor(wanted.get("room", door.room), wanted["floor"])
    changed = {field: value for field, value in wanted.items() if value != getattr(door, field)}
    if not changed:
        raise RuleError(
            _("{home} is recorded like that already.").format(home=door.label),
            hint=_("See: jinlin household show {home}").format(home=door.label),
        )
    now = door._replace(**changed)
    if {"room", "entrance"} & changed.keys():
        _check_free(tx, door.building_id, entrance=now.entrance, room=now.room)
    if {"floor", "entrance"} & changed.keys():
        _check_building(tx, door.building, floor=now.floor, entrance=now.entrance, but=door.id)
    if "entrance" in changed:
        check_entrance_free(tx, door)
    tx.update("household", door.id, **changed)
    said: dict[str, str | Message] = {
        "home": door.label,
        "fields": enumerated(HOUSEHOLD_FIELDS[field] for field in changed),
    }
    tx.describe(
        Message(N_("Changed of household {home}: {fields}"), said),
        reverse=Message(N_("change back of household {home}: {fields}"), said),
        subject=now.label,
    )
    return now


def belongings(reader: Reader, household_id: int) -> int:
    """Return how many owners, occupants and care tags go with a household."""
    return int(
        reader.value(
            "SELECT (SELECT count(*) FROM ownership WHERE household_id = ?1 AND removed_at IS NULL)"
            " + (SELECT count(*) FROM occupancy WHERE household_id = ?1 AND removed_at IS NULL)"
            " + (SELECT count(*) FROM care WHERE household_id = ?1 AND removed_at IS NULL)",
            (household_id,),
        )
    )


def remove_household(tx: Tx, door: Door) -> None:
    """Take a household out of the register, with who owns it, lives there, is looked after.

    Raises:
        RuleError: money, papers, open issues or votes stand on it.
    """
    check_home_free(tx, door)
    for table, key in (
        ("ownership", "household_id"), ("occupancy", "household_id"), ("care", "household_id"),
        ("household", "id"),
    ):  # fmt: skip
        tx.write(
            f"UPDATE {table} SET removed_at = ? WHERE {key} = ? AND removed_at IS NULL",
            (tx.clock.stamp, door.id),
        )
    tx.describe(
        Message(N_("Removed household {home}"), {"home": door.label}),
        reverse=Message(N_("bring household {home} back"), {"home": door.label}),
        subject=door.label,
    )


def _floor(room: str, said: int | None) -> int:
    floor = floor_of(room) if said is None else said
    if floor is None:
        raise UsageError(
            _("Room {room} does not tell its floor.").format(room=room),
            hint=_("Say it: --floor N"),
        )
    if not is_floor(floor):
        raise UsageError(
            _("Floor {floor} does not exist.").format(floor=floor),
            hint=_("Floors are from 1 to {most}; below the ground from -1.").format(
                most=FLOORS[-1]
            ),
        )
    return floor


def _check_free(reader: Reader, building: int, *, entrance: str | None, room: str) -> None:
    taken = reader.row(
        "SELECT b.code FROM household AS h JOIN building AS b ON b.id = h.building_id"
        " WHERE h.building_id = ? AND h.entrance IS ? AND h.room = ? AND h.removed_at IS NULL",
        (building, entrance, room),
    )
    if taken is not None:
        home = label(taken["code"], entrance, room)
        raise RuleError(
            _("{home} is recorded already.").format(home=home),
            hint=_("See: jinlin household show {home}").format(home=home),
        )


def _check_no_entrance(reader: Reader, code: str, building: int) -> None:
    """Refuse a home without an entrance where its neighbours have one."""
    entrances = extent_of(reader, building).entrances
    if entrances:
        raise UsageError(
            _("In which entrance of building {code} is it: {entrances}?").format(
                code=code, entrances=_(", ").join(entrances)
            ),
            hint=_("Write it like {home}.").format(home=label(code, entrances[0], "502")),
        )


def _check_building(
    reader: Reader, code: str, *, floor: int, entrance: str | None, but: int | None = None
) -> None:
    """Refuse a floor or an entrance that the building does not have."""
    building = building_id(reader, code)
    entrances = set(extent_of(reader, building, but=but).entrances)
    here = Extent(
        highest=floor if floor > 0 else None,
        lowest=floor if floor < 0 else None,
        entrances=tuple(sorted(entrances | ({entrance} if entrance else set()))),
    )
    check_against(size_of(reader, building), here)
