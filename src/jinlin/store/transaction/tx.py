"""What a command holds in its hand: a reader for its questions, a transaction for its writing."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from jinlin.core.call import Call
from jinlin.core.clock import DEFAULT_OFFSET, Clock, clock_of, zone_of
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.text import clean
from jinlin.store.file.connection import Connection
from jinlin.store.file.sqlite_errors import damaged
from jinlin.store.record.sentence import read, written
from jinlin.store.record.watch import Watch

if TYPE_CHECKING:
    from sqlmodel import Session

T = TypeVar("T")
_MANY: Final = 10**6 - 1
"""Where a number is higher, it is looked whether its series can hold it."""


class AlreadyDone(Exception):  # noqa: N818  (it is an answer, not an error)
    """The operation was carried out before; it is not carried out again.

    Args:
        call: the repeated call.
        subject: the number the first run gave out.
        did: the sentence the first run wrote; empty where it wrote none.
    """

    def __init__(self, call: Call, subject: str, did: Message) -> None:
        super().__init__(subject)
        self.call = call
        self.subject = subject
        self.did = did


class Reader:
    """What a question is put to; in its SQL `civil_today()` is the day of this command.

    Attributes:
        path: the database file.
        clock: the moment and the zone of this command.
    """

    def __init__(self, connection: Connection, path: Path, call: Call) -> None:
        self.connection = connection
        self.path = path
        self.clock = _clock(connection, path, call)
        self._answers: dict[Any, Any] = {}
        day = self.clock.today.isoformat()
        connection.create_function("civil_today", 0, lambda: day, deterministic=True)

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

    def moment(self, kept: str) -> datetime | None:
        """Return a moment of the history in civil time; None where what is kept is none."""
        try:
            return self.clock.local(kept)
        except (ValueError, OverflowError):
            return None

    def once(self, ask: Callable[[Reader], T]) -> T:
        """Return what a question answers; it is asked again only where something was written."""
        now = self.connection.total_changes
        if self._answers.get(ask, (None, None))[0] != now:
            self._answers[ask] = now, ask(self)
        answer: T = self._answers[ask][1]
        return answer

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
        self.user = clean(
            call.user
            or call.environment.variables.get("JINLIN_USER")
            or self.setting("secretary")
            or ""
        )
        self.noteworthy = False
        self._session: Session | None = None
        self._sentences: list[tuple[Message, Message, str]] = []
        self._told_before = 0
        self._operation = call.operation or f"{os.urandom(12).hex()}"
        refuse_repetition(self, call, self._operation)
        self.seq = int(
            connection.execute(
                "INSERT INTO entry (operation, at, user, command, kind, words)"
                " VALUES (?, ?, ?, ?, ?, ?) RETURNING seq",
                (self._operation, self.clock.stamp, self.user, call.command, kind, call.words),
            ).fetchone()[0]
        )
        self._watch = Watch(connection, self.seq)

    @property
    def session(self) -> Session:
        """The SQLModel door, on the same connection and in the same transaction."""
        if self._session is None:
            from jinlin.store.transaction.session import session_on

            self._session = session_on(self.connection, self._watch)
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

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Do a part that may be refused while the rest goes on: what it wrote goes with it.

        An error that refuses it takes back its rows, what the history kept of them, its sentences
        and the numbers it was given; objects of the session that are at hand are of no more use.
        """
        self._flush()
        told, watched = self._sentences, self._watch.watched
        self.connection.execute("SAVEPOINT part")
        try:
            yield
            self._flush()
        except sqlite3.Error:  # nothing of the transaction stays
            raise
        except Exception:
            self.connection.execute("ROLLBACK TO part")
            self.connection.execute("RELEASE part")
            self._sentences, self._watch.watched = told, watched
            self._answers.clear()
            if self._session is not None:
                self._session.expunge_all()
            raise
        self.connection.execute("RELEASE part")

    def insert(self, table: str, /, **values: object) -> int:
        """Write one new row through SQL.

        Returns:
            Its id.
        """
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        cursor = self._write(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values())
        )
        return int(cursor.lastrowid or 0)

    def insert_many(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None:
        """Write many new rows through SQL, in one statement."""
        marks = ", ".join("?" * len(columns))
        self.write_many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    def update(self, table: str, row_id: int, /, **values: object) -> None:
        """Change one row through SQL."""
        self.write(
            f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ?",
            (*values.values(), row_id),
        )

    def update_many(
        self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
    ) -> None:
        """Change many rows through SQL; each gives the new values, then its id."""
        sets = ", ".join(f"{column} = ?" for column in columns)
        self.write_many(f"UPDATE {table} SET {sets} WHERE id = ?", rows)

    def delete_many(self, table: str, ids: Sequence[int]) -> None:
        """Delete many rows through SQL, in one statement."""
        self.write(
            f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        )

    def write(self, sql: str, values: Sequence[object] = ()) -> None:
        """Run one writing statement; objects of the session are read anew afterwards."""
        self._write(sql, values)
        if self._session is not None:
            self._session.expire_all()

    def write_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one writing statement for many rows of values, as `write` does."""
        self._flush()
        self._watch.statement(sql)
        self.connection.executemany(sql, rows)
        if self._session is not None:
            self._session.expire_all()

    def _write(self, sql: str, values: Sequence[object]) -> sqlite3.Cursor:
        self._flush()
        self._watch.statement(sql)
        return self.connection.execute(sql, values)

    def next_id(self, table: str) -> int:
        """Return the first id that a table never gave, for rows that refer to each other."""
        self._flush()
        return 1 + int(self.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)) or 0)

    def next_number(self, counter: str) -> int:
        """Return the next permanent number of a series; it is never given again."""
        return self.next_numbers(counter, 1)

    def next_numbers(self, counter: str, count: int) -> int:
        """Reserve so many permanent numbers of a series and return the first.

        Raises:
            DamagedError: its counter was changed or deleted by another program.
        """
        self._flush()
        try:
            last = self.connection.execute(
                "INSERT INTO counter (name, value) VALUES (?1, ?2)"
                " ON CONFLICT (name) DO UPDATE SET value = value + ?2 RETURNING value",
                (counter, count),
            ).fetchone()[0]
        except sqlite3.IntegrityError:  # it counts no further
            last = sys.maxsize
        first = int(last) - count + 1
        if first == 1 or last > _MANY:
            from jinlin.store.record.counters import can_hold, counters_changed, was_given

            if not can_hold(counter, last) or was_given(self.connection, counter):
                raise counters_changed(self.path)
        return first

    def begin_another(self) -> None:
        """Begin the next of the commands that share the transaction: it has its own sentence."""
        self._answers.clear()
        self._told_before = len(self._sentences)

    def describe(self, did: Message, *, reverse: Message, subject: str = "") -> None:
        """Put the sentence of this command into the history.

        Args:
            did: what was done: "Issue 2026-0007 was closed".
            reverse: what undoing it would do: "set issue 2026-0007 back from … to …".
            subject: the number of the record it is about.

        Where several commands share the transaction, their sentences are told one after another,
        the same one once, what undoes them the last first; the entry is about all their records.
        """
        self._flush()
        told, said = self._sentences[: self._told_before], (did, reverse, subject)
        self._sentences = told if said in told else [*told, said]
        if len(self._sentences) > 1:
            did = _in_turn([one for one, _back, _about in self._sentences])
            reverse = _in_turn([back for _one, back, _about in reversed(self._sentences)])
            subject = " ".join(dict.fromkeys(about for _one, _back, about in self._sentences))
        self.connection.execute(
            "UPDATE entry SET did = ?, reverse = ?, subject = ? WHERE seq = ?",
            (written(did), written(reverse), subject, self.seq),
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


def _in_turn(sentences: Sequence[Message]) -> Message:
    """Return sentences as one."""
    first, *others = sentences
    for other in others:
        first = Message(N_("{one}; {other}"), {"one": first, "other": other})
    return first


def refuse_repetition(reader: Reader, call: Call, operation: str) -> None:
    """Answer for a command whose operation was carried out before.

    Args:
        reader: the database.
        call: the command.
        operation: the id under which the history has it: the call's own, or that of one step of it.

    Raises:
        AlreadyDone: it was.
        UsageError: its id was used for another command, with other words or another file.
        RuleError: it was, and was undone since.
    """
    row = reader.row(
        "SELECT seq, command, subject, did, words FROM entry WHERE operation = ?", (operation,)
    )
    if row is None:
        return
    own_id = _("Give every write an id of its own; nothing was done now.")
    if row["command"] != call.command:
        raise UsageError(
            _("The operation “{id}” was used before, for: jinlin {command}.").format(
                id=call.operation, command=row["command"]
            ),
            hint=own_id,
        )
    did = read(row["did"])
    what = did.text() or row["subject"]
    if row["words"] is not None and row["words"] != call.words:
        raise UsageError(
            _(
                "The operation “{id}” was used before, with other words or another file: {what}."
            ).format(id=call.operation, what=what),
            hint=own_id,
        )
    from jinlin.store.record.undone import was_undone

    if was_undone(reader.connection, row["seq"]):
        raise RuleError(
            _("This was done before and undone since: {what}.").format(what=what),
            hint=_("To do it again, give another --operation; nothing was done now."),
        )
    raise AlreadyDone(call, row["subject"], did)


def setting(connection: Connection, key: str) -> str | None:
    """Return a setting kept in a database."""
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def _clock(connection: Connection, path: Path, call: Call) -> Clock:
    """Return the clock of a database: its zone, and the day the example complex stands still on.

    Raises:
        DamagedError: no command has written them so.
        UsageError: the computer's clock is set to what cannot be.
    """
    fixed = setting(connection, "fixed_now")
    try:
        zone = zone_of(setting(connection, "zone") or DEFAULT_OFFSET)
        if fixed:
            return clock_of(datetime.fromisoformat(fixed), zone, call.environment.said_days)
    except (UsageError, ValueError) as error:
        raise damaged(path, "setting") from error
    return clock_of(call.environment.now(), zone, call.environment.said_days)
