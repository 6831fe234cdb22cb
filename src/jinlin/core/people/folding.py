"""A text as it is compared, with the way back to where each of its characters stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

_ONE_TO_ONE: Final = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-")
    | dict.fromkeys(map(ord, "\u3000\xa0"), " ")
)
"""Full-width forms, what people type for a hyphen, and blanks that are another width."""
_UNUSUAL = r"[^\t\n\x20-\x7e\xa0·×“”‘’…℃㎡　-〿一-鿿㐀-䶿Ａ-ｚ！-／：-＠［-｀｛-～‐-―−﹣]"


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


def fold(text: str) -> Folded:
    """Return a text for looking something up in it."""
    if re.search(_UNUSUAL, text) is None:
        return Folded(text.translate(_ONE_TO_ONE), range(len(text)))
    chars, places = [], []
    for place, char in enumerate(text):
        if unicodedata.category(char) in {"Cf", "Mn", "Me"}:
            continue
        for one in unicodedata.normalize("NFKC", char).translate(_ONE_TO_ONE):
            chars.append(one)
            places.append(place)
    return Folded("".join(chars), places)
