"""Verify the hash chain of the history, and the rows against it, up to a head that was printed."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.store.history.forgetting import FORGETTING, surplus
from jinlin.store.history.restoring import as_left
from jinlin.store.history.untold import untold_rows
from jinlin.store.record.sealing import ENTRY, SINCE_OUTSIDE, change_digest, entry_digest
from jinlin.store.record.sentence import UNREADABLE, read
from jinlin.store.schema.upgrade import (
    OUTSIDE_HISTORY,
    as_json,
    columns_of,
    filled_at,
    known_tables,
    version_of,
    with_rows,
)
from jinlin.store.transaction.tx import Reader

PRINTED: Final = 16
"""So many digits of a head are printed: 64 bits, which nobody forges by trying."""
SHORTEST: Final = 8
RESHAPED: Final[Mapping[str, frozenset[str]]] = {
    "category": frozenset(
        {"respond_amount", "respond_unit", "close_amount", "close_unit", "raise_amount",
         "raise_unit", "advice"}
    )
}  # fmt: skip
"""Tables that an upgrade made anew, and what it took away or wrote, which is no user's doing."""


class Verdict(NamedTuple):
    """What a look at the whole chain found.

    Attributes:
        entries: how many commands it has.
        head: the digest of the last of them; empty where there is none.
        broken: the numbers of the commands that are not as they were written.
        forgotten: how many changes have lost their values, as `member forget` does.
        odd: how many of those no forgetting tells of.
    """

    entries: int
    head: str
    broken: tuple[int, ...]
    forgotten: int
    odd: int


class Anchor(NamedTuple):
    """The command at which a printed head stood.

    Attributes:
        seq: its number.
        at: the moment as the database keeps it.
        later: how many commands came after it.
        digits: how many digits of the head were given.
    """

    seq: int
    at: str
    later: int
    digits: int


def database_key(reader: Reader) -> str:
    """Return what tells the cards and entries of this database from another's, for good."""
    return str(reader.value("SELECT operation FROM entry ORDER BY seq LIMIT 1"))[:16]


def chain_head(reader: Reader) -> str:
    """Return the digest of the last command; empty before the first."""
    return str(
        reader.value("SELECT digest FROM entry WHERE digest IS NOT NULL ORDER BY seq DESC LIMIT 1")
        or ""
    )


def printed(head: str) -> str:
    """Return a head as a report prints it: sixteen digits in groups of four."""
    return " ".join(re.findall(".{4}", head[:PRINTED]))


def find_anchor(reader: Reader, text: str) -> Anchor:
    """Return the command at which a printed head stood.

    Raises:
        UsageError: it is no head.
        NotFoundError: no command ever had it: the history is not the one it was printed from.
    """
    head = re.sub(r"[\s\-—·]", "", normalize("NFKC", text)).lower()
    if not re.fullmatch(rf"[0-9a-f]{{{SHORTEST},64}}", head):
        raise UsageError(
            _("“{text}” is not a checksum of the data.").format(text=text),
            hint=_("Copy it from the report, such as: {example}").format(
                example="3f2a 91bc 07de 55a1"
            ),
        )
    row = reader.row(
        "SELECT seq, at, (SELECT count(*) FROM entry AS l WHERE l.seq > e.seq) AS later"
        " FROM entry AS e WHERE digest >= ? AND digest < ? ORDER BY seq LIMIT 1",
        (head, head + "g"),
    )
    if row is None:
        raise NotFoundError(
            _(
                "Check first whether it was copied right: no command of this database has the"
                " checksum {head}."
            ).format(head=printed(head)),
            hint=_("If it was, it is another database, or its history was rewritten or cut since."),
        )
    return Anchor(row["seq"], row["at"], row["later"], len(head))


def verify(reader: Reader, *, until: int | None = None) -> Verdict:
    """Digest the whole history anew and compare.

    Args:
        reader: the database.
        until: the last command to look at; None for all.
    """
    previous, count, forgotten, odd = "", 0, 0, 0
    broken = {int(row[0]) for row in reader.rows(_OF_NO_ENTRY) if until is None or row[0] < until}
    last_forgetting = int(
        reader.value("SELECT max(seq) FROM entry WHERE command IN (?, ?)", FORGETTING) or 0
    )
    columns = SINCE_OUTSIDE if "outside" in columns_of(reader.connection, "entry") else ENTRY
    for row in reader.each(
        f"SELECT {columns}, digest FROM entry WHERE seq <= ifnull(?, seq) ORDER BY seq", (until,)
    ):
        *words, digest = row
        if words[-1] is None:  # of a time when an entry kept no more
            words = words[: len(ENTRY.split(", "))]
        digests: list[str] = []
        good = row["previous"] == previous and digest is not None and _readable(reader, row)
        for table, row_id, before, after, salt, kept in reader.each(_CHANGES, (row["seq"],)):
            digests.append(str(kept or ""))
            if salt is None and before is None and after is None and kept:
                forgotten += 1
                odd += row["seq"] > last_forgetting
            elif change_digest(str(salt or ""), (table, row_id, before, after)) != kept:
                good = False
        if not good or entry_digest(words, digests) != digest:
            broken.add(int(row["seq"]))
        previous = str(digest or "")
        count += 1
    if until is None:
        odd = odd or surplus(reader.connection)
    return Verdict(count, previous, tuple(sorted(broken)), forgotten, odd)


_OF_NO_ENTRY = "SELECT DISTINCT entry FROM row_change WHERE entry NOT IN (SELECT seq FROM entry)"
_CHANGES = (
    "SELECT table_name, row_id, before, after, salt, digest FROM row_change"
    " WHERE entry = ? ORDER BY id"
)


def _readable(reader: Reader, entry: sqlite3.Row) -> bool:
    """Return whether the moment and the sentences of an entry are such as a command writes."""
    sentences = (read(entry["did"]), read(entry["reverse"]))
    return UNREADABLE not in sentences and reader.moment(entry["at"]) is not None


def first_unreadable(reader: Reader) -> int:
    """Return the first command of which not everything can be read, the file being damaged."""
    reached = []
    for column, table in (("seq", "entry"), ("entry", "row_change")):
        seq = 0
        try:
            for row in reader.each(f"SELECT * FROM {table} ORDER BY {column}"):
                seq = row[column]
        except sqlite3.DatabaseError:
            reached.append(seq)
    return min(reached, default=0) + 1


def strayed_rows(reader: Reader) -> Iterator[tuple[str, int]]:
    """Return table and id of each row that is not as the last command that touched it left it.

    Rows that no command ever touched must be those that the schema scripts filled in.
    """
    filled = filled_at(version_of(reader.connection))
    touched = {row[0] for row in reader.rows("SELECT DISTINCT table_name FROM row_change")}
    tables = known_tables(reader.connection)
    there = with_rows(reader.connection, tables)
    for table in tables:
        if table in OUTSIDE_HISTORY:
            continue
        if table in touched:
            yield from ((table, row_id) for row_id in _strayed(reader, table))
        untold = untold_rows(reader, table, filled.get(table, {}), empty=table not in there)
        yield from ((table, row_id) for row_id in untold)


def _strayed(reader: Reader, table: str) -> Iterator[int]:
    spelled = as_json("t.", columns_of(reader.connection, table))
    for change in reader.rows(
        "SELECT c.row_id, c.after FROM"
        " (SELECT max(id) AS id FROM row_change WHERE table_name = ?1 GROUP BY row_id) AS l"
        f" JOIN row_change AS c ON c.id = l.id LEFT JOIN {table} AS t ON t.id = c.row_id"
        " WHERE c.salt IS NOT NULL"
        f" AND c.after IS NOT CASE WHEN t.id IS NOT NULL THEN {spelled} END",
        (table,),
    ):
        now = reader.row(f"SELECT * FROM {table} WHERE id = ?", (change["row_id"],))
        expected = json.loads(change["after"]) if change["after"] else None
        if not as_left(now, _reshaped(table, now, expected)):
            yield int(change["row_id"])


def _reshaped(
    table: str, now: sqlite3.Row | None, expected: dict[str, object] | None
) -> dict[str, object] | None:
    """Return what is expected of a row that an upgrade has made anew, as far as it left it."""
    if now is None or expected is None or expected.keys() <= set(now.keys()):
        return expected
    taken = RESHAPED.get(table, frozenset())
    return {column: value for column, value in expected.items() if column not in taken}


def last_known(reader: Reader, table: str, row_id: int) -> Mapping[str, Any]:
    """Return the values of a row; of one that is gone, what the history last knew of it."""
    row = reader.row(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
    if row is not None:
        return dict(row)
    kept = reader.value(
        "SELECT ifnull(after, before) FROM row_change WHERE table_name = ? AND row_id = ?"
        " ORDER BY id DESC LIMIT 1",
        (table, row_id),
    )
    try:
        values = json.loads(kept or "{}")
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


def links_of(reader: Reader, table: str) -> list[tuple[str, str]]:
    """Return the columns of a table that lead to rows of others, and to which table each does."""
    return [
        (str(row["from"]), str(row["table"]))
        for row in reader.rows(f"PRAGMA foreign_key_list({table})")
    ]
