"""What no row of the history tells of, and each entry keeps as a digest: counters and days off.

Undo never touches the counters, and the days off come with the program. Changed behind the
program's back they stay seen: what did not fit when a command began is not taken for right by it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.store.file.connection import Connection
from jinlin.store.record.sealing import text_digest

COUNTERS: Final = "counter"
DAYS_OFF: Final = "public_holiday"
_DIGITS: Final = 32


class Outside(NamedTuple):
    """How it stands outside the history.

    Attributes:
        version: of the schema; a script may have changed what stands there.
        counters: a digest of the counters of numbers and ids.
        days_off: one of the days off and make-up days.
    """

    version: str
    counters: str
    days_off: str

    def kept(self) -> str:
        """Return it as an entry keeps it."""
        return ":".join(self)


def outside(connection: Connection) -> Outside:
    """Return how it stands outside the history now."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    counters, days = connection.execute(
        "SELECT (SELECT json_group_array(json_array(name, value)) FROM"
        " (SELECT name, value FROM counter UNION ALL"
        " SELECT name || ' id', seq FROM sqlite_sequence ORDER BY name)),"
        " (SELECT json_group_array(json_array(id, day, kind, name, source)) FROM"
        " (SELECT * FROM public_holiday ORDER BY id))"
    ).fetchone()
    return Outside(str(version), text_digest(counters)[:_DIGITS], text_digest(days)[:_DIGITS])


def to_keep(connection: Connection, before: Outside, last: str | None) -> str:
    """Return what an entry keeps of it.

    Args:
        connection: the database.
        before: how it stood when the command began.
        last: what the entry before keeps; None where it keeps nothing.
    """
    now, known = outside(connection), _read(last)
    if known is None or known.version != now.version:
        return now.kept()
    return Outside(
        now.version,
        *(
            new if was == old else old
            for new, was, old in zip(now[1:], before[1:], known[1:], strict=True)
        ),
    ).kept()


def changed_outside(connection: Connection) -> frozenset[str]:
    """Return which of the tables are not as the last command left them."""
    if "outside" not in {row[1] for row in connection.execute("PRAGMA table_info(entry)")}:
        return frozenset()
    row = connection.execute(
        "SELECT outside FROM entry WHERE digest IS NOT NULL ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    now, known = outside(connection), _read(row[0] if row else None)
    if known is None or known.version != now.version:
        return frozenset()
    return frozenset(
        table
        for table, new, old in zip((COUNTERS, DAYS_OFF), now[1:], known[1:], strict=True)
        if new != old
    )


def _read(kept: str | None) -> Outside | None:
    parts = (kept or "").split(":")
    return Outside(*parts) if len(parts) == len(Outside._fields) else None
