"""`jinlin building list`."""

from __future__ import annotations

from jinlin.complex.building.buildings import BUILDINGS
from jinlin.complex.field.own_columns import own_columns_named
from jinlin.core.call import Call
from jinlin.output.delivery.show import show
from jinlin.output.register.pages import HeldWords, holds, listing_of
from jinlin.store.command.command import reading


def list_(call: Call, text: HeldWords = None) -> None:
    with reading(call) as reader:
        found = [one for one in BUILDINGS.rows(reader) if holds(BUILDINGS, one, text or ())]
        own = own_columns_named(call, reader, "building", [building.id for building in found])
    show(call, own.beside(listing_of(BUILDINGS, found)))
