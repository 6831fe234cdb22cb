"""Questions about people: who is meant by a name, a number, the end of a phone, or a sound."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from jinlin.core.columns import Personal
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _
from jinlin.core.people.pinyin import initials
from jinlin.core.text import folded
from jinlin.output.listing.values import masked
from jinlin.person.people.search import matching, sounding_exactly, spelling
from jinlin.person.rules import person_label, person_number, phone_ending
from jinlin.store.transaction.tx import Reader

CANDIDATES: Final = 10
"""How many people a message lists."""

_PEOPLE: Final = (
    "SELECT id, number, name, phone FROM person AS p"
    " WHERE removed_at IS NULL AND forgotten_at IS NULL"
)

_HANDING: Final = re.compile("^(?:交给|派给|[给由交请])(?=..)")
"""What stands before a name when something is handed to somebody."""
_CHINESE_NAME: Final = re.compile("[一-鿿]{2,6}")
_SHORT: Final = 2
"""Of a name so short another character makes another name."""


class PersonRow(NamedTuple):
    """One person.

    Attributes:
        id: the row's id.
        number: hers for good; people read it as `P12`.
        name: as she writes it.
        phone: None when not known.
    """

    id: int
    number: int
    name: str
    phone: str | None

    @property
    def label(self) -> str:
        """Her number as people read it: `P12`."""
        return person_label(self.number)

    @property
    def masked(self) -> str:
        """Her number and masked name, for messages: `P12 张**`."""
        return f"{self.label} {masked(self.name, Personal.NAME)}"


def people_called(reader: Reader, text: str) -> list[PersonRow]:
    """Return everybody a text names: `P12`, a whole name, the end of a phone, pinyin or initials.

    A whole name comes before a sound, and a whole sound before the beginning of one.

    Raises:
        NotFoundError: it is the number of somebody who was forgotten.
    """
    if person_number(text) is not None or phone_ending(text) is not None:
        found = _people(reader, *matching(text))
        if not found:
            _refuse_forgotten(reader, text)
        return found
    found = namesakes(reader, text)
    letters = spelling(text)
    if found or letters is None:
        return found
    return _people(reader, *sounding_exactly(letters)) or _people(reader, *matching(text))


def people_meant(reader: Reader, text: str) -> list[PersonRow]:
    """Return everybody a text may mean: who is named by it, else whose name it is a part of."""
    return people_called(reader, text) or _people(reader, *matching(text))


def named_behind(text: str) -> str:
    """Return a name without what hands something to somebody: `给杨卫国`; else the text."""
    return _HANDING.sub("", text.strip(), count=1)


def near_names(reader: Reader, text: str) -> list[str]:
    """Return the names that may be meant by one nobody has: one character other, or alike in sound.

    Args:
        reader: the database.
        text: a name in Chinese characters; nothing is near to another text.
    """
    said = "".join(text.split())
    if not _CHINESE_NAME.fullmatch(said):
        return []
    alike = initials(said)
    names = (
        row["name"]
        for row in reader.rows(
            "SELECT DISTINCT name, initials FROM person WHERE removed_at IS NULL"
            " AND forgotten_at IS NULL AND length(name) = ? ORDER BY name",
            (len(said),),
        )
        if row["initials"] == alike or (len(said) > _SHORT and _differ(row["name"], said) == 1)
    )
    return sorted(names, key=lambda name: _differ(name, said))[:CANDIDATES]


def _differ(name: str, other: str) -> int:
    return sum(one != two for one, two in zip(name, other, strict=True))


def namesakes(reader: Reader, name: str) -> list[PersonRow]:
    """Return everybody with exactly this name; the spaces that align it do not count."""
    found = _people(reader, "name = ?", [name.strip()])
    return found or _people(reader, "name = ?", ["".join(name.split())])


def namesakes_of(reader: Reader, person_id: int) -> list[PersonRow]:
    """Return everybody who has exactly the name of a person, herself too."""
    return _people(reader, "name = (SELECT name FROM person WHERE id = ?)", [person_id])


def find_person(reader: Reader, text: str) -> PersonRow:
    """Return the one person a text means: `P12`, a name or a part of one, a phone's end, pinyin.

    Raises:
        NotFoundError: nobody is meant, or several are; they are listed, masked.
    """
    return only_one(reader, people_meant(reader, text), text)


def only_one(
    reader: Reader,
    found: Sequence[PersonRow],
    text: str,
    *,
    known: Mapping[int, str] = MappingProxyType({}),
) -> PersonRow:
    """Return the person who was found.

    Args:
        reader: the database.
        found: everybody who may be meant.
        text: what was typed; whoever typed a whole name may read it again.
        known: by id, what tells them apart: a home, or what they are.

    Raises:
        NotFoundError: there is none, and names near it are told; or there are several, and they
            are listed, masked.
    """
    if len(found) == 1:
        return found[0]
    if not found:
        nobody = NotFoundError(
            _("There is nobody called “{text}”.").format(text=text),
            hint=_("Give the name in full, a number such as P12, or the end of the phone."),
        )
        if near := near_names(reader, text):
            nobody.instead = text, tuple(near)
        raise nobody
    raise NotFoundError(
        _("“{text}” may be several people: {people}.").format(
            text=text,
            people=_(", ").join(
                _candidate(person, text, known.get(person.id)) for person in found[:CANDIDATES]
            ),
        ),
        hint=_("Say which one by the number, such as {number}.").format(number=found[0].label),
    )


def _refuse_forgotten(reader: Reader, text: str) -> None:
    number = person_number(text)
    at = reader.value("SELECT forgotten_at FROM person WHERE number = ?", (number,))
    if number is not None and at:
        raise NotFoundError(
            _("{number} was forgotten on {day}; nothing of this person is kept.").format(
                number=person_label(number), day=reader.clock.local(at).date()
            ),
            hint=_("See: jinlin log {number}").format(number=person_label(number)),
        )


def _people(reader: Reader, condition: str, values: Sequence[object]) -> list[PersonRow]:
    rows = reader.rows(f"{_PEOPLE} AND {condition} ORDER BY number", values)
    return [PersonRow(row["id"], row["number"], row["name"], row["phone"]) for row in rows]


def _candidate(person: PersonRow, typed: str, known: str | None) -> str:
    whole = folded(typed.rpartition("@")[0] or typed) == folded(person.name)
    said = [f"{person.label} {person.name}" if whole else person.masked]
    if known:
        said.append(known)
    if person.phone is not None:
        said.append(masked(person.phone, Personal.PHONE))
    return " ".join(said)
