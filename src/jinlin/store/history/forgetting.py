"""Forget values of the history for good, and leave nothing of them in the file."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.store.file.connection import Connection, open_writing, shut_cleanly
from jinlin.store.file.sqlite_errors import explained
from jinlin.store.record.sealing import digested
from jinlin.store.record.sentence import read
from jinlin.store.schema.upgrade import as_json, columns_of

FORGETTING: Final = ("member forget", "survey close --forget")
"""The commands that no undo takes back."""


class Buried(NamedTuple):
    """All that was forgotten in a history: how many changes, and a digest of their ids."""

    buried: int
    digest: str


def bury(connection: Connection, changes: Collection[int], *, seq: int) -> Buried:
    """Delete the values of changed rows; their digests stay, so the chain still holds.

    How each row stands that nothing else tells of then is kept as a change of the open entry, so
    that it cannot be changed unseen.

    Args:
        connection: the database.
        changes: sealed changes, by id.
        seq: the open entry, all of whose changes are forgotten too.

    Returns:
        All that was ever forgotten, for the entry to keep. Where somebody else took values away,
        it fits what is forgotten no more than the last forgetting does, so that it stays seen.
    """
    before, taken = buried(connection), surplus(connection)
    connection.executemany(
        "UPDATE row_change SET digest = ? WHERE id = ?",
        [(digest, change) for _salt, digest, change in digested(connection, seq)],
    )
    touched = connection.execute(
        "SELECT DISTINCT table_name, row_id FROM row_change WHERE entry = ?1 OR id IN"
        " (SELECT value FROM json_each(?2)) ORDER BY 1, 2",
        (seq, json.dumps([*changes])),
    ).fetchall()
    forget = "UPDATE row_change SET before = NULL, after = NULL, salt = NULL"
    connection.execute(f"{forget} WHERE entry = ?", (seq,))
    connection.executemany(f"{forget} WHERE id = ?", ((change,) for change in changes))
    for table, row_id in touched:
        _keep_as_it_stands(connection, seq, table, row_id)
    now = buried(connection)
    return now._replace(buried=now.buried - taken, digest=before.digest) if taken else now


def _keep_as_it_stands(connection: Connection, seq: int, table: str, row_id: int) -> None:
    """Keep a row as a change that changed nothing, where its last change was forgotten."""
    last = connection.execute(
        "SELECT digest IS NOT NULL AND salt IS NULL FROM row_change"
        " WHERE table_name = ? AND row_id = ? ORDER BY id DESC LIMIT 1",
        (table, row_id),
    ).fetchone()
    if last[0]:
        spelled = as_json("", columns_of(connection, table))
        connection.execute(
            "INSERT INTO row_change (entry, table_name, row_id, before, after)"
            f" SELECT ?1, ?2, ?3, now, now FROM (SELECT (SELECT {spelled} FROM {table}"
            " WHERE id = ?3) AS now)",
            (seq, table, row_id),
        )


def buried(connection: Connection) -> Buried:
    """Return how many changes have lost their values, and a digest of which they are."""
    import hashlib

    total, count = hashlib.sha256(), 0
    for (change,) in connection.execute(
        "SELECT id FROM row_change WHERE salt IS NULL AND before IS NULL AND after IS NULL"
        " AND digest IS NOT NULL ORDER BY id"
    ):
        total.update(b"%d," % change)
        count += 1
    return Buried(count, total.hexdigest())


def surplus(connection: Connection) -> int:
    """Return how many changes have lost their values beyond what the last forgetting keeps.

    Each forgetting keeps which changes have lost theirs by then; one of an older program does not,
    and where it cannot be read any more, the chain is broken there.
    """
    row = connection.execute(
        "SELECT did FROM entry WHERE command IN (?, ?) AND kind = 'do' AND digest IS NOT NULL"
        " ORDER BY seq DESC LIMIT 1",
        FORGETTING,
    ).fetchone()
    now = buried(connection)
    if row is None:
        return now.buried
    match read(row[0]).values:
        case {"buried": int(count), "digest": str(digest)} if digest != now.digest:
            return max(1, now.buried - count)
    return 0


def has_forgotten(connection: Connection, seq: int) -> bool:
    """Return whether values of an entry were forgotten, so that it cannot be undone."""
    found = connection.execute(
        "SELECT 1 FROM row_change WHERE entry = ? AND digest IS NOT NULL AND salt IS NULL LIMIT 1",
        (seq,),
    ).fetchone()
    return found is not None


def pack(path: Path) -> None:
    """Write the database file anew, without the pages that were given up; no copy elsewhere.

    Raises:
        StoreError: another window uses it, or the disk is full.
    """
    connection = open_writing(path)
    try:
        with explained(path):
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("VACUUM")
    finally:
        shut_cleanly(connection)
