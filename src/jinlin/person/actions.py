"""What a user can do with people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinlin.store.tx import Tx

if TYPE_CHECKING:
    from jinlin.person.tables import Person


def add_person(tx: Tx, name: str, *, phone: str | None = None) -> Person:
    """Record a person under a new permanent number."""
    from jinlin.person.tables import Person

    person = Person(number=tx.next_number("person"), name=name, phone=phone)
    tx.session.add(person)
    tx.session.flush()
    return person
