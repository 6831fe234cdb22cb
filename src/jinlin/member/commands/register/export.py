"""`jinlin member export`."""

from __future__ import annotations

import typer

from jinlin.output.command import export_options
from jinlin.output.command.grammar import called


def export_(
    ctx: typer.Context,
    masked: export_options.Masked = False,
) -> None:
    from jinlin.member.exchange.exporting import MEMBERS, member_register
    from jinlin.output.delivery.export import export

    export(called(ctx), MEMBERS, member_register, masked=masked)
