"""The passphrase of an encrypted backup: from a file, a variable, or the keyboard."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from jinlin.core.call import Call
from jinlin.core.errors import FileError, UsageError
from jinlin.core.files.reading import read_text
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.output.asking import secret
from jinlin.output.command.kinds import FILE
from jinlin.store.backup.encryption import SHORTEST

PassphraseFile: TypeAlias = Annotated[
    str | None,
    FILE.option(help=N_("Where the passphrase is; for scripts.")),
]
VARIABLE = "JINLIN_PASSPHRASE"
TRIES = 3
"""So often a passphrase is asked for before the command ends."""


def old_passphrase(call: Call, file: str | None) -> str:
    """Return the passphrase that opens a backup.

    Raises:
        FileError: the file it should be in cannot be read.
        UsageError: it was not given and nobody can be asked, or the variable holds no text.
    """
    return _given(call, file) or _asked(
        call, _("The passphrase"), _("The passphrase (nothing shows while you type)")
    )


def new_passphrase(call: Call, file: str | None) -> str:
    """Return the passphrase for a new backup; from the keyboard it is typed twice.

    What is too short or typed differently is asked for again, up to three times.

    Raises:
        FileError: the file it should be in cannot be read.
        UsageError: it is too short, typed differently, no text, or nobody can be asked.
    """
    if given := _given(call, file):
        _check_length(given)
        return given
    for _try in range(TRIES - 1):
        try:
            return _typed_twice(call)
        except UsageError as error:
            if not call.environment.interactive:
                raise
            call.environment.tell(f"{error.message} {_('Once more.')}")
    return _typed_twice(call)


def _typed_twice(call: Call) -> str:
    typed = _asked(
        call,
        _("A passphrase for the backup"),
        _(
            "A passphrase for the backup (at least {count} characters; nothing shows while you"
            " type)"
        ).format(count=SHORTEST),
    )
    _check_length(typed)
    if _asked(call, _("The same again"), _("The same again")) != typed:
        raise UsageError(_("The two passphrases differ."), hint=_("Type the command again."))
    return typed


def _check_length(passphrase: str) -> None:
    if len(passphrase) < SHORTEST:
        raise UsageError(
            _("The passphrase is too short."),
            hint=_("Take at least {count} characters, better four unrelated words.").format(
                count=SHORTEST
            ),
        )


def _asked(call: Call, name: str, prompt: str) -> str:
    return secret(
        call,
        prompt if call.environment.interactive else name,
        option=f"{as_typed('--passphrase-file')} / {VARIABLE}",
    )


def _given(call: Call, file: str | None) -> str:
    if file is None:
        return _in_variable(call)
    path = call.environment.path(file)
    text = read_text(path)
    first = text.partition("\n")[0].strip("\r")
    if not first:
        raise FileError(
            _("{path} is empty.").format(path=path),
            hint=_("Name a text file with the passphrase in its first line."),
        )
    return first


def _in_variable(call: Call) -> str:
    given = call.environment.variables.get(VARIABLE, "")
    try:
        given.encode()
    except UnicodeEncodeError as error:
        raise UsageError(
            _("The passphrase in {variable} is not text in UTF-8.").format(variable=VARIABLE),
            hint=_("Write it into a text file in UTF-8 and name that: --passphrase-file FILE."),
        ) from error
    return given
