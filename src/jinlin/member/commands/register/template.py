"""`jinlin member template`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.store.command.command import reading


def template(call: Call) -> None:
    from jinlin.complex.field.own_fields import fields_of
    from jinlin.member.exchange.exporting import MEMBER_TEMPLATE, member_blanks
    from jinlin.output.delivery.export import write_blank

    with reading(call) as reader:
        own = fields_of(reader, "member")
    write_blank(
        call,
        _(MEMBER_TEMPLATE),
        title=_("Members"),
        blanks=member_blanks(own),
        lines=[_("When it is filled in: jinlin member import FILE")],
    )
