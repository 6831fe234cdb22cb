"""The last step of a restore: a checked backup takes the database's place, whole or not at all."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from jinlin.core.errors import StoreError
from jinlin.core.files.disk import sync_folder
from jinlin.core.i18n import _
from jinlin.store.backup.kept import explained_writing, folder_of, free_name, write_private
from jinlin.store.backup.restore import check_whole
from jinlin.store.command.command import saved
from jinlin.store.file.connection import (
    Connection,
    open_reading,
    open_writing,
    recover,
    refuse_too_long,
    shut_cleanly,
)
from jinlin.store.file.drafts import draft_of, new_private_file, put_in_place, sweep
from jinlin.store.file.journals import half_done, journal_of
from jinlin.store.file.sqlite_errors import DamagedError, explained
from jinlin.store.file.standing import look
from jinlin.store.file.unwritable import TakenError


def replace(
    source: Connection, path: Path, moment: datetime, seen: os.stat_result | None
) -> Path | None:
    """Put what a checked backup holds in the database's place, keeping the replaced file.

    A window that has the database open meanwhile sees the old one, waits, or sees the new one.
    Where it fails the database is as it was, and nothing is left beside it. Where the disk fails
    when all is written, the error says what is there now. The replaced file stays unless the
    database is surely still the old one.

    Args:
        source: what the backup holds.
        path: the database.
        moment: when, for the name of the replaced file.
        seen: how the database lay there when the user was told what it holds (see `look`).

    Returns:
        Where the replaced database is kept; None when there was none.

    Raises:
        StoreError: another window uses the database or wrote it since, or it cannot be written; or
            the disk has failed, and it may hold the backup all the same.
    """
    sweep(path.parent, re.escape(path.name))
    _check_untouched(path, seen)
    if seen is None:
        with _settled(path, None, lambda: look(path) is not None):
            _pour_new(source, path, path, new=True)
        return None
    kept = free_name(folder_of(path), f"{path.stem}-{moment:%Y%m%d-%H%M%S}-replaced")
    sweep(kept.parent, re.escape(path.stem) + r"-\d{8}-\d{6}-replaced(?:-\d+)?\.db")
    try:
        holder = _held_alone(path)
    except DamagedError:
        with _settled(path, kept, lambda: not _same_file(look(path), seen)):
            _set_aside_as_it_lies(path, kept)
            _pour_new(source, path, path, new=False)
        return kept
    try:
        _check_untouched(path, seen)
        before = _count_of_pours(holder)
        with _settled(path, kept, lambda: _has_come(holder, path, seen, kept, before)):
            _pour_new(holder, kept, path, new=True)
            _pour(source, holder, path)
        _check_still_there(path, seen, kept)
        with suppress(OSError):  # it is somebody else's file, whom the folder lets write
            path.chmod(0o600)
        return kept
    finally:
        shut_cleanly(holder)


def _check_untouched(path: Path, seen: os.stat_result | None) -> None:
    """Refuse to replace what the user was not told of.

    Raises:
        StoreError: another window wrote the database since.
    """
    now = look(path)
    written = now and seen and (now.st_size, now.st_mtime_ns) != (seen.st_size, seen.st_mtime_ns)
    if written or not _same_file(now, seen):
        raise _touched(path)


def _touched(path: Path) -> StoreError:
    return StoreError(
        _("Another window has done something in the meantime; {path} was not replaced.").format(
            path=path
        ),
        hint=_("Look with jinlin log, then type the command again."),
    )


def _same_file(one: os.stat_result | None, other: os.stat_result | None) -> bool:
    return os.path.samestat(one, other) if one and other else one is other


@contextmanager
def _settled(path: Path, kept: Path | None, replaced: Callable[[], bool | None]) -> Iterator[None]:
    """Once the database may be replaced, say so, whatever comes then; else keep no copy of it.

    Args:
        path: the database.
        kept: the copy of it.
        replaced: looks what is there now; None where nobody can tell.

    Raises:
        StoreError: another window has taken a name meanwhile, or what failed has come about.
    """
    try:
        yield
    except BaseException as error:
        now = replaced()
        if now is not False:
            saved.add(path)
        elif (
            kept
            and not isinstance(error, TakenError)  # what lies there may be the other's
            and (half_done(path) or not half_done(kept))  # the last journal is not ours
        ):
            _take_away(kept)
        if isinstance(error, TakenError):
            raise _touched(path) from error
        if isinstance(error, StoreError) and kept and now is not False:
            raise _come_about(path, kept, error, surely=now) from error
        raise
    saved.add(path)


def _come_about(path: Path, kept: Path, error: StoreError, *, surely: bool | None) -> StoreError:
    """Return the error of a disk that failed when the backup was in its place, or may have been."""
    said = (
        _("The disk failed at the very end: {path} holds the backup now.")
        if surely
        else _("The disk failed: {path} may hold the backup, or what it held before.")
    )
    return StoreError(
        _("{said} The replaced database is kept at {kept}.").format(
            said=said.format(path=path), kept=kept
        ),
        hint=_("Look with jinlin db check and jinlin log before you go on."),
        detail=error.detail,
    )


def _check_still_there(path: Path, seen: os.stat_result, kept: Path) -> None:
    """Look whether what was poured into is what has the database's name.

    Raises:
        StoreError: it was moved, deleted or replaced meanwhile.
    """
    if not _same_file(look(path), seen):
        raise StoreError(
            _("Meanwhile {path} was moved, deleted or replaced by another file.").format(path=path),
            hint=_("The replaced database is kept at {path}.").format(path=kept),
        )


def _has_come(
    holder: Connection, path: Path, seen: os.stat_result, kept: Path, before: int | None
) -> bool | None:
    """Return whether a database holds what was poured into it; None where nobody can tell.

    Args:
        holder: the connection into which it was poured; it is shut.
        path: the database.
        seen: how it lay there.
        kept: the copy of it.
        before: its count of pours as it was.

    Raises:
        StoreError: another file has its name.
    """
    _check_still_there(path, seen, kept)
    shut_cleanly(holder)  # what it holds in memory need not be on the disk
    try:
        recover(path)
        reader = open_reading(path)
    except StoreError:
        return None
    try:
        now = _count_of_pours(reader)
    finally:
        reader.shut()
    return None if now is None or before is None else now != before


def _count_of_pours(holder: Connection) -> int | None:
    """Return what SQLite's backup counts up in what it writes over; None where nobody can tell."""
    try:
        return int(holder.execute("PRAGMA schema_version").fetchone()[0])
    except sqlite3.DatabaseError:
        return None


def _pour_new(source: Connection, target: Path, path: Path, *, new: bool) -> None:
    """Copy a whole database into a file of its own, or leave none.

    Args:
        source: what is copied.
        target: the file.
        path: the database, which an error names.
        new: no file may have the name yet; otherwise it takes the place of the one that has it.

    Raises:
        TakenError: another file has the name.
        StoreError: it cannot be written.
    """
    draft = draft_of(target)
    refuse_too_long(draft, named=target)
    new_private_file(draft, named=target)
    try:
        writer = open_writing(draft)
        try:
            _pour(source, writer, path)
        finally:
            shut_cleanly(writer)
        put_in_place(draft, target, new=new)
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
            holder.execute("ROLLBACK")  # a COMMIT would begin a database in an empty file
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
    for file, target in ((journal_of(path), journal_of(kept)), (path, kept)):
        if file.exists():  # SQLite may have taken back of the journal what it could
            with explained_writing(path):
                content = file.read_bytes()
            write_private(target, content, named=path)
    sync_folder(kept.parent)


def _take_away(kept: Path) -> None:
    for file in (journal_of(kept), kept):
        with suppress(OSError):
            file.unlink(missing_ok=True)
