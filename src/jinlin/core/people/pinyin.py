"""How a name sounds: `张美华` is `zhangmeihua`, and `zmh` for short."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Final

from jinlin.core.people.surnames import SOUNDS
from jinlin.core.text import folded

_PARTS: Final = re.compile(r"[a-z]+|[0-9]+|[^\W_]")


def spelled(name: str) -> tuple[str, str]:
    """Return how a name is spelled in full and by initials, in lower-case letters and digits.

    Args:
        name: as people write it; a word in Latin letters is one syllable.
    """
    text = folded(name).lower().replace(" ", "")
    start = next((text[:n] for n in (2, 1) if text[:n] in SOUNDS), "")
    parts = SOUNDS[start].split() if start else []
    parts += [_sound(part) for part in _PARTS.findall(text[len(start) :])]
    return "".join(parts), "".join(part if part.isdecimal() else part[:1] for part in parts)


def initials(text: str) -> str:
    """Return the first letter of each character of a text that is no name: `ldbl` for 路灯不亮."""
    return "".join(_sound(part)[:1] for part in _PARTS.findall(folded(text).lower()))


class _Letters(dict[int, str]):
    """By character what it begins with when it is spoken; each is looked up once."""

    def __missing__(self, character: int) -> str:
        text = chr(character)
        letter = text.lower() if text.isascii() else _sound(text)[:1]
        self[character] = letter if letter.isalnum() else ""
        return self[character]


_LETTERS: Final = _Letters()


def lettered(text: str) -> str:
    """Return a text with the first letter of each Chinese character in its place: `t8dg`, T8灯管.

    Args:
        text: a sentence; it is looked through by a search of many, and so is quick.
    """
    return text.translate(_LETTERS)


@cache
def _sound(part: str) -> str:
    """Return how one character is spelled, without its tone; letters and digits stay."""
    if part.isascii():
        return part
    # Names are not phrases; their dictionary would cost 130 ms and 30 MB at import.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import lazy_pinyin

    sound = lazy_pinyin(part, errors="ignore")
    return "".join(c for c in "".join(sound) if c.isalnum())
