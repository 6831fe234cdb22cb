"""Whom a backup would bring back though the database has forgotten them for good."""

from __future__ import annotations

import json

from jinlin.person.rules import person_label
from jinlin.store.transaction.tx import Reader


def forgotten_in(reader: Reader) -> frozenset[int]:
    """Return the numbers of everybody a database has forgotten, whatever its version."""
    if not reader.row("SELECT 1 FROM pragma_table_info('person') WHERE name = 'forgotten_at'"):
        return frozenset()
    return frozenset(
        row[0] for row in reader.rows("SELECT number FROM person WHERE forgotten_at IS NOT NULL")
    )


def still_known(backup: Reader, forgotten: frozenset[int]) -> list[str]:
    """Return the numbers, such as `P12`, of those a backup still tells of.

    Args:
        backup: of the same database.
        forgotten: whom the database has forgotten, by number.
    """
    return [
        person_label(row[0])
        for row in backup.rows(
            "SELECT number FROM person WHERE forgotten_at IS NULL"
            " AND number IN (SELECT value FROM json_each(?)) ORDER BY number",
            (json.dumps([*forgotten]),),
        )
    ]
