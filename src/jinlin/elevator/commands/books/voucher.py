"""`jinlin elevator voucher`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.elevator.commands.kinds import ENTRY
from jinlin.elevator.money.queries import BOOKS, find_entry
from jinlin.ledger.forms import put_voucher
from jinlin.output.command.kinds import FILE


def voucher(
    call: Call,
    number: Annotated[str, ENTRY.argument(help=N_("The number of the entry."))],
    file: Annotated[str, FILE.argument(help=N_("The invoice or receipt."))],
) -> None:
    put_voucher(call, BOOKS, find_entry, number, file)
