"""`jinlin undo`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.cli.reversing import reverse_latest, reverse_several
from jinlin.core.i18n import _
from jinlin.output.grammar import Command, called
from jinlin.store import undo as history

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("undo", cls=Command, help=_("Take the last command back, as a whole."))
def undo(
    ctx: typer.Context,
    steps: Annotated[
        int,
        typer.Argument(metavar="N", min=1, max=99, help=_("How many commands; otherwise one.")),
    ] = 1,
) -> None:
    call = called(ctx)
    if steps == 1:
        reverse_latest(call, kind="undo", find=history.to_undo)
    else:
        reverse_several(call, steps)
