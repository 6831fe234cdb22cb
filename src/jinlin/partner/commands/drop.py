"""`jinlin partner drop`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import day_on
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import done
from jinlin.partner.kinds import SUPPORT
from jinlin.partner.record.giving import drop
from jinlin.partner.record.supports import find_support
from jinlin.store.command.command import writing
from jinlin.works.words import On


def drop_(
    call: Call,
    number: Annotated[
        str, SUPPORT.argument(help=N_("What was promised: D1-3."), asked=AskedFor(N_("Which one")))
    ],
    *,
    reason: Annotated[str, TEXT.option("--reason", help=N_("Why."), asked=AskedFor(N_("Why")))],
    on: On = None,
) -> None:
    with writing(call) as tx:
        found = find_support(tx, number)
        drop(tx, found, on=day_on(on, tx.clock), reason=reason)
    done(
        call,
        _("{number} {name}: {what} will not come; it stays on record.").format(
            number=found.label, name=found.partner, what=found.what
        ),
        number=found.label,
        data={"number": found.label, "dropped_reason": reason},
    )
