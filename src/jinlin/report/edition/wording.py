"""The words of the reports: one file a language, each sentence under the same key in both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from jinlin.core.days.stretch import Length, Stretch, quarter_of
from jinlin.core.days.written import month_name, month_short, quarter_words
from jinlin.core.files.shipped import shipped
from jinlin.core.sentences import ordinal

_LONGEST_QUARTER: Final = timedelta(days=91)


class Wording:
    """The sentences of one language, as they are said of a stretch of one length.

    Args:
        texts: the sentences by table and key.
        length: a week, a month …: for the words this, before, next, end and report.
        year: of which year the report tells: its days need none.
    """

    def __init__(self, texts: dict[str, dict[str, Any]], length: Length, year: int | None) -> None:
        self._texts = texts
        self._year = year
        self._always = texts[length]

    def __call__(self, key: str, **values: object) -> str:
        """Return a sentence with its places filled: `say("summary.meetings", count=9)`."""
        table, _dot, name = key.partition(".")
        return str(self._texts[table][name]).format(**{**self._always, **values})

    def label(self, table: str, word: str, default: str) -> str:
        """Return what people read for a stored word; the default for a word that is not ours."""
        return str(self._texts[table].get(word, default)).format(**self._always)

    def joined(self, parts: Iterable[str], *, mark: str = "and") -> str:
        """Return parts as an enumeration, or with another of the marks between them."""
        return str(self._texts["marks"][mark]).join(parts)

    def section_number(self, section: int) -> str:
        """Return how the n-th part of a report is numbered."""
        return str(self._texts["marks"]["numbers"][section - 1])

    def day(self, day: date) -> str:
        """Return a day as it stands in a sentence: with its year only where it is another."""
        if self._year not in (None, day.year):
            return self.full_day(day)
        return self._written("date.day", day)

    def part_of_year(self, first: date, last: date) -> str:
        """Return a month, a quarter or from which month to which, without the year."""
        if last - first > _LONGEST_QUARTER:
            return self.joined((self.part_of_year(day, day) for day in (first, last)), mark="to")
        if last.month != first.month:
            return self("date.part_quarter", quarter=ordinal(quarter_of(first)))
        return self("charts.month", month=first.month, short=month_short(first))

    def full_day(self, day: date) -> str:
        """Return a day with its year."""
        return self._written("date.full", day)

    def _written(self, key: str, day: date) -> str:
        return self(
            key, year=day.year, month=day.month, day=day.day,
            name=month_name(day), short=month_short(day),
        )  # fmt: skip

    def building(self, code: str) -> str:
        """Return a building as people call it: a code that is a number or a letter is no name."""
        return self("buildings.numbered" if code.isascii() else "buildings.named", code=code)

    def stretch(self, stretch: Stretch) -> str:
        """Return a week, month, quarter or year with its year."""
        first = stretch.first
        if stretch.length is Length.QUARTER:
            return quarter_words(first)
        year = first.isocalendar().year if stretch.length is Length.WEEK else first.year
        return self(
            f"date.{stretch.length}",
            year=year,
            month=first.month,
            name=month_name(first),
            week=first.isocalendar().week,
        )


@cache
def wording(language: str, length: Length, year: int | None = None) -> Wording:
    """Return the words of a language, `zh` or `en`, for stretches of a length, in a year."""
    return Wording(shipped(f"report/wording.{language}.toml"), length, year)
