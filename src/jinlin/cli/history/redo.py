"""`jinlin redo`."""

from __future__ import annotations

from typing import Annotated

from jinlin.cli.history.reversal import STEPS, reverse_latest, reverse_several
from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.store.history import undo as history


def redo(
    call: Call,
    steps: Annotated[
        int, STEPS.argument(help=N_("How many commands to do again; otherwise one."))
    ] = 1,
) -> None:
    if steps == 1:
        reverse_latest(call, kind="redo", find=history.to_redo)
    else:
        reverse_several(
            call,
            kind="redo",
            plan=lambda reader, before: history.steps_to_redo(reader, steps - before),
            find=history.to_redo,
        )
