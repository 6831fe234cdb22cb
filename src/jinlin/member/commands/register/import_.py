"""`jinlin member import`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.output.command import import_options
from jinlin.output.command.grammar import called
from jinlin.store.command.command import reading


def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The roster."))],
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: import_options.Map = None,
    sheet: import_options.Sheet = None,
    with_id: import_options.WithId = None,
    strict: import_options.Strict = False,
) -> None:
    from jinlin.complex.field.own_fields import fields_of
    from jinlin.member.exchange.importing import import_members
    from jinlin.member.exchange.roster import NEEDED, WANTED
    from jinlin.output.importing import take

    call = called(ctx)
    purpose = import_options.purpose_of(with_id)
    with reading(call) as reader:
        own = fields_of(reader, "member")
    wanted = (*WANTED, *(["id_number"] if purpose else []), *(field.name for field in own))
    tables = take.open_table(call, file, wanted, mapping=map_ or (), sheet=sheet, needed=NEEDED)
    take.take(
        call,
        tables,
        partial(import_members, own=own, purpose=purpose),
        take.Terms("member", source, basis, purpose, strict=strict),
    )
