"""`jinlin household representative`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.commands.household import options, shared
from jinlin.complex.household.door import find_household
from jinlin.complex.household.representative import appoint, dismiss
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def representative(
    call: Call,
    home: options.Home = None,
    who: Annotated[
        str | None, typer.Argument(metavar=_("PERSON"), help=_("One of the owners."))
    ] = None,
    authority: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("The written authority, for who is no owner.")),
    ] = None,
    namesake: options.Namesake = False,
    remove: Annotated[bool, typer.Option("--remove", help=_("Nobody in particular."))] = False,
) -> None:
    if remove:
        with writing(call) as tx:
            door = find_household(tx, options.asked_home(call, home))
            dismiss(tx, door)
        done(
            call,
            _("{home} has no representative any more.").format(home=door.label),
            number=door.label,
            data={"household": door.label, "representative": None},
        )
        return
    said, names = shared.asked_people(call, home, [who] if who else None)
    letter = clean(authority) if authority is not None else None
    if letter == "":
        raise UsageError(
            _("The written authority is not named."),
            hint=_("Like: --authority '2026-03-01 委托书'"),
        )
    with writing(call) as tx:
        door = find_household(tx, said)
        person = appoint(tx, door, names[0], authority=letter, namesake=namesake)
    done(
        call,
        _("{home}: {person} votes for it.").format(
            home=door.label, person=f"{person.label} {person.name}"
        ),
        number=door.label,
        data={"household": door.label, "representative": person.label},
    )
