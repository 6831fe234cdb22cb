"""People told apart by where they own a home or live: `张伟@3`."""

from __future__ import annotations

from collections.abc import Callable

from jinlin.complex.address import parse_building
from jinlin.complex.queries import building_id
from jinlin.core.text import folded
from jinlin.person import queries
from jinlin.person.queries import PersonRow, only_one
from jinlin.store.tx import Reader


def people_called(reader: Reader, text: str) -> list[PersonRow]:
    """Return everybody a text names, `name@building` too.

    Raises:
        NotFoundError: there is no such building.
    """
    return _at_building(reader, text, queries.people_called)


def people_meant(reader: Reader, text: str) -> list[PersonRow]:
    """Return everybody a text may mean, a part of a name and `name@building` too.

    Raises:
        NotFoundError: there is no such building.
    """
    return _at_building(reader, text, queries.people_meant)


def find_person(reader: Reader, text: str) -> PersonRow:
    """Return the one person a text means: a name or a part of one, `name@building`, `P12`.

    Raises:
        NotFoundError: nobody is meant, or several are; they are listed, masked.
    """
    return only_one(people_meant(reader, text), text)


def _at_building(
    reader: Reader, text: str, ask: Callable[[Reader, str], list[PersonRow]]
) -> list[PersonRow]:
    """Return whom a text means, and of them only those of the building it names."""
    name, at, building = folded(text).rpartition("@")
    if not at:
        return ask(reader, text)
    there = {
        row[0]
        for row in reader.rows(
            "SELECT o.person_id FROM ownership AS o JOIN household AS h ON h.id = o.household_id"
            " WHERE h.building_id = ?1 AND o.removed_at IS NULL AND h.removed_at IS NULL"
            " UNION SELECT y.person_id FROM occupancy AS y"
            " JOIN household AS h ON h.id = y.household_id WHERE h.building_id = ?1"
            " AND y.removed_at IS NULL AND y.until IS NULL AND h.removed_at IS NULL",
            (building_id(reader, parse_building(building)),),
        )
    }
    return [person for person in ask(reader, name) if person.id in there]
