"""Put rows back as they were before a command: many at a time, those of a table in order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from jinlin.store.record.sealing import AT_ONCE
from jinlin.store.schema.upgrade import as_json, columns_of
from jinlin.store.transaction.tx import Tx


class Batch(NamedTuple):
    """Changes of one table that can be taken back together: each of another row.

    Attributes:
        changes: of one kind, all inserts, all updates or all deletes; the latest first.
    """

    table: str
    changes: Sequence[sqlite3.Row]


def put_back(tx: Tx, seq: int, *, refuse: Callable[[str, int], Exception]) -> None:
    """Put every row that a command changed back as it was before it.

    Args:
        tx: the transaction; foreign keys are looked at when all is done.
        seq: the entry of the command.
        refuse: what is raised of a table and a row id that are not as the command left them.

    Raises:
        sqlite3.IntegrityError: what is put back contradicts what came later.
    """
    for batch in _batches(tx, seq):
        _check_as_left(tx, seq, batch, refuse)
        _take_back(tx, batch)


def _batches(tx: Tx, seq: int) -> Iterator[Batch]:
    """Return the changes of a command in batches, the latest first within each table."""
    last: int | None = None
    while page := tx.rows(
        "SELECT id, table_name, row_id, before, after FROM row_change"
        " WHERE entry = ?1 AND (?2 IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3",
        (seq, last, AT_ONCE),
    ):
        last = page[-1]["id"]
        for table in dict.fromkeys(change["table_name"] for change in page):
            of_table = (change for change in page if change["table_name"] == table)
            for _kind, run in groupby(of_table, key=_kind_of):
                yield from (Batch(table, changes) for changes in _without_repetition(run))


def _kind_of(change: sqlite3.Row) -> tuple[bool, bool]:
    return change["before"] is None, change["after"] is None


def _without_repetition(changes: Iterator[sqlite3.Row]) -> Iterator[list[sqlite3.Row]]:
    """Return runs of changes in none of which a row comes twice."""
    run: dict[int, sqlite3.Row] = {}
    for change in changes:
        if change["row_id"] in run:
            yield list(run.values())
            run = {}
        run[change["row_id"]] = change
    yield list(run.values())


def _check_as_left(tx: Tx, seq: int, batch: Batch, refuse: Callable[[str, int], Exception]) -> None:
    """Refuse a batch of which a row is not as the command left it.

    SQLite compares the rows as the history spells them; what differs there may have come from a
    time when the table had fewer columns, and is compared column by column.
    """
    spelled = as_json("t.", columns_of(tx.connection, batch.table))
    for change in tx.rows(
        f"SELECT c.row_id, c.after FROM row_change AS c LEFT JOIN {batch.table} AS t"
        " ON t.id = c.row_id WHERE c.entry = ? AND c.id BETWEEN ? AND ? AND c.table_name = ?"
        f" AND c.after IS NOT CASE WHEN t.id IS NOT NULL THEN {spelled} END ORDER BY c.id DESC",
        (seq, batch.changes[-1]["id"], batch.changes[0]["id"], batch.table),
    ):
        now = tx.row(f"SELECT * FROM {batch.table} WHERE id = ?", (change["row_id"],))
        if not as_left(now, json.loads(change["after"]) if change["after"] else None):
            raise refuse(batch.table, change["row_id"])


def as_left(now: sqlite3.Row | None, expected: dict[str, object] | None) -> bool:
    """Return whether a row is as a command left it, in the columns there were then."""
    if now is None or expected is None:
        return now is None and expected is None
    return expected.items() <= dict(now).items()


def _take_back(tx: Tx, batch: Batch) -> None:
    inserted, deleted = _kind_of(batch.changes[0])
    if inserted:
        tx.delete_many(batch.table, [change["row_id"] for change in batch.changes])
        return
    rows = [_spelled(batch.table, json.loads(change["before"])) for change in batch.changes]
    if deleted:
        tx.insert_many(batch.table, tuple(rows[0]), (tuple(row.values()) for row in rows))
        return
    # The id is not set again: SQLite would look through every table that refers to this one.
    ids = [row.pop("id") for row in rows]
    values = ((*row.values(), row_id) for row, row_id in zip(rows, ids, strict=True))
    tx.update_many(batch.table, tuple(rows[0]), values)


def _spelled(table: str, values: dict[str, object]) -> dict[str, object]:
    """Return a row of a time when names were not spelled yet with its name spelled."""
    if table != "person" or "pinyin" in values:
        return values
    from jinlin.core.people.pinyin import spelled

    pinyin, initials = spelled(str(values["name"]))
    return {**values, "pinyin": pinyin, "initials": initials}
