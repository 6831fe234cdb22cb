"""What waits for her today, as a room declares it in its `SECTIONS`; `jinlin today` prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from jinlin.store.transaction.tx import Reader

SHOWN: Final = 5
"""Of each kind so many are named in JSON; the others are counted."""


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


class Concern(NamedTuple):
    """One line of a kind whose records stand on the checklist, each once.

    Attributes:
        number: which record, as it is always understood.
        short: the same as short as it is understood today.
        text: what it is.
        day: the day that belongs to it, as ISO text.
        who: who has it, or who has not come.
        danger: how dangerous it is: 0 for the most, then 1, 2 for the rest.
        why: the reason in a few words, translated.
        line: what to type about it, translated; `…` for what is to be written.
    """

    number: str
    short: str
    text: str
    day: str | None
    who: str | None
    danger: int
    why: str
    line: str


class Waiting(NamedTuple):
    """How many wait for the same, and the first few of them."""

    total: int
    first: tuple[TodayLine, ...]


class TodaySection(NamedTuple):
    """What waits for the same.

    A room whose sections stand on the checklist also counts what stands there, each record once:
    its module has `count_subjects`.

    Attributes:
        rank: its place: of what stands on the checklist the most pressing reason first.
        key: its name in JSON.
        heading: what waits, in words, not yet translated.
        next: what to type next, likewise; with the first of them in its places.
        ask: asks for it, in a fixed number of questions: for every line, or where there may be
            very many for their number and the first few.
        concerns: returns so many (0: all) in the order of the checklist, where its records stand
            there; what is not there has one line.
    """

    rank: int
    key: str
    heading: str
    next: str
    ask: Callable[[Reader], Iterator[TodayLine] | Waiting]
    concerns: Callable[[Reader, int], Sequence[Concern]] | None = None

    def waiting(self, reader: Reader) -> Waiting:
        """Return what waits."""
        found = self.ask(reader)
        if isinstance(found, Waiting):
            return found
        lines = tuple(found)
        return Waiting(len(lines), lines[:SHOWN])
