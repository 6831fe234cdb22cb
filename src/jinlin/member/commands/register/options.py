"""The options of `jinlin member add` and `edit`, and how their words are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeAlias

import typer

from jinlin.core.clock import Clock
from jinlin.core.i18n import _
from jinlin.core.people.phone import parse_phone
from jinlin.core.text import clean
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState
from jinlin.member.rules.party_days import parse_party_day
from jinlin.member.rules.posts import parse_post
from jinlin.person.rules import parse_typed_name

Phone: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("PHONE"), help=_("Mobile or landline."))
]


State: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--party-state", metavar=_("STATUS"), help=_("full, probationary, activist, applicant.")
    ),
]


Held: TypeAlias = Annotated[
    str | None,
    typer.Option("--affiliation", metavar=_("WHERE"), help=_("here, report-in or none.")),
]


Joined: TypeAlias = Annotated[
    str | None, typer.Option("--joined", metavar=_("DATE"), help=_("Joined the Party on."))
]


FullOn: TypeAlias = Annotated[
    str | None, typer.Option("--full-on", metavar=_("DATE"), help=_("Full member since."))
]


Reported: TypeAlias = Annotated[
    str | None, typer.Option("--reported", metavar=_("DATE"), help=_("Reported in on."))
]


Employer: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("NAME"), help=_("Where she works."))
]


Group: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("NAME"), help=_("The building's Party group."))
]


PostTitle: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--post", metavar=_("TITLE"), help=_("secretary, deputy secretary, group leader and so on.")
    ),
]


Skills: TypeAlias = Annotated[
    str | None, typer.Option(metavar=_("TEXT"), help=_("What she can do for others."))
]


Availability: TypeAlias = Annotated[
    str | None,
    typer.Option("--times", metavar=_("TEXT"), help=_("When she has time, such as 周末.")),
]


StandingWord: TypeAlias = Annotated[
    str | None,
    typer.Option("--standing", metavar=_("STATUS"), help=_("active, migrant, lost-contact.")),
]


Since: TypeAlias = Annotated[
    str | None,
    typer.Option("--since", metavar=_("DATE"), help=_("Since when she is away or lost.")),
]


NoVote: TypeAlias = Annotated[
    str | None,
    typer.Option("--no-vote", metavar=_("TEXT"), help=_("Why she may not vote, such as 留党察看.")),
]


NotCounted: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--not-counted", metavar=_("TEXT"), help=_("Why not among those who should attend.")
    ),
]


Note: TypeAlias = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("A remark."))]


_READERS: Mapping[str, Callable[[str, Clock], str]] = {
    "name": lambda text, _clock: parse_typed_name(text),
    "phone": lambda text, _clock: parse_phone(text),
    "party_state": lambda text, _clock: PartyState.read(text),
    "affiliation": lambda text, _clock: Affiliation.read(text),
    "joined_on": parse_party_day,
    "full_on": parse_party_day,
    "reported_on": parse_party_day,
    "standing": lambda text, _clock: MemberStanding.read(text),
    "standing_since": parse_party_day,
    "post": lambda text, _clock: parse_post(text),
}


_NEVER_EMPTY = frozenset({"name", "affiliation", "standing"})


def read_words(words: Mapping[str, str | None], clock: Clock) -> dict[str, Any]:
    """Return the values that were given; an empty one clears its field, where that is possible."""
    values: dict[str, Any] = {}
    for field, text in words.items():
        if text is None:
            continue
        if not text.strip() and field not in _NEVER_EMPTY:
            values[field] = None
        else:
            values[field] = _READERS[field](text, clock) if field in _READERS else clean(text)
    return values
