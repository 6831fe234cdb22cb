"""How the verbs about people name a person, what is kept of her, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, TypeAlias

from jinlin.core.columns import Personal
from jinlin.core.i18n import N_, _
from jinlin.output.command.kinds import WHO
from jinlin.output.listing.values import masked
from jinlin.person.people.queries import PersonRow
from jinlin.person.references.table_names import table_name

AnyWho: TypeAlias = Annotated[
    str, WHO.argument(help=N_("A name, name@building, P12, a phone's end, initials (zmh)."))
]


def named(person: PersonRow) -> str:
    """Return how a question names the person it is about."""
    phone = f" {masked(person.phone, Personal.PHONE)}" if person.phone else ""
    return f"{person.label} {person.name}{phone}"


def counted(counts: Mapping[str, int]) -> str:
    """Return how many rows of which tables, as people call them."""
    return _(", ").join(f"{table_name(table)} {count}" for table, count in counts.items())


FIELDS: Final[Mapping[str, str]] = {
    "name": N_("Name"),
    "phone": N_("Phone"),
    "other_phone": N_("Other phone"),
    "id_number": N_("Id number"),
    "id_purpose": N_("Purpose of the id"),
    "id_override": N_("Reason for the id"),
    "birth_on": N_("Birthday"),
    "sex": N_("Sex"),
    "note": N_("Remark"),
}
"""What people call the columns of the people table."""
