"""`jinlin household representative`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.commands.household import options
from jinlin.complex.household.door import find_household
from jinlin.complex.household.representative import appoint, dismiss
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import TEXT, WHO
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def representative(
    call: Call,
    home: options.Home,
    who: Annotated[
        str,
        WHO.argument(
            called=N_("PERSON"),
            help=N_("One of the owners."),
            asked=AskedFor(N_("Name"), where=lambda said: not said["remove"]),
        ),
    ],
    authority: Annotated[
        str | None, TEXT.option(help=N_("The written authority, for who is no owner."))
    ] = None,
    namesake: options.Namesake = False,
    remove: Annotated[bool, flag("--remove", help=N_("Nobody in particular."))] = False,
) -> None:
    if remove:
        with writing(call) as tx:
            door = find_household(tx, home)
            dismiss(tx, door)
        done(
            call,
            _("{home} has no representative any more.").format(home=door.label),
            number=door.label,
            data={"household": door.label, "representative": None},
        )
        return
    with writing(call) as tx:
        door = find_household(tx, home)
        person = appoint(tx, door, who, authority=authority, namesake=namesake)
    done(
        call,
        _("{home}: {person} votes for it.").format(
            home=door.label, person=f"{person.label} {person.name}"
        ),
        number=door.label,
        data={"household": door.label, "representative": person.label},
    )
