"""Sentences one after another, and parts of those that the history keeps untranslated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jinlin.core.i18n import N_, Message, speaking
from jinlin.core.numerals import chinese_numeral


def in_a_row(sentences: Iterable[str]) -> str:
    """Return sentences one after another: with spaces between them where the language has some."""
    return ("" if speaking() == "zh" else " ").join(sentences)


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
