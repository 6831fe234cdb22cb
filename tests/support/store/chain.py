"""The chain of the history, checked from its written definition alone."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from harness import Jinlin


def broken_links(jinlin: Jinlin) -> list[int]:
    """Return the entries that do not fit; of a forgotten change only the digest is there."""
    broken = []
    previous = ""
    for entry in jinlin.sql(
        "SELECT seq, operation, at, user, command, kind, subject, did, reverse, reverses, previous,"
        " words, outside, digest FROM entry ORDER BY seq"
    ):
        changes = []
        for *change, salt, kept in jinlin.sql(
            "SELECT table_name, row_id, before, after, salt, digest FROM row_change"
            " WHERE entry = ? ORDER BY id",
            entry[0],
        ):
            forgotten = salt is None and change[2:] == [None, None]
            if not forgotten and _digest(salt, _in_json(change)) != kept:
                broken.append(entry[0])
            changes.append(kept)
        said = entry[:11] if entry[12] is None else entry[:13]
        if entry[10] != previous or _digest(_in_json(said), *changes) != entry[13]:
            broken.append(entry[0])
        previous = entry[13]
    return broken


def _digest(*texts: str | None) -> str:
    return hashlib.sha256("".join(text or "" for text in texts).encode()).hexdigest()


def _in_json(values: Any) -> str:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))
