"""The hash chain of the history: changes digested with a salt, each entry over the one before."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib import import_module
from itertools import chain
from json.encoder import encode_basestring
from typing import Any, Final

from jinlin.store.file.connection import Connection

AT_ONCE: Final = 5000
"""So many changes are held in memory at a time."""
ENTRY: Final = "seq, operation, at, user, command, kind, subject, did, reverse, reverses, previous"
"""The columns of an entry over which its digest goes, in this order."""
SINCE_OUTSIDE: Final = f"{ENTRY}, words, outside"
"""These of an entry that keeps how it stood outside the history."""


def seal(connection: Connection, seq: int, keep: Callable[[str | None], str]) -> str:
    """Digest the changes of the open entry and close it.

    The digests are salted, so that a person's data can be forgotten (value and salt go, the
    digest stays) and yet nothing can be changed unseen.

    Args:
        connection: the database.
        seq: the open entry.
        keep: returns what it keeps of what stands outside the history, given what the last keeps.

    Returns:
        The entry's digest: the new head of the chain.
    """
    head = connection.execute(
        "SELECT digest, outside FROM entry WHERE seq < ? ORDER BY seq DESC LIMIT 1", (seq,)
    ).fetchone()
    previous, last = (str(head[0]), head[1]) if head else ("", None)
    connection.executemany(
        "UPDATE row_change SET salt = ?, digest = ? WHERE id = ?", digested(connection, seq)
    )
    connection.execute("DELETE FROM watched")
    connection.execute(
        "UPDATE entry SET previous = ?, outside = ? WHERE seq = ?", (previous, keep(last), seq)
    )
    entry = connection.execute(
        f"SELECT {SINCE_OUTSIDE} FROM entry WHERE seq = ?", (seq,)
    ).fetchone()
    changes = connection.execute(
        "SELECT digest FROM row_change WHERE entry = ? ORDER BY id", (seq,)
    )
    digest = entry_digest(entry, (change[0] for change in changes))
    connection.execute("UPDATE entry SET digest = ? WHERE seq = ?", (digest, seq))
    return digest


def digested(connection: Connection, seq: int) -> Iterator[tuple[str, str, int]]:
    """Return a salt and the digest for each change of an entry that has none yet, and its id."""
    last = 0
    while rows := connection.execute(
        "SELECT id, table_name, row_id, before, after FROM row_change"
        " WHERE entry = ? AND id > ? AND digest IS NULL ORDER BY id LIMIT ?",
        (seq, last, AT_ONCE),
    ).fetchall():
        last = rows[-1]["id"]
        for row_id, *change in rows:
            salt = os.urandom(16).hex()
            yield salt, change_digest(salt, tuple(change)), row_id


def change_digest(salt: str, change: tuple[object, ...]) -> str:
    """Return the digest of one changed row: its table, id, before and after."""
    return _digest([salt + canonical(change)])


def entry_digest(entry: Iterable[object], changes: Iterable[str]) -> str:
    """Return the digest of an entry over its own words and the digests of its changes.

    Args:
        entry: what stands in the columns `SINCE_OUTSIDE`; or `ENTRY`, where it keeps no more.
        changes: the digests, in the order in which the changes were made.
    """
    return _digest(chain([canonical(tuple(entry))], changes))


def text_digest(text: str) -> str:
    """Return the digest of a text."""
    return _digest([text])


def _digest(parts: Iterable[str]) -> str:
    total = _sha256()()
    for part in parts:
        total.update(part.encode())
    return str(total.hexdigest())


@cache
def _sha256() -> Any:
    """Return SHA-256 without OpenSSL, which takes longer to load than an entry to write.

    The standard library's `random` does the same for SHA-512.
    """
    for module in ("_sha2", "_sha256"):  # since Python 3.12; before
        with suppress(ImportError):
            return import_module(module).sha256
    return import_module("hashlib").sha256


def canonical(values: tuple[object, ...]) -> str:
    """Return one spelling for the same values, as JSON; an import has hundreds of thousands."""
    return f"[{','.join(map(_spelled, values))}]"


def _spelled(value: object) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    return str(value) if type(value) is int else json.dumps(value, default=repr)
