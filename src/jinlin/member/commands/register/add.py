"""`jinlin member add`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import changes
from jinlin.member.commands.register.options import MemberWords
from jinlin.member.commands.secretaries import tell_of_two
from jinlin.member.register import actions
from jinlin.member.rules.party import (
    MemberDetails,
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
            called=N_("PERSON"),
            help=N_("A name; or P12, name@building if known here."),
            asked=AskedFor(N_("Name")),
        ),
    ],
    said: MemberWords,
    namesake: Annotated[
        bool, flag("--namesake", help=N_("Another person than the one of that name known here."))
    ] = False,
) -> None:
    with writing(call) as tx:
        given = changes(tx.clock, **said._replace(phone=None, post=None)._asdict())
        usual = usual_affiliation(said.party_state, reported=said.reported_on is not None)
        details = MemberDetails(**{"affiliation": usual, **given})
        new = actions.NewMember(name, said.phone, said.post, details, namesake)
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
        text = _("{number} was among the people already; somebody else of that name: --namesake")
        call.tell(text.format(number=person.label))
    if said.post:
        tell_of_two(call)
