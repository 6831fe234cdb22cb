"""The kinds of words that commands about the branch and its members take."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final, TypeAlias

from jinlin.core.i18n import N_
from jinlin.core.people.parties import Party, party_in
from jinlin.core.said import Said
from jinlin.core.text import clean
from jinlin.member.rules.branch import parse_organisation, parse_term_years
from jinlin.member.rules.party_days import parse_party_day, parse_term_day
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import WHO

Who: TypeAlias = Annotated[
    str, WHO.argument(help=N_("A name, name@building, P12 or a phone's end."))
]


def _is_unit(text: str) -> bool:
    return party_in(text) is Party.ORGANISATION


EMPLOYER: Final = WordKind("employer", N_("NAME"), clean, knows=_is_unit)
"""Where somebody works."""
TERM: Final = WordKind("years", N_("YEARS"), parse_term_years)
ORGANISATION: Final = WordKind("organisation", N_("CODE"), parse_organisation)
TEAM: Final = WordKind("team", N_("TEAM"), clean)


class SaidPartyDay(Said[str]):
    """A day or a month that is past, read as it is kept."""


def _party_day(text: str) -> SaidPartyDay:
    return SaidPartyDay(text, parse_party_day)


PARTY_DAY: Final = WordKind("day", N_("DATE"), _party_day)
NO_PARTY_DAY: Final = _party_day("")
"""What is said of such a day that is to be cleared."""
PARTY_TODAY: Final = _party_day("today")


def _first_day(text: str) -> SaidPartyDay:
    return SaidPartyDay(text, partial(parse_term_day, last=False))


def _last_day(text: str) -> SaidPartyDay:
    return SaidPartyDay(text, partial(parse_term_day, last=True))


FIRST_DAY: Final = WordKind("day", N_("DATE"), _first_day)
"""The first day of a term, or its month."""
LAST_DAY: Final = WordKind("day", N_("DATE"), _last_day)
"""The last day of a term; of a month alone its last."""
