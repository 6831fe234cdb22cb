"""The kinds of words that name a place: read as far as they can be without the register."""

from __future__ import annotations

from typing import Final

from jinlin.complex.rules.address import parse_address, parse_building, parse_entrance
from jinlin.complex.rules.visits import SaidNext
from jinlin.core.i18n import N_
from jinlin.output.command.kind import WordKind


def _home(text: str) -> str:
    parse_address(text)
    return text


BUILDING: Final = WordKind("building", N_("BUILDING"), parse_building)
ENTRANCE: Final = WordKind("entrance", N_("ENTRANCE"), parse_entrance)
HOME: Final = WordKind("home", N_("HOUSEHOLD"), _home)
"""A home, as it was said: which one of the register is meant, the register tells."""
NEXT: Final = WordKind("day", N_("DATE"), SaidNext)
"""When the next visit is to be."""
