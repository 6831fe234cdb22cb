"""The register of households as an import reads it again."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from jinlin.complex.building.queries import IN_ORDER, building_id
from jinlin.complex.field.own_fields import fields_of, own_cells, values_of
from jinlin.complex.rules.buildings import AreaBasis, Use
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.exchange.table.fields import field_label
from jinlin.output.delivery.export import ExportedRegister
from jinlin.output.listing.listing import Listing
from jinlin.store.transaction.tx import Reader

HOUSEHOLDS: Final = N_("Roster of households")

SEPARATOR: Final = "、"
"""Between several names in one cell."""
UNKNOWN: Final = "—"
"""Holds the place of a value nobody knows, where another follows."""


def column(field: str, kind: Kind = Kind.TEXT, **more: Any) -> Column:
    """Return the column of a field, under the name by which an import knows it."""
    return Column(key=field, heading=field_label(field), kind=kind, **more)


class _People(NamedTuple):
    """Who belongs to the households, by the household's id.

    Attributes:
        owners: name, phone, other phone, share.
        tenants: name, phone.
        persons: how many people they all are.
    """

    owners: dict[int, list[sqlite3.Row]]
    tenants: dict[int, list[sqlite3.Row]]
    persons: int


def household_register(
    reader: Reader, *, building: str | None = None, with_care: bool = False
) -> ExportedRegister:
    """Return all households, a row for each owner; what belongs to the home is in the first.

    Args:
        reader: the database.
        building: only those of this building.
        with_care: the care tags too, with the consent each stands on.

    Raises:
        NotFoundError: there is no such building.
    """
    homes = _homes(reader, building_id(reader, building) if building else None)
    ids = [row["id"] for row in homes]
    people = _people(reader, set(ids))
    fields = fields_of(reader, "household")
    own = values_of(reader, "household", ids) if fields else {}
    care = _care(reader) if with_care else {}
    rows: list[tuple[Any, ...]] = []
    outside = 0
    for home in homes:
        rest = (
            *_tenants(people.tenants[home["id"]]),
            home["occupants"],
            *(care.get(home["id"], _NO_CARE) if with_care else ()),
            home["note"],
            *own_cells(fields, own.get(home["id"])),
        )
        owners = people.owners[home["id"]]
        votes = home["representative_id"]
        outside += votes is not None and votes not in {row["id"] for row in owners}
        rows += _rows_of(home, owners, rest)
    own_columns = (column("remark"), *(field.column for field in fields))
    care_columns = _care_columns() if with_care else ()
    listing = Listing(
        key="households",
        title=_(HOUSEHOLDS),
        columns=(*_home_columns(), *care_columns, *own_columns),
        rows=rows,
    )
    note = _("Representatives who are no owners are not in the file: {count}.")
    notes = (note.format(count=outside),) if outside else ()
    return ExportedRegister(listing, persons=people.persons, notes=notes)


def _home_columns() -> tuple[Column, ...]:
    name, phone = Personal.NAME, Personal.PHONE
    return (
        column("building"),
        column("entrance"),
        column("room"),
        column("floor", Kind.INTEGER),
        column("exclusive_area", Kind.AREA),
        column("area_basis", labels=AreaBasis.labels()),
        column("state", labels=Use.labels()),
        column("owner", personal=name),
        column("phone", personal=phone),
        column("phone2", personal=phone),
        column("share"),
        column("representative", personal=name),
        column("tenant", personal=name),
        column("tenant_phone", personal=phone),
        column("occupants", Kind.INTEGER),
    )


def _care_columns() -> tuple[Column, ...]:
    return (
        column("care"),
        column("consent_on"),
        column("consent_by", personal=Personal.NAME),
        column("consent_until"),
        column("care_every"),
    )


def _homes(reader: Reader, building: int | None) -> list[sqlite3.Row]:
    return reader.rows(
        "SELECT h.id, b.code, h.entrance, h.room, h.floor, h.area, h.area_basis, h.state,"
        " h.representative_id, p.name AS representative, h.occupants, h.note"
        " FROM household AS h JOIN building AS b ON b.id = h.building_id"
        " LEFT JOIN person AS p ON p.id = h.representative_id"
        " WHERE h.removed_at IS NULL AND h.building_id = ifnull(?, h.building_id)"
        f" ORDER BY {IN_ORDER}, h.entrance, h.floor, length(h.room), h.room",
        (building,),
    )


_OWNERS: Final = (
    "SELECT o.household_id, p.id, p.name, p.phone, p.other_phone, o.share"
    " FROM ownership AS o JOIN person AS p ON p.id = o.person_id"
    " WHERE o.removed_at IS NULL ORDER BY o.id"
)
_TENANTS: Final = (
    "SELECT o.household_id, p.id, p.name, p.phone"
    " FROM occupancy AS o JOIN person AS p ON p.id = o.person_id"
    " WHERE o.removed_at IS NULL AND o.until IS NULL AND o.role = 'tenant'"
    " ORDER BY p.phone IS NULL, o.id"
)


def _people(reader: Reader, homes: set[int]) -> _People:
    owners: dict[int, list[sqlite3.Row]] = defaultdict(list)
    tenants: dict[int, list[sqlite3.Row]] = defaultdict(list)
    persons: set[int] = set()
    for found, sql in ((owners, _OWNERS), (tenants, _TENANTS)):
        for row in reader.each(sql):
            if row["household_id"] in homes:
                found[row["household_id"]].append(row)
                persons.add(row["id"])
    return _People(owners, tenants, len(persons))


def _tenants(rows: Sequence[sqlite3.Row]) -> tuple[str | None, str | None]:
    """Return the tenants' names and phones; of several, each phone with the name it belongs to."""
    names = SEPARATOR.join(row["name"] for row in rows)
    phones = [row for row in rows if row["phone"]]
    said = (
        row["phone"] if len(rows) == 1 else f"{row['phone']}（{row['name']}）" for row in phones
    )
    return names or None, SEPARATOR.join(said) or None


def _care(reader: Reader) -> dict[int, tuple[str | None, ...]]:
    """Return the tags of each household and the consents to them, in one order."""
    found: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in reader.each(
        "SELECT household_id, tag, consent_on, consent_by, consent_until,"
        " CAST(interval_days AS TEXT) AS every FROM care"
        " WHERE removed_at IS NULL ORDER BY id"
    ):
        found[row[0]].append(row)
    consents = ("consent_on", "consent_by", "consent_until", "every")
    return {
        home: (
            SEPARATOR.join(row["tag"] for row in rows),
            *(_each([row[name] for row in rows]) for name in consents),
        )
        for home, rows in found.items()
    }


_NO_CARE: Final = (None,) * 5


def _each(values: Sequence[str | None]) -> str | None:
    """Return one value where all are the same, else one for each tag."""
    if len(set(values)) == 1:
        return values[0]
    return SEPARATOR.join(value or UNKNOWN for value in values)


def _rows_of(
    home: sqlite3.Row, owners: Sequence[sqlite3.Row], rest: tuple[Any, ...]
) -> Iterator[tuple[Any, ...]]:
    """Return the rows of one home: all of it with the first owner, then the other owners.

    Who votes comes first: an import takes her from the owners the same row names.
    """
    door = (home["code"], home["entrance"], home["room"], home["floor"])
    about = (home["area"], home["area_basis"], home["state"])
    votes = [owner for owner in owners if owner["id"] == home["representative_id"]]
    others = [owner for owner in owners if owner not in votes]
    first, *further = (*votes, *others) if owners else (None,)
    yield (*door, *about, *_owner_cells(first), votes[0]["name"] if votes else None, *rest)
    for owner in further:
        blank = (None,) * (1 + len(rest))
        yield (*door, *(None,) * len(about), *_owner_cells(owner), *blank)


def _owner_cells(owner: sqlite3.Row | None) -> tuple[str | None, ...]:
    if owner is None:
        return (None,) * 4
    return owner["name"], owner["phone"], owner["other_phone"], owner["share"]
