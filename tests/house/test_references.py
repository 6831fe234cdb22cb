"""Every link to a home or a building says whether it keeps that place in the register."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest
from harness import Jinlin
from house.sources import owners

from jinlin.core.errors import UsageError
from jinlin.core.reference import SHAPES, Reference, parse_reference
from jinlin.store.known import all_known
from jinlin.store.references import ROOMS, all_holdings


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
    loose = [key for room in ROOMS for key in import_module(f"jinlin.{room}.references").LOOSE]
    declared = [*holding, *loose]
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


def test_every_shape_of_a_number_can_be_looked_up_and_nothing_else(jinlin: Jinlin) -> None:
    known = all_known()
    assert sorted(known) == sorted(shape.kind for shape in SHAPES)
    with closing(sqlite3.connect(jinlin.db)) as schema:
        for kind, one in known.items():
            shape = next(shape for shape in SHAPES if shape.kind == kind)
            places = ["R" if "[rv]" in part else 1 for part in shape.pattern.pattern.split("(")[1:]]
            assert one.sql.count("?") == len(places)
            assert schema.execute(one.sql, places).fetchone() is None


@pytest.mark.parametrize(
    ("said", "kind", "number"),
    [
        ("2026-7", "issue", "2026-0007"),
        ("e3", "plan", "E3"),
        ("Ｘ１", "elevator_project", "X1"),
        ("x1-r3", "elevator_entry", "X1-R3"),
        ("M12", "meeting", "M12"),
        ("M12-1", "resolution", "M12-1"),
        ("M1-V1", "vote", "M1-V1"),
        ("F05", "fund_entry", "F5"),
        ("N3", "notice", "N3"),
        ("Q3", "question", "Q3"),
        ("Y3", "opinion", "Y3"),
    ],
)
def test_a_number_tells_by_its_shape_what_it_is_of(said: str, kind: str, number: str) -> None:
    assert parse_reference(said) == Reference(kind, number)
    assert parse_reference(number) == Reference(kind, number)


@pytest.mark.parametrize("said", ["", "7", "Z1", "M1-", "P3", "X1-Z2"])
def test_what_is_no_number_of_anything_is_refused(said: str) -> None:
    with pytest.raises(UsageError):
        parse_reference(said)
