"""The kinds of words that commands about the branch and its members take."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.said import Said
from jinlin.member.rules.party_days import parse_party_day
from jinlin.output.command.kind import WordKind


class SaidPartyDay(Said[str]):
    """A day or a month that is past, read as it is kept."""


def _party_day(text: str) -> SaidPartyDay:
    return SaidPartyDay(text, parse_party_day)


PARTY_DAY: Final = WordKind("day", N_("DATE"), _party_day)
NO_PARTY_DAY: Final = _party_day("")
"""What is said of such a day that is to be cleared."""
