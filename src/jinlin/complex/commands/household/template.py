"""`jinlin household template`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.store.command.command import reading


def template(call: Call) -> None:
    from jinlin.complex.exchange.templates import HOUSEHOLD_TEMPLATE, household_blanks
    from jinlin.complex.field.own_fields import fields_of
    from jinlin.output.delivery.export import write_blank

    with reading(call) as reader:
        own = fields_of(reader, "household")
    write_blank(
        call,
        _(HOUSEHOLD_TEMPLATE),
        title=_("Households of the complex"),
        blanks=household_blanks(own),
        lines=[
            _("Several owners of a home get a row each, with the same building and room."),
            _("When it is filled in: jinlin household import FILE"),
        ],
    )
