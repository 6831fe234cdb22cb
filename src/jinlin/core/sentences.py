"""Sentences one after another, and parts of those that the history keeps untranslated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jinlin.core.i18n import N_, Message, _, speaking
from jinlin.core.numerals import chinese_numeral


def in_a_row(sentences: Iterable[str]) -> str:
    """Return sentences one after another: with spaces between them where the language has some."""
    return ("" if speaking() == "zh" else " ").join(sentences)


def to_tick(labels: Iterable[str]) -> str:
    """Return choices as boxes to tick; in English no end of a line parts one from its box."""
    return boxes("　".join(f"□ {label}" for label in labels))


_APART: Final = re.compile(" {2,}|　+")


def boxes(text: str) -> str:
    """Return boxes to tick with their words, written out and apart by wide blanks, as `to_tick`."""
    if speaking() == "zh":
        return text
    return "\u2003 ".join(box.replace(" ", "\u00a0") for box in _APART.split(text))


def clauses(*parts: str | None) -> str:
    """Return what is there of some parts of a sentence, with commas between: `3号楼，南门`."""
    return ("，" if speaking() == "zh" else ", ").join(part for part in parts if part)


_ENDS: Final = tuple("。！？；：.!?;:…")


def sentence(text: str) -> str:
    """Return what somebody wrote in one line that ends like a sentence."""
    said = text.replace("\n", " ")
    return said if said.endswith(_ENDS) else _("{text}.").format(text=said)


def one_line(text: str) -> str:
    """Return what somebody wrote on one line, without the full stop at its end."""
    return " ".join(text.split()).rstrip("。.；; ")


def begun(text: str) -> str:
    """Return a text as a sentence begins."""
    return text[:1].upper() + text[1:]


_COUNTED: Final = 99
"""So far things are counted in Chinese characters."""


def ordinal(number: int) -> str:
    """Return a number as headings, clauses and instalments are counted: 一, 二; 1, 2 in English."""
    chinese = speaking() == "zh" and number <= _COUNTED
    return chinese_numeral(number) if chinese else str(number)


def enumerated(names: Iterable[str]) -> Message:
    """Return message ids as one part of a sentence: `Place, Chair, Remark`.

    Args:
        names: message ids marked with `N_`; at least one.
    """
    first, *others = names
    said = Message(first)
    for name in others:
        said = Message(N_("{some}, {another}"), {"some": said, "another": Message(name)})
    return said
