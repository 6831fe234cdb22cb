"""`jinlin db restore`."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import reduce
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from jinlin.cli.db_problems import problems_of
from jinlin.complex.queries import complex_name
from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.output.asking import confirm
from jinlin.output.grammar import called
from jinlin.output.show import done, tell
from jinlin.store.command import looking_at
from jinlin.store.file import read_header
from jinlin.store.kept import FOLDER, backups_of, newest_good
from jinlin.store.replacing import replace
from jinlin.store.restore import BackupError, Content, looked_at, opened, read_backup
from jinlin.store.sealing import is_sealed
from jinlin.store.tx import Reader


class Held(NamedTuple):
    """What a database holds, so far as two can be compared.

    Attributes:
        complex: what the complex is called.
        commands: the digests of its commands, which no other database has.
        last: the moment of the last of them, as text; empty where there is none.
    """

    complex: str
    commands: frozenset[str]
    last: str


def restore(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar=_("FILE"), help=_("The backup."))],
    passphrase_file: Annotated[
        str | None,
        typer.Option(metavar=_("FILE"), help=_("Where the passphrase is; for scripts.")),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=_("Also over the database of another complex."))
    ] = False,
) -> None:
    call = called(ctx)
    chosen = call.environment.path(source).absolute()
    target = database_path(call).absolute()
    with ExitStack() as stack:
        with _another_named(chosen, target):
            content = _content(call, chosen, target, passphrase_file)
            backup = stack.enter_context(looked_at(call, chosen, content))
            wrong = problems_of(backup)
        text = _what_happens(backup, chosen, _present(call, target), target, force=force)
        if call.dry_run:
            done(call, text, data={"path": str(target), "kept": ""})
            _tell_wrong(call, wrong)
            return
        if target.exists():
            _tell_wrong(call, wrong)
            confirm(call, text)
        kept = replace(backup.connection, target, call.environment.now().astimezone())
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
    else:
        _tell_wrong(call, wrong)
    if not content.vouched:
        tell(call, _("It had no digest beside it; its history was checked instead, and fits."))


def _content(call: Call, chosen: Path, target: Path, passphrase_file: str | None) -> Content:
    """Read and decrypt a backup.

    Raises:
        StoreError: there is none, it is the database itself, or the database is none of jinlin's.
    """
    data = _read(chosen, target)
    if chosen == target or (target.exists() and chosen.samefile(target)):
        raise StoreError(_("The backup is the database itself."), hint=_("Name another file."))
    _check_target(target)
    passphrase = None
    if is_sealed(data):
        from jinlin.cli.passphrase import old_passphrase

        passphrase = old_passphrase(call, passphrase_file)
    return opened(chosen, data, passphrase)


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


def _check_target(target: Path) -> None:
    """Refuse to replace a file that is something else.

    What is empty holds nothing; what has backups was a database, however damaged it is now.

    Raises:
        StoreError: it is no database of jinlin, or cannot be read.
    """
    if not target.exists():
        return
    try:
        with target.open("rb") as file:
            header = file.read(100)
        if header.strip(b"\0") and not (target.suffix == ".db" and backups_of(target)):
            read_header(target, header)
    except (OSError, StoreError) as error:
        raise StoreError(
            _("{path} is not a jinlin database, and is not replaced.").format(path=target),
            hint=_(
                "Name another file with --db; if it was the database and is damaged, move it"
                " elsewhere and type the command again."
            ),
            detail=str(error),
        ) from error


@contextmanager
def _another_named(chosen: Path, target: Path) -> Iterator[None]:
    """Name another backup where one is spoilt."""
    try:
        yield
    except BackupError as error:
        good = newest_good(target, but=chosen)
        raise StoreError(
            error.message,
            hint=_("Take another one; the latest good one is {path}.").format(path=good)
            if good
            else _("Take another one, if there is one; beside the database lies no good one."),
            detail=error.detail,
        ) from error


def _held(reader: Reader) -> Held:
    rows = reader.rows("SELECT at, digest FROM entry ORDER BY seq")
    return Held(
        complex_name(reader),
        frozenset(str(row["digest"]) for row in rows),
        f"{reader.clock.local(rows[-1]['at']):%Y-%m-%d %H:%M}" if rows else "",
    )


def _present(call: Call, target: Path) -> Held | None:
    """Return what the database holds that is to be replaced; None where it cannot be read."""
    try:
        if target.exists():
            with looking_at(call) as reader:
                return _held(reader)
    except (StoreError, sqlite3.DatabaseError, ValueError):
        pass
    return None


def _what_happens(
    reader: Reader, chosen: Path, present: Held | None, target: Path, *, force: bool
) -> str:
    """Say what a restore replaces by what.

    Raises:
        StoreError: it would replace the database of another complex.
    """
    backup = _held(reader)
    said = [
        _("The database {target} is replaced by {source}.").format(target=target, source=chosen),
        _("The backup is of {complex}, its last command of {moment}.").format(
            complex=backup.complex, moment=backup.last
        ),
    ]
    if present is not None:
        lost = len(present.commands - backup.commands)
        if (
            not force
            and present.complex != backup.complex
            and backup.commands.isdisjoint(present.commands)
        ):
            raise StoreError(
                _(
                    "The backup is of {complex}, but the database {target} is of {other}; it was"
                    " not touched."
                ).format(complex=backup.complex, target=target, other=present.complex),
                hint=_("Name another file with --db, or replace it all the same with --force."),
            )
        said.append(
            _("The database is of {complex}; it has {count} commands that the backup lacks.")
            .format(complex=present.complex, count=lost)
        )  # fmt: skip
    elif target.exists():
        said.append(_("The database cannot be read as it is now."))
    return reduce(lambda one, other: _("{said} {more}").format(said=one, more=other), said)


def _tell_wrong(call: Call, wrong: list[str]) -> None:
    """Say that what comes back is not as it should be."""
    if wrong:
        tell(
            call,
            _("The data of this backup did not pass the check. {what}. See: jinlin db check")
            .format(what=wrong[0]),
        )  # fmt: skip
