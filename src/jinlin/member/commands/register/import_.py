"""`jinlin member import`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.output.command import import_options
from jinlin.output.command.kinds import FILE
from jinlin.store.command.command import reading


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=_("The roster."))],
    source: import_options.Source = None,
    basis: import_options.Basis = None,
    map_: import_options.Map = None,
    sheet: import_options.Sheet = None,
    with_id: import_options.WithId = None,
    strict: import_options.Strict = False,
) -> None:
    from jinlin.complex.field.own_fields import fields_of
    from jinlin.member.exchange.importing import import_members
    from jinlin.member.exchange.roster import NEEDED, WANTED
    from jinlin.output.importing.take import Terms, import_file

    purpose = import_options.purpose_of(with_id)
    with reading(call) as reader:
        own = fields_of(reader, "member")
    wanted = (*WANTED, *(["id_number"] if purpose else []), *(field.name for field in own))
    terms = Terms("member", source, basis, purpose, strict=strict, mapping=map_, sheet=sheet)
    work = partial(import_members, own=own, purpose=purpose)
    import_file(call, file, wanted, work, terms, needed=NEEDED)
