"""`jinlin member add` and `edit`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeAlias

import typer

from jinlin.complex.field.fields import fill_in, names_set
from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.people.phone import parse_phone
from jinlin.core.text import clean
from jinlin.member.register import actions
from jinlin.member.register.queries import find_member
from jinlin.member.rules.party import (
    Affiliation,
    MemberDetails,
    MemberStanding,
    PartyState,
    usual_affiliation,
)
from jinlin.member.rules.party_days import parse_party_day
from jinlin.member.rules.posts import parse_post
from jinlin.output.asking import Question, answers
from jinlin.output.command import field_options
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.person.rules import parse_typed_name
from jinlin.store.command.command import writing

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


def add(
    ctx: typer.Context,
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
    call = called(ctx)
    who, state = _asked(call, name, party_state)
    words = {
        "phone": phone, "party_state": state, "affiliation": affiliation, "joined_on": joined,
        "full_on": full_on, "reported_on": reported, "employer": employer, "group_name": group,
        "post": post, "skills": skills, "note": note, "availability": times, "standing": standing,
        "standing_since": since, "no_vote_reason": no_vote, "not_counted_reason": not_counted,
    }  # fmt: skip
    with writing(call) as tx:
        said = {field: value for field, value in _read(words, tx.clock).items() if value}
        number, title = said.pop("phone", None), said.pop("post", None)
        said.setdefault(
            "affiliation",
            usual_affiliation(said.get("party_state"), reported="reported_on" in said),
        )
        details = MemberDetails()._replace(**said)
        new = actions.NewMember(
            who=who, phone=number, post=title, details=details, namesake=namesake
        )
        added = actions.add_member(tx, new)
    person = added.person
    done(
        call,
        _("{number} {name} was added: {status}, {affiliation}.").format(
            number=person.label,
            name=person.name,
            status=details.party_state.label
            if details.party_state
            else _("Party status not stated"),
            affiliation=details.affiliation.label,
        ),
        number=person.label,
        data={"number": person.label, "name": person.name, "known_before": added.known_before},
    )
    if added.known_before:
        call.tell(
            _(
                "{number} was among the people already; somebody else of that name: --namesake"
            ).format(number=person.label),
        )


def edit(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12 or a phone's end.")),
    ],
    name: Annotated[
        str | None, typer.Option(metavar=_("PERSON"), help=_("The right name."))
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
    set_: field_options.SetFields = None,
) -> None:
    call = called(ctx)
    words = {
        "name": name, "phone": phone, "party_state": party_state, "affiliation": affiliation,
        "joined_on": joined, "full_on": full_on, "reported_on": reported, "employer": employer,
        "group_name": group, "post": post, "skills": skills, "note": note, "availability": times,
        "standing": standing, "standing_since": since, "no_vote_reason": no_vote,
        "not_counted_reason": not_counted,
    }  # fmt: skip
    if not set_ and all(word is None for word in words.values()):
        raise UsageError(
            _("Nothing to change was named."),
            hint=_('For example: --phone 13805911234, or --note "" to clear the remark.'),
        )
    with writing(call) as tx:
        changes = _read(words, tx.clock)
        member = find_member(tx, who)
        number = member.person.label
        if not fill_in(tx, "member", member.id, set_ or (), record=number) or changes:
            member = actions.edit_member(tx, who, changes)
    person = member.person
    done(
        call,
        _("{number} {name} was changed.").format(
            number=person.label, name=changes.get("name") or person.name
        ),
        number=person.label,
        data={"number": person.label, "changed": [*sorted(changes), *names_set(set_)]},
    )


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


def _read(words: Mapping[str, str | None], clock: Clock) -> dict[str, Any]:
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
