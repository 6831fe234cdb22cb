"""`jinlin member restore`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.member.register import transfers
from jinlin.output.command.kinds import WHO
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def restore(
    call: Call,
    who: Annotated[str, WHO.argument(help=N_("Who left: a name or P12."))],
) -> None:
    with writing(call) as tx:
        person = transfers.restore_member(tx, who)
    done(
        call,
        _("{number} {name} is in the register again.").format(
            number=person.label, name=person.name
        ),
        number=person.label,
        data={"number": person.label, "name": person.name},
    )
