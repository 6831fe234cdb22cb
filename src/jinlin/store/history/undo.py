"""Take back a command, or do it again, from the rows the history keeps."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.store.history.forgetting import FORGETTING, has_forgotten
from jinlin.store.history.restoring import put_back
from jinlin.store.record.sentence import read
from jinlin.store.record.undone import undone_entries, was_undone
from jinlin.store.transaction.tx import Reader, Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One command in the history.

    Attributes:
        at: the moment as the database keeps it.
        kind: `do`, `undo` or `redo`.
        subject: the number of the record it was about.
        did: what was done.
        reverse: what taking it back would do.
        reverses: the entry this one took back.
        undone: whether it was taken back and not done again.
        rows: how many rows it changed.
        past: a person was forgotten after it, which undo passes over.
    """

    seq: int
    at: str
    user: str
    command: str
    kind: str
    subject: str
    did: Message
    reverse: Message
    reverses: int | None
    undone: bool
    rows: int
    past: bool = False


_ENTRIES = """
    SELECT e.*, e.seq IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL) AS reversed,
           (SELECT count(*) FROM row_change WHERE entry = e.seq) AS row_count
    FROM entry AS e WHERE e.digest IS NOT NULL"""


def entries(
    reader: Reader, condition: str, values: Sequence[object], *, limit: int
) -> Iterator[Entry]:
    """Return the history, the latest command first.

    Args:
        reader: the database.
        condition: SQL of which entries `e`.
        values: those of its marks.
        limit: how many at most; 0 for all.
    """
    rows = reader.each(
        f"{_ENTRIES} AND {condition} ORDER BY e.seq DESC LIMIT ?", (*values, limit or -1)
    )
    undone = undone_entries(reader.connection)
    return (_entry(row, undone=row["seq"] in undone) for row in rows)


def entry_of(reader: Reader, seq: int) -> Entry | None:
    """Return one command by its number in the log; None where there is none."""
    row = reader.row(f"{_ENTRIES} AND e.seq = ?", (seq,))
    return _entry(row) if row else None


def count_entries(reader: Reader, condition: str, values: Sequence[object]) -> int:
    """Return how many commands the history holds, of which as for `entries`."""
    sql = f"SELECT count(*) FROM entry AS e WHERE e.digest IS NOT NULL AND {condition}"
    return int(reader.value(sql, values))


def to_undo(reader: Reader) -> Entry:
    """Return the latest command that still stands and can be taken back at all.

    Raises:
        RuleError: nothing is left to undo.
    """
    return steps_to_undo(reader, 1)[0]


def steps_to_undo(reader: Reader, steps: int | None, *, after: int = 0) -> list[Entry]:
    """Return commands that still stand and can be taken back, the latest first.

    Args:
        reader: the database.
        steps: how many, at least one; None for all.
        after: only those after this command.

    Raises:
        RuleError: there are not so many.
    """
    assert steps is None or steps > 0, "SQLite takes a negative limit for none"
    rows = reader.rows(
        f"{_ENTRIES} AND e.kind IN ('do', 'redo') AND NOT reversed AND row_count > 0"
        " AND e.command NOT IN (?, ?, 'init') AND e.seq > ? ORDER BY e.seq DESC LIMIT ?",
        (*FORGETTING, after, -1 if steps is None else steps),
    )
    if after:
        _check_stands(reader, after)
        links = _links(reader)
        rows = [row for row in rows if not _stood_at(links, row["seq"], after)]
    if not rows:
        raise RuleError(_("There is nothing to undo."))
    if steps is not None and len(rows) < steps:
        raise RuleError(
            _("Only {count} commands can be undone.").format(count=len(rows)),
            hint=_("See: jinlin log"),
        )
    forgotten = reader.value("SELECT max(seq) FROM entry WHERE command IN (?, ?)", FORGETTING) or 0
    return [_entry(row, past=row["seq"] < forgotten) for row in rows]


def _check_stands(reader: Reader, seq: int) -> None:
    """Refuse to go back to a command that there is not, or that was itself undone.

    Raises:
        NotFoundError: there is no such command.
        RuleError: it was undone.
    """
    row = reader.row(f"{_ENTRIES} AND e.seq = ?", (seq,))
    if row is None:
        raise NotFoundError(
            _("There is no command {number} in the log.").format(number=seq),
            hint=_("See: jinlin log"),
        )
    if row["kind"] == "undo" or was_undone(reader.connection, seq):
        raise RuleError(
            _("Command {number} does not stand: it was undone, or is itself an undo.").format(
                number=seq
            ),
            hint=_("See: jinlin log"),
        )


def _links(reader: Reader) -> dict[int, int]:
    """Return which command each undo and redo reverses."""
    return dict(map(tuple, reader.rows("SELECT seq, reverses FROM entry WHERE reverses > 0")))


def _stood_at(links: Mapping[int, int], seq: int, then: int) -> bool:
    """Return whether what a standing command did already stood after an earlier command.

    It did where it was only undone and done again since: then the way back, over redo and undo in
    turns, arrives at what was done by then, and not at an undo.
    """
    undos = 0
    while seq > then and seq in links:
        seq, undos = links[seq], undos + 1
    return seq <= then and undos % 2 == 0


def to_redo(reader: Reader) -> Entry:
    """Return the latest undo that still stands and after which nothing new was done.

    Raises:
        RuleError: nothing is left to do again.
    """
    return steps_to_redo(reader, 1)[0]


def steps_to_redo(reader: Reader, steps: int) -> list[Entry]:
    """Return so many undos that still stand and after which nothing new was done, the latest first.

    Raises:
        RuleError: there are not so many.
    """
    assert steps > 0, "SQLite takes a negative limit for none"
    rows = reader.rows(
        f"{_ENTRIES} AND e.kind = 'undo' AND NOT reversed AND NOT EXISTS"
        " (SELECT 1 FROM entry AS d WHERE d.seq > e.seq AND d.kind = 'do' AND d.digest IS NOT NULL"
        " AND EXISTS (SELECT 1 FROM row_change WHERE entry = d.seq))"
        " ORDER BY e.seq DESC LIMIT ?",
        (steps,),
    )
    if not rows:
        raise RuleError(_("There is nothing to do again."))
    if len(rows) < steps:
        raise RuleError(
            _("Only {count} commands can be done again.").format(count=len(rows)),
            hint=_("See: jinlin log"),
        )
    return [_entry(row) for row in rows]


def reverse(tx: Tx, entry: Entry) -> Message:
    """Put every row of an entry back as it was before it.

    Returns:
        The sentence that says what was done.

    Raises:
        RuleError: later work changed or depends on one of the rows, or values were forgotten.
    """
    if has_forgotten(tx.connection, entry.seq):
        raise _refused(entry, _("it holds what was kept of a person who was forgotten"))
    tx.write("PRAGMA defer_foreign_keys = ON")
    try:
        put_back(
            tx,
            entry.seq,
            refuse=lambda table, row_id: _refused(entry, _later_work(tx, table, row_id, entry.seq)),
        )
    except sqlite3.IntegrityError as error:
        raise _refused(entry, _("later work depends on it")) from error
    if tx.row("PRAGMA foreign_key_check") is not None:
        raise _refused(entry, _("later work depends on it"))
    if entry.kind == "undo":
        said = Message(N_("Done again: {what}"), {"what": entry.reverse})
    else:
        said = Message(N_("Undone: {what}"), {"what": entry.reverse})
    tx.reverses(entry.seq)
    tx.describe(said, reverse=_bare(entry.did), subject=entry.subject)
    return said


def _later_work(tx: Tx, table: str, row_id: int, seq: int) -> str:
    """Say which later command touched a row."""
    row = tx.row(
        f"{_ENTRIES} AND e.seq > ? AND e.seq < ? AND EXISTS (SELECT 1 FROM row_change AS c"
        " WHERE c.entry = e.seq AND c.table_name = ? AND c.row_id = ?) ORDER BY e.seq DESC LIMIT 1",
        (seq, tx.seq, table, row_id),
    )
    if row is None:
        return _("the record is no longer as that command left it")
    return _("a later command changed the same record: {what}").format(what=_entry(row).did.text())


def _refused(entry: Entry, reason: str) -> RuleError:
    return RuleError(
        _("Command {number} ({what}) can no longer be undone: {reason}.").format(
            number=entry.seq, what=entry.did.text(), reason=reason
        ),
        hint=_("Correct the record itself instead."),
    )


def _bare(did: Message) -> Message:
    """Return the sentence without the words that an earlier undo or redo put before it."""
    what = did.values.get("what")
    return what if did.msgid in _WRAPPERS and isinstance(what, Message) else did


_WRAPPERS = frozenset({"Done again: {what}", "Undone: {what}"})


def _entry(row: sqlite3.Row, *, undone: bool = False, past: bool = False) -> Entry:
    return Entry(
        seq=row["seq"],
        at=row["at"],
        user=row["user"],
        command=row["command"],
        kind=row["kind"],
        subject=row["subject"],
        did=read(row["did"]),
        reverse=read(row["reverse"]),
        reverses=row["reverses"],
        undone=undone,
        rows=row["row_count"],
        past=past,
    )
