"""`jinlin branch fund counterparty`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.ledger.forms import PartyWord, say_counterparty
from jinlin.member.fund.queries import FUND, find_entry


def counterparty(
    call: Call,
    number: Annotated[str, typer.Argument(metavar="F12", help=_("The number of the entry."))],
    what: PartyWord = None,
) -> None:
    say_counterparty(call, FUND, find_entry, number, what)
