"""The line in the history (audit log) that personal data was shown in full."""

from __future__ import annotations

from contextlib import suppress

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import AlreadyDone


def log_unmasking(call: Call, *, file: str = "", persons: int = 0) -> None:
    """Leave a line in the history that personal data was shown in full.

    Args:
        call: the command.
        file: the name of the file it goes into; empty where it is only shown.
        persons: of how many people the file tells.

    Raises:
        UsageError: a rehearsal cannot leave one.
    """
    if call.dry_run:
        raise UsageError(
            _("--unmask cannot be rehearsed: the log keeps a line of it."),
            hint=_("Leave --dry-run or --unmask away."),
        )
    with suppress(AlreadyDone), writing(call) as tx:  # the log has its line; it is shown again
        tx.noteworthy = True
        said: dict[str, Value] = {"command": call.command, "file": file, "persons": persons}
        tx.describe(
            Message(
                N_("Personal data was written in full to {file}: {command}; people: {persons}")
                if file
                else N_("Personal data was shown in full: {command}"),
                said,
            ),
            reverse=Message(""),
        )
