"""`jinlin building template`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.store.command.command import reading


def template(call: Call) -> None:
    from jinlin.complex.exchange.templates import BUILDING_TEMPLATE, building_blanks
    from jinlin.complex.field.own_fields import fields_of
    from jinlin.output.delivery.export import write_blank

    with reading(call) as reader:
        own = fields_of(reader, "building")
    write_blank(
        call,
        _(BUILDING_TEMPLATE),
        title=_("Buildings"),
        blanks=building_blanks(own),
        lines=[_("When it is filled in: jinlin building import FILE")],
    )
