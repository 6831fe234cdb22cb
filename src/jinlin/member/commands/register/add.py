"""`jinlin member add`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.said import changes
from jinlin.member.commands.register.options import (
    STATE,
    Availability,
    Employer,
    FullOn,
    Group,
    Held,
    Joined,
    NotCounted,
    Note,
    NoVote,
    Phone,
    PostTitle,
    Reported,
    Since,
    Skills,
    StandingWord,
)
from jinlin.member.register import actions
from jinlin.member.rules.party import (
    MemberDetails,
    PartyState,
    usual_affiliation,
)
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import WHO
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def add(
    call: Call,
    name: Annotated[
        str,
        WHO.argument(
            called=_("PERSON"),
            help=_("A name; or P12, name@building if known here."),
            asked=AskedFor(_("Name")),
        ),
    ],
    phone: Phone = None,
    party_state: Annotated[
        PartyState | None,
        STATE.option(
            help=_("full, probationary, activist, applicant."),
            asked=AskedFor(_("Party status"), optional=True),
        ),
    ] = None,
    affiliation: Held = None,
    joined: Joined = None,
    full_on: FullOn = None,
    reported: Reported = None,
    employer: Employer = None,
    group: Group = None,
    post: PostTitle = None,
    skills: Skills = None,
    times: Availability = None,
    standing: StandingWord = None,
    since: Since = None,
    no_vote: NoVote = None,
    not_counted: NotCounted = None,
    note: Note = None,
    namesake: Annotated[
        bool, flag("--namesake", help=_("Not the person of that name known here."))
    ] = False,
) -> None:
    usual = usual_affiliation(party_state, reported=reported is not None)
    with writing(call) as tx:
        given = changes(
            tx.clock, party_state=party_state, affiliation=affiliation or usual, joined_on=joined,
            full_on=full_on, reported_on=reported, employer=employer, group_name=group,
            skills=skills, note=note, availability=times, standing=standing,
            standing_since=since, no_vote_reason=no_vote, not_counted_reason=not_counted,
        )  # fmt: skip
        details = MemberDetails(**given)
        new = actions.NewMember(name, phone, post, details, namesake)
        added = actions.add_member(tx, new)
    person, status = added.person, details.party_state
    done(
        call,
        _("{number} {name} was added: {status}, {affiliation}.").format(
            number=person.label,
            name=person.name,
            status=status.label if status else _("Party status not stated"),
            affiliation=details.affiliation.label,
        ),
        number=person.label,
        data={"number": person.label, "name": person.name, "known_before": added.known_before},
    )
    if added.known_before:
        said = _("{number} was among the people already; somebody else of that name: --namesake")
        call.tell(said.format(number=person.label))
