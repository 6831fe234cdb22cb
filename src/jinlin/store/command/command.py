"""One command, one transaction: what every command reads and writes goes through here."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError, UsageError
from jinlin.core.i18n import _
from jinlin.store.command.versions import (
    bring_up_to_date,
    checked_version,
    refuse_lowered_counters,
    refuse_strange_parts,
    refuse_strange_triggers,
)
from jinlin.store.file.connection import (
    Connection,
    open_reading,
    open_writing,
    shut_cleanly,
)
from jinlin.store.file.journals import half_done
from jinlin.store.file.sqlite_errors import explained, explanation
from jinlin.store.file.standing import check_still_there, look
from jinlin.store.file.unwritable import GoneError, gone
from jinlin.store.history.outside import outside, to_keep
from jinlin.store.record.sealing import seal
from jinlin.store.transaction.tx import Reader, Tx

R = TypeVar("R", bound=Reader)


class _Shared:
    """The transaction that several commands share: the first that writes begins it."""

    def __init__(self) -> None:
        self.until = ExitStack()
        self.tx: Tx | None = None

    def has_begun(self) -> bool:
        """Return whether something is written, and the database locked."""
        return self.tx is not None

    def begun(self, call: Call, kind: str) -> Tx:
        """Return it, begun for the first that writes, and for each further one anew."""
        if self.tx is None:
            self.tx = self.until.enter_context(_alone(call, kind))
        else:
            self.tx.begin_another()
        return self.tx


_at_hand: Final[list[Reader]] = []
"""What is open now, the last opened last; nothing is opened a second time beside it."""
_together: Final[list[_Shared]] = []
"""What several commands share, while they do."""
saved: Final[set[Path]] = set()
"""The databases into which this process has committed: what fails later must not say otherwise."""


@contextmanager
def reading(call: Call) -> Iterator[Reader]:
    """Open the database of a command for its questions; all see the same moment.

    Raises:
        StoreError: the database cannot be opened or is of another version.
    """
    if _together and _together[-1].tx is not None:
        yield _together[-1].tx
        return
    path = database_path(call)
    bring_up_to_date(path, call)
    connection = open_reading(path)
    try:
        with _explained(path, connection):
            connection.execute("BEGIN")
            with _kept_at_hand(Reader(connection, path, call)) as reader:
                yield reader
    finally:
        connection.shut()


@contextmanager
def open_or_reading(call: Call) -> Iterator[Reader]:
    """Return what the command reads or writes by already; else open the database for reading.

    Raises:
        StoreError: as for `reading`.
    """
    if _at_hand:
        yield _at_hand[-1]
        return
    with reading(call) as reader:
        yield reader


def read_to_the_end() -> None:
    """Let others write, this command too: what is open for reading has been read to its end."""
    for reader in _at_hand:
        if not isinstance(reader, Tx) and reader.connection.in_transaction:
            reader.connection.execute("COMMIT")


@contextmanager
def _kept_at_hand(reader: R) -> Iterator[R]:
    _at_hand.append(reader)
    try:
        yield reader
    finally:
        _at_hand.remove(reader)


@contextmanager
def looking_at(call: Call) -> Iterator[Reader]:
    """Open a database as it is, for a look at it: an older one is not brought up to date.

    Raises:
        StoreError: it cannot be opened, or it is newer.
    """
    path = database_path(call)
    checked_version(path)
    connection = open_reading(path)
    try:
        with _explained(path, connection):
            connection.execute("BEGIN")
            yield Reader(connection, path, call)
    finally:
        connection.shut()


@contextmanager
def writing(call: Call, *, kind: str = "do", money: bool = False) -> Iterator[Tx]:
    """Carry out one command: all of it is on disk afterwards, or nothing is.

    With `--dry-run` everything is done and taken back. A command that changed no row leaves no
    entry in the history.

    Args:
        call: the command.
        kind: what it is in the history.
        money: it writes into a cash book: before the first one of a day the database is backed up.

    Raises:
        StoreError: the database cannot be opened or written.
        AlreadyDone: the operation id was used before.
        UsageError: it was used before, for another command.
    """
    if money and not any(shared.has_begun() for shared in _together):
        from jinlin.store.backup.backup import safeguard_day

        safeguard_day(call)
    if _together:
        yield _together[-1].begun(call, kind)
        return
    with _alone(call, kind) as tx:
        yield tx


@contextmanager
def _alone(call: Call, kind: str) -> Iterator[Tx]:
    path = database_path(call)
    if not any(reader.path == path for reader in _at_hand):  # else that was done when it was opened
        bring_up_to_date(path, call)
    connection = open_writing(path)
    try:
        with _explained(path, connection):
            if (opened := look(path)) is None:
                raise gone(path)
            yield from transaction(connection, path, call, kind, opened=opened)
    finally:
        shut_cleanly(connection)


@contextmanager
def together() -> Iterator[_Shared]:
    """Let the same command be carried out on several records in one transaction, as one entry.

    It begins with the first that writes; from then on what each writes and reads goes through it,
    and whoever would ask is to leave it first. None of them may rehearse.
    """
    shared = _Shared()
    with shared.until:
        _together.append(shared)
        try:
            yield shared
        finally:
            _together.pop()


@contextmanager
def rehearsing(call: Call, *, kind: str = "do") -> Iterator[Tx]:
    """Carry out what a command is about to do, and take it back; then it can ask.

    Raises:
        StoreError: as for `writing`.
        AlreadyDone: as for `writing`.
        UsageError: as for `writing`; or it is to be done on several records at once.
    """
    if _together:
        raise UsageError(
            _("This is asked about for each record by itself, and not done for several at once."),
            hint=_("Type it once for each of them."),
        )
    bring_up_to_date(database_path(call), call)  # not of a rehearsal that somebody typed
    with writing(call._replace(dry_run=True), kind=kind) as tx:
        yield tx


@contextmanager
def _explained(path: Path, connection: Connection) -> Iterator[None]:
    """Say in words what SQLite reports, also where a file of our version is not as we make it.

    Raises:
        StoreError: in place of the SQLite error.
    """
    with explained(path):
        try:
            yield
        except (sqlite3.OperationalError, sqlite3.IntegrityError) as error:
            if explanation(path, error) is error:
                refuse_strange_parts(path, connection)
                refuse_lowered_counters(path, connection)
            raise


def transaction(
    connection: Connection, path: Path, call: Call, kind: str, *, opened: os.stat_result | None
) -> Iterator[Tx]:
    """Begin, hand out, and commit or take back.

    Args:
        connection: the database.
        path: where it is.
        call: the command.
        kind: what it is in the history.
        opened: how the file lay there when it was opened; None for one that has no name yet.
    """
    if call.dry_run:
        connection.execute("PRAGMA cache_spill = OFF")
    connection.execute("BEGIN IMMEDIATE")
    sealed = False
    try:
        if opened:
            refuse_strange_triggers(path, connection)
        before = outside(connection)
        with _kept_at_hand(Tx(connection, path, call, kind)) as tx:
            yield tx
        if (tx.changed or tx.noteworthy) and not call.dry_run:
            digest = seal(connection, tx.seq, partial(to_keep, connection, before))
            sealed = True
            try:
                _commit(connection, path, tx.seq)
                if opened:
                    check_still_there(path, opened, digest)
            except (sqlite3.DatabaseError, GoneError):
                sealed = False
                raise
    finally:  # Ctrl-C during COMMIT arrives here with the transaction ended: it is saved
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        elif sealed:
            saved.add(path)


def _commit(connection: Connection, path: Path, seq: int) -> None:
    """Commit; where the disk fails at that moment, look whether the entry is there or not.

    Raises:
        StoreError: it cannot be told.
        sqlite3.DatabaseError: nothing was committed.
    """
    try:
        connection.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        if _taken_back(connection, path, seq):
            raise
        raise StoreError(
            _("The disk failed while {path} was being saved; it may or may not be in.").format(
                path=path
            ),
            hint=_("Look with jinlin log before you type the command again."),
            detail=str(error),
        ) from error


def _taken_back(connection: Connection, path: Path, seq: int) -> bool:
    """Return whether a command is surely not saved: taken back, or about to be by its journal."""
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        entry = connection.execute("SELECT 1 FROM entry WHERE seq = ?", (seq,)).fetchone()
    except sqlite3.DatabaseError:
        return half_done(path)
    return entry is None
