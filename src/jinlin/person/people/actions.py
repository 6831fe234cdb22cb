"""What a user can do with people."""

from __future__ import annotations

from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Tx


def add_person(tx: Tx, name: str, *, phone: str | None = None) -> PersonRow:
    """Record a person under a new permanent number."""
    from jinlin.core.people.pinyin import spelled

    pinyin, initials = spelled(name)
    number = tx.next_number("person")
    made = tx.insert(
        "person", number=number, name=name, phone=phone, pinyin=pinyin, initials=initials
    )
    return PersonRow(made, number, name, phone)
