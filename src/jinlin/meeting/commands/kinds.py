"""The kinds of words that commands about meetings take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Final, NamedTuple, TypeAlias

from jinlin.complex.rules.address import parse_building, parse_entrance
from jinlin.core.i18n import N_
from jinlin.core.text import clean
from jinlin.meeting.rules.kinds import parse_type
from jinlin.meeting.rules.meetings import SaidTime, parse_number
from jinlin.meeting.rules.owners_matters import parse_matter, parse_scope
from jinlin.meeting.rules.resolutions import parse_percent, parse_resolution
from jinlin.meeting.rules.threshold import parse_threshold
from jinlin.output.command.kind import Several, WordKind
from jinlin.output.command.kinds import WHO

_BETWEEN_NAMES: Final = re.compile(r"(?<=[一-鿿]{2})[ \u3000]+(?=[一-鿿]{2})")

MEETING: Final = WordKind("meeting", "M12", parse_number)
RESOLUTION: Final = WordKind("resolution", "M12-1", parse_resolution)
OWNERS_MATTER: Final = WordKind("owners' matter", N_("MATTER"), parse_matter)
"""What owners decide together."""
OWNERS_SCOPE: Final = WordKind("scope", N_("SCOPE"), parse_scope)
"""Whose owners decide."""
VOTE: Final = WordKind("vote", "V1", clean)
"""A vote of a meeting, which alone knows how its own are called."""
TYPE: Final = WordKind("meeting type", N_("TYPE"), parse_type)
TIME: Final = WordKind("time", N_("TIME"), SaidTime)
"""A moment of a meeting."""
SHARE: Final = WordKind("share", N_("SHARE"), parse_threshold)
PERCENT: Final = WordKind("percent", "40", parse_percent)


class NamesKind(Several[str]):
    """The kind of several people, between marks or blanks: `林秀英 郑国梁、何丽娟`."""

    def take(self, text: str, what: str) -> Sequence[str]:
        """Read names; the blank that aligns a name of two characters stands between single ones."""
        return super().take(_BETWEEN_NAMES.sub("、", text), what)


NAMES: Final = NamesKind(WHO, N_("NAMES"), "")

MeetingNumber: TypeAlias = Annotated[int, MEETING.argument(help=N_("The number of the meeting."))]
At: TypeAlias = Annotated[
    SaidTime | None, TIME.option("--time", help=N_("When, such as 19:30; else now."))
]


class Deciding(NamedTuple):
    """Whose owners decide: without a building, all of the complex."""

    building: Annotated[
        str | None,
        WordKind("building", N_("BUILDING"), parse_building).option(
            help=N_("Only its owners decide.")
        ),
    ] = None
    entrance: Annotated[
        str | None,
        WordKind("entrance", N_("ENTRANCE"), parse_entrance).option(
            help=N_("Only its owners decide.")
        ),
    ] = None
