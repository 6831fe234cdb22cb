"""`jinlin member import`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.output import import_options
from jinlin.output.grammar import called
from jinlin.store.command import writing


def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The roster."))],
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: import_options.Map = None,
    sheet: import_options.Sheet = None,
    strict: import_options.Strict = False,
) -> None:
    from jinlin.member.importing import import_members
    from jinlin.member.roster import WANTED
    from jinlin.output.importing import open_table, origin_note, refuse_any, report

    call = called(ctx)
    table = open_table(call, file, WANTED, mapping=map_ or (), sheet=sheet)
    table.headers.require("name")
    with writing(call) as tx:
        taken = import_members(tx, table.rows(), origin=origin_note(source, basis))
        if strict:
            refuse_any(taken.outcome)
    by_name = _(", ").join(person.label for person in taken.by_name)
    notes = [
        _("Taken to be people known here, by the name alone: {people}.").format(people=by_name)
    ]
    report(call, table, taken.outcome, notes=notes if by_name else ())
