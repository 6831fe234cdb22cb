"""The list of personal columns is complete: nothing about a person hides from it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinlin.store.schema.person_rows import PERSON_KEYS
from jinlin.store.schema.personal import PERSONAL
from jinlin.store.schema.upgrade import OUTSIDE_HISTORY

TELLING = re.compile(
    r"name|phone|reporter|owner|chair|recorder|steward|handler|user|employer|skill|share$|note"
    r"|reason|result|text|title|place|person|party|identity|birth|payee|account$|whose|duties"
)
"""Words in the name of a column that may hold something personal."""

EXEMPT = {
    "complex": {"name": "a place"},
    "public_holiday": {"name": "a day"},
    "building_note": {"noted_on": "a day"},
    "field": {"name": "a field's name"},
    "service_day": {"unnamed": "a number"},
    "branch": {
        "name": "an organisation",
        "short_name": "an organisation",
    },
    "fund_entry": {
        "disclosed_at_place": "a notice board",
        "counterparty_kind": "an organisation or a person",
    },
    "elevator_entry": {"counterparty_kind": "an organisation or a person"},
    "coverage": {"skill": "what a building is looked after for"},
    "post": {"title": "people acting in a post are named"},
    "category": {
        "name": "a kind of issue",
        "skill": "what a kind of issue needs",
    },
    "elevator_term": {"name": "what an instalment is tied to"},
    "vote": {"entitled": "a number"},
    "partner": {"name": "an organisation"},
    "project_note": {"noted_on": "a day"},
    "project_hand": {"note_id": "a row"},
}
"""Columns that sound personal and are not, each with the reason."""


@pytest.fixture
def schema(_made: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(_made)
    yield connection
    connection.close()


def columns(schema: sqlite3.Connection) -> set[tuple[str, str]]:
    return {
        (table, column)
        for table, column in schema.execute(
            "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c"
            " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
        )
        if table not in OUTSIDE_HISTORY
    }


def test_every_listed_column_exists(schema: sqlite3.Connection) -> None:
    listed = {(table, column) for table, found in PERSONAL.items() for column in found}
    assert listed - columns(schema) == set()


def test_every_column_that_sounds_personal_is_listed_or_exempt(schema: sqlite3.Connection) -> None:
    keys = {(table, column) for table, found in PERSON_KEYS.items() for column in found}
    undecided = {
        f"{table}.{column}"
        for table, column in columns(schema)
        if TELLING.search(column)
        and (table, column) not in keys
        and column not in PERSONAL.get(table, {})
        and column not in EXEMPT.get(table, {})
    }
    assert undecided == set()


def test_no_exemption_is_stale(schema: sqlite3.Connection) -> None:
    exempt = {(table, column) for table, found in EXEMPT.items() for column in found}
    assert exempt - columns(schema) == set()
    assert not any(column in PERSONAL.get(table, {}) for table, column in exempt)


def test_every_link_to_a_person_is_a_person_key(schema: sqlite3.Connection) -> None:
    links = {
        (table, column)
        for table, column in schema.execute(
            'SELECT t.name, f."from" FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f'
            " WHERE t.type = 'table' AND f.\"table\" = 'person'"
        )
    }
    assert links == {(table, column) for table, found in PERSON_KEYS.items() for column in found}
