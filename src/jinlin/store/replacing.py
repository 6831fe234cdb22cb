"""The last step of a restore: a checked backup takes the database's place, whole or not at all."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store.drafts import draft_of, sweep
from jinlin.store.file import (
    Connection,
    DamagedError,
    explained,
    half_done,
    journal_of,
    new_private_file,
    open_writing,
    put_in_place,
    shut_cleanly,
)
from jinlin.store.kept import FOLDER, explained_writing, free_name
from jinlin.store.restore import check_whole


def replace(source: Connection, path: Path, moment: datetime) -> Path | None:
    """Put what a checked backup holds in the database's place, keeping the replaced file.

    A window that has the database open meanwhile sees the old one, waits, or sees the new one.
    Where it fails the database is as it was, and nothing is left beside it.

    Returns:
        Where the replaced database is kept; None when there was none.

    Raises:
        StoreError: another window uses the database, or it cannot be written.
    """
    sweep(path.parent, re.escape(path.name))
    if not path.exists():
        _pour_new(source, path, path)
        return None
    kept = free_name(path.parent / FOLDER, f"{path.stem}-{moment:%Y%m%d-%H%M%S}-replaced")
    sweep(kept.parent, re.escape(path.stem) + r"-\d{8}-\d{6}-replaced(?:-\d+)?\.db")
    try:
        holder = _held_alone(path)
    except DamagedError:
        _set_aside_as_it_lies(path, kept)
        try:
            _pour_new(source, path, path)
        except BaseException:
            _take_away(kept)
            raise
        return kept
    try:
        _pour_new(holder, kept, path)
        try:
            _pour(source, holder, path)
        except BaseException:
            if not half_done(path):  # else what was kept may be all there is
                _take_away(kept)
            raise
        with suppress(OSError):  # it is somebody else's file, whom the folder lets write
            path.chmod(0o600)
        return kept
    finally:
        shut_cleanly(holder)


def _pour_new(source: Connection, target: Path, path: Path) -> None:
    """Copy a whole database into a file that is not there yet, or leave none.

    Args:
        source: what is copied.
        target: the new file.
        path: the database, which an error names.

    Raises:
        StoreError: it cannot be written.
    """
    draft = draft_of(target)
    new_private_file(draft)
    try:
        writer = open_writing(draft)
        try:
            _pour(source, writer, path)
        finally:
            shut_cleanly(writer)
        put_in_place(draft, target)
    finally:
        for left in (draft, journal_of(draft)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _held_alone(path: Path) -> Connection:
    """Open the database so that no other window reads or writes it until the connection is shut.

    Raises:
        StoreError: another window uses it, or it is damaged.
    """
    holder = open_writing(path)
    try:
        with explained(path):
            holder.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
            holder.execute("BEGIN EXCLUSIVE")
            holder.execute("COMMIT")
            check_whole(holder, path)
    except BaseException:
        holder.shut()
        raise
    return holder


def _pour(source: Connection, target: Connection, path: Path) -> None:
    """Copy a whole database into another one, in one transaction.

    Raises:
        StoreError: it cannot be written.
    """

    def refuse_to_wait(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreError(
                _("The database {path} is being used by another window.").format(path=path),
                hint=_("Close the other window or wait a moment, then try again."),
            )

    with explained(path):
        source.backup(target, progress=refuse_to_wait)


def _set_aside_as_it_lies(path: Path, kept: Path) -> None:
    """Keep a damaged database as it lies there, with its journal: that is what a restore is for.

    Raises:
        StoreError: there is no room for it.
    """
    try:
        for file, target in ((journal_of(path), journal_of(kept)), (path, kept)):
            if file.exists():  # SQLite may have taken back of the journal what it could
                new_private_file(target)
                with explained_writing(path):
                    shutil.copyfile(file, target)
    except BaseException:
        _take_away(kept)
        raise


def _take_away(kept: Path) -> None:
    for file in (journal_of(kept), kept):
        with suppress(OSError):
            file.unlink(missing_ok=True)
