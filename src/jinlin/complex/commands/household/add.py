"""`jinlin household add`, `edit` and `remove`."""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple

from jinlin.complex.commands.household import options
from jinlin.complex.field.own_fields import fill_in, names_set
from jinlin.complex.household import actions
from jinlin.complex.household.door import find_household
from jinlin.complex.household.removal import check_home_free
from jinlin.complex.kinds import ENTRANCE
from jinlin.complex.rules.address import Address, label, parse_address, parse_room
from jinlin.complex.rules.buildings import AreaBasis, Use
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import changes
from jinlin.output.asking import confirm
from jinlin.output.command import field_options
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import AREA, NUMBER, TEXT, WHO, choice
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.references import held_by

ASKED_FROM: Final = 3
"""From so many changed records on a removal asks first."""


def _persons(text: str) -> int:
    said = text.strip()
    if not said.isdecimal() or len(said) > 2:  # noqa: PLR2004  (as the schema: up to 99)
        raise UsageError(
            _("“{text}” is no number of persons.").format(text=text), hint=_("Write it like 3.")
        )
    return int(said)


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


NEW_HOME: Final = WordKind("name", N_("HOUSEHOLD"), _new_address)
PERSONS: Final = WordKind("number", "N", _persons)
ROOM: Final = WordKind("door", N_("ROOM"), parse_room)


class HouseholdWords(NamedTuple):
    """What is said of a household, by the fields that keep it."""

    area: Annotated[
        int | None, AREA.option(help=N_("Exclusive area in m², such as 89.5."), cleared="")
    ] = None
    area_basis: Annotated[
        AreaBasis | None,
        choice(AreaBasis, called=N_("BASIS")).option(
            "--basis", help=N_("Of the area: registry, survey or contract."), cleared=""
        ),
    ] = None
    state: Annotated[
        Use | None,
        choice(Use, called=N_("STATE")).option(
            help=N_("owner-occupied, let, vacant, shop or developer."), cleared=""
        ),
    ] = None
    floor: Annotated[int | None, NUMBER.option(help=N_("The floor; else the room tells it."))] = (
        None
    )
    occupants: Annotated[
        int | None, PERSONS.option(help=N_("How many persons live there."), cleared="")
    ] = None
    note: Annotated[str | None, TEXT.option(help=N_("A remark."), cleared="")] = None


def add(
    call: Call,
    home: Annotated[
        Address,
        NEW_HOME.argument(help=options.HOME_HELP, asked=AskedFor(N_("Which household"))),
    ],
    *,
    owner: Annotated[
        list[str] | None,
        WHO.option(called=N_("PERSON"), help=N_("Who owns it; once for each.")),
    ] = None,
    share: options.Shares = None,
    phone: options.Phones = None,
    said: HouseholdWords,
    namesake: options.Namesake = False,
) -> None:
    if (share or phone) and not owner:
        raise UsageError(
            _("A share and a phone belong to an owner."), hint=_("Name the owner: --owner 张三")
        )
    owners = options.named_owners(owner or (), share, phone)
    new = actions.NewHousehold(address=home, **said._asdict())
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


def edit(
    call: Call,
    home: options.Home,
    said: HouseholdWords,
    room: Annotated[str | None, ROOM.option(help=N_("What the door says now."))] = None,
    entrance: Annotated[str | None, ENTRANCE.option(help=N_("Its entrance."), cleared="")] = None,
    set_: field_options.SetFields = None,
) -> None:
    with writing(call) as tx:
        changed = changes(tx.clock, **said._asdict(), room=room, entrance=entrance)
        now = find_household(tx, home)
        filled = fill_in(tx, "household", now.id, set_ or (), record=now.label)
        if changed or not filled:
            now = actions.edit_household(tx, now, changed)
    done(
        call,
        _("Household {home} was changed.").format(home=now.label),
        number=now.label,
        data={"household": now.label, "changed": [*sorted(changed), *names_set(set_)]},
    )


def remove(call: Call, home: options.Home) -> None:
    with reading(call) as reader:
        door = find_household(reader, home)
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
