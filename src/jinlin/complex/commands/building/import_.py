"""`jinlin building import`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kinds import FILE
from jinlin.store.command.command import reading


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=N_("The list of buildings."))],
    words: ImportWords,
) -> None:
    from jinlin.complex.exchange.building_list import building_sheet, import_buildings
    from jinlin.complex.field.own_fields import fields_of
    from jinlin.output.importing.take import Terms, import_file

    with reading(call) as reader:
        listed = building_sheet(fields_of(reader, "building"), reader.clock)
    # Buildings are nobody's data: where the list comes from may stay unsaid.
    words = words._replace(source=words.source or "", basis=words.basis or "")
    terms = Terms("building", *words)
    work = partial(import_buildings, sheet=listed)
    import_file(call, file, listed.wanted, work, terms, needed=listed.needed)
