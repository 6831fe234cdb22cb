"""`jinlin branch fund voucher`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.member.fund import entries
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.store.check.proofs import proof_of
from jinlin.store.command.command import writing


def voucher(
    ctx: typer.Context,
    number: Annotated[str, typer.Argument(metavar="F12", help=_("The number of the entry."))],
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The invoice or receipt."))],
) -> None:
    call = called(ctx)
    proof = proof_of(call, file)
    with writing(call) as tx:
        entry = entries.add_voucher(tx, number, proof)
    done(
        call,
        _("{number} has its voucher: {path}").format(number=entry.label, path=entry.voucher),
        number=entry.label,
        data={"number": entry.label, "voucher": entry.voucher, "sha256": entry.voucher_sha256},
    )
