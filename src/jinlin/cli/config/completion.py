"""`jinlin config completion`."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from jinlin.cli.shell_completion import SHELLS, script
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.output.delivery.show import done

LINES: Final = {
    "bash": "jinlin config completion --shell bash >> ~/.bashrc",
    "zsh": "jinlin config completion --shell zsh >> ~/.zshrc",
    "fish": "jinlin config completion --shell fish > ~/.config/fish/completions/jinlin.fish",
    "powershell": "jinlin config completion --shell powershell >> $PROFILE",
}
"""What keeps it for every window to come; typed once."""


def completion(
    call: Call,
    shell: Annotated[
        str | None,
        typer.Option(metavar="|".join(SHELLS), help=_("Which shell; else the one in use.")),
    ] = None,
) -> None:
    named = (shell or _shell_in_use()).lower().replace("pwsh", "powershell")
    if named not in SHELLS:
        raise UsageError(
            _("There is no completion for “{shell}”.").format(shell=named)
            if named
            else _("Nobody can tell which shell this is."),
            hint=_("Choose one with --shell: {shells}.").format(shells=_(", ").join(SHELLS)),
        )
    text = script(named)
    done(call, text, number=text, data={"shell": named, "script": text})
    call.tell(_("To keep it, type once: {line}").format(line=LINES[named]))


def _shell_in_use() -> str:
    """Return the shell this command was typed in; empty where nobody can tell."""
    import shellingham

    try:
        return str(shellingham.detect_shell()[0])
    except (shellingham.ShellDetectionFailure, OSError):
        return ""
