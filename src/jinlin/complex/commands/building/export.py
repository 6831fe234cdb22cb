"""`jinlin building export`."""

from __future__ import annotations

from jinlin.core.call import Call


def export_(call: Call) -> None:
    from jinlin.complex.exchange.exporting import BUILDINGS, building_register
    from jinlin.output.delivery.export import export

    export(call, BUILDINGS, building_register, masked=False)
