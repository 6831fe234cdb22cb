"""`jinlin household export`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.output.command import export_options


def export_(
    call: Call,
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
        call,
        HOUSEHOLDS,
        lambda reader: household_register(reader, building=code, with_care=with_care),
        masked=masked,
    )
