"""`jinlin member add`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.member.commands.register.options import (
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
    State,
    read_words,
)
from jinlin.member.register import actions
from jinlin.member.rules.party import (
    MemberDetails,
    PartyState,
    usual_affiliation,
)
from jinlin.output.asking import Question, answers
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def add(
    call: Call,
    name: Annotated[
        str | None,
        typer.Argument(metavar=_("PERSON"), help=_("A name; or P12, name@building if known here.")),
    ] = None,
    phone: Phone = None,
    party_state: State = None,
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
        bool, typer.Option("--namesake", help=_("Not the person of that name known here."))
    ] = False,
) -> None:
    who, state = _asked(call, name, party_state)
    words = {
        "phone": phone, "party_state": state, "affiliation": affiliation, "joined_on": joined,
        "full_on": full_on, "reported_on": reported, "employer": employer, "group_name": group,
        "post": post, "skills": skills, "note": note, "availability": times, "standing": standing,
        "standing_since": since, "no_vote_reason": no_vote, "not_counted_reason": not_counted,
    }  # fmt: skip
    with writing(call) as tx:
        given = {field: value for field, value in read_words(words, tx.clock).items() if value}
        number, title = given.pop("phone", None), given.pop("post", None)
        usual = usual_affiliation(given.get("party_state"), reported="reported_on" in given)
        details = MemberDetails(**{"affiliation": usual, **given})
        new = actions.NewMember(who, number, title, details, namesake)
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


def _asked(call: Call, name: str | None, party_state: str | None) -> tuple[str, str]:
    """Return name and Party status, asked for on a terminal where the name is missing."""
    [who, state] = answers(
        call,
        [
            Question(option=_("PERSON"), text=_("Name"), given=name),
            Question(
                option="--party-state",
                text=_("Party status"),
                given=party_state,
                choices=list(PartyState.labels().values()),
                optional=True,
                check=PartyState.read,
            ),
        ],
    )
    return who, state
