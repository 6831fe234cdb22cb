"""One command, one transaction: what every command reads and writes goes through here."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinlin.core.call import Call
from jinlin.core.clock import DEFAULT_OFFSET, Clock, zone_of
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.store import upgrade
from jinlin.store.file import (
    Connection,
    check_header,
    explained,
    half_done,
    new_private_file,
    open_reading,
    open_writing,
    put_in_place,
    recover,
    shut_cleanly,
)
from jinlin.store.history import seal

if TYPE_CHECKING:
    from sqlmodel import Session


saved: Final[set[Path]] = set()
"""The databases into which this process has committed: what fails later must not say otherwise."""


class AlreadyDone(Exception):  # noqa: N818  (it is an answer, not an error)
    """The operation was carried out before; it is not carried out again.

    Args:
        call: the repeated call.
        subject: the number the first run gave out.
        did: the sentence the first run wrote.
    """

    def __init__(self, call: Call, subject: str, did: Message | None) -> None:
        super().__init__(subject)
        self.call = call
        self.subject = subject
        self.did = did


class Reader:
    """What a question is put to.

    Attributes:
        path: the database file.
        clock: the moment and the zone of this command.
    """

    def __init__(self, connection: Connection, path: Path, call: Call) -> None:
        self.connection = connection
        self.path = path
        self.clock = _clock(connection, call)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """Return all rows of a question."""
        return self.connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: Sequence[object] = ()) -> Iterator[sqlite3.Row]:
        """Return the rows of a question one by one."""
        return self.connection.execute(sql, values)

    def row(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Row | None:
        """Return the first row of a question, or None."""
        found: sqlite3.Row | None = self.connection.execute(sql, values).fetchone()
        return found

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Return the first column of the first row, or None."""
        found = self.row(sql, values)
        return found[0] if found else None

    def setting(self, key: str) -> str | None:
        """Return a setting of the database."""
        return setting(self.connection, key)


class Tx(Reader):
    """The transaction of one writing command, with its two doors: SQL and SQLModel.

    Attributes:
        seq: the history entry of this command.
        user: who is writing.
        dry_run: nothing will be kept.
        noteworthy: the history keeps the entry even when no row was changed.
    """

    def __init__(self, connection: Connection, path: Path, call: Call, kind: str = "do") -> None:
        super().__init__(connection, path, call)
        self.dry_run = call.dry_run
        self.user = (
            call.user
            or call.environment.variables.get("JINLIN_USER")
            or self.setting("secretary")
            or ""
        )
        self.noteworthy = False
        self._session: Session | None = None
        self._operation = call.operation or f"{os.urandom(12).hex()}"
        self._refuse_repetition(call)
        self.seq = int(
            connection.execute(
                "INSERT INTO entry (operation, at, user, command, kind) VALUES (?, ?, ?, ?, ?)"
                " RETURNING seq",
                (self._operation, self.clock.stamp, self.user, call.command, kind),
            ).fetchone()[0]
        )

    def _refuse_repetition(self, call: Call) -> None:
        row = self.row(
            "SELECT command, subject, did FROM entry WHERE operation = ?", (self._operation,)
        )
        if row is not None:
            if row["command"] != call.command:
                raise UsageError(
                    _("The operation “{id}” was used before, for: jinlin {command}.").format(
                        id=self._operation, command=row["command"]
                    ),
                    hint=_("Give every write an id of its own; nothing was done now."),
                )
            did = Message.from_json(json.loads(row["did"])) if row["did"] else None
            raise AlreadyDone(call, row["subject"], did)

    @property
    def session(self) -> Session:
        """The SQLModel door, on the same connection and in the same transaction."""
        if self._session is None:
            from jinlin.store.orm import session_on

            self._session = session_on(self.connection)
        return self._session

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """Return all rows of a question, after what the session holds was written."""
        self._flush()
        return super().rows(sql, values)

    def each(self, sql: str, values: Sequence[object] = ()) -> Iterator[sqlite3.Row]:
        """Return the rows of a question one by one, after what the session holds was written."""
        self._flush()
        return super().each(sql, values)

    def row(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Row | None:
        """Return the first row of a question, after what the session holds was written."""
        self._flush()
        return super().row(sql, values)

    def _flush(self) -> None:
        if self._session is not None:
            self.session.flush()

    def insert(self, table: str, **values: object) -> int:
        """Write one new row through SQL.

        Returns:
            Its id.
        """
        self._flush()
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        cursor = self.connection.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",
            tuple(values.values()),
        )
        return int(cursor.lastrowid or 0)

    def insert_many(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None:
        """Write many new rows through SQL, in one statement."""
        self._flush()
        marks = ", ".join("?" * len(columns))
        self.connection.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
            rows,
        )

    def update(self, table: str, row_id: int, **values: object) -> None:
        """Change one row through SQL."""
        self.write(
            f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ?",
            (*values.values(), row_id),
        )

    def write(self, sql: str, values: Sequence[object] = ()) -> None:
        """Run one writing statement; objects of the session are read anew afterwards."""
        self._flush()
        self.connection.execute(sql, values)
        if self._session is not None:
            self._session.expire_all()

    def next_id(self, table: str) -> int:
        """Return the first id that a table never gave, for rows that refer to each other."""
        self._flush()
        return 1 + int(self.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0)

    def next_number(self, counter: str) -> int:
        """Return the next permanent number of a series; it is never given again."""
        return self.next_numbers(counter, 1)

    def next_numbers(self, counter: str, count: int) -> int:
        """Reserve so many permanent numbers of a series and return the first."""
        self._flush()
        last = self.connection.execute(
            "INSERT INTO counter (name, value) VALUES (?1, ?2)"
            " ON CONFLICT (name) DO UPDATE SET value = value + ?2 RETURNING value",
            (counter, count),
        ).fetchone()[0]
        return int(last) - count + 1

    def describe(self, did: Message, *, reverse: Message, subject: str = "") -> None:
        """Put the sentence of this command into the history.

        Args:
            did: what was done: "Issue 2026-0007 was closed".
            reverse: what undoing it would do: "set issue 2026-0007 back from … to …".
            subject: the number of the record it is about.
        """
        self._flush()
        self.connection.execute(
            "UPDATE entry SET did = ?, reverse = ?, subject = ? WHERE seq = ?",
            (_kept(did), _kept(reverse), subject, self.seq),
        )

    def reverses(self, seq: int) -> None:
        """Say that this entry takes back another one."""
        self.connection.execute("UPDATE entry SET reverses = ? WHERE seq = ?", (seq, self.seq))

    @property
    def changed(self) -> bool:
        """Whether any row was changed so far."""
        self._flush()
        return (
            self.value("SELECT 1 FROM row_change WHERE entry = ? LIMIT 1", (self.seq,)) is not None
        )


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
        with explained(path):
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
    bring_up_to_date(path, call)
    connection = open_writing(path)
    try:
        with explained(path):
            yield from _transaction(connection, path, call, kind)
    finally:
        shut_cleanly(connection)


def _transaction(connection: Connection, path: Path, call: Call, kind: str) -> Iterator[Tx]:
    """Begin, hand out, and commit or take back."""
    if call.dry_run:
        connection.execute("PRAGMA cache_spill = OFF")
    connection.execute("BEGIN IMMEDIATE")
    sealed = False
    try:
        tx = Tx(connection, path, call, kind)
        yield tx
        if (tx.changed or tx.noteworthy) and not call.dry_run:
            seal(connection, tx.seq)
            sealed = True
            _commit(connection, path, tx.seq)
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


def log_unmasking(call: Call) -> None:
    """Leave a line in the history that personal data was shown in full.

    Raises:
        UsageError: a rehearsal cannot leave one.
    """
    if call.dry_run:
        raise UsageError(
            _("--unmask cannot be rehearsed: the log keeps a line of it."),
            hint=_("Leave --dry-run or --unmask away."),
        )
    with writing(call) as tx:
        tx.noteworthy = True
        tx.describe(
            Message(N_("Personal data was shown in full: {command}"), {"command": call.command}),
            reverse=Message(""),
        )


@contextmanager
def creating(call: Call) -> Iterator[Tx]:
    """Make a new database and carry out its first command; a failure leaves no file.

    Raises:
        StoreError: there is a file already, or the folder cannot be written.
    """
    path = database_path(call)
    if os.path.lexists(path):
        raise StoreError(
            _("There is a file at {path} already.").format(path=path),
            hint=_("Use it as it is, or name another one: jinlin init --db FILE."),
        )
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    new_folders = [folder for folder in path.parents if not folder.exists()]
    try:
        new_private_file(draft)
        connection = open_writing(draft)
        try:
            with explained(path):
                upgrade.apply_scripts(connection)
                yield from _transaction(connection, path, call, "do")
        finally:
            shut_cleanly(connection)
        if not call.dry_run:
            put_in_place(draft, path)
    finally:
        with suppress(OSError):  # where nothing could be written; or the folder is in use now
            draft.unlink(missing_ok=True)
            for folder in new_folders:
                folder.rmdir()


def bring_up_to_date(path: Path, call: Call) -> None:
    """Refuse what is not ours or newer; back up and upgrade what is older.

    Raises:
        StoreError: the file is missing, not ours, newer, or cannot be upgraded.
    """
    check_header(path)
    recover(path)
    version = check_header(path)
    if version > upgrade.VERSION:
        raise StoreError(
            _("The database {path} was made by a newer version of jinlin.").format(path=path),
            hint=_("Update jinlin on this computer, then try again."),
        )
    if version == upgrade.VERSION:
        return
    from jinlin.store.backup import back_up

    kept = back_up(path, call.environment.now())
    connection = open_writing(path)
    try:
        with explained(path):
            upgrade.apply_scripts(connection)
    finally:
        shut_cleanly(connection)
    call.environment.tell(
        _("The database was brought up to date; the old one is kept at {path}.").format(path=kept)
    )


def setting(connection: Connection, key: str) -> str | None:
    """Return a setting kept in a database."""
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def _clock(connection: Connection, call: Call) -> Clock:
    """Return the clock of a database: its zone, and the day the example complex stands still on."""
    fixed = setting(connection, "fixed_now")
    now = datetime.fromisoformat(fixed) if fixed else call.environment.now()
    return Clock(now=now, zone=zone_of(setting(connection, "zone") or DEFAULT_OFFSET))


def _kept(message: Message) -> str:
    return json.dumps(message.as_json(), ensure_ascii=False, separators=(",", ":"))
