"""`jinlin partner receive`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.core.reference import parse_reference
from jinlin.core.said import day_on
from jinlin.ledger.forms import check_spelling
from jinlin.output.command.kind import AskedFor
from jinlin.partner.commands import shared
from jinlin.partner.kinds import SUPPORT
from jinlin.partner.record.giving import NewSupport, receive
from jinlin.partner.record.supports import find_support
from jinlin.partner.record.totals import totals
from jinlin.store.command.command import writing
from jinlin.works.words import On


def receive_(
    call: Call,
    number: Annotated[
        str, SUPPORT.argument(help=N_("What was promised: D1-3."), asked=AskedFor(N_("Which one")))
    ],
    paid_to: shared.PaidTo = None,
    purse: shared.IntoPurse = None,
    handler: shared.Handler = None,
    on: On = None,
) -> None:
    with writing(call, money=purse is not None) as tx:
        check_spelling(call, tx, paid_to)
        found = find_support(tx, number)
        new = NewSupport(
            found.what,
            found.kind,
            found.amount,
            day_on(on, tx.clock),
            paid_to=paid_to,
            purse=purse,
            handled_by=handler,
            about=parse_reference(found.about) if found.about else None,
        )
        made, together = receive(tx, found, new), totals(tx)
    shared.tell(call, made, together)
