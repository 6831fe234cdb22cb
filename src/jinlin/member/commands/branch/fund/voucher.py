"""`jinlin branch fund voucher`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.member.fund import entries
from jinlin.output.command.kinds import FILE
from jinlin.output.delivery.show import done
from jinlin.store.check.proofs import proof_of
from jinlin.store.command.command import writing


def voucher(
    call: Call,
    number: Annotated[str, typer.Argument(metavar="F12", help=_("The number of the entry."))],
    file: Annotated[str, FILE.argument(help=_("The invoice or receipt."))],
) -> None:
    proof = proof_of(call, file)
    with writing(call) as tx:
        entry = entries.add_voucher(tx, number, proof)
    done(
        call,
        _("{number} has its voucher: {path}").format(number=entry.label, path=entry.voucher),
        number=entry.label,
        data={"number": entry.label, "voucher": entry.voucher, "sha256": entry.voucher_sha256},
    )
