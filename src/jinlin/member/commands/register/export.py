"""`jinlin member export`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.output.command import export_options


def export_(
    call: Call,
    masked: export_options.Masked = False,
) -> None:
    from jinlin.member.exchange.exporting import MEMBERS, member_register
    from jinlin.output.delivery.export import export

    export(call, MEMBERS, member_register, masked=masked)
