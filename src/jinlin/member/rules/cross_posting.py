"""Who sits where across the bodies of a complex (双向进入、交叉任职): counts and what to look at.

Nothing here forbids anything: practice weighs each combination, and so do the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from jinlin.core.i18n import N_
from jinlin.core.text import compact
from jinlin.core.word import Word
from jinlin.member.rules.posts import ELSEWHERE, Body

_WORKS_NOWHERE: Final = re.compile(
    r"(?:退休|离休|退养)(?:人员|干部|职工|工人|教师)?[)）]?|[(（]?(?:无|无业|待业|无单位|没有|[-—/]+)[)）]?"
)
"""What people write for an employer where there is none, at the end or alone."""


def is_employed(employer: str | None) -> bool:
    """Return whether what was written as somebody's employer names one."""
    said = compact(employer or "")
    return (
        bool(said) and _WORKS_NOWHERE.fullmatch(re.sub(r"^.*(?=[退离]休|退养)", "", said)) is None
    )


class Seat(NamedTuple):
    """Somebody in a body.

    Attributes:
        person_id: who.
        body: where.
        in_party: she is a full or probationary member of the Party.
        employed: an employer of hers is known.
    """

    person_id: int
    body: Body
    in_party: bool = False
    employed: bool = False


class Share(NamedTuple):
    """So many of so many."""

    part: int
    whole: int

    @property
    def rate(self) -> Fraction | None:
        """The share as a fraction; None of nobody."""
        return Fraction(self.part, self.whole) if self.whole else None


class BodyCount(NamedTuple):
    """How many people sit in a body, and how many of them are Party members."""

    body: Body
    people: int
    in_party: int


class Tone(Word):
    """How loudly a combination is told."""

    STRONG = "strong", N_("strong warning")
    WARNING = "warning", N_("warning")
    NOTE = "note", N_("a note")


class Conflict(Word):
    """A combination of posts that somebody should look at."""

    COMMITTEE_AND_BOARD = (
        "committee_and_board",
        N_(
            "In the owners' committee and in the board that supervises it: she would watch herself."
        ),
    )
    COMMITTEE_AND_COMPANY = (
        "committee_and_company",
        N_(
            "In the owners' committee and with who manages the complex: forbidden in some places"
            " (Shanghai), praised in Ningde's Party-led model. Ask the street."
        ),
    )
    BOARD_AND_COMPANY = (
        "board_and_company",
        N_(
            "In the supervisory board and with who manages the complex:"
            " she would watch those she works with."
        ),
    )
    COMMITTEE_AND_RESIDENTS_COMMITTEE = (
        "committee_and_residents_committee",
        N_(
            "In the owners' committee and in the community's committees: allowed where the local"
            " rule says so (Henan)."
        ),
    )
    COMMITTEE_AND_EMPLOYER = (
        "committee_and_employer",
        N_(
            "In the owners' committee and employed elsewhere: if she is a public official, no pay"
            " against the rules, and her own unit agrees first."
        ),
    )


TONES: Final[Mapping[Conflict, Tone]] = {
    Conflict.COMMITTEE_AND_BOARD: Tone.STRONG,
    Conflict.COMMITTEE_AND_COMPANY: Tone.WARNING,
    Conflict.BOARD_AND_COMPANY: Tone.WARNING,
    Conflict.COMMITTEE_AND_RESIDENTS_COMMITTEE: Tone.NOTE,
    Conflict.COMMITTEE_AND_EMPLOYER: Tone.NOTE,
}

MANAGES: Final = frozenset({Body.PROPERTY_COMPANY, Body.SERVICE_CENTRE, Body.SERVICE_STATION})
"""Bodies that serve the complex, whoever it is that manages it."""

_PAIRS: Final[Mapping[Conflict, tuple[Body, frozenset[Body]]]] = {
    Conflict.COMMITTEE_AND_BOARD: (
        Body.OWNERS_COMMITTEE, frozenset({Body.SUPERVISORY_BOARD})),
    Conflict.COMMITTEE_AND_COMPANY: (
        Body.OWNERS_COMMITTEE, MANAGES),
    Conflict.BOARD_AND_COMPANY: (
        Body.SUPERVISORY_BOARD, MANAGES),
    Conflict.COMMITTEE_AND_RESIDENTS_COMMITTEE: (
        Body.OWNERS_COMMITTEE, frozenset({Body.RESIDENTS_COMMITTEE, Body.COMMUNITY_PARTY})),
}  # fmt: skip


class Picture(NamedTuple):
    """The cross-posting picture.

    Attributes:
        bodies: how many sit in each body, in the order of `Body`.
        crossed: of the branch's committee, those who hold a post in another body.
        party_in_committee: of the owners' committee, those who are Party members.
    """

    bodies: tuple[BodyCount, ...]
    crossed: Share
    party_in_committee: Share


def picture(seats: Iterable[Seat]) -> Picture:
    """Count who sits where; somebody with two posts in one body counts once in it."""
    people: dict[Body, set[int]] = {}
    party: dict[Body, set[int]] = {}
    for seat in seats:
        people.setdefault(seat.body, set()).add(seat.person_id)
        if seat.in_party:
            party.setdefault(seat.body, set()).add(seat.person_id)
    own = people.get(Body.BRANCH, set())
    elsewhere = set[int]().union(*(people.get(body, set()) for body in ELSEWHERE))
    committee = people.get(Body.OWNERS_COMMITTEE, set())
    return Picture(
        bodies=tuple(
            BodyCount(body, len(people[body]), len(party.get(body, ())))
            for body in Body
            if body in people
        ),
        crossed=Share(len(own & elsewhere), len(own)),
        party_in_committee=Share(len(party.get(Body.OWNERS_COMMITTEE, ())), len(committee)),
    )


def conflicts(seats: Sequence[Seat]) -> list[tuple[int, Conflict]]:
    """Return who holds posts to be looked at, the gravest first: person and combination."""
    bodies: dict[int, set[Body]] = {}
    employed = {seat.person_id for seat in seats if seat.employed}
    for seat in seats:
        bodies.setdefault(seat.person_id, set()).add(seat.body)
    found = [
        (person, conflict)
        for conflict, (one, others) in _PAIRS.items()
        for person, where in bodies.items()
        if one in where and where & others
    ]
    found += [
        (person, Conflict.COMMITTEE_AND_EMPLOYER)
        for person, where in bodies.items()
        if Body.OWNERS_COMMITTEE in where and not where & MANAGES and person in employed
    ]
    loudness = list(Tone)
    return sorted(found, key=lambda pair: loudness.index(TONES[pair[1]]))
