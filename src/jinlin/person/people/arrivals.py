"""People whom a table names, found or new: what is new of them is noted, and written at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final

from jinlin.core.columns import Personal
from jinlin.core.i18n import _
from jinlin.core.people.pinyin import spelled
from jinlin.output.importing.report_words import few
from jinlin.output.listing.values import masked
from jinlin.person.people.queries import PersonRow
from jinlin.person.people.recognition import (
    KnownPerson,
    PersonSaid,
    Recogniser,
    numbers_after,
)
from jinlin.store.transaction.tx import Reader, Tx

_KEPT: Final = PersonSaid._fields[1:]
"""What an import may change of a person who is recorded."""


def known_people(reader: Reader) -> list[KnownPerson]:
    """Return everybody who is recorded, as they were recorded one after another."""
    return [
        KnownPerson(PersonRow(*row[:4]), PersonSaid(*row[2:]))
        for row in reader.each(
            "SELECT id, number, name, phone, other_phone, id_number, id_purpose, birth_on, sex"
            " FROM person WHERE removed_at IS NULL ORDER BY number"
        )
    ]


class Arrivals:
    """Everybody whom a table names.

    Attributes:
        recogniser: tells who is meant.

    Args:
        tx: the transaction.
        inside: as `Recogniser`.
        elsewhere: as `Recogniser`.
    """

    def __init__(
        self, tx: Tx, *, inside: Collection[int] = (), elsewhere: Collection[int] = ()
    ) -> None:
        self.recogniser = Recogniser(known_people(tx), inside=inside, elsewhere=elsewhere)
        self._known = self.recogniser.known
        self._next = tx.next_id("person")
        self._new: dict[int, PersonSaid] = {}
        self._stated: dict[int, PersonSaid] = {}
        self._after: dict[int, PersonSaid] = {}
        self._renamed: dict[int, str] = {}
        self._by_name: dict[int, str] = {}
        self._perhaps: dict[int, str] = {}
        self._several: set[int] = set()
        self._third: dict[int, str] = {}

    def take(self, said: PersonSaid) -> int:
        """Return the id of whoever is meant at a home, a new one for somebody new."""
        found = self.recogniser.find(said)
        self._perhaps |= {one.person.id: one.person.masked for one in found.perhaps}
        if found.known is None:
            return self.add(said)
        self.meet(found.known, said, by_name=found.by_name)
        return found.known.person.id

    def add(self, said: PersonSaid) -> int:
        """Return the id of somebody new."""
        person = self._next + len(self._new)
        self._new[person] = self._stated[person] = said
        self.recogniser.add(KnownPerson(PersonRow(person, 0, said.name, said.phone), said), said)
        return person

    def meet(
        self, known: KnownPerson, said: PersonSaid, *, by_name: bool
    ) -> dict[str, tuple[Any, Any]]:
        """Note what a table says of somebody it means; return what is news, before and after."""
        if by_name:
            self._by_name[known.person.id] = known.person.masked
            self.recogniser.add(known, said)
        return self.state(known.person.id, said)

    def state(self, person: int, said: PersonSaid) -> dict[str, tuple[Any, Any]]:
        """Note what a table says of somebody; return what is news of her, before and after.

        Of a person of several homes for whom the table has several phones the first one counts.
        """
        first = self._stated.setdefault(person, said)
        if first.phone and said.phone and said.phone != first.phone:
            self._several.add(person)
            return {}
        if not first.phone:
            self._stated[person] = said
        if person in self._new:
            self._new[person] = self._united(person, self._new[person], said)
            return {}
        if person not in self._known:
            return {}
        kept = self._after.get(person, self._known[person].kept)
        after = self._united(person, kept, said)
        if after != kept:
            self._after[person] = after
        pairs = zip(_KEPT, kept[1:], after[1:], strict=True)
        return {column: (old, new) for column, old, new in pairs if old != new}

    def _united(self, person: int, kept: PersonSaid, said: PersonSaid) -> PersonSaid:
        """Return what is kept with what a table says over it."""
        phones = numbers_after(kept[1:3], said[1:3])
        if phones is None:
            self._third[person] = masked(kept.name, Personal.NAME)
            phones = kept[1:3]
        if phones == kept[1:3] and not any(said[3:]):
            return kept
        values = dict(zip(_KEPT, kept[1:], strict=True))
        if said.id_number is None or said.id_number != kept.id_number:
            # else birthday and sex come from it, and its purpose was said with it
            values |= {c: value for c, value in zip(_KEPT, said[1:], strict=True) if value}
        values |= {"phone": phones[0], "other_phone": phones[1]}
        return PersonSaid(kept.name, **values)

    def rename(self, person: int, said: PersonSaid) -> None:
        """Correct the name of somebody recorded to the one a table has."""
        self._renamed[person] = said.name
        self.recogniser.add(self._known[person], said)

    def notes(self) -> Iterator[str]:
        """Say who was taken to be whom, and whose numbers were not all taken."""
        if self._by_name:
            yield _(
                "Taken to be people known here, by the name alone: {people}."
                " If not: jinlin undo, and import it again with their phones."
            ).format(people=few(self._by_name.values()))
        if self._perhaps:
            yield _(
                "Recorded anew, since it is not certain whether these are meant: {people}."
                " If one is: jinlin member merge, see jinlin member duplicates."
            ).format(people=few(self._perhaps.values()))
        if self._several:
            yield _("People with several phones in the file, who keep the first: {count}.").format(
                count=len(self._several)
            )
        if self._third:
            yield _(
                "A third phone, and only two are kept, so theirs stay: {people}."
                " To change one: jinlin member edit"
            ).format(people=few(self._third.values()))

    def write(self, tx: Tx) -> None:
        """Record the new people, and what is new of the others."""
        number = tx.next_numbers("person", len(self._new)) if self._new else 0
        tx.insert_many(
            "person",
            ("id", "number", "name", "pinyin", "initials", *_KEPT),
            (
                (person, number + place, said.name, *spelled(said.name), *said[1:])
                for place, (person, said) in enumerate(self._new.items())
            ),
        )
        tx.update_many(
            "person", _KEPT, ((*after[1:], person) for person, after in self._after.items())
        )
        tx.update_many(
            "person",
            ("name", "pinyin", "initials"),
            ((name, *spelled(name), person) for person, name in self._renamed.items()),
        )
