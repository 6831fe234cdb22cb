"""`jinlin member import`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.output.grammar import called
from jinlin.store.command import writing


def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The roster."))],
    source: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("Where the file comes from."))
    ] = None,
    basis: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("On what basis it may be used."))
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar=_("HEADER=FIELD"), help=_("What an unusual header means.")),
    ] = None,
    sheet: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("Which sheet of a workbook."))
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=_("Take all rows or none."))] = False,
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
