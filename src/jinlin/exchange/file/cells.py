"""How spreadsheets name their columns: A to Z, then AA, AB and so on."""

from __future__ import annotations

from typing import Final

_LETTERS: Final = 26
_LONGEST: Final = 9
"""A column of so many letters is far beyond any sheet."""


def column_of(letters: bytes) -> int:
    """Return the number of a column, A being 1."""
    number = 0
    for letter in letters[:_LONGEST].upper():
        number = number * _LETTERS + letter - ord("A") + 1
    return number


def letters_of(column: int) -> str:
    """Return the letters of a column."""
    text = ""
    while column:
        column, place = divmod(column - 1, _LETTERS)
        text = chr(ord("A") + place) + text
    return text
