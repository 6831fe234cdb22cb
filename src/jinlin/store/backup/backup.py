"""Backups: whole, digested, opened and compared before they are called good."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.clock import computer_time
from jinlin.core.config import database_path
from jinlin.core.errors import FileError, StoreError
from jinlin.core.files.filenames import check_file_name
from jinlin.core.i18n import _
from jinlin.store.backup.encryption import ENDING, sealed
from jinlin.store.backup.kept import (
    backups_of,
    check_size,
    clear_out,
    digest_of,
    drop_lone_digest,
    folder_of,
    free_name,
    in_the_way,
    is_as_written,
    is_lone_digest,
    kept_on,
    place,
    write_private,
)
from jinlin.store.file.connection import Connection, open_reading, recover
from jinlin.store.file.drafts import draft_of, sweep
from jinlin.store.file.header import check_header
from jinlin.store.file.own_files import own_file
from jinlin.store.file.public_folders import public_folder
from jinlin.store.file.sqlite_errors import damaged, explained
from jinlin.store.file.unwritable import TakenError, taken
from jinlin.store.schema.upgrade import in_sql, with_rows

_AT_ONCE: Final = 2000
_OURS: Final = r"-\d{8}-\d{6}(?:-flawed)?(?:-\d+)?\.db(?:\.age)?"


class Copy(NamedTuple):
    """A copy that was made.

    Attributes:
        path: where it is.
        strange: the parts of it for which a restore would refuse it; none where it can be restored.
        removed: the names of the older backups that were deleted after it.
    """

    path: Path
    strange: Sequence[str] = ()
    removed: Sequence[str] = ()


def back_up(
    path: Path,
    moment: datetime,
    target: Path | None = None,
    *,
    passphrase: str | None = None,
    flawed_too: bool = False,
    rotate: bool = True,
) -> Copy:
    """Copy the database through SQLite's backup API; open the copy and compare every row.

    The copy is looked at as a restore would. Nobody else can write between copying and comparing.
    In the folder `备份` the backups that need not stay are deleted afterwards (see `kept`).

    Args:
        path: the database.
        moment: when, for the name of the copy.
        target: the copy, or a folder for a dated name; None for the folder `备份` beside the
            database.
        passphrase: encrypt the copy with it; what is not encrypted never reaches the disk.
        flawed_too: keep a copy that a restore would refuse: better than none. A dated one says
            `flawed` in its name and takes no backup's place.
        rotate: delete what need not stay.

    Returns:
        The copy; beside it lies its SHA-256 in a file of the same name with `.sha256`.

    Raises:
        FileError: there is no such folder.
        StoreError: the database is damaged or too large, the copy could not be restored, the
            target exists, or it cannot be written.
    """
    check_header(path)
    recover(path)
    check_size(path, path.stat().st_size)
    name = partial(name_for, path, moment, target, sealed=passphrase is not None)
    copy = name()
    sweep(copy.parent, f"{re.escape(path.stem)}{_OURS}|{re.escape(copy.name)}")
    sweep(path.parent, re.escape(path.name))
    if copy == target:
        drop_lone_digest(copy)
    with explained(path, damage=True):
        content, strange = _copied(path)
    if strange and not flawed_too:
        raise _unfit(path, strange)
    if passphrase is not None:
        content = sealed(content, passphrase)
    draft = draft_of(copy)
    try:
        write_private(draft, content, named=copy)
        copy = _placed(draft, digest_of(content), partial(name, flawed=bool(strange)))
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    tidy = target is None and rotate and not strange
    return Copy(copy, strange, clear_out(path, newest=copy) if tidy else ())


def _placed(draft: Path, digest: str, name: Callable[[], Path]) -> Path:
    """Give a finished copy a name, another one where a second window has just taken the first.

    Args:
        draft: the copy.
        digest: its SHA-256.
        name: tells the next free name.

    Raises:
        StoreError: it cannot be written, or there is no other name.
    """
    refused = None
    while (copy := name()) != refused:
        refused = copy
        with suppress(TakenError):
            place(draft, copy, digest)
            return copy
    raise taken(copy)


def _unfit(path: Path, strange: Sequence[str]) -> StoreError:
    return StoreError(
        _(
            "The database {path} has parts that jinlin did not make, or lacks some: {parts};"
            " a backup of it could not be restored, so nothing was changed."
        ).format(path=path, parts=_(", ").join(strange[:3])),
        hint=_("Look with jinlin db check; what another program added must be removed by it."),
    )


def tell_removed(call: Call, copy: Copy) -> None:
    """Say which older backups were deleted after a copy, unless `--quiet`."""
    if copy.removed:
        call.tell(_("Older backups removed: {names}.").format(names=_(", ").join(copy.removed)))


def safeguard(call: Call) -> None:
    """Back the database up before a command that changes much, and say where.

    Called before its transaction: an import of more than 50 rows, an adjustment of money. A
    rehearsal changes nothing and needs none, nor does a database that has not changed since its
    latest backup.

    Raises:
        StoreError: no backup can be made that could be restored; then nothing must be changed.
    """
    if call.dry_run:
        return
    path = database_path(call)
    latest = _current(path)
    copy = Copy(latest) if latest else back_up(path, computer_time(call.environment.now()))
    call.tell(_("Backed up before the change: {path}").format(path=copy.path))
    tell_removed(call, copy)


def safeguard_day(call: Call) -> None:
    """Back the database up before the first money that is written on a day, and say where.

    A rehearsal changes nothing and needs none; a backup of this day, made for whatever reason, is
    enough.

    Raises:
        StoreError: no backup can be made that could be restored; then nothing must be changed.
    """
    path, moment = database_path(call), computer_time(call.environment.now())
    if not call.dry_run and not kept_on(path, moment):
        copy = back_up(path, moment)
        call.tell(_("Backed up before the change: {path}").format(path=copy.path))
        tell_removed(call, copy)


def _current(path: Path) -> Path | None:
    """Return the latest backup if it is whole and nothing was done since; else None."""
    check_header(path)
    recover(path)
    latest = next(iter(backups_of(path)), None)
    if latest is None or latest.path.suffix != ".db":
        return None
    with suppress(StoreError):
        if is_as_written(latest.path) and _head(latest.path) == _head(path):
            return latest.path
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


def name_for(
    path: Path, moment: datetime, target: Path | None, *, sealed: bool, flawed: bool = False
) -> Path:
    """Return where a copy goes (see `back_up`).

    Raises:
        UsageError: not every system can keep such a name.
        FileError: there is no such folder, or everybody reads it.
        StoreError: there is such a file, or the backups have no folder of their own.
    """
    folder = folder_of(path) if target is None else _private(target)
    if target is None or os.path.isdir(folder):  # noqa: PTH112  (Path.is_dir raises for names too long)
        ending = f".db{ENDING}" if sealed else ".db"
        mark = "-flawed" if flawed else ""
        return free_name(folder, f"{path.stem}-{moment:%Y%m%d-%H%M%S}{mark}", ending)
    check_file_name(str(folder))
    if not os.path.lexists(folder) and (said := own_file(path, folder)):
        raise FileError(said, hint=_("Name another file."))
    if (there := in_the_way(folder)) and not is_lone_digest(there):
        raise taken(there)
    if not os.path.isdir(folder.parent):  # noqa: PTH112
        raise FileError(
            _("{path} cannot be written.").format(path=folder),
            hint=_("The folder does not exist: create it, or choose another one."),
        )
    return folder


def _private(target: Path) -> Path:
    """Return a place for a copy; not where everybody reads.

    Raises:
        FileError: it is a site, or lies in one.
    """
    for folder in (target, *target.absolute().parents):
        if said := public_folder(folder):
            raise FileError(said, hint=_("Name another folder."))
    return target


def _copied(path: Path) -> tuple[bytes, list[str]]:
    """Return a copy as the bytes of a database file, and for which parts a restore refused it."""
    reader = _standing_still(path)
    try:
        copy: Connection = sqlite3.connect(":memory:", factory=Connection, isolation_level=None)
        try:
            with explained(path):
                reader.backup(copy)
            strange = _rehearsed(reader, copy, path)
            return copy.serialize(), strange
        finally:
            copy.shut()
    finally:
        reader.shut()


def _rehearsed(reader: Connection, copy: Connection, path: Path) -> list[str]:
    """Look at a copy as a restore does, and compare it with what was copied.

    Returns:
        The parts for which a restore would refuse it.
    """
    from jinlin.store.backup.restore import CAREFUL, check_whole, strange_parts

    copy.executescript(CAREFUL)
    check_whole(copy, path)
    strange = strange_parts(copy)
    _check_same(reader, copy, path)
    return strange


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


def _check_same(reader: Connection, copy: Connection, path: Path) -> None:
    """Compare every row of every table; the same statement meets the rows in the same order.

    Raises:
        StoreError: the copy is not what was copied.
    """
    copy.row_factory = None
    with explained(path):
        parts = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
        found = reader.execute(parts).fetchall()
        tables = [name for kind, name, _sql in found if kind == "table"]
        same = (
            found == copy.execute(parts).fetchall()
            and (there := with_rows(reader, tables)) == with_rows(copy, tables)
            and all(
                _same_rows(
                    *(one.execute(f"SELECT * FROM {in_sql(name)}") for one in (reader, copy))
                )
                for name in there
            )
        )
    if not same:
        raise damaged(path, "the copy differs")


def _same_rows(one: Any, other: Any) -> bool:
    while rows := one.fetchmany(_AT_ONCE):
        if rows != other.fetchmany(_AT_ONCE):
            return False
    return other.fetchone() is None
