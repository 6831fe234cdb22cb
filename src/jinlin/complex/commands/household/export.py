"""`jinlin household export`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.kinds import BUILDING
from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.output.command import export_options
from jinlin.output.command.kind import flag


def export_(
    call: Call,
    building: Annotated[str | None, BUILDING.option(help=N_("Only this building."))] = None,
    with_care: Annotated[
        bool, flag("--with-care", help=N_("The care tags too, with their consents."))
    ] = False,
    masked: export_options.Masked = False,
) -> None:
    from jinlin.complex.exchange.exporting import HOUSEHOLDS, household_register
    from jinlin.output.delivery.export import export

    export(
        call,
        HOUSEHOLDS,
        lambda reader: household_register(reader, building=building, with_care=with_care),
        masked=masked,
    )
