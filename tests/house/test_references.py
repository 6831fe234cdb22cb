"""Every link to a home or a building says whether it keeps that place in the register."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from harness import Jinlin
from house.sources import owners

from jinlin.store.references import all_holdings, all_loose


def links(database: Path) -> set[str]:
    """Return the foreign keys that lead to a home or a building."""
    with closing(sqlite3.connect(database)) as schema:
        return {
            f"{table}.{column}"
            for table, column in schema.execute(
                'SELECT t.name, f."from" FROM sqlite_schema AS t, pragma_foreign_key_list(t.name)'
                " AS f WHERE t.type = 'table' AND f.\"table\" IN ('household', 'building')"
            )
        }


def test_every_link_to_a_place_is_declared_once(jinlin: Jinlin) -> None:
    holding = [key for one in all_holdings() for key in one.keys]
    declared = [*holding, *all_loose()]
    assert sorted(declared) == sorted(links(jinlin.db))


def test_what_a_holding_asks_names_the_tables_it_declares(jinlin: Jinlin) -> None:
    with closing(sqlite3.connect(jinlin.db)) as schema:
        schema.row_factory = sqlite3.Row
        for holding in all_holdings():
            values = (1, "1") if holding.place == "entrance" else (1,)
            schema.execute(holding.sql, values)
            for key in holding.keys:
                assert re.search(rf"\b{key.split('.')[0]}\b", holding.sql), key
                assert key.split(".")[0] in owners()
