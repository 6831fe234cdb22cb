"""`jinlin household sell`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.complex.commands.household import options, shared
from jinlin.complex.household import occupants, ownership
from jinlin.complex.household.door import find_household
from jinlin.complex.household.owners import owners
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.output.asking import confirm
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import DAY, WHO
from jinlin.store.command.command import reading, writing


def sell(
    call: Call,
    home: options.Home,
    to: Annotated[
        list[str],
        WHO.option(
            called=N_("PERSON"),
            help=N_("Who owns it now; once for each."),
            asked=AskedFor(N_("The buyer, the new owner")),
        ),
    ],
    seller: Annotated[
        str | None,
        WHO.option("--from", called=N_("PERSON"), help=N_("Only this owner sold; else all did.")),
    ] = None,
    date: Annotated[SaidDay | None, DAY.option(help=N_("When; today if left out."))] = None,
    share: options.Shares = None,
    phone: options.Phones = None,
    namesake: options.Namesake = False,
) -> None:
    named = options.named_owners(to, share, phone)
    if call.environment.interactive:
        _agreed(call, home, seller, [owner.who for owner in named])
    with writing(call) as tx:
        door = find_household(tx, home)
        day = day_on(date, tx.clock)
        meant = ownership.sell(tx, door, named, seller=seller, on=day, namesake=namesake)
        now = owners(tx, door.id)
        living = occupants.occupants(tx, door.id)
    shared.tell_owners(call, door, now)
    options.tell_known(call, meant)
    if living:
        call.tell(
            _("Still recorded to live there: {count}; see jinlin household show {home}").format(
                count=len(living), home=door.label
            ),
        )


def _agreed(call: Call, home: str, seller: str | None, buyers: Sequence[str]) -> None:
    """Show who sells to whom, and ask; the two are easily taken for one another."""
    with reading(call) as reader:
        door = find_household(reader, home)
        owning = [row.person.name for row in owners(reader, door.id)]
    between = _(", ")
    confirm(
        call,
        _("{home}: {sellers} → {buyers} (seller → buyer).").format(
            home=door.label, sellers=seller or between.join(owning), buyers=between.join(buyers)
        ),
    )
