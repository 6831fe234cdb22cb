"""Whom a table means among everybody who is recorded (record linkage): one rule for all registers.

The keys, the stronger first; the first that speaks decides:

1. The identity number: whoever bears it is meant, whatever her phone. A number that is kept under
   another name, or beside another number of the same name and phone, refuses the row.
2. Name and phone: whoever of that name has one of the row's numbers, as her first or other one.
3. The name at the same home: an owner or tenant of that name there is meant also with another
   phone, or with none. Where the row has the number of a namesake elsewhere, or another identity
   number than is kept of her, it is refused.
4. The name alone, where no number differs: of the people a register holds already the only one of
   that name; of all others only who bears a name nobody else bears, and has no home elsewhere when
   the row is about a home. It does not count where the table means several by the name, and whom
   it names by her number is not meant by a name without one. It is told after the import.

Whom no key tells is somebody new. Who might be meant is named with her: a register of people
refuses such a row, since each is one person; a home takes an owner of her own, and says so. Two
people are never made one silently, and of nobody's numbers one is lost (`numbers_after`).
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.person.people.queries import PersonRow


class PersonSaid(NamedTuple):
    """What a table, or the record, says of somebody; None where it says nothing.

    Attributes:
        id_purpose: what her identity number is kept for.
        birth_on: ISO text; a month alone where no more is known.
        sex: `female` or `male`.
    """

    name: str
    phone: str | None = None
    other_phone: str | None = None
    id_number: str | None = None
    id_purpose: str | None = None
    birth_on: str | None = None
    sex: str | None = None

    @property
    def numbers(self) -> tuple[str, ...]:
        """Her phones, the first one first."""
        if self.other_phone is None or self.other_phone == self.phone:
            return (self.phone,) if self.phone else ()
        return (self.phone, self.other_phone) if self.phone else (self.other_phone,)


class KnownPerson(NamedTuple):
    """Somebody who is recorded, or new by this import, and what is kept of her."""

    person: PersonRow
    kept: PersonSaid


class Recognition(NamedTuple):
    """Who is meant.

    Attributes:
        known: she; None for somebody new.
        by_name: whether her name alone tells it, and the register does not hold her yet.
        perhaps: of somebody new, who may be meant all the same.
    """

    known: KnownPerson | None = None
    by_name: bool = False
    perhaps: tuple[KnownPerson, ...] = ()


NOBODY: Final = Recognition()


class Recogniser:
    """Everybody who is recorded, to be found by what a table says; see the module for the rule.

    Attributes:
        known: everybody who is recorded, by id.

    Args:
        known: they, as they were recorded one after another.
        inside: the people the register holds already, by their ids.
        elsewhere: people who stand elsewhere in a register of homes, by their ids.
    """

    def __init__(
        self,
        known: Sequence[KnownPerson],
        *,
        inside: Container[int] = (),
        elsewhere: Container[int] = (),
    ) -> None:
        self._inside, self._elsewhere = inside, elsewhere
        self.known = {one.person.id: one for one in known}
        self._by_id: dict[str, KnownPerson] = {}
        self._by_number: dict[tuple[str, str], list[KnownPerson]] = {}
        self._by_name: dict[str, list[KnownPerson]] = {}
        self._bearers: dict[str, str] = {}
        self._cards: dict[tuple[str, str], str] = {}
        self._meant: dict[str, set[object]] = {}
        self._told_by_number: set[int] = set()
        for one in known:
            self._by_name.setdefault(one.kept.name, []).append(one)
            if one.kept.id_number:
                self._by_id[one.kept.id_number] = one
                self._note_card(one.kept)
        for one in known:  # a first phone tells more than another one
            if one.kept.phone:
                self._by_number.setdefault((one.kept.name, one.kept.phone), []).append(one)
        for one in known:
            if one.kept.other_phone:
                self._by_number.setdefault((one.kept.name, one.kept.other_phone), []).append(one)

    def bears(self, name: str) -> bool:
        """Return whether anybody recorded has a name."""
        return name in self._by_name

    def check_id(self, said: PersonSaid) -> None:
        """Note whose an identity number is, by the record or by the rows so far.

        Raises:
            RuleError: it is somebody else's, or she has another one.
        """
        if said.id_number is None:
            return
        if self._bearers.get(said.id_number, said.name) != said.name:
            raise RuleError(_("the same number already belongs to another name"))
        cards = (self._cards.get((said.name, number)) for number in said.numbers)
        if any(card not in (None, said.id_number) for card in cards):
            raise RuleError(_("somebody of the same name and phone has another identity number"))
        self._note_card(said)

    def check_here(self, said: PersonSaid, here: Collection[int]) -> None:
        """Refuse somebody whom her numbers tell to be another than she is at a home.

        Args:
            said: what the table says of her.
            here: the ids of those who are recorded there under her name.

        Raises:
            RuleError: she is another, or two records are of one person.
        """
        told = self.by_keys(said)
        recorded = [self.known[person] for person in here if person in self.known]
        if not recorded or any(one.person.id in here for one in told):
            return
        one = recorded[0].person
        if told:
            raise RuleError(
                _(
                    "{other} has this number, and here {person} is recorded: if they are one,"
                    " jinlin member merge {gone} {kept}"
                ).format(
                    other=told[0].person.masked,
                    person=one.masked,
                    gone=told[0].person.label,
                    kept=one.label,
                )
            )
        if said.id_number and all(known.kept.id_number for known in recorded):
            raise RuleError(
                _(
                    "{person} is kept with another identity number: jinlin member id {number}"
                ).format(person=one.masked, number=one.label)
            )

    def _note_card(self, said: PersonSaid) -> None:
        assert said.id_number is not None
        self._bearers.setdefault(said.id_number, said.name)
        for number in said.numbers:
            self._cards.setdefault((said.name, number), said.id_number)

    def expect(self, said: PersonSaid, place: object = None) -> None:
        """Note that the table names somebody: a name it means several by is no key alone.

        Args:
            said: what it says of her.
            place: where, in a register of homes; elsewhere a name without a phone is one person.
        """
        told = self.by_keys(said)
        if told:
            self._told_by_number.update(one.person.id for one in told)
        else:
            self._meant.setdefault(said.name, set()).add(said.phone or place)

    def by_keys(self, said: PersonSaid) -> list[KnownPerson]:
        """Return whom identity number or phone tell, who is meant first; others of the same."""
        if said.id_number in self._by_id:
            return [self._by_id[said.id_number]]
        return [
            one for number in said.numbers for one in self._by_number.get((said.name, number), ())
        ]

    def find(self, said: PersonSaid) -> Recognition:
        """Return who is meant."""
        told = self.by_keys(said)
        if told:
            return Recognition(told[0])
        bearers = self._by_name.get(said.name)
        if bearers is None:
            return NOBODY
        agreeing = [one for one in bearers if not self._differs(one, said)]
        inside = [one for one in agreeing if one.person.id in self._inside]
        free = inside or [one for one in agreeing if one.person.id not in self._elsewhere]
        renumbered = [
            one
            for one in bearers
            if one.person.id in self._inside
            and one.person.id not in self._told_by_number
            and one not in agreeing
        ]
        alone = len(self._meant.get(said.name, ())) <= 1 and (inside or len(bearers) == 1)
        if len(free) == 1 and alone and not renumbered:
            return Recognition(free[0], by_name=not inside)
        return Recognition(perhaps=(*free, *renumbered)) if free or renumbered else NOBODY

    def _differs(self, one: KnownPerson, said: PersonSaid) -> bool:
        """Return whether somebody of the name cannot be meant by the name alone."""
        cards = {one.kept.id_number, said.id_number} - {None}
        numbers = one.kept.numbers and said.numbers
        return one.person.id in self._told_by_number or bool(numbers) or len(cards) > 1

    def add(self, one: KnownPerson, said: PersonSaid) -> None:
        """Know somebody by what a row says of her, for the rows after it."""
        if said.id_number:
            self._by_id.setdefault(said.id_number, one)
        for number in said.numbers:
            self._by_number.setdefault((said.name, number), []).append(one)


def numbers_after(
    kept: tuple[str | None, str | None], said: tuple[str | None, str | None]
) -> tuple[str | None, str | None] | None:
    """Return first and other phone after a table has said some; None where one would be lost.

    A number that is new comes first, and hers so far becomes the other one.

    Args:
        kept: first and other phone as they are recorded.
        said: as the table has them; one that says only what is kept changes nothing.
    """
    first, further = said
    if further is None and (first is None or first in kept):
        return kept
    phones: Iterable[str | None] = (first, further, *kept) if first else (kept[0], further, kept[1])
    after = list(dict.fromkeys(filter(None, phones)))
    if len(after) > len(kept):
        return None
    return after[0], after[1] if len(after) > 1 else None
