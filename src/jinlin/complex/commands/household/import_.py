"""`jinlin household import`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.output.command import import_options
from jinlin.output.command.kinds import FILE
from jinlin.store.command.command import reading


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=_("The roster: xlsx, xls, csv or JSON."))],
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: import_options.Map = None,
    sheet: import_options.Sheet = None,
    strict: import_options.Strict = False,
    with_id: import_options.WithId = None,
    care_consent: Annotated[
        str | None,
        typer.Option(
            metavar=_("DAY"),
            help=_("Day on which all with a care tag gave their separate consent in writing."),
        ),
    ] = None,
) -> None:
    from jinlin.complex.building.queries import complex_name
    from jinlin.complex.exchange.importing import import_households
    from jinlin.complex.exchange.row import NEEDED, WANTED, HouseholdTerms
    from jinlin.complex.field.own_fields import fields_of
    from jinlin.core.clock import parse_day
    from jinlin.output.importing.take import Terms, import_file

    purpose = import_options.purpose_of(with_id)
    with reading(call) as reader:
        day = parse_day(care_consent, reader.clock) if care_consent else None
        own = tuple(fields_of(reader, "household"))
        read_by = HouseholdTerms(reader.clock, day, own, complex_name(reader))
    wanted = (*WANTED, *(["id_number"] if purpose else []), *(field.name for field in own))
    terms = Terms("household", source, basis, purpose, strict=strict, mapping=map_, sheet=sheet)
    work = partial(import_households, terms=read_by, purpose=purpose)
    import_file(call, file, wanted, work, terms, needed=NEEDED)
