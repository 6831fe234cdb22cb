"""`jinlin db restore`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from jinlin.core.config import database_path
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.output.asking import confirm
from jinlin.output.grammar import called
from jinlin.output.show import done, tell
from jinlin.store.file import read_header
from jinlin.store.kept import FOLDER
from jinlin.store.restore import opened, read_backup
from jinlin.store.restore import restore as put_back
from jinlin.store.sealing import is_sealed


def restore(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The backup."))],
    passphrase_file: Annotated[
        str | None,
        typer.Option(metavar=_("FILE"), help=_("Where the passphrase is; for scripts.")),
    ] = None,
) -> None:
    call = called(ctx)
    chosen = call.environment.path(source).absolute()
    target = database_path(call).absolute()
    data = _read(chosen, target)
    if chosen == target or (target.exists() and chosen.samefile(target)):
        raise StoreError(_("The backup is the database itself."), hint=_("Name another file."))
    text = _("The database {target} is replaced by {source}.").format(target=target, source=chosen)
    if call.dry_run:
        done(call, text, data={"path": str(target), "kept": ""})
        return
    passphrase = None
    if is_sealed(data):
        from jinlin.cli.passphrase import old_passphrase

        passphrase = old_passphrase(call, passphrase_file)
    content = opened(chosen, data, passphrase)
    if target.exists():
        confirm(call, text)
    kept = put_back(call, chosen, content, target, call.environment.now().astimezone())
    done(
        call,
        _("Restored {source}; what was done after it is not in the database.").format(
            source=chosen
        ),
        number=str(target),
        data={"path": str(target), "kept": str(kept or "")},
    )
    if kept:
        tell(call, _("The replaced database is kept at {path}.").format(path=kept))
    if not content.vouched:
        tell(call, _("It had no digest beside it; its history was checked instead, and fits."))


def _read(chosen: Path, target: Path) -> bytes:
    """Read a backup; refuse what is none, in words that leave the database alone.

    Raises:
        StoreError: there is no such file, it is not ours, or not as it was written.
    """
    there = os.path.lexists(chosen)
    try:
        with chosen.open("rb") as file:
            header = file.read(100)
        if not is_sealed(header):
            read_header(chosen, header)
    except (OSError, StoreError) as error:
        raise StoreError(
            _("{path} is not a backup of jinlin; the database is as it was.").format(path=chosen)
            if there
            else _("There is no backup at {path}; the database is as it was.").format(path=chosen),
            hint=_("Backups are usually in {folder}.").format(folder=target.parent / FOLDER),
            detail=str(error),
        ) from error
    return read_backup(chosen)
