"""Who is meant by the names of a list, such as a chain of WeChat: people on record, or names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from jinlin.complex.household.people import people_called
from jinlin.complex.rules.address import parse_address, parse_building
from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.text import listed
from jinlin.exchange.chain import ListedName, read_chain
from jinlin.output.asking import confirm
from jinlin.person.people.queries import PersonRow, namesakes
from jinlin.person.rules import person_number
from jinlin.store.transaction.tx import Reader

_ASKED_FROM: Final = 3
"""A list of so many is shown first and asked about."""
_FILES: Final = frozenset({".txt", ".csv", ".xlsx", ".xls", ".json", ".md", ".tsv"})


class ListedPeople(NamedTuple):
    """Who stands on a list. A name nobody has stays a text: it makes no person.

    Attributes:
        known: people on record, each once.
        unknown: names that nobody on record has.
        unclear: names that several people have, with their numbers: `张伟（P3、P9）`.
        away: who says on the list that she does not come.
        unnamed: how many others are counted there without a name: `+2`, a door alone.
    """

    known: tuple[PersonRow, ...]
    unknown: tuple[str, ...]
    unclear: tuple[str, ...]
    away: tuple[str, ...]
    unnamed: int

    @property
    def lines(self) -> list[str]:
        """What was understood, a line a kind; shown before it is kept."""
        told = (
            (_("On record ({count}): {names}"), [one.name for one in self.known]),
            (_("Not on record, names only ({count}): {names}"), self.unknown),
            (_("May be several people, left out ({count}): {names}"), self.unclear),
            (_("Not coming, left out ({count}): {names}"), self.away),
        )
        lines = [
            text.format(count=len(names), names=_(", ").join(names))
            for text, names in told
            if names
        ]
        if self.unnamed:
            lines.append(_("Without a name on the list: {count}.").format(count=self.unnamed))
        return lines


def names_said(call: Call, said: str) -> list[ListedName]:
    """Return the names of a list that was named: a file, or names between commas.

    Raises:
        FileError: the file cannot be read, or holds nobody's name.
    """
    path = call.environment.path(said)
    if os.path.isfile(path) or path.suffix.lower() in _FILES:  # noqa: PTH113  (never raises)
        from jinlin.exchange.name_list import read_names

        return read_names(path)
    return read_chain("\n".join(listed(said)))


def recognised(reader: Reader, names: Sequence[ListedName]) -> ListedPeople:
    """Return who is meant: by a whole name or a number; of namesakes who has to do with the place.

    Raises:
        NotFoundError: a number is nobody's, or of somebody who was forgotten.
    """
    known: dict[int, PersonRow] = {}
    unknown: list[str] = []
    unclear: list[str] = []
    away: list[str] = []
    unnamed = 0
    for one in names:
        if one.away:
            away.append(one.name)
            continue
        unnamed += one.more + (not one.name)
        found = _meant(reader, one) if one.name else []
        if len(found) == 1:
            known[found[0].id] = found[0]
        elif found:
            numbers = _(", ").join(person.label for person in found)
            unclear.append(_("{name} ({numbers})").format(name=one.name, numbers=numbers))
        elif one.name:
            unknown.append(one.name)
    return ListedPeople(
        tuple(known.values()), tuple(dict.fromkeys(unknown)), tuple(unclear),
        tuple(name for name in away if name), unnamed,
    )  # fmt: skip


def confirm_listed(call: Call, found: ListedPeople, text: str) -> None:
    """Show on a terminal who was understood, and ask before a list of three or more is kept.

    Args:
        call: the command.
        found: who stands on the list.
        text: what is about to be done.

    Raises:
        UsageError: nobody can be asked.
        KeyboardInterrupt: she does not agree.
    """
    if len(found.known) + len(found.unknown) + found.unnamed < _ASKED_FROM:
        return
    if call.environment.interactive and not call.yes:
        for line in found.lines:
            call.environment.tell(line)
    confirm(call, text)


def _meant(reader: Reader, one: ListedName) -> list[PersonRow]:
    if person_number(one.name) is not None:
        if found := people_called(reader, one.name):
            return found
        raise NotFoundError(
            _("There is nobody called “{text}”.").format(text=one.name),
            hint=_("Give the name in full, a number such as P12, or the end of the phone."),
        )
    found = namesakes(reader, one.name)
    if len(found) > 1 and one.place:
        with suppress(NotFoundError, UsageError):
            there = people_called(reader, f"{one.name}@{_building(one.place)}")
            return there if len(there) == 1 else found
    return found


def _building(place: str) -> str:
    with suppress(UsageError):
        if building := parse_address(place).building:
            return building
    return parse_building(place)
