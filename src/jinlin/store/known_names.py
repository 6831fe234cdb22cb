"""Everybody whose name was ever recorded: present, taken out, merged into others, renamed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from jinlin.core.folding import fold
from jinlin.core.i18n import N_
from jinlin.core.nobody import says_nobody
from jinlin.core.parties import Party, party_in
from jinlin.store.personal import DUTIES, FORGOTTEN, PERSON_KEYS, PERSONAL, Content
from jinlin.store.tx import Reader

NO_NAMES: Final = N_("no_names")
"""The setting with the words that are no names, though they look like some."""
SEPARATORS: Final = re.compile(r"[、,，;；/\n]")
_PEOPLE: Final = "person"
_POSTS: Final = "post"
_RENAMED: Final = f"table_name = '{_PEOPLE}' AND before IS NOT NULL"
_PAID: Final = "counterparty"
"""The column with who was paid or paid, mostly firms."""
_SHORT: Final = 4
"""So many characters have most names; longer ones are looked at one by one."""


class KnownNames:
    """The names of a database, looked up by what stands in a text: there may be very many.

    Args:
        reader: the database.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def among(self, text: str) -> Iterator[str]:
        """Return names that may stand in a text, whoever they belong to, among them all that do."""
        closed = fold(text).closed_up().text
        parts = {
            closed[start : start + length]
            for start in range(len(closed) - 1)
            for length in range(2, _SHORT + 1)
        }
        for name, paid in self._elsewhere:
            if fold(name).closed_up().text in closed and _may_be_person(name, paid=paid):
                yield name
        for row in self._reader.each(
            f"SELECT name FROM {_PEOPLE} WHERE name IN (SELECT value FROM json_each(?))",
            (json.dumps(list(parts)),),
        ):
            if _is_name(row[0]):
                yield str(row[0])

    @cached_property
    def _elsewhere(self) -> frozenset[tuple[str, bool]]:
        """What stands as a name anywhere but in the register of people, and there if it is long.

        With each, whether it was paid or paid: that is mostly a firm.
        """
        asked = [
            f"SELECT name, 0 FROM {_PEOPLE} WHERE length(name) > {_SHORT} OR instr(name, ' ')",
            f"SELECT json_extract(before, '$.name'), 0 FROM row_change WHERE {_RENAMED}",
        ]
        asked += [
            f"SELECT {column}, {int(column == _PAID)} FROM {table} WHERE {column} IS NOT NULL"
            for table, columns in PERSONAL.items()
            for column, content in columns.items()
            if content is Content.NAME and table != _PEOPLE
        ]
        return frozenset(
            (name, bool(paid))
            for said, paid in self._reader.each(" UNION ".join(asked))
            for name in map(str.strip, SEPARATORS.split(said or ""))
            if _is_name(name)
        )

    @cached_property
    def all(self) -> frozenset[str]:
        """Every name."""
        rows = self._reader.each(f"SELECT DISTINCT name FROM {_PEOPLE}")
        others = (name for name, paid in self._elsewhere if _may_be_person(name, paid=paid))
        return frozenset(others) | frozenset(str(row[0]) for row in rows if _is_name(row[0]))

    @cached_property
    def acting(self) -> frozenset[str]:
        """The names of those who hold a post today."""
        [key] = PERSON_KEYS[_POSTS]
        rows = self._reader.each(
            f"SELECT DISTINCT name FROM {_PEOPLE} WHERE removed_at IS NULL"
            f" AND id IN (SELECT {key} FROM {_POSTS} WHERE {DUTIES[_POSTS].open})"
        )
        return frozenset(str(row[0]) for row in rows)

    @cached_property
    def none(self) -> tuple[str, ...]:
        """Words that somebody said are no names, in their order."""
        said = self._reader.setting(NO_NAMES) or ""
        return tuple(word for word in SEPARATORS.split(said) if word)


def _may_be_person(name: str, *, paid: bool) -> bool:
    """Return whether a text must not tell a name: firms it may, and who was paid, if in doubt."""
    party = party_in(name)
    return party is Party.PERSON if paid else not party.open


def _is_name(name: str) -> bool:
    return not name.startswith(FORGOTTEN) and not says_nobody(name)
