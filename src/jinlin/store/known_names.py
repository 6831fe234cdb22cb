"""Everybody whose name was ever recorded: present, taken out, merged into others, renamed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from jinlin.core.i18n import N_
from jinlin.core.people.folding import fold
from jinlin.core.people.nobody import says_nobody
from jinlin.core.text import listed
from jinlin.store.schema.duties import DUTIES
from jinlin.store.schema.person_rows import PEOPLE, PERSON_KEYS
from jinlin.store.schema.personal import PERSONAL, Content
from jinlin.store.schema.retention import FORGOTTEN
from jinlin.store.transaction.tx import Reader

NO_NAMES: Final = N_("no_names")
"""The setting with the words that are no names, though they look like some."""
_POSTS: Final = "post"
_FORMER: Final = "CASE WHEN json_valid(before) THEN json_extract(before, '$.name') END"
_RENAMED: Final = (
    f"table_name = '{PEOPLE}' AND before IS NOT NULL AND {_FORMER}"
    f" IS NOT {_FORMER.replace('before', 'after')}"
)
"""Word for word what `row_change_of_former_name` is an index of, or it is not used."""
_SHORTEST: Final = 2
_SHORT: Final = 4
"""So many characters have most names; longer ones are looked at one by one."""


class _Said(NamedTuple):
    """What stands as a name, and all that was typed with it: `王建国、李华`."""

    name: str
    whole: str


class _Pieces(NamedTuple):
    """A text, and all pieces of it as long as most names."""

    text: str
    short: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Pieces:
        lengths = range(_SHORTEST, _SHORT + 1)
        starts = range(len(text) - 1)
        return cls(text, frozenset(text[at : at + length] for at in starts for length in lengths))

    def hold(self, name: str) -> bool:
        """Return whether a name stands in the text; both without blanks."""
        return name in (self.short if _SHORTEST <= len(name) <= _SHORT else self.text)


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
        if sum(map(str.isalpha, closed)) < _SHORTEST:
            return
        parts = _Pieces.of(closed)
        for row in self._reader.each(
            f"SELECT name FROM {PEOPLE} WHERE name IN (SELECT value FROM json_each(?))",
            (json.dumps([*parts.short]),),
        ):
            if _is_name(row[0]):
                yield str(row[0])
        yield from self._hidden(said for said, name in self._elsewhere.items() if parts.hold(name))

    @cached_property
    def all(self) -> frozenset[str]:
        """Every name of a person, and of the firms on the register of people."""
        return self.closed | self._people

    @cached_property
    def closed(self) -> frozenset[str]:
        """Every name that not everybody may read: all but those of organisations."""
        people = (_Said(name, name) for name in self._people)
        return frozenset(self._hidden([*self._elsewhere, *people]))

    @cached_property
    def _people(self) -> frozenset[str]:
        rows = self._reader.each(f"SELECT DISTINCT name FROM {PEOPLE}")
        return frozenset(str(row[0]) for row in rows if _is_name(row[0]))

    @cached_property
    def _elsewhere(self) -> Mapping[_Said, str]:
        """What stands as a name anywhere but in the register of people, and there if it is odd.

        Odd is what is long, or not in Chinese characters alone. To each its name without blanks.
        """
        registered = [
            f"SELECT name, 1 FROM {PEOPLE} WHERE length(name) > {_SHORT} OR name GLOB '*[^一-龥]*'",
            f"SELECT {_FORMER}, 1 FROM row_change WHERE {_RENAMED}",
        ]
        typed = [
            f"SELECT {column}, 0 FROM {table} WHERE {column} IS NOT NULL"
            for table, columns in PERSONAL.items()
            for column, content in columns.items()
            if content is Content.NAME and table != PEOPLE
        ]
        rows = self._reader.each(" UNION ".join(registered + typed))
        return {
            _Said(name, whole): fold(name).closed_up().text
            for whole, register in rows
            for name in listed(whole or "", also="/")
            if _is_name(name) and (register or not says_nobody(name))
        }

    def _hidden(self, said: Iterable[_Said]) -> Iterator[str]:
        """Return those that not everybody may read: firms may be told, and nothing in doubt."""
        found = list(said)
        if not found:
            return
        from jinlin.store.parties import judged

        judged_as = judged(self._reader, {text for each in found for text in each})
        for name, whole in found:
            one, together = judged_as[name], judged_as[whole]
            # Of several who were paid together it is said of all of them what they are.
            if not one.open or (together.recorded and not (one.recorded or together.open)):
                yield name

    @cached_property
    def acting(self) -> frozenset[str]:
        """The names of those who hold a post today."""
        [key] = PERSON_KEYS[_POSTS]
        rows = self._reader.each(
            f"SELECT DISTINCT name FROM {PEOPLE} WHERE removed_at IS NULL"
            f" AND id IN (SELECT {key} FROM {_POSTS} WHERE {DUTIES[_POSTS].open})"
        )
        return frozenset(str(row[0]) for row in rows)

    @cached_property
    def none(self) -> tuple[str, ...]:
        """Words that somebody said are no names, in their order."""
        said = self._reader.setting(NO_NAMES) or ""
        return tuple(listed(said, also="/"))


def _is_name(name: str) -> bool:
    return bool(name) and not name.startswith(FORGOTTEN)
