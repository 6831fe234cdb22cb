"""`jinlin household occupant`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Annotated

from jinlin.complex.commands.household import options
from jinlin.complex.household import occupants
from jinlin.complex.household.door import Door, find_household
from jinlin.complex.household.newcomers import Meant
from jinlin.complex.rules.buildings import Role
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import DAY, TEXT, WHO
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def occupant(
    call: Call,
    home: options.Home,
    who: Annotated[
        list[str],
        WHO.argument(
            called=N_("PERSON"),
            help=N_("Who lives there; several one after another."),
            asked=AskedFor(N_("Name")),
        ),
    ],
    tenant: Annotated[
        bool | None, flag("--tenant/--family", help=N_("A tenant, or the owner's family."))
    ] = None,
    relation: Annotated[str | None, TEXT.option(help=N_("To the owner, such as 儿子."))] = None,
    phone: options.Phones = None,
    since: Annotated[SaidDay | None, DAY.option(help=N_("Lives there since."))] = None,
    left: Annotated[SaidDay | None, DAY.option(help=N_("She left on this day."))] = None,
    namesake: options.Namesake = False,
    remove: Annotated[bool, flag("--remove", help=N_("Recorded by mistake."))] = False,
) -> None:
    if remove and left is not None:
        raise UsageError(
            _("She left, or was never there."), hint=_("Leave --left or --remove away.")
        )
    options.check_one_each(who, phone or (), "--phone")
    people = zip_longest(who, phone or ())
    meant: list[Meant] = []
    with writing(call) as tx:
        door = find_household(tx, home)
        if left is not None or remove:
            day = left.on(tx.clock) if left else None
            for name in who:
                occupants.end_occupancy(tx, door, name, left=day)
        else:
            each = occupants.NewOccupant(
                who="",
                role=None if tenant is None else Role.TENANT if tenant else Role.OCCUPANT,
                relation=relation,
                since=since.on(tx.clock) if since else None,
            )
            new = [each._replace(who=name, phone=number) for name, number in people]
            meant = occupants.set_occupants(tx, door, new, namesake=namesake)
        living = occupants.occupants(tx, door.id)
    _tell_living(call, door, living)
    options.tell_known(call, meant)


def _tell_living(call: Call, door: Door, living: Sequence[occupants.OccupantRow]) -> None:
    done(
        call,
        _("{home}: {count} recorded to live there.").format(home=door.label, count=len(living)),
        number=door.label,
        data={
            "household": door.label,
            "occupants": [{"number": o.person.label, "role": o.role} for o in living],
        },
    )
