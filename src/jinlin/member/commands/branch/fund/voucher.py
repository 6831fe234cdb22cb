"""`jinlin branch fund voucher`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.ledger.forms import put_voucher
from jinlin.member.commands.branch.fund.shared import Number
from jinlin.member.fund.queries import FUND, find_entry
from jinlin.output.command.kinds import FILE


def voucher(
    call: Call,
    number: Number,
    file: Annotated[str, FILE.argument(help=N_("The invoice or receipt."))],
) -> None:
    put_voucher(call, FUND, find_entry, number, file)
