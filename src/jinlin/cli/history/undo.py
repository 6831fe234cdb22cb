"""`jinlin undo`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.cli.history.reversal import reverse_latest, reverse_several
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.output.command.grammar import Command, called
from jinlin.store.history import undo as history

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("undo", cls=Command, help=_("Take the last command back, as a whole."))
def undo(
    ctx: typer.Context,
    steps: Annotated[
        int | None,
        typer.Argument(metavar="N", min=1, max=99, help=_("How many commands; otherwise one.")),
    ] = None,
    to: Annotated[
        int | None,
        typer.Option(
            metavar=_("NO"), min=1, help=_("All after this command; its number is in jinlin log.")
        ),
    ] = None,
) -> None:
    call = called(ctx)
    if steps is not None and to is not None:
        raise UsageError(_("How many, or to which?"), hint=_("Give one of N and --to."))
    if to is not None:
        reverse_several(
            call,
            kind="undo",
            plan=lambda reader, _before: history.steps_to_undo(reader, None, after=to),
            find=history.to_undo,
        )
    elif steps is None or steps == 1:
        reverse_latest(call, kind="undo", find=history.to_undo)
    else:
        reverse_several(
            call,
            kind="undo",
            plan=lambda reader, before: history.steps_to_undo(reader, steps - before),
            find=history.to_undo,
        )
