"""`jinlin member edit`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.field.own_fields import fill_in, names_set
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
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
from jinlin.member.register.queries import find_member
from jinlin.output.command import field_options
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def edit(
    call: Call,
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
        changes = read_words(words, tx.clock)
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
