"""Verify the chain of the history, and the rows against it, up to a head that was printed."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.store.history import canonical, change_digest
from jinlin.store.restoring import as_left
from jinlin.store.tx import Reader
from jinlin.store.upgrade import OUTSIDE_HISTORY, as_json, columns_of

PRINTED: Final = 16
"""So many digits of a head are printed: 64 bits, which nobody forges by trying."""
SHORTEST: Final = 8
CHANGED_BY_SCRIPTS: Final = frozenset({"category"})
"""Tables whose rows an upgrade has changed, which is no user's doing and not in the history."""

_ENTRY = (
    "seq, operation, at, user, command, kind, subject, did, reverse, reverses, previous, digest"
)


class Verdict(NamedTuple):
    """What a look at the whole chain found.

    Attributes:
        entries: how many commands it has.
        head: the digest of the last of them; empty where there is none.
        broken: the numbers of the commands that are not as they were written.
        forgotten: how many changes have lost their values, as `member forget` does.
        odd: how many of those no forgetting came after.
    """

    entries: int
    head: str
    broken: tuple[int, ...]
    forgotten: int
    odd: int


class Anchor(NamedTuple):
    """The command at which a printed head stood, and what was done after it."""

    seq: int
    at: str
    later: int


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
    head = re.sub(r"[\s\-—·]", "", text).lower()
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
            _("No command of this database has the checksum {head}.").format(head=printed(head)),
            hint=_("Either it is another database, or its history was rewritten or cut since."),
        )
    return Anchor(row["seq"], row["at"], row["later"])


def verify(reader: Reader, *, until: int | None = None) -> Verdict:
    """Digest the whole history anew and compare.

    Args:
        reader: the database.
        until: the last command to look at; None for all.
    """
    changes = groupby(_changes(reader), key=lambda change: int(change[0]))
    pending = next(changes, None)
    previous, broken, count, forgotten, odd = "", [], 0, 0, 0
    last_forgetting = int(
        reader.value("SELECT max(seq) FROM entry WHERE command = 'member forget'") or 0
    )
    for row in reader.each(f"SELECT {_ENTRY} FROM entry ORDER BY seq"):
        *words, digest = row
        seq = int(words[0])
        if until is not None and seq > until:
            break
        digests: list[str] = []
        good = words[-1] == previous and digest is not None
        while pending is not None and pending[0] < seq:  # changes of no entry
            broken.append(pending[0])
            pending = next(changes, None)
        if pending is not None and pending[0] == seq:
            for _entry, table, row_id, before, after, salt, kept in pending[1]:
                digests.append(kept or "")
                if salt is None and before is None and after is None and kept:
                    forgotten += 1
                    odd += seq > last_forgetting
                elif change_digest(salt or "", (table, row_id, before, after)) != kept:
                    good = False
            pending = next(changes, None)
        if not good or _digest(words, digests) != digest:
            broken.append(seq)
        previous = digest or ""
        count += 1
    if pending is not None and until is None:
        broken.append(pending[0])
    return Verdict(count, previous, tuple(broken), forgotten, odd)


def _changes(reader: Reader) -> Iterator[sqlite3.Row]:
    # a cursor of its own, beside the one over the entries
    return reader.each(
        "SELECT entry, table_name, row_id, before, after, salt, digest FROM row_change"
        " ORDER BY entry, id"
    )


def _digest(words: list[object], digests: list[str]) -> str:
    import hashlib

    total = hashlib.sha256(canonical(tuple(words)).encode())
    total.update("".join(digests).encode())
    return total.hexdigest()


def strayed_rows(reader: Reader) -> Iterator[tuple[str, int]]:
    """Return table and id of each row that is not as the last command that touched it left it.

    Rows that no command ever touched come from an upgrade, and nobody can tell.
    """
    names = reader.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    )
    for (table,) in names:
        if table not in {*OUTSIDE_HISTORY, *CHANGED_BY_SCRIPTS}:
            yield from ((table, row_id) for row_id in _strayed(reader, table))


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
        if not as_left(now, json.loads(change["after"]) if change["after"] else None):
            yield int(change["row_id"])
