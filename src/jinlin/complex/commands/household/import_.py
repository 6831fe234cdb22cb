"""`jinlin household import`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.core.said import SaidDay
from jinlin.output.command.import_options import ImportWords, WithId
from jinlin.output.command.kinds import DAY, FILE
from jinlin.store.command.command import reading


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=N_("The roster: xlsx, xls, csv or JSON."))],
    words: ImportWords,
    with_id: WithId = None,
    care_consent: Annotated[
        SaidDay | None,
        DAY.option(
            called=N_("DAY"),
            help=N_("Day on which all with a care tag gave their separate consent in writing."),
        ),
    ] = None,
) -> None:
    from jinlin.complex.building.queries import complex_name
    from jinlin.complex.exchange.importing import import_households
    from jinlin.complex.exchange.row import NEEDED, WANTED, HouseholdTerms
    from jinlin.complex.field.own_fields import fields_of
    from jinlin.output.importing.take import Terms, import_file

    with reading(call) as reader:
        day = care_consent.on(reader.clock) if care_consent else None
        own = tuple(fields_of(reader, "household"))
        read_by = HouseholdTerms(reader.clock, day, own, complex_name(reader))
    wanted = (*WANTED, *(["id_number"] if with_id else []), *(field.name for field in own))
    terms = Terms("household", *words, with_id)
    work = partial(import_households, terms=read_by, purpose=with_id)
    import_file(call, file, wanted, work, terms, needed=NEEDED)
