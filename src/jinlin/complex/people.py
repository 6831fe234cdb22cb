"""People told apart by where they own a home: `张伟@3`."""

from __future__ import annotations

from jinlin.complex.address import parse_building
from jinlin.complex.queries import building_id
from jinlin.core.text import folded
from jinlin.person import queries
from jinlin.person.queries import PersonRow, only_one
from jinlin.store.tx import Reader


def people_called(reader: Reader, text: str) -> list[PersonRow]:
    """Return everybody a text may mean, `name@building` too.

    Raises:
        NotFoundError: there is no such building.
    """
    name, at, building = folded(text).rpartition("@")
    if not at:
        return queries.people_called(reader, text)
    owners = {
        row[0]
        for row in reader.rows(
            "SELECT o.person_id FROM ownership AS o JOIN household AS h ON h.id = o.household_id"
            " WHERE h.building_id = ? AND o.removed_at IS NULL AND h.removed_at IS NULL",
            (building_id(reader, parse_building(building)),),
        )
    }
    return [person for person in queries.people_called(reader, name) if person.id in owners]


def find_person(reader: Reader, text: str) -> PersonRow:
    """Return the one person a text means: a unique name, `name@building`, `P12`, a phone's end.

    Raises:
        NotFoundError: nobody is meant, or several are; they are listed, masked.
    """
    return only_one(people_called(reader, text), text)
