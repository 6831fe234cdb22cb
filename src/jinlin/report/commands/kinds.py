"""The kinds of words that commands about a period take: the period, as people name it."""

from __future__ import annotations

from functools import partial
from typing import Final

from jinlin.core.clock import Clock
from jinlin.core.days.stretch import Length, Stretch, stretch_named
from jinlin.core.i18n import N_
from jinlin.core.said import Said
from jinlin.output.command.kind import WordKind


def _said(length: Length, text: str) -> Said[Stretch]:
    def read(words: str, clock: Clock) -> Stretch:
        return stretch_named(words, length, clock)

    return Said(text, read)


WEEK: Final = WordKind("week", N_("WEEK"), partial(_said, Length.WEEK))
MONTH: Final = WordKind("month", N_("MONTH"), partial(_said, Length.MONTH))
QUARTER: Final = WordKind("quarter", N_("QUARTER"), partial(_said, Length.QUARTER))
YEAR: Final = WordKind("year", N_("YEAR"), partial(_said, Length.YEAR))
