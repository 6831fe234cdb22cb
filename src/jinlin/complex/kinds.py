"""The kinds of words that name a place: read as far as they can be without the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jinlin.core.i18n import N_
from jinlin.output.command.kind import WordKind

if TYPE_CHECKING:
    from jinlin.complex.rules.visits import SaidNext


def _building(text: str) -> str:
    from jinlin.complex.rules.address import parse_building

    return parse_building(text)


def _entrance(text: str) -> str:
    from jinlin.complex.rules.address import parse_entrance

    return parse_entrance(text)


def _home(text: str) -> str:
    from jinlin.complex.rules.address import parse_address

    parse_address(text)
    return text


def _next(text: str) -> SaidNext:
    from jinlin.complex.rules.visits import SaidNext

    return SaidNext(text)


BUILDING: Final = WordKind("building", N_("BUILDING"), _building)
ENTRANCE: Final = WordKind("entrance", N_("ENTRANCE"), _entrance)
HOME: Final = WordKind("home", N_("HOUSEHOLD"), _home)
"""A home, as it was said: which one of the register is meant, the register tells."""
NEXT: Final = WordKind("day", N_("DATE"), _next)
"""When the next visit is to be."""
