"""`jinlin household add`, `edit` and `remove`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, TypeAlias

import typer

from jinlin.complex.commands.household import options
from jinlin.complex.field.own_fields import fill_in, names_set
from jinlin.complex.household import actions
from jinlin.complex.household.door import find_household
from jinlin.complex.household.removal import check_home_free
from jinlin.complex.rules.address import Address, label, parse_address, parse_entrance, parse_room
from jinlin.complex.rules.buildings import AreaBasis, Use
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.money import parse_area
from jinlin.core.text import clean
from jinlin.output.asking import confirm
from jinlin.output.command import field_options
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.references import held_by

ASKED_FROM: Final = 3
"""From so many changed records on a removal asks first."""

Floor: TypeAlias = Annotated[
    int | None, typer.Option(metavar="N", help=_("The floor; else the room tells it."))
]
Area: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("AREA"), help=_("Exclusive area in m², such as 89.5."))
]
Basis: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("BASIS"), help=_("Of the area: registry, survey or contract.")),
]
State: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("STATE"), help=_("owner-occupied, let, vacant, shop or developer.")),
]
Occupants: TypeAlias = Annotated[
    str | None, typer.Option(metavar="N", help=_("How many persons live there."))
]
Note: TypeAlias = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("A remark."))]


def _persons(text: str) -> int:
    said = text.strip()
    if not said.isdecimal() or len(said) > 2:  # noqa: PLR2004  (as the schema: up to 99)
        raise UsageError(
            _("“{text}” is no number of persons.").format(text=text), hint=_("Write it like 3.")
        )
    return int(said)


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "room": parse_room,
    "entrance": parse_entrance,
    "area": parse_area,
    "area_basis": AreaBasis.read,
    "state": Use.read,
    "occupants": _persons,
    "note": clean,
}
_NEVER_EMPTY: Final = frozenset({"room"})


def add(
    call: Call,
    home: options.Home = None,
    owner: Annotated[
        list[str] | None,
        typer.Option("--owner", metavar=_("PERSON"), help=_("Who owns it; once for each.")),
    ] = None,
    share: options.Shares = None,
    phone: options.Phones = None,
    area: Area = None,
    basis: Basis = None,
    state: State = None,
    floor: Floor = None,
    occupants: Occupants = None,
    note: Note = None,
    namesake: options.Namesake = False,
) -> None:
    if (share or phone) and not owner:
        raise UsageError(
            _("A share and a phone belong to an owner."), hint=_("Name the owner: --owner 张三")
        )
    owners = options.named_owners(owner or (), share, phone)
    said = {"area": area, "area_basis": basis, "state": state, "occupants": occupants, "note": note}
    new = actions.NewHousehold(
        address=_new_address(options.asked_home(call, home)), floor=floor, **_read(said)
    )
    with writing(call) as tx:
        first = tx.next_id("household")
        door, meant = actions.add_household(tx, new, owners, namesake=namesake)
        held = held_by(tx, "household", door.id) if door.id < first else []
    done(
        call,
        _("Household {home} was added; floor {floor}.").format(home=door.label, floor=door.floor),
        number=door.label,
        data={
            "household": door.label,
            "floor": door.floor,
            "owners": [m.person.label for m in meant],
        },
    )
    options.tell_known(call, meant)
    if held:
        call.tell(
            _("{home} was in the register before; it has again: {what}.").format(
                home=door.label, what=_("; ").join(held)
            ),
        )


def _new_address(text: str) -> Address:
    """Read the address of a home to be recorded.

    Raises:
        UsageError: it is none, or nobody can tell whether it says the building or the floor.
    """
    said = parse_address(text)
    if said.or_floor:
        raise UsageError(
            _("“{text}”: is {number} the building or the floor?").format(
                text=text, number=said.building
            ),
            hint=_("Write it like {home}, or 3-1-{room}.").format(
                home=f"{said.building}号楼{said.room}", room=said.room
            ),
        )
    return said


def edit(
    call: Call,
    home: options.Home = None,
    area: Area = None,
    basis: Basis = None,
    state: State = None,
    occupants: Occupants = None,
    note: Note = None,
    room: Annotated[
        str | None, typer.Option(metavar=_("ROOM"), help=_("What the door says now."))
    ] = None,
    entrance: Annotated[
        str | None, typer.Option(metavar=_("ENTRANCE"), help=_("Its entrance."))
    ] = None,
    floor: Floor = None,
    set_: field_options.SetFields = None,
) -> None:
    said = {
        "area": area, "area_basis": basis, "state": state, "occupants": occupants, "note": note,
        "room": room, "entrance": entrance,
    }  # fmt: skip
    changes = _read(said)
    if floor is not None:
        changes["floor"] = floor
    if not changes and not set_:
        raise UsageError(
            _("Nothing to change was named."),
            hint=_("For example: --state let, --area 89.5, or --note '' to clear the remark."),
        )
    meant = options.asked_home(call, home)
    with writing(call) as tx:
        now = find_household(tx, meant)
        filled = fill_in(tx, "household", now.id, set_ or (), record=now.label)
        if changes or not filled:
            now = actions.edit_household(tx, now, changes)
    done(
        call,
        _("Household {home} was changed.").format(home=now.label),
        number=now.label,
        data={"household": now.label, "changed": [*sorted(changes), *names_set(set_)]},
    )


def remove(call: Call, home: options.Home = None) -> None:
    meant = options.asked_home(call, home)
    with reading(call) as reader:
        door = find_household(reader, meant)
        check_home_free(reader, door)
        others = actions.belongings(reader, door.id)
    if others + 1 >= ASKED_FROM:
        confirm(
            call,
            _("{home} is removed, and with it {count} entries of owners, occupants, care.").format(
                home=door.label, count=others
            ),
        )
    with writing(call) as tx:
        found = find_household(tx, label(door.building, door.entrance, door.room))
        actions.remove_household(tx, found)
    done(
        call,
        _("Household {home} was removed.").format(home=door.label),
        number=door.label,
        data={"household": door.label},
    )


def _read(words: Mapping[str, str | None]) -> dict[str, Any]:
    """Return the values that were given; an empty one clears its field, where that is possible."""
    return {
        field: None if not text.strip() and field not in _NEVER_EMPTY else _READERS[field](text)
        for field, text in words.items()
        if text is not None
    }
