"""The words of the reports: one file a language, each sentence under the same key in both."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from jinlin.core.clock import Month


class Wording:
    """The sentences of one language.

    Args:
        texts: the sentences by table and key.
    """

    def __init__(self, texts: dict[str, dict[str, Any]]) -> None:
        self._texts = texts

    def __call__(self, key: str, **values: object) -> str:
        """Return a sentence with its places filled: `say("summary.meetings", count=9)`."""
        table, _dot, name = key.partition(".")
        return str(self._texts[table][name]).format(**values)

    def label(self, table: str, word: str, default: str) -> str:
        """Return what people read for a stored word; the default for a word that is not ours."""
        return str(self._texts[table].get(word, default))

    def joined(self, parts: Iterable[str], *, mark: str = "and") -> str:
        """Return parts as an enumeration, or with another of the marks between them."""
        return str(self._texts["marks"][mark]).join(parts)

    def section_number(self, section: int) -> str:
        """Return how the n-th part of a report is numbered."""
        return str(self._texts["marks"]["numbers"][section - 1])

    def day(self, day: date) -> str:
        """Return a day as it stands in a sentence."""
        return self("date.day", year=day.year, month=day.month, day=day.day)

    def short_day(self, day: date) -> str:
        """Return a day as it stands in a table."""
        return self("date.short", month=day.month, day=day.day)

    def full_day(self, day: date) -> str:
        """Return a day with its year."""
        return self("date.full", year=day.year, month=day.month, day=day.day)

    def month(self, month: Month) -> str:
        """Return a month with its year."""
        return self("date.month", year=month.year, month=month.month)


@cache
def wording(language: str) -> Wording:
    """Return the words of a language, `zh` or `en`."""
    text = resources.files("jinlin.report").joinpath(f"wording.{language}.toml").read_text("utf-8")
    return Wording(tomllib.loads(text))
