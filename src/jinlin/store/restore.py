"""The way back: a backup is looked at from all sides, then takes the database's place."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store import upgrade
from jinlin.store.backup import check_whole
from jinlin.store.chain import strayed_rows, verify
from jinlin.store.file import (
    Connection,
    DamagedError,
    damaged,
    explained,
    half_done,
    journal_of,
    new_private_file,
    open_writing,
    put_in_place,
    read_header,
    shut_cleanly,
)
from jinlin.store.kept import FOLDER, digest_of, explained_writing, free_name, written_digest
from jinlin.store.sealing import is_sealed, unsealed
from jinlin.store.tx import Reader

_NO_WAL: Final = b"\x01\x01"
"""How a database says that nothing lies in a second file; other programs may have changed it."""


class Content(NamedTuple):
    """What a backup holds, decrypted.

    Attributes:
        data: the bytes of a database file.
        vouched: it is to the byte what was backed up, as its digest or its encryption proves.
    """

    data: bytes
    vouched: bool


def read_backup(backup: Path) -> bytes:
    """Return a backup's bytes, once; whatever is checked, is checked of these.

    Raises:
        StoreError: it cannot be read, is not as it was written, or a half-done command lies
            beside it.
    """
    try:
        data = backup.read_bytes()
    except OSError as error:
        raise StoreError(
            _("The database {path} cannot be read.").format(path=backup),
            hint=_("Check that it is a file and that you may read it."),
            detail=str(error),
        ) from error
    written = written_digest(backup)
    if written is not None and written != digest_of(data):
        raise StoreError(
            _("The backup {path} is not as it was written.").format(path=backup),
            hint=_("Take another backup."),
        )
    if half_done(backup) or half_done(backup, "-wal"):
        raise StoreError(
            _("Beside {path} lies what an interrupted command left.").format(path=backup),
            hint=_("Finish it first: jinlin log --db FILE"),
        )
    return data


def opened(backup: Path, data: bytes, passphrase: str | None) -> Content:
    """Return what a backup holds.

    Raises:
        StoreError: it is encrypted and the passphrase is not right.
    """
    if is_sealed(data):
        return Content(unsealed(backup, data, passphrase or ""), vouched=True)
    return Content(data, vouched=written_digest(backup) is not None)


def restore(
    call: Call, backup: Path, content: Content, path: Path, moment: datetime
) -> Path | None:
    """Put a backup in the database's place, keeping the replaced file.

    A window that has the database open meanwhile sees the old one, waits, or sees the new one.

    Returns:
        Where the replaced database is kept; None when there was none.

    Raises:
        StoreError: the backup is not ours, newer, damaged, or has parts that are not ours.
    """
    source = _in_memory(backup, content.data)
    try:
        _check(call, source, backup, vouched=content.vouched)
        if not path.exists():
            _make(source, path)
            return None
        try:
            holder = _held_alone(path)
        except DamagedError:
            kept = _set_aside_as_it_lies(path, moment)
            _make(source, path)
            return kept
        try:
            return _replace(source, holder, path, moment)
        finally:
            shut_cleanly(holder)
    finally:
        source.shut()


def _in_memory(backup: Path, data: bytes) -> Connection:
    """Open the bytes of a database without touching any file.

    Raises:
        StoreError: they are no database of ours, or a newer one.
    """
    if read_header(backup, data[:100]) > upgrade.VERSION:
        raise StoreError(
            _("The backup {path} was made by a newer version of jinlin.").format(path=backup),
            hint=_("Update jinlin on this computer, then try again."),
        )
    connection: Connection = sqlite3.connect(":memory:", factory=Connection, isolation_level=None)
    try:
        with explained(backup):
            connection.row_factory = sqlite3.Row
            connection.deserialize(data[:18] + _NO_WAL + data[20:])
            connection.executescript("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
    except BaseException:
        connection.shut()
        raise
    return connection


def _check(call: Call, source: Connection, backup: Path, *, vouched: bool) -> None:
    """Look at a backup before it is trusted; nothing in it is run.

    Where no digest vouches for it, the history is digested anew and every row compared with it.

    Raises:
        StoreError: something is wrong with it.
    """
    with explained(backup):
        if source.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise damaged(backup, "quick_check")
        strange = strange_parts(source)
    if strange:
        raise StoreError(
            _("{path} has parts that jinlin did not make, or lacks some: {parts}.").format(
                path=backup, parts=_(", ").join(strange[:3])
            ),
            hint=_("Take another backup; such a file could do harm."),
        )
    check_whole(source, backup)
    if not vouched:
        with explained(backup):
            reader = Reader(source, backup, call)
            broken = bool(verify(reader).broken) or next(strayed_rows(reader), None) is not None
        if broken:
            raise damaged(backup, "history")


def strange_parts(connection: Connection) -> list[str]:
    """Return the tables, triggers, views and indexes that are not as this program makes them.

    An upgrade makes the triggers and views of the history anew before it writes: those of an older
    version may differ, but there are no others.
    """
    version = upgrade.version_of(connection)
    expected, found = upgrade.schema_at(version), upgrade.parts_of(connection)
    if version != upgrade.VERSION:
        tables = [name.removeprefix("table ") for name in expected if name.startswith("table ")]
        for name in upgrade.names_of_history(tables):
            expected.pop(name, None)
            found.pop(name, None)
    return sorted(
        name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name)
    )


def _make(source: Connection, path: Path) -> None:
    """Write the database anew under its name."""
    draft = free_name(path.parent, f".{path.name}", ".new")
    new_private_file(draft)
    try:
        writer = open_writing(draft)
        try:
            _pour(source, writer, path)
        finally:
            shut_cleanly(writer)
        put_in_place(draft, path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


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


def _replace(source: Connection, holder: Connection, path: Path, moment: datetime) -> Path:
    """Copy the old content away and the new one in, without letting go of the file between."""
    kept = _kept_name(path, moment)
    new_private_file(kept)
    writer = sqlite3.connect(kept, factory=Connection)
    try:
        _pour(holder, writer, kept)
    finally:
        writer.shut()
    _pour(source, holder, path)
    with suppress(OSError):  # it is somebody else's file, whom the folder lets write
        path.chmod(0o600)
    return kept


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


def _set_aside_as_it_lies(path: Path, moment: datetime) -> Path:
    """Keep a damaged database as it lies there, with its journal: that is what a restore is for."""
    kept = _kept_name(path, moment)
    for file, target in ((journal_of(path), journal_of(kept)), (path, kept)):
        if file.exists():  # SQLite may have taken back of the journal what it could
            new_private_file(target)
            with explained_writing(target):
                shutil.copyfile(file, target)
    return kept


def _kept_name(path: Path, moment: datetime) -> Path:
    return free_name(path.parent / FOLDER, f"{path.stem}-{moment:%Y%m%d-%H%M%S}-replaced")
