"""What waits for her today, as a room declares it in its `SECTIONS`; `jinlin today` prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from jinlin.store.transaction.tx import Reader

SHOWN: Final = 5
"""Of each kind so many are named; the others are counted."""


class TodayLine(NamedTuple):
    """One line.

    Attributes:
        number: which record; empty where there is none.
        text: what it is.
        day: the day that belongs to it, as ISO text.
        who: who has it, or who has not come.
    """

    number: str
    text: str
    day: str | None = None
    who: str | None = None

    @property
    def data(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"number": self.number or None, "text": self.text, "day": self.day, "who": self.who}


class Waiting(NamedTuple):
    """How many wait for the same, and the first few of them."""

    total: int
    first: tuple[TodayLine, ...]


class TodaySection(NamedTuple):
    """What waits for the same.

    Attributes:
        rank: its place on the page.
        key: its name in JSON.
        heading: above it on the page, not yet translated.
        next: what to type next, likewise; with the first of them in its places.
        ask: asks for it, in a fixed number of questions: for every line, or where there may be
            very many for their number and the first few.
    """

    rank: int
    key: str
    heading: str
    next: str
    ask: Callable[[Reader], Iterator[TodayLine] | Waiting]

    def waiting(self, reader: Reader) -> Waiting:
        """Return what waits."""
        found = self.ask(reader)
        if isinstance(found, Waiting):
            return found
        lines = tuple(found)
        return Waiting(len(lines), lines[:SHOWN])
