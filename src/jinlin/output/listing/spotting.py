"""What in a free text tells of somebody: names, phones, numbers, licence plates, doors.

It is recognised as people write it: full-width, with blanks or marks without width in between, in
Chinese figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final, NamedTuple

from jinlin.core.people.folding import Folded, fold
from jinlin.core.people.forms_of_address import addressed
from jinlin.core.people.namelike import namelike
from jinlin.core.people.nobody import NOBODY
from jinlin.output.listing.telling import What, bare_doors, telling

SHORTEST_NAME: Final = 2
"""A name of one character is in half of all sentences."""
LONGEST_NAME: Final = 12


class Spot(NamedTuple):
    """A part of a text that tells of somebody.

    Attributes:
        start: where it begins in the text.
        end: the place after it.
        text: what it is, half-width and without blanks.
    """

    start: int
    end: int
    what: What
    text: str


class Names:
    """Names that must not be read, looked up in one pass over a text.

    Args:
        names: as the database has them; what is too short, or says nobody, is no name.
        spared: names that may be read.
        none: words that look like names and are none.
        rooms: the rooms on record.
    """

    def __init__(
        self,
        names: Iterable[str] = (),
        *,
        spared: Collection[str] = (),
        none: Collection[str] = (),
        rooms: Collection[str] = (),
    ) -> None:
        self.rooms = frozenset(rooms)
        self.spared = frozenset(map(_closed, spared))
        self.none = frozenset(none)
        known = {name for name in map(_closed, names) if len(name) >= SHORTEST_NAME}
        self._names = known - self.spared - self.none - NOBODY
        self._longest = min(LONGEST_NAME, max(map(len, self._names), default=0))

    def spots(self, folded: Folded) -> Iterator[Spot]:
        """Return where names stand, the longest that begins at a place first."""
        closed = folded.closed_up()
        text = closed.text
        at = 0
        while at < len(text) - 1:
            for length in range(min(self._longest, len(text) - at), SHORTEST_NAME - 1, -1):
                if text[at : at + length] in self._names and _apart(closed, at, at + length):
                    yield Spot(*closed.span(at, at + length), What.NAME, text[at : at + length])
                    at += length
                    break
            else:
                at += 1


def spots(
    text: str,
    names: Names,
    further: Iterable[tuple[str, What]] = (),
    *,
    leaving: bool = False,
) -> list[Spot]:
    """Return what in a text tells of somebody, in its order; no two of them overlap.

    Args:
        text: as it was typed.
        names: who must not be read.
        further: patterns of whoever must hide more than everybody does, and what they tell.
        leaving: whether the text leaves the house: then rooms and surnames alone tell as well.
    """
    folded = fold(text)
    found: list[Spot] = list(names.spots(folded))
    doors = bare_doors(folded.text, names.rooms) if leaving else ()
    for pattern, what in (*telling(folded.text), *further, *doors):
        for match in re.finditer(pattern, folded.text):
            start, end = match.span(match.lastgroup or 0)
            found.append(Spot(*folded.span(start, end), what, match[match.lastgroup or 0]))
    for start, end in namelike(folded.text, names.none):
        name = "".join(folded.text[start:end].split())
        if name not in names.spared:
            found.append(Spot(*folded.span(start, end), What.LIKELY, name))
    if leaving:
        for start, end in addressed(folded.text, names.none):
            found.append(Spot(*folded.span(start, end), What.SURNAME, folded.text[start:end]))
    return sorted(_parted(found))


def replaced(text: str, found: Iterable[Spot], instead: Callable[[Spot], str]) -> str:
    """Return a text with something else in place of each spot; they follow each other."""
    parts, at = [], 0
    for spot in found:
        parts += [text[at : spot.start], beside(text, spot.start, instead(spot), spot.end)]
        at = spot.end
    return "".join((*parts, text[at:]))


def beside(text: str, start: int, said: str, end: int) -> str:
    """Return what is said in place of a part of a text; English words are parted from others."""
    if said == text[start:end] or not (said.isascii() and said[:1].isalpha()):
        return said
    before = " " if text[:start][-1:].isalnum() else ""
    after = " " if text[end:][:1].isalnum() else ""
    return before + said + after


def _parted(found: Iterable[Spot]) -> Iterator[Spot]:
    """Return the spots that overlap none before them: what was looked for first says what it is."""
    taken: set[int] = set()
    for spot in found:
        places = range(spot.start, spot.end)
        if taken.isdisjoint(places):
            taken.update(places)
            yield spot


def _apart(text: Folded, start: int, end: int) -> bool:
    """Return whether a name does not begin or end within a word of Latin letters."""
    return not any(
        0 < edge < len(text.text)
        and text.text[edge - 1 : edge + 1].isascii()
        and text.text[edge - 1 : edge + 1].isalpha()
        and text.places[edge] - text.places[edge - 1] == 1
        for edge in (start, end)
    )


def _closed(name: str) -> str:
    plain = name and min(name) >= "一" and max(name) <= "龥"
    return name if plain else fold(name).closed_up().text
