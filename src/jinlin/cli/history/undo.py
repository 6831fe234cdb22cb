"""`jinlin undo`."""

from __future__ import annotations

from typing import Annotated

from jinlin.cli.history.reversal import STEPS, reverse_latest, reverse_several
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.output.command.kinds import COUNT
from jinlin.store.history import undo as history


def undo(
    call: Call,
    steps: Annotated[
        int | None, STEPS.argument(help=N_("How many commands; otherwise one."))
    ] = None,
    to: Annotated[
        int | None,
        COUNT.option(
            called=N_("NO"), help=N_("All after this command; its number is in jinlin log.")
        ),
    ] = None,
) -> None:
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
