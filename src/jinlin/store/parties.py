"""What those who give and take money are, from what was said, what is recorded and their names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from jinlin.core.naming import misspelt
from jinlin.core.people.parties import Party, party_in
from jinlin.store.schema.person_rows import PEOPLE
from jinlin.store.transaction.tx import Reader

ORGANISATIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "complex": ("name", "street", "community"),
    "branch": ("name", "short_name", "superior"),
    "post": ("unit",),
    "team": ("name",),
    "party_group": ("name",),
    "called_department": ("department",),
    "elevator_project": ("contractor",),
    "elevator_quote": ("company",),
    "project_quote": ("company",),
    "partner": ("name",),
}
"""Columns with the names of firms, offices and bodies; who made an offer is one by that."""


COUNTERPARTIES: Final = ("fund_entry", "elevator_entry")
"""Tables of payments: `counterparty`, and in `counterparty_kind` what that is."""


class Judged(NamedTuple):
    """What somebody is, and whether that is recorded; otherwise it is read from the name."""

    party: Party
    recorded: bool

    @property
    def open(self) -> bool:
        """Whether everybody may read the name."""
        return self.party.open


def judged(reader: Reader, names: Iterable[str]) -> dict[str, Judged]:
    """Return what each of these is.

    What was said of somebody in an earlier payment counts most, then who made an offer, holds a
    post or is a body here, then the people on record, at last the name itself.

    Args:
        reader: the database.
        names: as they stand with the payments.
    """
    asked = sorted(set(names))
    if not asked:
        return {}
    wanted = json.dumps(asked, ensure_ascii=False)
    said = {str(row[0]): Party(row[1]) for row in reader.rows(_SAID, (wanted,))}
    short = (str(row[0]) for row in reader.rows(_SHORT_FORMS, (wanted,)))
    bodies = {str(row[0]) for row in reader.rows(_BODIES, (wanted,))}
    bodies |= {name for name in short if party_in(name) is not Party.PERSON}
    people = {
        str(row[0])
        for row in reader.rows(
            f"SELECT name FROM {PEOPLE} WHERE name IN (SELECT value FROM json_each(?))", (wanted,)
        )
    }

    def one(name: str) -> Judged:
        if name in said:
            return Judged(said[name], recorded=True)
        if name in bodies and name in people:
            return Judged(Party.DOUBT, recorded=False)
        if name in bodies:
            return Judged(Party.ORGANISATION, recorded=True)
        read = party_in(name)
        if name in people and read is not Party.ORGANISATION:  # some homes belong to firms
            return Judged(Party.PERSON, recorded=True)
        return Judged(read, recorded=False)

    return {name: one(name) for name in asked}


def near_bodies(reader: Reader, name: str) -> list[str]:
    """Return the bodies on record, or paid before, whose names one is but for one character.

    Args:
        reader: the database.
        name: as it was typed.
    """
    bodies = (str(row[0]) for row in reader.rows(_ALL_BODIES))
    paid = (str(row[0]) for row in reader.rows(_PAID))
    known = [*bodies, *(one for one in paid if one == name or party_in(one).open)]
    return misspelt(name, known)


def payments_of(reader: Reader, name: str) -> int:
    """Return how often somebody gave or took money."""
    counts = " UNION ALL ".join(
        f"SELECT count(*) AS n FROM {table} WHERE counterparty = ?1" for table in COUNTERPARTIES
    )
    return int(reader.value(f"SELECT sum(n) FROM ({counts})", (name,)))


_SAID = (
    "SELECT name, kind FROM ("
    + " UNION ALL ".join(
        f"SELECT counterparty AS name, counterparty_kind AS kind, id FROM {table}"
        for table in COUNTERPARTIES
    )
    + ") WHERE kind IS NOT NULL AND name IN (SELECT value FROM json_each(?)) ORDER BY id"
)
"""What was kept with payments, the latest last."""
_ALL_BODIES = " UNION ".join(
    f"SELECT {column} AS name FROM {table} WHERE {column} IS NOT NULL"
    for table, columns in ORGANISATIONS.items()
    for column in columns
)
_BODIES = f"SELECT name FROM ({_ALL_BODIES}) WHERE name IN (SELECT value FROM json_each(?1))"
_OFFERS: Final = ("elevator_quote", "project_quote")
_SHORT_FORMS = (
    "SELECT value FROM json_each(?1) WHERE length(value) >= 4 AND ("
    + " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE instr(company, value) > 0 AND removed_at IS NULL)"
        for table in _OFFERS
    )
    + ")"
)
"""Firms that made an offer, as ballots call them: 闽电车棚 is 福建闽电车棚有限公司.

A piece that looks like a person's name stays one: 欧阳建国 of 欧阳建国装修工程队."""
_PAID = " UNION ".join(
    f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"
    for table, column in (
        *((table, "counterparty") for table in COUNTERPARTIES), ("partner_support", "paid_to"),
    )
)  # fmt: skip
