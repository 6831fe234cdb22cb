"""`jinlin building export`."""

from __future__ import annotations

import typer

from jinlin.output.command.grammar import called


def export_(ctx: typer.Context) -> None:
    from jinlin.complex.exchange.exporting import BUILDINGS, building_register
    from jinlin.output.delivery.export import export

    export(called(ctx), BUILDINGS, building_register, masked=False)
