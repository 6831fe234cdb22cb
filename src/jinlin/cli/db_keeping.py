"""`jinlin db path`, `backup` and `upgrade`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.config import database_path
from jinlin.core.i18n import _
from jinlin.output.grammar import called
from jinlin.output.show import done, tell
from jinlin.store import backup as backups
from jinlin.store import upgrade as upgrades
from jinlin.store.command import bring_up_to_date, refuse_strange
from jinlin.store.file import check_header


def path(ctx: typer.Context) -> None:
    call = called(ctx)
    found = database_path(call).absolute()
    check_header(found)
    done(call, str(found), number=str(found), data={"path": str(found)})


def backup(
    ctx: typer.Context,
    target: Annotated[
        str | None,
        typer.Argument(
            metavar=_("FILE"),
            help=_("Where to; otherwise a dated name in the folder 备份 beside the database."),
        ),
    ] = None,
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help=_("Encrypt it with a passphrase."))
    ] = False,
    passphrase_file: Annotated[
        str | None,
        typer.Option(metavar=_("FILE"), help=_("Where the passphrase is; for scripts.")),
    ] = None,
) -> None:
    call = called(ctx)
    source = database_path(call)
    named = call.environment.path(target) if target else None
    check_header(source)
    if call.dry_run:
        done(call, _("The database {path} would be backed up.").format(path=source))
        return
    passphrase = None
    if encrypt or passphrase_file:
        from jinlin.cli.passphrase import new_passphrase

        passphrase = new_passphrase(call, passphrase_file)
    moment = call.environment.now().astimezone()
    copy = backups.back_up(source, moment, named, passphrase=passphrase).absolute()
    done(
        call,
        _("Backed up to {path}; the copy was opened and compared row by row.").format(path=copy),
        number=str(copy),
        data={"path": str(copy), "encrypted": passphrase is not None},
    )
    if passphrase is not None:
        tell(call, _("Without the passphrase nobody can open it, not even jinlin: keep it safe."))


def upgrade(ctx: typer.Context) -> None:
    call = called(ctx)
    found = database_path(call).absolute()
    before = check_header(found)
    if not call.dry_run:
        bring_up_to_date(found, call)
        refuse_strange(found)
    new = upgrades.VERSION
    done(
        call,
        _("{path} is of version {version} already; nothing to do.").format(
            path=found, version=before
        )
        if before >= new
        else _("{path} goes from version {old} to {new}.").format(path=found, old=before, new=new),
        number=str(max(new, before)),
        data={"path": str(found), "before": before, "version": max(new, before)},
    )
