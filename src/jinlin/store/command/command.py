"""One command, one transaction: what every command reads and writes goes through here."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
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
    refuse_too_long,
    shut_cleanly,
)
from jinlin.store.file.drafts import draft_of, new_private_file, put_in_place
from jinlin.store.file.header import check_header
from jinlin.store.file.journals import half_done, journal_of, refuse_strangers_beside
from jinlin.store.file.sqlite_errors import explained, explanation
from jinlin.store.file.standing import check_still_there, look
from jinlin.store.file.unwritable import GoneError, TakenError, gone
from jinlin.store.history.outside import outside, to_keep
from jinlin.store.record.sealing import seal
from jinlin.store.schema import upgrade
from jinlin.store.transaction.tx import AlreadyDone, Reader, Tx, refuse_repetition

R = TypeVar("R", bound=Reader)
_at_hand: Final[list[Reader]] = []
"""What is open now, the last opened last; nothing is opened a second time beside it."""
saved: Final[set[Path]] = set()
"""The databases into which this process has committed: what fails later must not say otherwise."""


@contextmanager
def reading(call: Call) -> Iterator[Reader]:
    """Open the database of a command for its questions; all see the same moment.

    Raises:
        StoreError: the database cannot be opened or is of another version.
    """
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
def writing(call: Call, *, kind: str = "do") -> Iterator[Tx]:
    """Carry out one command: all of it is on disk afterwards, or nothing is.

    With `--dry-run` everything is done and taken back. A command that changed no row leaves no
    entry in the history.

    Raises:
        StoreError: the database cannot be opened or written.
        AlreadyDone: the operation id was used before.
        UsageError: it was used before, for another command.
    """
    path = database_path(call)
    if not any(reader.path == path for reader in _at_hand):  # else that was done when it was opened
        bring_up_to_date(path, call)
    connection = open_writing(path)
    try:
        with _explained(path, connection):
            if (opened := look(path)) is None:
                raise gone(path)
            yield from _transaction(connection, path, call, kind, opened=opened)
    finally:
        shut_cleanly(connection)


@contextmanager
def rehearsing(call: Call, *, kind: str = "do") -> Iterator[Tx]:
    """Carry out what a command is about to do, and take it back; then it can ask.

    Raises:
        StoreError: as for `writing`.
        AlreadyDone: as for `writing`.
        UsageError: as for `writing`.
    """
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


def _transaction(
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


def answer_repetition(call: Call, *, shows: bool) -> None:
    """Answer for a command that was carried out before, ahead of the questions it would ask.

    Some of them could no longer be answered: what it removed is not there.

    Args:
        call: the command.
        shows: it mostly shows something, and is shown again where it has changed nothing.

    Raises:
        AlreadyDone: its operation was carried out.
        UsageError: the id was used for another command.
    """
    if not call.operation or not database_path(call).is_file():
        return
    if not shows or _has_written(call):
        with reading(call) as reader:
            refuse_repetition(reader, call, call.operation)


def _has_written(call: Call) -> bool:
    """Return whether a command has changed rows under its operation.

    What stands in the way of finding that out the command says itself, if it needs the database.
    """
    with suppress(StoreError):
        if checked_version(database_path(call)) == upgrade.VERSION:
            with looking_at(call) as reader:
                return bool(
                    reader.value(
                        "SELECT 1 FROM entry WHERE operation = ? AND command = ?"
                        " AND EXISTS (SELECT 1 FROM row_change WHERE entry = seq)",
                        (call.operation, call.command),
                    )
                )
    return False


def log_unmasking(call: Call, *, file: str = "", persons: int = 0) -> None:
    """Leave a line in the history that personal data was shown in full.

    Args:
        call: the command.
        file: the name of the file it goes into; empty where it is only shown.
        persons: of how many people the file tells.

    Raises:
        UsageError: a rehearsal cannot leave one.
    """
    if call.dry_run:
        raise UsageError(
            _("--unmask cannot be rehearsed: the log keeps a line of it."),
            hint=_("Leave --dry-run or --unmask away."),
        )
    with suppress(AlreadyDone), writing(call) as tx:  # the log has its line; it is shown again
        tx.noteworthy = True
        said: dict[str, Value] = {"command": call.command, "file": file, "persons": persons}
        tx.describe(
            Message(
                N_("Personal data was written in full to {file}: {command}; people: {persons}")
                if file
                else N_("Personal data was shown in full: {command}"),
                said,
            ),
            reverse=Message(""),
        )


@contextmanager
def creating(call: Call) -> Iterator[Tx]:
    """Make a new database and carry out its first command; a failure leaves no file.

    Raises:
        StoreError: there is a file already, a database or not, or the folder cannot be written.
    """
    refuse_what_is_there(call)
    path = database_path(call)
    draft = draft_of(path)
    new_folders = [folder for folder in path.parents if not folder.exists()]
    try:
        refuse_too_long(draft, named=path)
        new_private_file(draft, named=path)
        connection = open_writing(draft)
        try:
            with explained(path):
                upgrade.apply_scripts(connection)
                yield from _transaction(connection, path, call, "do", opened=None)
        finally:
            shut_cleanly(connection)
        if not call.dry_run:
            try:
                put_in_place(draft, path, new=True)
            except TakenError as error:  # another window was faster
                raise _there_already(path) from error
    finally:
        if not os.path.lexists(path):
            saved.discard(path)
        with suppress(OSError):  # where nothing could be written; or the folder is in use now
            for left in (draft, journal_of(draft)):
                left.unlink(missing_ok=True)
            for folder in new_folders:
                folder.rmdir()


def refuse_what_is_there(call: Call) -> None:
    """Refuse to make a new database where there is a file.

    Raises:
        StoreError: there is one, a database or not, or what would be taken for its journal.
    """
    path = database_path(call)
    if os.path.exists(path):  # noqa: PTH110  (Path.exists raises for names too long)
        check_header(path)
    if os.path.lexists(path):
        raise _there_already(path)
    refuse_strangers_beside(path)


def _there_already(path: Path) -> StoreError:
    return StoreError(
        _("There is a file at {path} already.").format(path=path),
        hint=_("Use it as it is, or name another one: jinlin init --db FILE."),
    )
