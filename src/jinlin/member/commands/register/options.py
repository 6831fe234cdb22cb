"""The options of `jinlin member add` and `edit`."""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple

from jinlin.core.i18n import N_
from jinlin.member.kinds import EMPLOYER, NO_PARTY_DAY, PARTY_DAY, SaidPartyDay
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState
from jinlin.member.rules.posts import parse_post
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import NAME, PHONE, TEXT, choice

STATE: Final = choice(PartyState, called=N_("STATUS"))
POST: Final = WordKind("title", N_("TITLE"), parse_post)


class MemberWords(NamedTuple):
    """What is said of a member, by the fields that keep it."""

    phone: Annotated[str | None, PHONE.option(help=N_("Mobile or landline."), cleared="")] = None
    party_state: Annotated[
        PartyState | None,
        STATE.option(
            help=N_("full, probationary, activist, applicant."),
            asked=AskedFor(N_("Party status"), optional=True),
            cleared="",
        ),
    ] = None
    affiliation: Annotated[
        Affiliation | None,
        choice(Affiliation, called=N_("WHERE")).option(help=N_("here, report-in or none.")),
    ] = None
    joined_on: Annotated[
        SaidPartyDay | None,
        PARTY_DAY.option("--joined", help=N_("Joined the Party on."), cleared=NO_PARTY_DAY),
    ] = None
    full_on: Annotated[
        SaidPartyDay | None,
        PARTY_DAY.option(help=N_("Full member since."), cleared=NO_PARTY_DAY),
    ] = None
    reported_on: Annotated[
        SaidPartyDay | None,
        PARTY_DAY.option("--reported", help=N_("Reported in on."), cleared=NO_PARTY_DAY),
    ] = None
    employer: Annotated[str | None, EMPLOYER.option(help=N_("Where she works."), cleared="")] = None
    group_name: Annotated[
        str | None, NAME.option("--group", help=N_("The building's Party group."), cleared="")
    ] = None
    post: Annotated[
        str | None,
        POST.option(help=N_("secretary, deputy secretary, group leader and so on."), cleared=""),
    ] = None
    skills: Annotated[
        str | None, TEXT.option("--skill", help=N_("What she can do for others."), cleared="")
    ] = None
    availability: Annotated[
        str | None, TEXT.option("--times", help=N_("When she has time, such as 周末."), cleared="")
    ] = None
    standing: Annotated[
        MemberStanding | None,
        choice(MemberStanding, called=N_("STATUS")).option(
            help=N_("active, migrant, lost-contact.")
        ),
    ] = None
    standing_since: Annotated[
        SaidPartyDay | None,
        PARTY_DAY.option(
            "--since", help=N_("Since when she is away or lost."), cleared=NO_PARTY_DAY
        ),
    ] = None
    no_vote_reason: Annotated[
        str | None,
        TEXT.option("--no-vote", help=N_("Why she may not vote, such as 留党察看."), cleared=""),
    ] = None
    not_counted_reason: Annotated[
        str | None,
        TEXT.option("--not-counted", help=N_("Why not among those who should attend."), cleared=""),
    ] = None
    note: Annotated[str | None, TEXT.option(help=N_("A remark."), cleared="")] = None
