"""`jinlin db backup`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from jinlin.cli.database.passphrase_file import PassphraseFile
from jinlin.cli.database.problems import problems, refuse_praise
from jinlin.core.call import Call
from jinlin.core.clock import computer_time
from jinlin.core.config import database_path
from jinlin.core.errors import FileError
from jinlin.core.i18n import N_, _
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import FILE
from jinlin.output.delivery.passphrase import new_passphrase
from jinlin.output.delivery.show import done
from jinlin.store.backup import backup as backups


def backup(
    call: Call,
    target: Annotated[
        str | None,
        FILE.argument(
            help=N_("Where to; otherwise a dated name in the folder 备份 beside the database."),
        ),
    ] = None,
    encrypt: Annotated[bool, flag("--encrypt", help=N_("Encrypt it with a passphrase."))] = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    source = database_path(call)
    named = _named(call, target) if target else None
    sealed = encrypt or passphrase_file is not None
    moment = computer_time(call.environment.now())
    wrong = problems(call)
    backups.name_for(source, moment, named, sealed=sealed)  # refuses before anybody types
    passphrase = new_passphrase(call, passphrase_file) if sealed else None
    if call.dry_run:
        done(call, _("The database {path} would be backed up.").format(path=source))
        refuse_praise(wrong)
        return
    copy = backups.back_up(
        source, moment, named, passphrase=passphrase, flawed_too=True, rotate=not wrong
    )
    path = copy.path.absolute()
    if copy.strange:
        said = _("A copy is at {path}.")
    elif sealed:
        said = _(
            "Backed up to {path}; the copy was compared row by row before it was encrypted, and"
            " the file read back."
        )
    else:
        said = _("Backed up to {path}; the copy was opened and compared row by row.")
    done(
        call,
        said.format(path=path),
        number=str(path),
        data={"path": str(path), "encrypted": sealed},
    )
    backups.tell_removed(call, copy)
    if sealed:
        call.tell(_("Without the passphrase nobody can open it, not even jinlin: keep it safe."))
    refuse_praise(wrong, copy.strange)


def _named(call: Call, target: str) -> Path:
    """Return where a copy is to go; what ends like a folder must be one.

    Raises:
        FileError: there is no such folder.
    """
    named = call.environment.path(target)
    if target.endswith(("/", os.sep)) and not os.path.isdir(named):  # noqa: PTH112  (Path.is_dir raises for names too long)
        raise FileError(
            _("There is no folder {path}.").format(path=named),
            hint=_("Create it, or leave the stroke at the end away to name the copy so."),
        )
    return named
