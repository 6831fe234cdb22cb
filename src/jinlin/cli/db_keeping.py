"""`jinlin db path`, `backup` and `upgrade`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from jinlin.cli.db_problems import problems
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError
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
    sealed = encrypt or passphrase_file is not None
    moment = call.environment.now().astimezone()
    wrong = problems(call)
    backups.name_for(source, moment, named, sealed=sealed)  # refuses before anybody types
    passphrase = None
    if sealed:
        from jinlin.cli.passphrase import new_passphrase

        passphrase = new_passphrase(call, passphrase_file)
    if call.dry_run:
        done(call, _("The database {path} would be backed up.").format(path=source))
        _refuse_praise(wrong)
        return
    copy = backups.back_up(
        source, moment, named, passphrase=passphrase, flawed_too=True, rotate=not wrong
    )
    path = copy.path.absolute()
    done(
        call,
        _("A copy is at {path}.").format(path=path)
        if copy.strange
        else _("Backed up to {path}; the copy was opened and compared row by row.").format(
            path=path
        ),
        number=str(path),
        data={"path": str(path), "encrypted": sealed},
    )
    backups.tell_removed(call, copy)
    if sealed:
        tell(call, _("Without the passphrase nobody can open it, not even jinlin: keep it safe."))
    if copy.strange:
        raise StoreError(
            _(
                "The copy is kept, but jinlin could not restore it: it has parts that jinlin did"
                " not make, or lacks some: {parts}."
            ).format(parts=_(", ").join(copy.strange[:3])),
            hint=_("Look with jinlin db check; what another program added must be removed by it."),
        )
    _refuse_praise(wrong)


def _refuse_praise(wrong: Sequence[str]) -> None:
    """Say that what was copied is not as it should be.

    Raises:
        StoreError: there is anything wrong.
    """
    if wrong:
        raise StoreError(
            _("The data did not pass the check. {what}.").format(what=wrong[0]),
            hint=_(
                "A copy of it has the same fault, and no older backup was removed."
                " See: jinlin db check"
            ),
        )


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
