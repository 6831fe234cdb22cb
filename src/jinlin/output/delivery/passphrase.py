"""The passphrase of an encrypted backup or file: from a file, a variable, or the keyboard."""

from __future__ import annotations

from typing import Final

from jinlin.core.call import Call
from jinlin.core.errors import FileError, UsageError
from jinlin.core.files.reading import read_text
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.output.asking import secret
from jinlin.output.delivery.files import check_free
from jinlin.store.backup.encryption import SHORTEST

FOR_BACKUP: Final = (
    N_("A passphrase for the backup"),
    N_("A passphrase for the backup (at least {count} characters; nothing shows while you type)"),
)
FOR_FILE: Final = (
    N_("A passphrase for the file"),
    N_("A passphrase for the file (at least {count} characters; nothing shows while you type)"),
)
"""What a new passphrase is asked for as, in short and on a terminal."""
VARIABLE: Final = "JINLIN_PASSPHRASE"
TRIES = 3
"""So often a passphrase is asked for before the command ends."""


def old_passphrase(call: Call, file: str | None) -> str:
    """Return the passphrase that opens a backup.

    Raises:
        FileError: the file it should be in cannot be read.
        UsageError: it was not given and nobody can be asked, or the variable holds no text.
    """
    return _given(call, file) or _asked(
        call,
        _("The passphrase"),
        _("The passphrase (nothing shows while you type)"),
        by=_any_way(),
    )


def new_passphrase(call: Call, file: str | None, *, asked: tuple[str, str] = FOR_BACKUP) -> str:
    """Return the passphrase for a new backup or file; from the keyboard it is typed twice.

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
            return _typed_twice(call, asked)
        except UsageError as error:
            if not call.environment.interactive:
                raise
            call.environment.tell(f"{error.message} {_('Once more.')}")
    return _typed_twice(call, asked)


def sealing(call: Call) -> Call:
    """Return a call that writes its file encrypted, once it has the passphrase for it.

    Raises:
        FileError: there is such a file already.
        UsageError: nobody can be asked, or the file is to be opened at once.
    """
    if call.open:
        raise UsageError(
            _("An encrypted file opens only with its passphrase."), hint=_("Leave --open away.")
        )
    assert call.output is not None
    check_free(call, call.output)  # refuses before anybody types
    if call.dry_run:
        return call
    return call._replace(passphrase=new_passphrase(call, None, asked=FOR_FILE))


def _any_way() -> str:
    """Return how a passphrase is given where nobody can be asked and an option names its file."""
    return f"{as_typed('--passphrase-file')} / {VARIABLE}"


def _typed_twice(call: Call, asked: tuple[str, str]) -> str:
    short, long = asked
    by = VARIABLE if asked == FOR_FILE else _any_way()
    typed = _asked(call, _(short), _(long).format(count=SHORTEST), by=by)
    _check_length(typed)
    if _asked(call, _("The same again"), _("The same again"), by=by) != typed:
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


def _asked(call: Call, name: str, prompt: str, *, by: str) -> str:
    return secret(call, prompt if call.environment.interactive else name, option=by)


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
