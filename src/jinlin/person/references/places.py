"""What people call a place: a building, an entrance of it, a door."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from jinlin.store.transaction.tx import Reader


def places_of(reader: Reader, building: str, rows: Iterable[sqlite3.Row]) -> list[str]:
    """Return what people call the places of some rows: `3`, `3-1`, `3-1-502`.

    Args:
        reader: the database.
        building: the table to which their `building_id` leads.
        rows: of any one table; where they have an entrance and a room, these are told too.
    """
    return [
        "-".join(
            (
                reader.value(f"SELECT code FROM {building} WHERE id = ?", (row["building_id"],)),
                *(row[c] for c in ("entrance", "room") if c in row.keys() and row[c]),  # noqa: SIM118
            )
        )
        for row in rows
    ]
