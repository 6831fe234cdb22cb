"""`jinlin elevator import`: payments from a bank list."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.elevator.commands.money.common import ProjectOption, Running, book_of
from jinlin.elevator.ledger import parse_method
from jinlin.elevator.projects import project
from jinlin.output import import_options
from jinlin.output.grammar import called
from jinlin.store.command import reading


def import_(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar=_("FILE"), help=_("xlsx, xls or csv: door, amount paid, day.")),
    ],
    method: Annotated[
        str,
        typer.Option(metavar=_("WORD"), help=_("How it was paid, where the list does not say.")),
    ] = "transfer",
    running: Running = False,
    project_: ProjectOption = None,
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: import_options.Map = None,
    sheet: import_options.Sheet = None,
    strict: import_options.Strict = False,
) -> None:
    from jinlin.elevator.bank_list import NEEDED, WANTED, Terms, take_payments
    from jinlin.output.importing import Terms as ImportTerms
    from jinlin.output.importing import open_table, take

    call = called(ctx)
    way = parse_method(method)
    with reading(call) as reader:
        which = project(reader, project_)
    tables = open_table(call, file, WANTED, mapping=map_ or (), sheet=sheet, needed=NEEDED)
    take(
        call,
        tables,
        partial(take_payments, terms=Terms(which, book_of(running), way)),
        ImportTerms("elevator", source, basis, strict=strict),
    )
