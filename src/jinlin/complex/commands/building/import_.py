"""`jinlin building import`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.output.command import import_options
from jinlin.output.command.kinds import FILE
from jinlin.store.command.command import reading


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=_("The list of buildings."))],
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: import_options.Map = None,
    sheet: import_options.Sheet = None,
    strict: import_options.Strict = False,
) -> None:
    from jinlin.complex.exchange.building_list import building_sheet, import_buildings
    from jinlin.complex.field.own_fields import fields_of
    from jinlin.output.importing.take import Terms, import_file

    with reading(call) as reader:
        listed = building_sheet(fields_of(reader, "building"), reader.clock)
    # Buildings are nobody's data: where the list comes from may stay unsaid.
    terms = Terms("building", source or "", basis or "", strict=strict, mapping=map_, sheet=sheet)
    work = partial(import_buildings, sheet=listed)
    import_file(call, file, listed.wanted, work, terms, needed=listed.needed)
