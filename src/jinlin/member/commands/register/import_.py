"""`jinlin member import`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.output.command.import_options import ImportWords, WithId
from jinlin.output.command.kinds import FILE
from jinlin.store.command.command import reading


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=N_("The roster."))],
    words: ImportWords,
    with_id: WithId = None,
) -> None:
    from jinlin.complex.field.own_fields import fields_of
    from jinlin.member.commands.secretaries import tell_of_two
    from jinlin.member.exchange.importing import import_members
    from jinlin.member.exchange.roster import NEEDED, WANTED
    from jinlin.output.importing.take import Terms, import_file

    with reading(call) as reader:
        own = fields_of(reader, "member")
    wanted = (*WANTED, *(["id_number"] if with_id else []), *(field.name for field in own))
    terms = Terms("member", *words, with_id)
    work = partial(import_members, own=own, purpose=with_id)
    import_file(call, file, wanted, work, terms, needed=NEEDED)
    tell_of_two(call)
