"""`jinlin undo`."""

from __future__ import annotations

import typer

from jinlin.cli.reversing import reverse_latest
from jinlin.core.i18n import _
from jinlin.output.grammar import Command, called
from jinlin.store import undo as history

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("undo", cls=Command, help=_("Take the last command back, as a whole."))
def undo(ctx: typer.Context) -> None:
    reverse_latest(called(ctx), kind="undo", find=history.to_undo)
