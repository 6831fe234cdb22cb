"""A text as it is compared, with the way back to where each of its characters stood."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

_ONE_TO_ONE: Final = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-")
    | dict.fromkeys(map(ord, "\u3000\xa0"), " ")
)
"""Full-width forms, what people type for a hyphen, and blanks that are another width."""
_USUAL: Final = "\t\t\n\n \x7e\xa0\xa0··××“”‘’……℃℃㎡㎡　〿一鿿㐀䶿Ａｚ！／：＠［｀｛～‐―−−﹣﹣"
"""The first and the last of each range of characters that fold to one of their own."""


class Folded(NamedTuple):
    """A text in half-width characters without marks that are not seen.

    Attributes:
        text: what is left to compare.
        places: where each of its characters stands in the text it was made from.
    """

    text: str
    places: Sequence[int]

    def closed_up(self) -> Folded:
        """Return it without any blanks."""
        if not any(map(str.isspace, self.text)):
            return self
        return self._only(
            place for place, char in enumerate(self.text) if not char.isspace() or char == "\n"
        )

    def bare(self) -> Folded:
        """Return its letters and digits alone: no blanks, line breaks or punctuation."""
        return self if self.text.isalnum() else self._only(
            place for place, char in enumerate(self.text) if char.isalnum()
        )  # fmt: skip

    def _only(self, places: Iterable[int]) -> Folded:
        kept = list(places)
        return Folded(
            "".join(self.text[place] for place in kept), [self.places[place] for place in kept]
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of it, not empty, stood: the first place and the one after it."""
        return self.places[start], self.places[end - 1] + 1


@cache  # a class of them costs more to compile than most commands fold
def _is_usual(char: str) -> bool:
    return any(low <= char <= high for low, high in zip(_USUAL[::2], _USUAL[1::2], strict=True))


def fold(text: str) -> Folded:
    """Return a text for looking something up in it."""
    if all(map(_is_usual, set(text))):
        return Folded(text.translate(_ONE_TO_ONE), range(len(text)))
    chars, places = [], []
    for place, char in enumerate(text):
        if unicodedata.category(char) in {"Cf", "Mn", "Me"}:
            continue
        for one in unicodedata.normalize("NFKC", char).translate(_ONE_TO_ONE):
            chars.append(one)
            places.append(place)
    return Folded("".join(chars), places)
