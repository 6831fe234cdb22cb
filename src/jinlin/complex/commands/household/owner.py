"""`jinlin household owner`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.complex.commands.household import options, shared
from jinlin.complex.household import owners, ownership
from jinlin.complex.household.door import find_household
from jinlin.complex.household.newcomers import Meant
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.output.asking import confirm
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import DAY, WHO
from jinlin.store.command.command import reading, writing


def owner(
    call: Call,
    home: options.Home,
    who: Annotated[
        list[str],
        WHO.argument(
            called=N_("PERSON"),
            help=N_("Who owns it; several one after another."),
            asked=AskedFor(N_("Name")),
        ),
    ],
    share: options.Shares = None,
    phone: options.Phones = None,
    since: Annotated[SaidDay | None, DAY.option(help=N_("Owner since."))] = None,
    namesake: options.Namesake = False,
    remove: Annotated[
        bool, flag("--remove", help=N_("Recorded by mistake; where the home was sold, use sell."))
    ] = False,
) -> None:
    named = options.named_owners(who, share, phone)
    meant: list[Meant] = []
    if call.environment.interactive and not (remove or namesake):
        named = _told_apart(call, home, named)
    with writing(call) as tx:
        door = find_household(tx, home)
        if remove:
            for name in who:
                ownership.remove_owner(tx, door, name)
        else:
            day = since.on(tx.clock) if since else None
            meant = ownership.set_owners(tx, door, named, since=day, namesake=namesake)
        now = owners.owners(tx, door.id)
    shared.tell_owners(call, door, now)
    options.tell_known(call, meant)


def _told_apart(
    call: Call, home: str, named: Sequence[owners.NamedOwner]
) -> list[owners.NamedOwner]:
    """Ask whether an owner with another phone than is kept is another person of that name."""
    told = []
    with reading(call) as reader:
        door = find_household(reader, home)
        for one in named:
            kept = owners.kept_otherwise(reader, door, one)
            told.append((one, owners.other_phone(kept, door) if kept else ""))
    for _one, sentence in told:
        if sentence:
            confirm(call, _("{sentence} Another person of that name?").format(sentence=sentence))
    return [one._replace(namesake=bool(sentence)) for one, sentence in told]
