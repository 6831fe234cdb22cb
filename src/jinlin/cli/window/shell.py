"""`jinlin shell`: the window."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.line.option_names import as_typed


def shell(call: Call) -> None:
    environment = call.environment
    if environment.window is not None:
        raise UsageError(
            _("This is the window."), hint=_("Type a command, or a number of the menu.")
        )
    if not (environment.interactive and environment.stdout.isatty()):
        raise UsageError(_("The window needs a terminal."), hint=_("Type: jinlin today"))
    for option, said in (
        ("--dry-run", call.dry_run), ("--yes", call.yes), ("--json", call.json),
        ("--quiet", call.quiet), ("--operation", call.operation),
    ):  # fmt: skip
        if said:
            raise UsageError(
                _("{option} does not hold for a whole window.").format(option=as_typed(option)),
                hint=_("Type it with each command in the window."),
            )
    from jinlin.cli.window.prompt import Prompt
    from jinlin.cli.window.window import TypingWindow

    TypingWindow(call, Prompt()).stay()
