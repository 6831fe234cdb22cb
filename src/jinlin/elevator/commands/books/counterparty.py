"""`jinlin elevator counterparty`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.elevator.money import bookkeeping
from jinlin.elevator.money.queries import find_entry
from jinlin.person.people.counterparties import PartyWord, party_answered, party_told
from jinlin.store.command.command import reading, writing


def counterparty(
    call: Call,
    number: Annotated[str, typer.Argument(metavar="V3", help=_("The number of the entry."))],
    what: PartyWord = None,
) -> None:
    with reading(call) as reader:
        name = find_entry(reader, number).counterparty or ""
    party = party_answered(call, name, what)
    with writing(call) as tx:
        entry, count = bookkeeping.tell_counterparty(tx, find_entry(tx, number), party)
    party_told(call, entry.label, entry.counterparty or "", party, count)
