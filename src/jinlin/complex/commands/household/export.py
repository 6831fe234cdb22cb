"""`jinlin household export`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.output.command import export_options
from jinlin.output.command.grammar import called


def export_(
    ctx: typer.Context,
    building: Annotated[
        str | None, typer.Option(metavar=_("BUILDING"), help=_("Only this building."))
    ] = None,
    with_care: Annotated[
        bool, typer.Option("--with-care", help=_("The care tags too, with their consents."))
    ] = False,
    masked: export_options.Masked = False,
) -> None:
    from jinlin.complex.exchange.exporting import HOUSEHOLDS, household_register
    from jinlin.complex.rules.address import parse_building
    from jinlin.output.delivery.export import export

    code = parse_building(building) if building else None
    export(
        called(ctx),
        HOUSEHOLDS,
        lambda reader: household_register(reader, building=code, with_care=with_care),
        masked=masked,
    )
