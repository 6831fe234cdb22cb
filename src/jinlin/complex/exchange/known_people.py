"""Who is recorded already, so that an import does not record one person twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from jinlin.complex.exchange.row_people import RosterPerson
from jinlin.core.columns import Personal
from jinlin.core.people.pinyin import spelled
from jinlin.output.listing.values import masked
from jinlin.person.rules import person_label
from jinlin.store.transaction.tx import Reader, Tx

NEW: Final = (
    "id", "number", "name", "phone", "other_phone", "pinyin", "initials", "id_number",
    "id_purpose", "birth_on", "sex",
)  # fmt: skip
KEPT: Final = ("phone", "other_phone", "id_number", "id_purpose", "birth_on", "sex")
"""What an import may change of a person who is recorded."""


def bearers(reader: Reader) -> dict[str, str]:
    """Return whose the recorded identity numbers are: number to name."""
    return {
        row[0]: row[1]
        for row in reader.each(
            "SELECT id_number, name FROM person WHERE id_number IS NOT NULL AND removed_at IS NULL"
        )
    }


class People:
    """Everybody recorded before the import, and everybody it adds.

    The same identity number is the same person, and so is the same name with the same phone.
    Whoever is recorded without a phone and without a home (the secretary, a member) is the person
    of that name when no one else bears it.

    Args:
        reader: the database.
        first: the first free id.
        purpose: what identity numbers are kept for.
    """

    def __init__(self, reader: Reader, *, first: int, purpose: str | None) -> None:
        self.recognised: list[str] = []
        self.contradicted = 0
        self._next = first
        self._purpose = purpose
        self._new: dict[int, RosterPerson] = {}
        self._by_phone: dict[tuple[str, str], int] = {}
        self._by_identity: dict[str, int] = {}
        self._bare: dict[str, list[tuple[int, int]]] = {}
        self._held: dict[int, tuple[Any, ...]] = {}
        self._stated: dict[int, RosterPerson] = {}
        self._changed: dict[int, tuple[Any, ...]] = {}
        self._renamed: dict[int, str] = {}
        for row in reader.each(
            "SELECT p.id, p.number, p.name, p.phone, p.other_phone, p.id_number, p.id_purpose,"
            " p.birth_on, p.sex, p.phone IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM ownership AS o WHERE o.person_id = p.id) AS bare"
            " FROM person AS p WHERE p.removed_at IS NULL"
        ):
            self._know(*row)

    def _know(self, *row: Any) -> None:
        person, number, name, phone, other, identity, *_rest, bare = row
        for known in filter(None, (other, phone)):
            self._by_phone[name, known] = person
        if identity:
            self._by_identity[identity] = person
        if bare:
            self._bare.setdefault(name, []).append((person, number))
        self._held[person] = row[3:-1]

    def take(self, party: RosterPerson) -> int:
        """Return the id of whoever is meant, a new one for somebody new."""
        person = self._recorded(party)
        if person is not None:
            self.state(person, party)
            return person
        person = self._next + len(self._new)
        self._new[person] = party
        if party.phone:
            self._by_phone[party.name, party.phone] = person
        if party.identity:
            self._by_identity[party.identity.text] = person
        return person

    def _recorded(self, party: RosterPerson) -> int | None:
        if party.identity and party.identity.text in self._by_identity:
            return self._by_identity[party.identity.text]
        if party.phone and (party.name, party.phone) in self._by_phone:
            return self._by_phone[party.name, party.phone]
        bare = self._bare.pop(party.name, [])
        if len(bare) != 1:
            return None
        person, number = bare[0]
        self.recognised.append(f"{person_label(number)} {masked(party.name, Personal.NAME)}")
        if party.phone:
            self._by_phone[party.name, party.phone] = person
        return person

    def state(self, person: int, party: RosterPerson) -> bool:
        """Note what the roster says of a recorded person; return whether it is news.

        A person of several homes for whom the roster gives several phones keeps the first one.
        """
        if person not in self._held:
            return False
        first = self._stated.setdefault(person, party)
        if first is not party:
            self.contradicted += bool(party.phone and first.phone and party.phone != first.phone)
            if first.phone or not party.phone:
                return False
            self._stated[person] = party
        held = self._changed.get(person, self._held[person])
        said = self._said(party)
        if said[0] == held[1] and said[1] is None:  # the roster's number is the second one here
            said = (None, *said[1:])
        after = tuple(new if new is not None else old for new, old in zip(said, held, strict=True))
        if after == held or (party.identity and held[2] == said[2] and after[:3] == held[:3]):
            return False
        self._changed[person] = after
        return True

    def rename(self, person: int, party: RosterPerson) -> None:
        """Correct the name of a recorded person to the one a roster has."""
        self._renamed[person] = party.name
        if party.phone:
            self._by_phone[party.name, party.phone] = person

    def _said(self, party: RosterPerson) -> tuple[Any, ...]:
        card = party.identity
        if card is None:
            return party.phone, party.other_phone, None, None, None, None
        return (
            party.phone, party.other_phone, card.text, self._purpose, card.birth_on, card.sex,
        )  # fmt: skip

    def write(self, tx: Tx) -> None:
        """Record the new people, and what is new of the others."""
        number = tx.next_numbers("person", len(self._new)) if self._new else 0
        tx.insert_many("person", NEW, self._rows(number))
        tx.update_many(
            "person", KEPT, ((*values, person) for person, values in self._changed.items())
        )
        tx.update_many(
            "person",
            ("name", "pinyin", "initials"),
            ((name, *spelled(name), person) for person, name in self._renamed.items()),
        )

    def _rows(self, number: int) -> Iterator[tuple[Any, ...]]:
        for place, (person, party) in enumerate(self._new.items()):
            phone, other, *card = self._said(party)
            yield (person, number + place, party.name, phone, other, *spelled(party.name), *card)
