"""`jinlin branch fund counterparty`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.ledger.forms import PartyWord, say_counterparty
from jinlin.member.commands.branch.fund.shared import Number
from jinlin.member.fund.queries import FUND, find_entry


def counterparty(
    call: Call,
    number: Number,
    what: PartyWord = None,
) -> None:
    say_counterparty(call, FUND, find_entry, number, what)
