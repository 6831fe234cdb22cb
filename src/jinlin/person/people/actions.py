"""What a user can do with people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinlin.store.transaction.tx import Tx

if TYPE_CHECKING:
    from jinlin.person.people.tables import Person


def add_person(tx: Tx, name: str, *, phone: str | None = None) -> Person:
    """Record a person under a new permanent number."""
    from jinlin.core.people.pinyin import spelled
    from jinlin.person.people.tables import Person

    pinyin, initials = spelled(name)
    person = Person(
        number=tx.next_number("person"), name=name, phone=phone, pinyin=pinyin, initials=initials
    )
    tx.session.add(person)
    tx.session.flush()
    return person
