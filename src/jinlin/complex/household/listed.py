"""Who is meant by the names of a list, such as a chain of WeChat: people on record, or names."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from jinlin.complex.household.people import Door, doors_of, people_called
from jinlin.complex.rules.address import parse_address, parse_building
from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.exchange.chain import ENDING, ListedName, read_chain
from jinlin.output.asking import confirm
from jinlin.person.people.queries import PersonRow, namesakes
from jinlin.person.rules import person_number
from jinlin.store.transaction.tx import Reader

_ASKED_FROM: Final = 3
"""A list of so many is shown first and asked about."""
_FILES: Final = frozenset({".txt", ".csv", ".xlsx", ".xls", ".json", ".md", ".tsv"})


class TakenLine(NamedTuple):
    """A line of a list that counts.

    Attributes:
        person: who is meant; None where nobody here is known by the name.
        name: what she is called; empty where only a door was put down.
        door: the door beside her name, in the words of the list.
        more: how many she brings, who are not named.
    """

    person: PersonRow | None
    name: str
    door: str | None
    more: int


class ListedPeople(NamedTuple):
    """Who stands on a list. A name nobody has stays a text: it makes no person.

    Attributes:
        lines: whoever is counted, each once; two of one name from different doors are two.
        unclear: names that several people have, with their numbers: `张伟（P3、P9）`.
        away: who says on the list that she does not come.
        unread: what stands on lines of which nobody can be made out.
        twice: who stands there more than once, not each time with her door, and counts as one.
    """

    lines: tuple[TakenLine, ...]
    unclear: tuple[str, ...]
    away: tuple[str, ...]
    unread: tuple[str, ...]
    twice: tuple[str, ...] = ()

    @property
    def known(self) -> tuple[PersonRow, ...]:
        """People on record, each once."""
        return tuple(one.person for one in self.lines if one.person is not None)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Names that nobody on record has; with her door where two have one name."""
        texts = [one for one in self.lines if one.person is None and one.name]
        often = Counter(one.name for one in texts)
        return tuple(
            _called(one.name, one.door) if often[one.name] > 1 else one.name for one in texts
        )

    @property
    def newcomers(self) -> tuple[str, ...]:
        """The names of those who may be put on record: a phone alone tells none."""
        return tuple(
            one.name
            for one in self.lines
            if one.person is None and one.name and not one.name.startswith(ENDING)
        )

    @property
    def unnamed(self) -> int:
        """How many others are counted there without a name: `+2`, a door alone."""
        return sum(one.more + (not one.name) for one in self.lines)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Whom the list names and who is not taken: who may be several people, who is away."""
        return (*self.unclear, *self.away)

    @property
    def told(self) -> list[str]:
        """What was understood, a line a kind; shown before it is kept."""
        kinds = (
            (_("On record ({count}): {names}"), [one.name for one in self.known]),
            (_("Not on record, names only ({count}): {names}"), self.unknown),
            (_("May be several people, left out ({count}): {names}"), self.unclear),
            (_("Not coming, left out ({count}): {names}"), self.away),
            (_("Not understood, left out ({count}): {names}"), self.unread),
            (_("Twice on the list, counted as one ({count}): {names}"), self.twice),
        )
        told = [
            text.format(count=len(names), names=_(", ").join(names))
            for text, names in kinds
            if names
        ]
        if self.unnamed:
            told.append(_("Without a name on the list: {count}.").format(count=self.unnamed))
        return told


def called_as_list(said: str) -> bool:
    """Return whether what was said ends like a file with a list."""
    return os.path.splitext(said)[1].lower() in _FILES  # noqa: PTH122  (never raises)


def is_list_file(call: Call, said: str) -> bool:
    """Return whether what was said is a file with a list, and no name."""
    path = call.environment.path(said)
    return os.path.isfile(path) or path.suffix.lower() in _FILES  # noqa: PTH113  (never raises)


def names_said(call: Call, said: str) -> list[ListedName]:
    """Return the names of a list that was named: a file, or names between commas.

    Raises:
        FileError: the file cannot be read, or holds nobody's name.
    """
    if is_list_file(call, said):
        from jinlin.exchange.name_list import read_names

        return read_names(call.environment.path(said))
    return read_chain("\n".join(listed(said)))


def recognised(reader: Reader, names: Sequence[ListedName]) -> ListedPeople:
    """Return who is meant: by a whole name or a number; of namesakes who has to do with the place.

    Who lives elsewhere than the list says is not meant by her name.

    Raises:
        NotFoundError: a number is nobody's, or of somebody who was forgotten.
    """
    taken: list[TakenLine] = []
    unclear: list[str] = []
    away: list[str] = []
    unread: list[str] = []
    for one in names:
        if one.unread:
            unread.append(one.note or "")
        elif one.away:
            away.append(one.name or one.place or "")
        elif len(found := _meant(reader, one) if one.name else []) > 1:
            unclear.append(_unclear(one.name, found))
        else:
            person = found[0] if found else None
            taken.append(TakenLine(person, one.name, one.place, one.more))
    torn = _torn(taken)
    unclear += [
        _unclear(_called(one.name, one.door), [one.person])
        for one in taken
        if one.person in torn and one.person
    ]
    lines, twice = _each_once([one for one in taken if one.person not in torn])
    return ListedPeople(
        tuple(lines), tuple(dict.fromkeys(unclear)), tuple(dict.fromkeys(away)), tuple(unread),
        tuple(twice),
    )  # fmt: skip


def same_door(one: str | None, other: str | None) -> bool:
    """Return whether two doors as lists name them may be one: `3-502` and `3号楼`, not `2-502`."""
    return one is None or other is None or _agree(_door(one), _door(other))


def confirm_listed(call: Call, found: ListedPeople, text: str) -> None:
    """Show who was understood, and ask before a list of three or more is kept.

    Args:
        call: the command.
        found: who stands on the list.
        text: what is about to be done.

    Raises:
        UsageError: nobody can be asked.
        KeyboardInterrupt: she does not agree.
    """
    if len(found.lines) + len(found.left_out) + found.unnamed < _ASKED_FROM:
        return
    if not call.yes:
        for line in found.told:
            call.environment.tell(line)
    confirm(call, text)


def tell_left_out(call: Call, found: ListedPeople, *, unnamed: bool = False) -> None:
    """Say who on a list was not taken, and which lines name nobody.

    Args:
        call: the command.
        found: who stands on the list.
        unnamed: whether whoever has no name there is not taken either.
    """
    for text, names in (
        (_("May be several people, to be recorded by number: {names}"), found.unclear),
        (_("Not coming, left out: {names}"), found.away),
        (_("Not understood, left out: {names}"), found.unread),
        (
            _("Twice on the list, counted as one: {names}. Two people are told apart by doors."),
            found.twice,
        ),
    ):
        if names:
            call.tell(text.format(names=_(", ").join(names)))
    if unnamed and found.unnamed:
        call.tell(_("Without a name on the list, left out: {count}").format(count=found.unnamed))


def _each_once(lines: Sequence[TakenLine]) -> tuple[list[TakenLine], list[str]]:
    """Return each person, name or door once, with the most she brings by any of her lines.

    Also returns who counts as one though not each of her lines says her door.
    """
    kept: dict[object, list[TakenLine]] = {}
    twice: dict[str, None] = {}
    for one in lines:
        same = kept.setdefault(one.person.id if one.person else one.name, [])
        place = next((n for n, other in enumerate(same) if same_door(one.door, other.door)), None)
        if place is None:
            same.append(one)
            continue
        other = same[place]
        if one.name and not (one.door and other.door):
            twice[one.name] = None
        same[place] = other._replace(door=other.door or one.door, more=max(one.more, other.more))
    return [line for same in kept.values() for line in same], [*twice]


def _torn(lines: Sequence[TakenLine]) -> set[PersonRow | None]:
    """Return whom a list names at different doors: these are several people of one name."""
    doors: dict[PersonRow | None, str] = {}
    return {
        one.person
        for one in lines
        if one.person
        and one.door
        and not same_door(doors.setdefault(one.person, one.door), one.door)
    }


def _meant(reader: Reader, one: ListedName) -> list[PersonRow]:
    if person_number(one.name) is not None:
        if found := people_called(reader, one.name):
            return found
        raise NotFoundError(
            _("There is nobody called “{text}”.").format(text=one.name),
            hint=_("Give the name in full, a number such as P12, or the end of the phone."),
        )
    if one.name.startswith(ENDING):
        found = people_called(reader, one.name.removeprefix(ENDING))
        return found if len(found) == 1 else []
    found = namesakes(reader, one.name)
    door = _door(one.place) if found and one.place else None
    if not door:
        return found
    homes = doors_of(reader, [person.id for person in found])
    there = [person for person in found if any(_agree(door, h) for h in homes[person.id])]
    return there or [person for person in found if not homes[person.id]]


def _unclear(name: str, found: Sequence[PersonRow]) -> str:
    numbers = _(", ").join(person.label for person in found)
    return _("{name} ({numbers})").format(name=name, numbers=numbers)


def _called(name: str, door: str | None) -> str:
    return _("{name} ({numbers})").format(name=name, numbers=door) if door else name


def _agree(one: Door | None, other: Door | None) -> bool:
    """Return whether two doors differ in nothing that both say."""
    if one is None or other is None:
        return True
    return all(a is None or b is None or a == b for a, b in zip(one, other, strict=True))


def _door(place: str) -> Door | None:
    """Return building, entrance and room of a door as a list names it; None where it is none."""
    with suppress(UsageError):
        said = parse_address(place)
        if not said.or_floor:
            return said.building, said.entrance, said.room
    with suppress(UsageError):
        return parse_building(place), None, None
    return None
