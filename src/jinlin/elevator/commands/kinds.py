"""The kinds of words that commands about an elevator take."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.money import parse_rate
from jinlin.core.text import clean
from jinlin.elevator.apportionment.option_words import parse_cap
from jinlin.output.command.kind import WordKind

PROJECT: Final = WordKind("project", "X1", clean)
PLAN: Final = WordKind("plan", "E3", clean)
ROOM: Final = WordKind("home", N_("ROOM"), clean)
RATE: Final = WordKind("rate", "P%", parse_rate)
"""A part of something; as a fraction of one."""
CAP: Final = WordKind("cap", "none|N|Nx|P%", parse_cap)
