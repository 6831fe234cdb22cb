"""`jinlin redo`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.cli.history.reversal import reverse_latest, reverse_several
from jinlin.core.i18n import _
from jinlin.output.command.grammar import Command, called
from jinlin.store.history import undo as history

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("redo", cls=Command, help=_("Do again what the last undo took back."))
def redo(
    ctx: typer.Context,
    steps: Annotated[
        int,
        typer.Argument(
            metavar="N", min=1, max=99, help=_("How many commands to do again; otherwise one.")
        ),
    ] = 1,
) -> None:
    call = called(ctx)
    if steps == 1:
        reverse_latest(call, kind="redo", find=history.to_redo)
    else:
        reverse_several(
            call,
            kind="redo",
            plan=lambda reader, before: history.steps_to_redo(reader, steps - before),
            find=history.to_redo,
        )
