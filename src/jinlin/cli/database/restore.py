"""`jinlin db restore`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import reduce
from pathlib import Path
from typing import Annotated

from jinlin.cli.database.passphrase_file import PassphraseFile
from jinlin.cli.database.problems import problems_of
from jinlin.cli.database.replacement import (
    DatabaseIdentity,
    Present,
    check_may_go,
    identity_of,
    present,
)
from jinlin.core.call import Call
from jinlin.core.clock import computer_time
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError
from jinlin.core.files.reading import check_regular
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.typed import about
from jinlin.output.asking import confirm
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import FILE
from jinlin.output.delivery.passphrase import old_passphrase
from jinlin.output.delivery.show import done
from jinlin.person.erasure.forgotten import still_known
from jinlin.store.backup.encryption import is_sealed
from jinlin.store.backup.kept import newest_good
from jinlin.store.backup.restore import BackupContent, BackupError, looked_at, opened, read_backup
from jinlin.store.command.replace import replace
from jinlin.store.file.header import read_header
from jinlin.store.file.own_files import FOLDER
from jinlin.store.file.standing import look
from jinlin.store.transaction.tx import Reader


def restore(
    call: Call,
    source: Annotated[str, FILE.argument(help=N_("The backup."))],
    passphrase_file: PassphraseFile = None,
    force: Annotated[
        bool,
        flag("--force", help=N_("Also over the database of another complex or newer one.")),
    ] = False,
) -> None:
    chosen = call.environment.path(source).absolute()
    target = database_path(call).absolute()
    with ExitStack() as stack:
        with _another_named(chosen, target):
            data = read_named(chosen, target)
            there = present(call, target)
            content = content_of(call, chosen, data, passphrase_file)
            backup = stack.enter_context(looked_at(call, chosen, content))
            wrong = problems_of(backup)
        coming = identity_of(backup)
        if not force:
            check_may_go(there, coming, target)
        text = _what_happens(backup, coming, chosen, there, target)
        back = _brought_back(backup, coming, there.held)
        if call.dry_run:
            done(call, text, data={"path": str(target), "kept": "", "brought_back": back})
            _tell_wrong(call, wrong, target)
            _tell_back(call, back, target)
            return
        if there.seen:
            _tell_wrong(call, wrong, target)
            _tell_back(call, back, target)
            confirm(call, text)
        moment = computer_time(call.environment.now())
        kept = replace(backup.connection, target, moment, there.seen)
    done(
        call,
        (
            _("Restored {source} to {target}; what was done after it is not in the database.")
            if kept
            else _("Restored {source} to {target}.")
        ).format(source=chosen, target=target),
        number=str(target),
        data={"path": str(target), "kept": str(kept or ""), "brought_back": back},
    )
    if kept:
        call.tell(_("The replaced database is kept at {path}.").format(path=kept))
    else:
        _tell_wrong(call, wrong, target)
    if not content.vouched:
        call.tell(_("It had no digest beside it; its history was checked instead, and fits."))


def content_of(call: Call, chosen: Path, data: bytes, passphrase_file: str | None) -> BackupContent:
    """Decrypt a backup.

    Raises:
        StoreError: the passphrase is not right.
    """
    passphrase = old_passphrase(call, passphrase_file) if is_sealed(data) else None
    return opened(chosen, data, passphrase)


def read_named(chosen: Path, target: Path, *, as_written: bool = True) -> bytes:
    """Read a backup; refuse what is none, in words that leave the database alone.

    Args:
        chosen: the file.
        target: the database.
        as_written: it must be as it was written; a copy that is worked in is not.

    Raises:
        StoreError: there is no such file, it is not ours, not as it was written, or the database.
    """
    try:
        check_regular(chosen)
        with chosen.open("rb") as file:
            header = file.read(100)
        if not is_sealed(header):
            read_header(chosen, header)
    except (OSError, StoreError) as error:
        hint = _("Backups are usually in {folder}.").format(folder=target.parent / FOLDER)
        if isinstance(error, StoreError):
            said = _("{path} is not a backup of jinlin; the database is as it was.")
        elif not os.path.lexists(chosen):
            said = _("There is no backup at {path}; the database is as it was.")
        else:
            said = _("The backup {path} cannot be read; the database is as it was.")
            hint = _("Check that it is a file and that you may read it.")
        raise StoreError(said.format(path=chosen), hint=hint, detail=str(error)) from error
    there = look(target)
    if there and os.path.samestat(chosen.stat(), there):
        raise StoreError(_("The backup is the database itself."), hint=_("Name another file."))
    return read_backup(chosen, as_written=as_written)


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


def _what_happens(
    backup: Reader, coming: DatabaseIdentity, chosen: Path, there: Present, target: Path
) -> str:
    """Say what a restore replaces by what."""
    last = backup.moment(backup.value("SELECT at FROM entry ORDER BY seq DESC LIMIT 1") or "")
    said = [
        (
            _("The database {target} is replaced by {source}.")
            if there.seen
            else _("The backup {source} is restored to {target}.")
        ).format(target=target, source=chosen),
        _("The backup is of {complex}, its last command of {moment}.").format(
            complex=coming.complex,
            moment=f"{last:%Y-%m-%d %H:%M}" if last else "",
        ),
    ]
    if there.held.commands is not None:
        lost = there.held.commands - (coming.commands or frozenset())
        said.append(
            _("The database is of {complex}; it has {count} commands that the backup lacks.")
            .format(complex=there.held.complex, count=len(lost))
        )  # fmt: skip
    elif there.newer:
        said.append(_("The database is of a newer version; nobody looked at what is in it."))
    elif there.seen:
        said.append(_("The database cannot be read as it is now."))
    return reduce(lambda one, other: _("{said} {more}").format(said=one, more=other), said)


def _brought_back(backup: Reader, coming: DatabaseIdentity, held: DatabaseIdentity) -> list[str]:
    """Return whom a backup of the same database still knows though they were forgotten."""
    if not (held.commands and coming.commands and held.commands & coming.commands):
        return []
    return still_known(backup, held.forgotten)


def _tell_wrong(call: Call, wrong: list[str], target: Path) -> None:
    """Say that what comes back is not as it should be."""
    if wrong:
        call.tell(
            _("The data of this backup did not pass the check. {what}. See: {command}").format(
                what=wrong[0], command=about(target, as_spoken("jinlin db check"), call.environment)
            ),
        )


def _tell_back(call: Call, back: list[str], target: Path) -> None:
    """Say who would be there again that was forgotten for good."""
    if back:
        forget = [
            about(target, as_spoken(f"jinlin member forget {number}"), call.environment)
            for number in back
        ]
        call.tell(
            _(
                "In the backup are people whom the database has forgotten for good: {people}."
                " Once it is restored, forget them again: {commands}"
            ).format(
                people=_(", ").join(back),
                commands=_("; ").join(forget),
            ),
        )
