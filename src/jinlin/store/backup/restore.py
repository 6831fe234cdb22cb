"""The way back: a backup is looked at from all sides before it may take the database's place."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.store.backup.encryption import is_sealed, unsealed
from jinlin.store.backup.kept import check_size, digest_of, written_digest
from jinlin.store.file.connection import Connection
from jinlin.store.file.header import read_header
from jinlin.store.file.journals import WAL, half_done
from jinlin.store.file.sqlite_errors import DamagedError, damaged, explained
from jinlin.store.history.chain import strayed_rows, verify
from jinlin.store.history.outside import changed_outside
from jinlin.store.record.counters import lowered_counters
from jinlin.store.schema import upgrade
from jinlin.store.transaction.tx import Reader

_NO_WAL: Final = b"\x01\x01"
"""How a database says that nothing lies in a second file; other programs may have changed it."""
CAREFUL: Final = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
"""How a copy is read: nothing in it is run, and no page of it is believed."""


class BackupError(StoreError):
    """A backup is not as it was written: another one is needed."""


class BackupContent(NamedTuple):
    """What a backup holds, decrypted.

    Attributes:
        data: the bytes of a database file.
        vouched: it is to the byte what was backed up, as its digest or its encryption proves.
    """

    data: bytes
    vouched: bool


def read_backup(backup: Path, *, as_written: bool = True) -> bytes:
    """Return a backup's bytes, once; whatever is checked, is checked of these.

    Args:
        backup: the file.
        as_written: it must be as it was written; a copy that is worked in is not.

    Raises:
        BackupError: it is not as it was written.
        StoreError: it cannot be read, or a half-done command lies beside it.
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
    if as_written and written is not None and written != digest_of(data):
        raise BackupError(
            _(
                "The backup {path} is not as it was written; the present database was not touched."
            ).format(path=backup)
        )
    if half_done(backup) or half_done(backup, WAL):
        raise StoreError(
            _("Beside {path} lies what an interrupted command left.").format(path=backup),
            hint=_("Finish it first: jinlin log --db FILE"),
        )
    return data


def opened(backup: Path, data: bytes, passphrase: str | None) -> BackupContent:
    """Return what a backup holds.

    Raises:
        StoreError: it is encrypted and the passphrase is not right.
    """
    if is_sealed(data):
        return BackupContent(unsealed(backup, data, passphrase or ""), vouched=True)
    return BackupContent(data, vouched=written_digest(backup) is not None)


@contextmanager
def looked_at(call: Call, backup: Path, content: BackupContent) -> Iterator[Reader]:
    """Hand out what a backup holds, after every check that a restore makes; nothing is written.

    Nothing in it is run. Where no digest vouches for it, the history is digested anew and every
    row compared with it.

    Raises:
        BackupError: it is damaged.
        StoreError: it is not ours, newer, or has parts that are not ours.
    """
    if read_header(backup, content.data[:100]) > upgrade.VERSION:
        raise StoreError(
            _("The backup {path} was made by a newer version of jinlin.").format(path=backup),
            hint=_("Update jinlin on this computer, then try again."),
        )
    try:
        source = in_memory(backup, content.data)
    except DamagedError as error:
        raise _spoilt(backup, error) from error
    try:
        try:
            reader = _checked(call, source, backup, vouched=content.vouched)
        except DamagedError as error:
            raise _spoilt(backup, error) from error
        yield reader
    finally:
        source.shut()


def _checked(call: Call, source: Connection, backup: Path, *, vouched: bool) -> Reader:
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
    with explained(backup):
        reader = Reader(source, backup, call)
        if not vouched and _altered(reader):
            raise damaged(backup, "history")
    return reader


def _altered(reader: Reader) -> bool:
    """Return whether anything is not as the history tells it.

    Numbers are looked at in a database of this version only: an older one keeps them elsewhere.
    """
    verdict = verify(reader)
    current = upgrade.version_of(reader.connection) == upgrade.VERSION
    found = chain(
        strayed_rows(reader),
        lowered_counters(reader.connection) if current else (),
        changed_outside(reader.connection),
    )
    return bool(verdict.broken or verdict.odd) or next(found, None) is not None


def _spoilt(backup: Path, error: DamagedError) -> BackupError:
    return BackupError(
        _("The backup {path} is damaged; the present database was not touched.").format(
            path=backup
        ),
        detail=error.detail,
    )


def in_memory(path: Path, data: bytes) -> Connection:
    """Open the bytes of a database without touching any file.

    Args:
        path: where they come from, which an error names.
        data: the bytes.

    Raises:
        StoreError: SQLite cannot read them, or not so many.
    """
    check_size(path, len(data))
    if data[18:20] != _NO_WAL:
        data = b"".join((data[:18], _NO_WAL, memoryview(data)[20:]))
    connection: Connection = sqlite3.connect(":memory:", factory=Connection, isolation_level=None)
    try:
        with explained(path):
            connection.row_factory = sqlite3.Row
            connection.deserialize(data)
            connection.executescript(CAREFUL)
    except BaseException:
        connection.shut()
        raise
    return connection


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


def strange_parts(connection: Connection) -> list[str]:
    """Return the tables, triggers, views and indexes that are not as this program makes them.

    An upgrade drops the triggers and views of the history before it writes, and makes the guards of
    this version: those of an older one may differ, but there are no others.
    """
    version = upgrade.version_of(connection)
    expected, found = upgrade.schema_at(version), upgrade.parts_of(connection)
    if version != upgrade.VERSION:
        tables = [name.removeprefix("table ") for name in expected if name.startswith("table ")]
        for name in upgrade.names_of_history(tables):
            expected.pop(name, None)
            found.pop(name, None)
    return sorted(
        name
        for name in {name for name, _sql in expected.items() ^ found.items()}
        if _spelled_alike(expected.get(name)) != _spelled_alike(found.get(name))
    )


def _spelled_alike(sql: str | None) -> list[str] | None:
    return None if sql is None else sql.split()
