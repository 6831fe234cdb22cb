"""`jinlin report key`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.i18n import N_, _
from jinlin.output.asking import confirm
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Record
from jinlin.rollup.monthly.bundles import new_key, signing_key
from jinlin.rollup.rules.minisign import PublicKey
from jinlin.store.command.command import reading, writing


def key(
    call: Call,
    *,
    new: Annotated[
        bool, flag("--new", "--更换", help=N_("Make another key; the street has to be told of it."))
    ] = False,
) -> None:
    with reading(call) as reader:
        known = signing_key(reader)
    if known is None or new:
        if known is not None:
            confirm(
                call, _("Files handed up with the new key are refused until the street knows it")
            )
        with writing(call) as tx:
            known = new_key(tx)
    show(call, _card(known.public))


def _card(public: PublicKey) -> Record:
    return Record.of(
        title=_("The key that signs what is handed up"),
        fields=[
            (Column(key="fingerprint", heading=_("Fingerprint")), public.fingerprint),
            (Column(key="key", heading=_("Public key")), public.line),
        ],
        notes=(
            _("Read the fingerprint out to the street. The key itself is no secret."),
            _("Whoever wants to check a file without jinlin: minisign -V -P KEY -m FILE"),
        ),
    )
