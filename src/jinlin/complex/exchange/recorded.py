"""What the register holds of every household, as an import compares it with a roster."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from typing import Any, Final, NamedTuple

from jinlin.complex.exchange.home_keys import Key
from jinlin.complex.rules.address import in_digits
from jinlin.store.transaction.tx import Reader

FIELDS: Final = ("floor", "area", "area_basis", "state", "occupants", "note")
"""What a roster states of a home itself."""


class Link(NamedTuple):
    """Somebody who is recorded as owner or tenant.

    Attributes:
        id: the row of the link.
        share: of an owner; None of a tenant.
    """

    id: int
    person_id: int
    name: str
    phone: str | None
    other_phone: str | None
    id_number: str | None
    share: str | None


class Home(NamedTuple):
    """A recorded household.

    Attributes:
        values: its `FIELDS`.
        representative: the id of the person who votes.
        authority: the written authority of a representative who owns nothing here.
        owners: by their names; a second owner of one name under a key of her own (`name_of`).
        tenants: likewise.
        care: its tags with the day of the consent.
    """

    id: int
    values: dict[str, Any]
    representative: int | None
    authority: str | None
    owners: dict[str, Link]
    tenants: dict[str, Link]
    care: dict[str, str]


def name_of(key: str) -> str:
    """Return the name of an owner or tenant by her key within a home."""
    return key.partition(_SECOND)[0]


def further_key(name: str, taken: Container[str]) -> str:
    """Return a key for one more owner or tenant of a name, beside those there are."""
    while name in taken:
        name += _SECOND
    return name


def recorded_homes(reader: Reader) -> dict[Key, Home]:
    """Return every recorded household with who is linked to it, in four questions."""
    owners, tenants = _links(reader, _OWNERS), _links(reader, _TENANTS)
    care: dict[int, dict[str, str]] = defaultdict(dict)
    for row in reader.each(
        "SELECT household_id, tag, consent_on FROM care WHERE removed_at IS NULL"
    ):
        care[row[0]][row[1]] = row[2]
    return {
        (row["code"], row["entrance"], in_digits(row["room"])): Home(
            row["id"],
            {name: row[name] for name in FIELDS},
            row["representative_id"],
            row["representative_authority"],
            owners.get(row["id"], {}),
            tenants.get(row["id"], {}),
            care.get(row["id"], {}),
        )
        for row in reader.each(
            "SELECT h.id, b.code, h.entrance, h.room, h.floor, h.area, h.area_basis, h.state,"
            " h.occupants, h.note, h.representative_id, h.representative_authority"
            " FROM household AS h JOIN building AS b ON b.id = h.building_id"
            " WHERE h.removed_at IS NULL"
        )
    }


def housed(reader: Reader) -> set[int]:
    """Return the ids of all who own or rent a home, or once did."""
    everybody = "SELECT person_id FROM ownership UNION SELECT person_id FROM occupancy"
    return {row[0] for row in reader.each(everybody)}


_SECOND: Final = "\x1f"
"""Stands behind the name of a second, third person of one name in a home."""
_OWNERS: Final = (
    "SELECT o.household_id, o.id, p.id AS person, p.name, p.phone, p.other_phone, p.id_number,"
    " o.share FROM ownership AS o JOIN person AS p ON p.id = o.person_id WHERE o.removed_at IS NULL"
    " ORDER BY o.id"
)
_TENANTS: Final = (
    "SELECT o.household_id, o.id, p.id AS person, p.name, p.phone, p.other_phone, p.id_number,"
    " NULL FROM occupancy AS o JOIN person AS p ON p.id = o.person_id"
    " WHERE o.role = 'tenant' AND o.until IS NULL AND o.removed_at IS NULL"
    " ORDER BY o.id"
)


def _links(reader: Reader, question: str) -> dict[int, dict[str, Link]]:
    """Return the links of each household by name."""
    found: dict[int, dict[str, Link]] = defaultdict(dict)
    for row in reader.each(question):
        household, *link = row
        here = found[household]
        here[further_key(link[2], here)] = Link(*link)
    return found
