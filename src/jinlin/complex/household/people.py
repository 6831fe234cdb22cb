"""People told apart by where they own a home or live: `张伟@3`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from jinlin.complex.building.queries import building_id
from jinlin.complex.rules.address import parse_building
from jinlin.core.text import folded
from jinlin.person.people import queries
from jinlin.person.people.queries import CANDIDATES, PersonRow, only_one
from jinlin.store.transaction.tx import Reader

Door: TypeAlias = tuple[str | None, str | None, str | None]
"""Building, entrance and room, as far as they are said."""


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
    return the_one(reader, people_meant(reader, text), text)


def the_one(
    reader: Reader,
    found: Sequence[PersonRow],
    text: str,
    *,
    what: Mapping[int, str] = MappingProxyType({}),
) -> PersonRow:
    """Return the person who was found; several are listed with their homes.

    Args:
        reader: the database.
        found: everybody who may be meant.
        text: what was typed.
        what: by id, what those are who have no home here.

    Raises:
        NotFoundError: there is none, or there are several.
    """
    if len(found) == 1:
        return found[0]
    return only_one(reader, found, text, known={**what, **homes_of(reader, found[:CANDIDATES])})


def homes_of(reader: Reader, people: Sequence[PersonRow]) -> dict[int, str]:
    """Return by id the home of each person who owns one or lives in one."""
    return homes_of_ids(reader, [person.id for person in people])


def homes_of_ids(reader: Reader, people: Sequence[int]) -> dict[int, str]:
    """Return the same of people who are known by their ids alone."""
    return {
        person: "-".join(part for part in doors[0] if part)
        for person, doors in doors_of(reader, people).items()
        if doors
    }


def doors_of(reader: Reader, people: Sequence[int]) -> dict[int, list[Door]]:
    """Return by id every home a person owns or lives in, the first recorded first."""
    ids = ", ".join(map(str, people))
    found: dict[int, list[Door]] = {person: [] for person in people}
    for row in reader.rows(
        "SELECT t.person_id, b.code, h.entrance, h.room FROM ("
        f" SELECT person_id, household_id FROM ownership WHERE person_id IN ({ids})"
        " AND removed_at IS NULL UNION"
        f" SELECT person_id, household_id FROM occupancy WHERE person_id IN ({ids})"
        " AND removed_at IS NULL AND until IS NULL) AS t"
        " JOIN household AS h ON h.id = t.household_id JOIN building AS b ON b.id = h.building_id"
        " WHERE h.removed_at IS NULL ORDER BY h.id"
    ):
        found[row[0]].append((row[1], row[2], row[3]))
    return found


def named_for_sure(reader: Reader, person_id: int) -> str | None:
    """Return number, name and home of a person whose name others have too; None otherwise."""
    same = queries.namesakes_of(reader, person_id)
    if len(same) < 2:  # noqa: PLR2004  (herself and another one)
        return None
    [person] = [one for one in same if one.id == person_id]
    known = homes_of(reader, [person]).get(person.id)
    return f"{person.label} {person.name}" + (f"（{known}）" if known else "")


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
