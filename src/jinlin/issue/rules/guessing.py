"""Which category the words of an issue tell (keyword classification, longest match first).

A false guess costs more than none: two categories that are told alike are both returned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from jinlin.core.text import compact
from jinlin.issue.rules.danger import danger_in
from jinlin.issue.rules.guess_words import HINTING, SILENT, TELLING

CLEARLY: Final = 2
"""So many more characters that tell of one category than of another decide between them."""
ALIKE: Final = 0.8
"""Titles with at least so much in common tell of the same."""
_BESIDE: Final = frozenset("边旁")
"""What makes a word a place: 花坛边的积水 is about water."""
_PLACE: Final = r"^(?:\d+号?(?:楼|栋|幢|座)|[一二三四五六七八九十\d]+(?:单元|梯|层|楼|号))+"


class _Word(NamedTuple):
    """A word of the vocabulary.

    Attributes:
        told: the codes of the categories it tells.
        hinted: of those it only hints at.
    """

    told: frozenset[str]
    hinted: frozenset[str]


@cache
def _vocabulary() -> Mapping[str, Mapping[str, _Word]]:
    """Return the words by their first character, the longest first."""
    told: dict[str, set[str]] = {word: set() for word in SILENT.split()}
    hinted: dict[str, set[str]] = {}
    for words, held in ((TELLING, told), (HINTING, hinted)):
        for code, listed in words.items():
            for word in listed.split():
                held.setdefault(word, set()).add(code)
    found: dict[str, dict[str, _Word]] = {}
    for word in sorted({*told, *hinted}, key=len, reverse=True):
        codes = frozenset(told.get(word, ())), frozenset(hinted.get(word, ()))
        found.setdefault(word[0], {})[word] = _Word(*codes)
    return found


def guessed(title: str) -> tuple[str, ...]:
    """Return the codes of the categories that a title tells: one, several alike, or none.

    Harm to a person and danger count before anything else.
    """
    if danger := danger_in(title):
        return (danger.value,)
    told, hinted = dict[str, int](), dict[str, int]()
    for text, word in _words_in(compact(title)):
        for found, codes in ((told, word.told), (hinted, word.hinted)):
            for code in codes:
                found[code] = found.get(code, 0) + len(text)
    return _most(told) or _most(hinted)


def _most(found: Mapping[str, int]) -> tuple[str, ...]:
    """Return the one that is told clearly, else all that come near it, the most told first."""
    most = max(found.values(), default=0)
    near = [code for code, length in found.items() if length > most - CLEARLY]
    return tuple(sorted(near, key=lambda code: -found[code]))


def _words_in(said: str) -> Iterator[tuple[str, _Word]]:
    """Return the words of the vocabulary in a text; none that overlaps one that tells more."""
    known = _vocabulary()
    met = [
        (not (meaning.told or not meaning.hinted), -len(word), at, word, meaning)
        for at, char in enumerate(said)
        for word, meaning in known.get(char, {}).items()
        if said.startswith(word, at) and said[at + len(word) :][:1] not in _BESIDE
    ]
    taken: set[int] = set()
    for _hint, _length, at, word, meaning in sorted(met, key=lambda one: one[:3]):
        places = range(at, at + len(word))
        if taken.isdisjoint(places):
            taken.update(places)
            yield word, meaning


def words_of(code: str) -> Iterator[str]:
    """Return the words that tell a category, or hint at it."""
    for words in (TELLING, HINTING):
        yield from words.get(code, "").split()


class LikeTitles:
    """What says the same as a title (Dice coefficient of the pairs of characters), place apart."""

    def __init__(self, title: str) -> None:
        self._said = _without_place(compact(title))
        self._pairs = _pairs(self._said)

    def hold(self, other: str) -> bool:
        """Return whether another title says the same."""
        said = compact(other)
        if not self._pairs:
            return self._said == _without_place(said)
        most = len(self._pairs)
        if sum(pair in said for pair in self._pairs) < ALIKE / (2 - ALIKE) * most:
            return False  # however short it is
        pairs = _pairs(_without_place(said))
        return 2 * len(self._pairs & pairs) >= ALIKE * (most + len(pairs))


def _without_place(said: str) -> str:
    return re.sub(_PLACE, "", said)


def _pairs(said: str) -> frozenset[str]:
    return frozenset(said[n : n + 2] for n in range(len(said) - 1))


def decided(told: Sequence[str], before: Mapping[str, int]) -> str | None:
    """Return the code of the category to record a title under; None where nothing decides.

    Args:
        told: what its words tell, as `guessed` returns it.
        before: by code how often a category was chosen for titles that say the same; where it was
            always the same one, that is chosen again.
    """
    if len(before) == 1:
        return next(iter(before))
    if len(told) == 1:
        return told[0]
    among = {code: before.get(code, 0) for code in told} if told else dict(before)
    most = max(among.values(), default=0)
    chosen = [code for code, times in among.items() if times == most]
    return chosen[0] if most and len(chosen) == 1 else None
