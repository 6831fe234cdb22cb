"""`jinlin issue import`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.issue.importing import import_issues
from jinlin.issue.notebook import WANTED
from jinlin.output import import_options
from jinlin.output.grammar import called
from jinlin.output.importing import open_table, origin_note, refuse_any, report
from jinlin.store.command import writing


def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The notebook: xlsx or csv."))],
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="内容=title", help=_("What an unusual header means.")),
    ] = None,
    sheet: import_options.Sheet = None,
    strict: import_options.Strict = False,
) -> None:
    call = called(ctx)
    table = open_table(call, file, WANTED, mapping=map_ or (), sheet=sheet)
    table.headers.require("reported_at", "title")
    with writing(call) as tx:
        imported = import_issues(tx, table.rows(), origin=origin_note(source, basis))
        if strict:
            refuse_any(imported.outcome)
    notes = []
    if imported.unsorted:
        notes.append(
            _("Without a category, and now under 其他: {count}. See: {command}").format(
                count=imported.unsorted, command="jinlin issue list --category 其他"
            )
        )
    report(call, table, imported.outcome, notes=notes)
