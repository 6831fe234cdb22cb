"""`jinlin db`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from jinlin.core.config import database_path
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.output.asking import confirm
from jinlin.output.grammar import Command, called, noun
from jinlin.output.show import done, tell
from jinlin.store import backup as backups
from jinlin.store.file import check_header

app = noun(_("Where the data is; backup and restore."))


@app.command("path", cls=Command, help=_("Say where the database is."))
def path(ctx: typer.Context) -> None:
    call = called(ctx)
    found = database_path(call).absolute()
    check_header(found)
    done(call, str(found), number=str(found), data={"path": str(found)})


@app.command("backup", cls=Command, help=_("Copy the database and check the copy."))
def backup(
    ctx: typer.Context,
    target: Annotated[
        str | None,
        typer.Argument(
            metavar=_("FILE"),
            help=_("Where to; otherwise a dated name in the folder 备份 beside the database."),
        ),
    ] = None,
) -> None:
    call = called(ctx)
    source = database_path(call)
    named = call.environment.path(target) if target else None
    if call.dry_run:
        check_header(source)
        done(call, _("The database {path} would be backed up.").format(path=source))
        return
    moment = call.environment.now().astimezone()
    copy = backups.back_up(source, moment, named).absolute()
    done(
        call,
        _("Backed up to {path}; the copy was opened and checked.").format(path=copy),
        number=str(copy),
        data={"path": str(copy)},
    )


@app.command("restore", cls=Command, help=_("Put a backup in the place of the database."))
def restore(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The backup."))],
) -> None:
    call = called(ctx)
    chosen = call.environment.path(source).absolute()
    target = database_path(call).absolute()
    _check_backup(chosen, target)
    if chosen == target:
        raise StoreError(_("The backup is the database itself."), hint=_("Name another file."))
    text = _("The database {target} is replaced by {source}.").format(target=target, source=chosen)
    if call.dry_run:
        done(call, text)
        return
    if target.exists():
        confirm(call, text)
    kept = backups.restore(chosen, target, call.environment.now().astimezone())
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


def _check_backup(chosen: Path, target: Path) -> None:
    """Refuse what is no backup, in words that leave the database alone.

    Raises:
        StoreError: there is no such file, or it is not ours.
    """
    try:
        check_header(chosen)
    except StoreError as error:
        raise StoreError(
            _("{path} is not a backup of jinlin; the database is as it was.").format(path=chosen)
            if os.path.lexists(chosen)
            else _("There is no backup at {path}; the database is as it was.").format(path=chosen),
            hint=_("Backups are usually in {folder}.").format(
                folder=target.parent / backups.FOLDER
            ),
            detail=error.detail,
        ) from error
