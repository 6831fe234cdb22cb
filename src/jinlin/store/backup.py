"""Backups: whole, digested, opened again before they are called good; and the way back."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store import upgrade
from jinlin.store.file import (
    check_header,
    explained,
    journal_of,
    new_private_file,
    open_reading,
    open_writing,
    put_in_place,
    recover,
    shut_cleanly,
)

FOLDER: Final = "备份"


def back_up(path: Path, moment: datetime, target: Path | None = None) -> Path:
    """Copy the database through SQLite's backup API, and check the copy.

    Args:
        path: the database.
        moment: when, for the name of the copy.
        target: the copy, or a folder for a dated name; None for the folder `备份` beside the
            database.

    Returns:
        The copy; beside it lies its SHA-256 in a file of the same name with `.sha256`.

    Raises:
        StoreError: the database is damaged, the target exists, or it cannot be written.
    """
    check_header(path)
    recover(path)
    name = f"{path.stem}-{moment:%Y%m%d-%H%M%S}"
    folder = path.parent / FOLDER if target is None else target
    is_folder = os.path.isdir(folder)  # noqa: PTH112  (Path.is_dir raises for names too long)
    copy = _free_name(folder, name) if target is None or is_folder else target
    if os.path.lexists(copy):
        raise StoreError(
            _("There is a file at {path} already.").format(path=copy),
            hint=_("Choose another name for the backup."),
        )
    draft = copy.with_name(f".{copy.name}.{os.getpid()}.new")
    new_private_file(draft)
    try:
        _copy(path, draft)
        _check_whole(draft)
        _write_digest(_sidecar(copy), f"{_digest(draft)}  {copy.name}\n")
        put_in_place(draft, copy)
    finally:
        draft.unlink(missing_ok=True)
    return copy


def restore(backup: Path, path: Path, moment: datetime) -> Path | None:
    """Put a backup in the database's place, keeping the replaced file.

    Returns:
        Where the replaced database is kept; None when there was none.

    Raises:
        StoreError: the backup is missing, not ours, newer, damaged, or not what was backed up.
    """
    if check_header(backup) > upgrade.VERSION:
        raise StoreError(
            _("The backup {path} was made by a newer version of jinlin.").format(path=backup),
            hint=_("Update jinlin on this computer, then try again."),
        )
    sidecar = _sidecar(backup)
    if sidecar.exists() and sidecar.read_bytes().partition(b" ")[0] != _digest(backup).encode():
        raise StoreError(
            _("The backup {path} is not as it was written.").format(path=backup),
            hint=_("Take another backup."),
        )
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    new_private_file(draft)
    try:
        _copy(backup, draft)
        _check_whole(draft)
        kept = _set_aside(path, moment) if path.exists() else None
        put_in_place(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return kept


def _set_aside(path: Path, moment: datetime) -> Path:
    """Keep the database that is about to be replaced, as it was last committed.

    A damaged one is kept as it lies there: that is what a restore is for.
    """
    kept = _free_name(path.parent / FOLDER, f"{path.stem}-{moment:%Y%m%d-%H%M%S}-replaced")
    try:
        recover(path)
    except StoreError as error:
        if not isinstance(error.__cause__, sqlite3.DatabaseError) or isinstance(
            error.__cause__, sqlite3.OperationalError
        ):
            raise
        if journal_of(path).exists():  # SQLite may have taken back of it what it could
            _copy_file(journal_of(path), journal_of(kept))
    _copy_file(path, kept)
    return kept


def _copy_file(source: Path, target: Path) -> None:
    new_private_file(target)
    with _explained_writing(target):
        shutil.copyfile(source, target)


def _write_digest(sidecar: Path, line: str) -> None:
    with _explained_writing(sidecar):
        sidecar.unlink(missing_ok=True)
    new_private_file(sidecar)
    with _explained_writing(sidecar):
        sidecar.write_text(line, "utf-8")


@contextmanager
def _explained_writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            _("The disk is full or failing; {path} could not be written.").format(path=path),
            hint=_("Free some space, then type the command again."),
            detail=str(error),
        ) from error


def _copy(source: Path, target: Path) -> None:
    reader = open_reading(source)
    writer = sqlite3.connect(target)
    try:
        with explained(source):
            # Waits for another window as long as every command does; backup would wait for ever.
            reader.execute("SELECT 1 FROM sqlite_schema").fetchone()
            reader.backup(writer)
    finally:
        writer.close()
        reader.shut()


def _check_whole(path: Path) -> None:
    """Open a copy as the program would and look at every page and every link.

    Raises:
        StoreError: something is wrong with it.
    """
    connection = open_writing(path)
    try:
        with explained(path):
            verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    finally:
        shut_cleanly(connection)
    if verdict != "ok" or broken is not None:
        raise StoreError(
            _("The database {path} is damaged.").format(path=path),
            hint=_("Restore the last backup: jinlin db restore FILE."),
            detail=str(verdict),
        )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sidecar(copy: Path) -> Path:
    return copy.with_name(copy.name + ".sha256")


def _free_name(folder: Path, stem: str) -> Path:
    """Return a name in the folder that is not taken."""
    name = folder / f"{stem}.db"
    serial = 1
    while name.exists():
        serial += 1
        name = folder / f"{stem}-{serial}.db"
    return name
