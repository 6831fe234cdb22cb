"""The folder of the example: made anew only where an earlier demonstration made it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from jinlin.cli.start import walk
from jinlin.core.config import DATABASE_NAME
from jinlin.core.errors import FileError
from jinlin.core.files.disk import is_full
from jinlin.core.i18n import _
from jinlin.store.backup import kept
from jinlin.store.command.command import saved
from jinlin.store.file import own_files
from jinlin.store.file.connection import open_reading
from jinlin.store.file.drafts import new_private_file
from jinlin.store.transaction.tx import setting

MARKER: Final = ".jinlin-demo"


OWN_FILES: Final = (DATABASE_NAME, f"{DATABASE_NAME}-journal", *walk.FILES, MARKER)
"""What a demonstration writes; the marker goes last: a folder half removed is still its own."""


def check_folder(target: Path) -> None:
    """Refuse a place where anything but an earlier demonstration would be written over.

    Raises:
        FileError: it is a file, holds something else, or another database.
    """
    hint = _("Name another folder: jinlin demo FOLDER")
    try:
        if not target.exists() or (target.is_dir() and not any(target.iterdir())):
            return
        made_here = (target / MARKER).is_file()
    except OSError as error:
        raise _folder_error(target, error) from error
    if not made_here:
        raise FileError(
            _("{path} was not made by jinlin demo and stays as it is.").format(path=target),
            hint=hint,
        )
    database = target / DATABASE_NAME
    if database.exists() and not _is_example(database):
        raise FileError(
            _("The database {path} is not the example's and stays as it is.").format(path=database),
            hint=hint,
        )


def _is_example(database: Path) -> bool:
    """Tell the example's database, which stands on a fixed day, from one with real data."""
    try:
        connection = open_reading(database)
        try:
            return setting(connection, "fixed_now") is not None
        finally:
            connection.shut()
    except Exception:  # noqa: BLE001  (whatever it is, it is not ours to replace)
        return False


@contextmanager
def built(target: Path) -> Iterator[None]:
    """Make the folder, without what an earlier demonstration left; a failure leaves none of ours.

    Files she put there herself stay.

    Raises:
        FileError: the folder cannot be written.
    """
    try:
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove(target)
        new_private_file(target / MARKER)
        yield
    except BaseException as error:
        with suppress(OSError):
            _remove(target)
            saved.clear()
            target.rmdir()  # unless something else is in it
        if isinstance(error, OSError):
            raise _folder_error(target, error) from error
        raise


def _remove(target: Path) -> None:
    for name in OWN_FILES:
        (target / name).unlink(missing_ok=True)
    drop_backups(target)


def drop_backups(target: Path) -> None:
    """Delete the backups that imports made on the way: the example can be built again."""
    for one in kept.backups_of(target / DATABASE_NAME):
        one.path.unlink()
        kept.sidecar(one.path).unlink()
    with suppress(OSError):  # there is none, or she put something there
        (target / own_files.FOLDER).rmdir()


def _folder_error(target: Path, error: OSError) -> FileError:
    return FileError(
        _("The folder {path} cannot be written.").format(path=target),
        hint=_("The disk is full: free some space, then try again.")
        if is_full(error)
        else _("Close what is open in it, or name another folder: jinlin demo FOLDER"),
        detail=str(error),
    )
