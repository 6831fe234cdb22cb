"""The kinds of words that commands about an elevator take."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jinlin.core.i18n import N_
from jinlin.core.money import parse_rate
from jinlin.core.text import clean, compact
from jinlin.elevator.apportionment.option_words import parse_cap
from jinlin.elevator.rules.answers import BallotQuestion
from jinlin.output.command.kind import Number, WordKind
from jinlin.output.command.kinds import choice


class BookSubject(NamedTuple):
    """What of the books is looked at: a project, an entry, or else a door.

    Attributes:
        word: as it was typed.
    """

    word: str

    @property
    def is_project(self) -> bool:
        """Whether it is the number of a project: `X1`."""
        return re.fullmatch(r"x\d{1,9}", compact(self.word)) is not None

    @property
    def is_entry(self) -> bool:
        """Whether it is the number of an entry: `R12`, `X1-V3`."""
        return re.fullmatch(r"(?:x\d+-)?[rv]\d+", compact(self.word)) is not None


SUBJECT: Final = WordKind("project", "X1|3-1-502", BookSubject)
PLAN: Final = WordKind("plan", "E3", clean)
ROOM: Final = WordKind("home", N_("ROOM"), clean)
RATE: Final = WordKind("rate", "P%", parse_rate)
"""A part of something; as a fraction of one."""
ENTRY: Final = WordKind("elevator entry", "V3", clean)
QUESTION: Final = choice(BallotQuestion, called=N_("QUESTION"))
WORKS_DAYS: Final = Number(low=1, high=3660)
CAP: Final = WordKind("cap", "none|N|Nx|P%", parse_cap)
