"""The kinds of meeting, as `types.toml` keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import LANGUAGES, N_, _, speaking, speaking_in
from jinlin.core.naming import the_one
from jinlin.core.word import Word
from jinlin.meeting.rules.frequency import Frequency, PeriodLength
from jinlin.meeting.rules.meetings import usual_title
from jinlin.meeting.rules.owners_matters import Confidence, by_language
from jinlin.meeting.rules.threshold import parse_threshold
from jinlin.meeting.rules.vote_rules import BallotKind, Base, VoteRule


class Expected(Word):
    """Who is on the roll of a meeting."""

    PARTY_MEMBERS = "party_members", N_("Party members of this branch")
    WITH_REPORT_INS = "with_report_ins", N_("Party members of this branch and who reported in")
    COMMITTEE = "committee", N_("the members of the branch committee")
    GROUP = "group", N_("the Party members of the group")
    OWNERS_COMMITTEE = "owners_committee", N_("the members of the owners' committee")
    SUPERVISORY_BOARD = "supervisory_board", N_("the supervisory board")
    OWNERS = "owners", N_("all owners")
    PARTNERS = "partners", N_("the partners")
    FREE = "free", N_("who is invited")


class Voters(Word):
    """Who has a vote in a meeting."""

    FULL_MEMBERS = "full_members", N_("full members of this branch with the right to vote")
    PARTY_ROLL = "party_roll", N_("full members on the roll with the right to vote")
    COMMITTEE = "committee", N_("the members of the branch committee")
    OWNERS_COMMITTEE = "owners_committee", N_("the members of the owners' committee")
    SUPERVISORY_BOARD = "supervisory_board", N_("the members of the supervisory board")
    ROLL = "roll", N_("everybody on the roll")
    OWNERS = "owners", N_("owners, by heads and area")


ISSUES: Final = "issues"
"""What an agenda is drawn from: issues, of a private one its category and number alone."""
PUBLIC_ISSUES: Final = "public_issues"
"""What an agenda is drawn from: issues of which nothing is kept back."""
NEEDS: Final = "needs"
"""What an agenda is drawn from: what is needed of the partners, and what they promised."""
DELIBERATING: Final = ("general_meeting", "committee_meeting")
"""The kinds in which a branch deliberates; without a committee it is the members'."""


class MeetingType(NamedTuple):
    """One kind of meeting.

    Attributes:
        code: the stored word.
        names: its name by language, `zh` and `en`.
        spoken: what people also call it.
        frequencies: how often it is held, by language.
        chairs: who takes the chair, by language.
        basis: where that stands, as the source calls itself; 报道 is a press report.
        due: how often, for the calendar; None when it is held as needed.
        expected: who is on its roll.
        voters: who has a vote.
        rules: how votes are counted, by kind; empty when it takes none.
        party: its votes are the Party's, and off in an overlay branch.
        notice_days: so many days ahead everybody is told of what will be voted on.
        branch_first: before it the branch deliberates what owners decide together.
        proxies: somebody absent may vote through somebody present.
        confidence: how far to rely on all this.
        circle: whose meeting it is; what it resolves comes back to meetings of the circle.
        draws: what its agenda is drawn from: `ISSUES`, `PUBLIC_ISSUES` or `NEEDS`, and circles.
        service: it is a day on which residents are served, and no meeting in the words of papers.
    """

    code: str
    names: Mapping[str, str]
    spoken: tuple[str, ...]
    frequencies: Mapping[str, str]
    chairs: Mapping[str, str]
    basis: str
    due: Frequency | None
    expected: Expected
    voters: Voters
    rules: Mapping[BallotKind, VoteRule]
    party: bool
    notice_days: int
    branch_first: bool
    proxies: bool
    confidence: Confidence
    circle: str
    draws: frozenset[str]
    service: bool

    @property
    def name(self) -> str:
        """Its name in the user's language."""
        return self.names[speaking()]

    @property
    def frequency(self) -> str:
        """How often it is held, in the user's language; empty when nothing says so."""
        return self.frequencies.get(speaking(), "")

    @property
    def chair(self) -> str:
        """Who takes the chair, in the user's language; empty when nothing says so."""
        return self.chairs.get(speaking(), "")


@cache
def meeting_types() -> Mapping[str, MeetingType]:
    """Return the kinds of meeting by their stored words, in the order people list them."""
    return {data["code"]: _type(data) for data in shipped("meeting/types.toml")["type"]}


def _type(data: Mapping[str, Any]) -> MeetingType:
    circle = data.get("circle", "party" if data.get("party") else "complex")
    return MeetingType(
        code=data["code"],
        names=by_language(data, "name"),
        spoken=tuple(data["spoken"]),
        frequencies=by_language(data, "frequency"),
        chairs=by_language(data, "chair"),
        basis=data.get("basis", ""),
        due=_due(data["due"]) if "due" in data else None,
        expected=Expected(data["expected"]),
        voters=Voters(data["voters"]),
        rules={kind: _rule(data[kind]) for kind in BallotKind if kind in data},
        party=bool(data.get("party")),
        notice_days=data.get("notice_days", 0),
        branch_first=bool(data.get("branch_first")),
        proxies=bool(data.get("proxies")),
        confidence=Confidence(data.get("confidence", "own")),
        circle=circle,
        draws=frozenset(data.get("draws", (PUBLIC_ISSUES, circle))),
        service=bool(data.get("service")),
    )


def _due(data: Mapping[str, Any]) -> Frequency:
    return Frequency(
        data["times"],
        PeriodLength(data["period"]),
        weekday=data.get("weekday"),
        day=data.get("day"),
    )


def _rule(data: Mapping[str, Any]) -> VoteRule:
    return VoteRule(
        quorum=parse_threshold(data["quorum"]) if "quorum" in data else None,
        passing=parse_threshold(data["passing"]),
        base=Base(data["base"]),
        source=data["source"],
        confidence=Confidence(data["confidence"]),
        written=bool(data.get("written")),
        recused_out=data.get("recused") == "out",
    )


def type_name(code: str) -> str:
    """Return the name of a kind of meeting; a code of a later version stands for itself."""
    known = meeting_types().get(code)
    return known.name if known else code


def service_types() -> Mapping[str, MeetingType]:
    """Return the kinds of days on which residents are served, by their stored words."""
    return {code: known for code, known in meeting_types().items() if known.service}


def is_usual_title(title: str, code: str, day: date) -> bool:
    """Return whether a meeting was given no title of its own, in whichever language that was."""
    for language in LANGUAGES:
        with speaking_in(language):
            if title == usual_title(type_name(code), day):
                return True
    return False


def parse_type(text: str) -> MeetingType:
    """Read a kind of meeting: `支委会`, `党员大会`, `committee meeting`, `committee-meeting`.

    Raises:
        NotFoundError: there is none of that name; all are listed.
    """
    return _the_type(text, meeting_types())


def parse_service_type(text: str) -> MeetingType:
    """Read a kind of service day: `爱心日`, `义务劳动`.

    Raises:
        NotFoundError: there is none of that name; all are listed.
    """
    try:
        return _the_type(text, service_types())
    except NotFoundError as error:
        [usual, *_others] = service_types().values()
        behind = _(
            "What is offered stands behind it: jinlin service add {kind} {service} --date DAY"
        )
        error.hint = f"{error.hint} {behind.format(kind=usual.name, service=text)}"
        raise


def _the_type(text: str, known: Mapping[str, MeetingType]) -> MeetingType:
    every = list(known.values())

    def none() -> NotFoundError:
        return NotFoundError(
            _("There is no kind of meeting “{text}”.").format(text=text),
            hint=_("Choose from: {choices}.").format(
                choices=_(", ").join(one.name for one in every)
            ),
        )

    return the_one(
        text, every, lambda one: (one.name, one.code, *one.names.values(), *one.spoken), none=none
    )
