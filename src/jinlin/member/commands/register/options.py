"""The options of `jinlin member add` and `edit`."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from jinlin.core.i18n import N_, _
from jinlin.member.commands.kinds import NO_PARTY_DAY, PARTY_DAY, SaidPartyDay
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState
from jinlin.member.rules.posts import parse_post
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import NAME, PHONE, TEXT, choice

STATE: Final = choice(PartyState, called=N_("STATUS"))
HELD: Final = choice(Affiliation, called=N_("WHERE"))
STANDING: Final = choice(MemberStanding, called=N_("STATUS"))
POST: Final = WordKind("title", N_("TITLE"), parse_post)

Phone: TypeAlias = Annotated[str | None, PHONE.option(help=_("Mobile or landline."), cleared="")]
State: TypeAlias = Annotated[
    str | None,
    STATE.option("--party-state", help=_("full, probationary, activist, applicant."), cleared=""),
]
Held: TypeAlias = Annotated[
    Affiliation | None, HELD.option("--affiliation", help=_("here, report-in or none."))
]
Joined: TypeAlias = Annotated[
    SaidPartyDay | None,
    PARTY_DAY.option("--joined", help=_("Joined the Party on."), cleared=NO_PARTY_DAY),
]
FullOn: TypeAlias = Annotated[
    SaidPartyDay | None,
    PARTY_DAY.option("--full-on", help=_("Full member since."), cleared=NO_PARTY_DAY),
]
Reported: TypeAlias = Annotated[
    SaidPartyDay | None,
    PARTY_DAY.option("--reported", help=_("Reported in on."), cleared=NO_PARTY_DAY),
]
Employer: TypeAlias = Annotated[str | None, NAME.option(help=_("Where she works."), cleared="")]
Group: TypeAlias = Annotated[
    str | None, NAME.option(help=_("The building's Party group."), cleared="")
]
PostTitle: TypeAlias = Annotated[
    str | None,
    POST.option(
        "--post", help=_("secretary, deputy secretary, group leader and so on."), cleared=""
    ),
]
Skills: TypeAlias = Annotated[
    str | None, TEXT.option(help=_("What she can do for others."), cleared="")
]
Availability: TypeAlias = Annotated[
    str | None, TEXT.option("--times", help=_("When she has time, such as 周末."), cleared="")
]
StandingWord: TypeAlias = Annotated[
    MemberStanding | None, STANDING.option("--standing", help=_("active, migrant, lost-contact."))
]
Since: TypeAlias = Annotated[
    SaidPartyDay | None,
    PARTY_DAY.option("--since", help=_("Since when she is away or lost."), cleared=NO_PARTY_DAY),
]
NoVote: TypeAlias = Annotated[
    str | None,
    TEXT.option("--no-vote", help=_("Why she may not vote, such as 留党察看."), cleared=""),
]
NotCounted: TypeAlias = Annotated[
    str | None,
    TEXT.option("--not-counted", help=_("Why not among those who should attend."), cleared=""),
]
Note: TypeAlias = Annotated[str | None, TEXT.option(help=_("A remark."), cleared="")]
