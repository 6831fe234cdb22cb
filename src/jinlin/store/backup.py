"""Backups: whole, digested, opened and compared before they are called good."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store.file import (
    Connection,
    check_header,
    damaged,
    explained,
    new_private_file,
    open_reading,
    open_writing,
    put_in_place,
    recover,
    shut_cleanly,
)
from jinlin.store.kept import (
    FOLDER,
    backups_of,
    clear_out,
    digest_of,
    free_name,
    write_digest,
    write_private,
    written_digest,
)
from jinlin.store.sealing import ENDING, sealed

_AT_ONCE: Final = 2000


def back_up(
    path: Path, moment: datetime, target: Path | None = None, *, passphrase: str | None = None
) -> Path:
    """Copy the database through SQLite's backup API; open the copy and compare every row.

    Nobody else can write between copying and comparing. In the folder `备份` the backups that need
    not stay are deleted afterwards (see `kept`).

    Args:
        path: the database.
        moment: when, for the name of the copy.
        target: the copy, or a folder for a dated name; None for the folder `备份` beside the
            database.
        passphrase: encrypt the copy with it; what is not encrypted never reaches the disk.

    Returns:
        The copy; beside it lies its SHA-256 in a file of the same name with `.sha256`.

    Raises:
        StoreError: the database is damaged, the target exists, or it cannot be written.
    """
    check_header(path)
    recover(path)
    copy = _name(path, moment, target, sealed=passphrase is not None)
    draft = copy.with_name(f".{copy.name}.{os.getpid()}.new")
    try:
        if passphrase is None:
            new_private_file(draft)
            _copy_to_file(path, draft)
        else:
            write_private(draft, sealed(_copy_in_memory(path), passphrase))
        write_digest(copy, digest_of(draft.read_bytes()))
        put_in_place(draft, copy)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    if target is None:
        clear_out(path, newest=copy)
    return copy


def safeguard(call: Call) -> None:
    """Back the database up before a command that changes much, and say where.

    Called before its transaction: an import of more than 50 rows, an adjustment of money. A
    rehearsal changes nothing and needs none, nor does a database that has not changed since its
    latest backup.

    Raises:
        StoreError: no backup can be made; then nothing must be changed.
    """
    if call.dry_run:
        return
    path = database_path(call)
    copy = _current(path) or back_up(path, call.environment.now().astimezone())
    if not call.quiet:
        call.environment.tell(_("Backed up before the change: {path}").format(path=copy))


def _current(path: Path) -> Path | None:
    """Return the latest backup if it is whole and nothing was done since; else None."""
    check_header(path)
    recover(path)
    latest = next(iter(backups_of(path)), None)
    if latest is None or latest.path.suffix != ".db":
        return None
    with suppress(OSError, StoreError):
        if written_digest(latest.path) == digest_of(latest.path.read_bytes()):
            return latest.path if _head(latest.path) == _head(path) else None
    return None


def _head(path: Path) -> str | None:
    """Return the digest of the last command of a database; None where there is none."""
    reader = open_reading(path)
    try:
        with explained(path):
            row = reader.execute("SELECT digest FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
    finally:
        reader.shut()
    return str(row[0]) if row else None


def _name(path: Path, moment: datetime, target: Path | None, *, sealed: bool) -> Path:
    folder = path.parent / FOLDER if target is None else target
    if target is None or os.path.isdir(folder):  # noqa: PTH112  (Path.is_dir raises for names too long)
        ending = f".db{ENDING}" if sealed else ".db"
        return free_name(folder, f"{path.stem}-{moment:%Y%m%d-%H%M%S}", ending)
    if os.path.lexists(folder):
        raise StoreError(
            _("There is a file at {path} already.").format(path=folder),
            hint=_("Choose another name for the backup."),
        )
    return folder


def _copy_to_file(path: Path, draft: Path) -> None:
    reader = _standing_still(path)
    try:
        writer = sqlite3.connect(draft)
        try:
            with explained(path):
                reader.backup(writer)
        finally:
            writer.close()
        copy = open_writing(draft)  # as the program would
        try:
            check_whole(copy, path)
            _check_same(reader, copy, path)
        finally:
            shut_cleanly(copy)
    finally:
        reader.shut()


def _copy_in_memory(path: Path) -> bytes:
    """Return a copy as the bytes of a database file."""
    reader = _standing_still(path)
    try:
        copy: Connection = sqlite3.connect(":memory:", factory=Connection, isolation_level=None)
        try:
            with explained(path):
                reader.backup(copy)
            check_whole(copy, path)
            _check_same(reader, copy, path)
            return copy.serialize()
        finally:
            copy.shut()
    finally:
        reader.shut()


def _standing_still(path: Path) -> Connection:
    """Open the database so that it stays as it is until the connection is shut."""
    reader = open_reading(path)
    try:
        with explained(path):
            reader.row_factory = None
            reader.execute("BEGIN")
            # Waits for another window as long as every command does; backup would wait for ever.
            reader.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except BaseException:
        reader.shut()
        raise
    return reader


def check_whole(connection: Connection, path: Path) -> None:
    """Look at every page and every link of a database.

    Raises:
        StoreError: something is wrong with it.
    """
    with explained(path):
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if verdict != "ok" or broken is not None:
        raise damaged(path, str(verdict))


def _check_same(reader: Connection, copy: Connection, path: Path) -> None:
    """Compare every row of every table; the same statement meets the rows in the same order.

    Raises:
        StoreError: the copy is not what was copied.
    """
    copy.row_factory = None
    with explained(path):
        parts = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
        tables = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        same = reader.execute(parts).fetchall() == copy.execute(parts).fetchall() and all(
            _same_rows(reader.execute(sql), copy.execute(sql))
            for sql in [f"SELECT * FROM {name}" for (name,) in reader.execute(tables).fetchall()]
        )
    if not same:
        raise damaged(path, "the copy differs")


def _same_rows(one: Any, other: Any) -> bool:
    while rows := one.fetchmany(_AT_ONCE):
        if rows != other.fetchmany(_AT_ONCE):
            return False
    return other.fetchone() is None
