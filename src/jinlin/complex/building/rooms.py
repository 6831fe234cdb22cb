"""The rooms on record, by which a bare number in a text is known for a door."""

from __future__ import annotations

import json
import re

from jinlin.store.transaction.tx import Reader

_ROOM = "SELECT DISTINCT room FROM household WHERE length(room) IN (3, 4)"
_SAID = f"{_ROOM} AND room IN (SELECT value FROM json_each(?))"  # noqa: S608  (our own words)


def rooms(reader: Reader) -> frozenset[str]:
    """Return every room of three or four digits, whether its home is still on record or not."""
    return frozenset(str(row[0]) for row in reader.each(_ROOM) if str(row[0]).isdecimal())


def rooms_among(reader: Reader, text: str) -> frozenset[str]:
    """Return the rooms that stand in a text."""
    said = sorted(set(re.findall(r"\d{3,4}", text)))
    if not said:
        return frozenset()
    return frozenset(str(row[0]) for row in reader.each(_SAID, (json.dumps(said),)))
