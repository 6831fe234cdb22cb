"""`jinlin config completion`."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated, Final

from jinlin.cli.shell_completion import SHELLS, script
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.output.command.kind import WordKind
from jinlin.output.delivery.show import done

LINES: Final = {
    "bash": "jinlin config completion --shell bash >> ~/.bashrc",
    "zsh": "jinlin config completion --shell zsh >> ~/.zshrc",
    "fish": "jinlin config completion --shell fish > ~/.config/fish/completions/jinlin.fish",
    "powershell": "jinlin config completion --shell powershell >> $PROFILE",
}
"""What keeps it for every window to come; typed once."""


def _shell(text: str) -> str:
    """Read the name of a shell.

    Raises:
        UsageError: it is none that can complete.
    """
    named = text.lower().replace("pwsh", "powershell")
    if named not in SHELLS:
        raise UsageError(
            _("There is no completion for “{shell}”.").format(shell=named)
            if named
            else _("Nobody can tell which shell this is."),
            hint=_("Choose one with --shell: {shells}.").format(shells=_(", ").join(SHELLS)),
        )
    return named


SHELL: Final = WordKind("shell", "|".join(SHELLS), _shell)


def completion(
    call: Call,
    shell: Annotated[str | None, SHELL.option(help=N_("Which shell; else the one in use."))] = None,
) -> None:
    used = shell or _shell(_shell_in_use(call))
    text = script(used)
    done(call, text, number=text, data={"shell": used, "script": text})
    call.tell(_("To keep it, type once: {line}").format(line=LINES[used]))


def _shell_in_use(call: Call) -> str:
    """Return the shell this command was typed in, else the user's own; empty where none is known.

    What was started by another program than a shell, such as a launcher, was typed in none.
    """
    import shellingham

    try:
        return str(shellingham.detect_shell()[0])
    except (shellingham.ShellDetectionFailure, OSError):
        return PurePath(call.environment.variables.get("SHELL", "")).name
