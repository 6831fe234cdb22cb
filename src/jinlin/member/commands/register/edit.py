"""`jinlin member edit`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.field.own_fields import fill_in, names_set
from jinlin.complex.kinds import PERSON
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import changes
from jinlin.member.commands.register.options import MemberWords
from jinlin.member.commands.secretaries import tell_of_two
from jinlin.member.kinds import Who
from jinlin.member.register import actions
from jinlin.member.register.queries import find_member
from jinlin.output.command import field_options
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def edit(
    call: Call,
    who: Who,
    *,
    name: Annotated[
        str | None, PERSON.option("--name", "--姓名", help=N_("The right name."))
    ] = None,
    said: MemberWords,
    set_: field_options.SetFields = None,
) -> None:
    with writing(call) as tx:
        changed = changes(tx.clock, name=name, **said._asdict())
        member = find_member(tx, who)
        number = member.person.label
        if not fill_in(tx, "member", member.id, set_ or (), record=number) or changed:
            member = actions.edit_member(tx, who, changed)
    person = member.person
    done(
        call,
        _("{number} {name} was changed.").format(number=person.label, name=name or person.name),
        number=person.label,
        data={"number": person.label, "changed": [*sorted(changed), *names_set(set_)]},
    )
    if said.post:
        tell_of_two(call)
