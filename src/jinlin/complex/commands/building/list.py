"""`jinlin building list`."""

from __future__ import annotations

from jinlin.complex.building import queries
from jinlin.complex.commands.building.show import building_cells
from jinlin.complex.field.own_columns import own_columns_named
from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading


def list_(call: Call) -> None:
    with reading(call) as reader:
        rows = queries.buildings(reader)
        own = own_columns_named(call, reader, "building", [building.id for building in rows])
    listing = Listing.of(
        "buildings",
        _("Buildings"),
        building_cells(),
        rows,
        empty=_("No building is recorded yet. Add one: jinlin building add 3 --floors 7"),
    )
    show(call, own.beside(listing))
