"""`jinlin partner list`: the partners, and three lists: needed, ready, under way."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.output.register.pages import listing_of
from jinlin.partner.pages import supports_listing
from jinlin.partner.record.partners import PARTNERS
from jinlin.partner.record.supports import supports
from jinlin.partner.record.totals import totals
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def list_(
    call: Call,
    needs: Annotated[
        bool, flag("--needs", help=N_("What is needed: passed up, or unpaid."))
    ] = False,
    resources: Annotated[
        bool, flag("--resources", help=N_("What stands ready, for nothing yet."))
    ] = False,
    projects: Annotated[bool, flag("--projects", help=N_("What is for something."))] = False,
) -> None:
    if needs + resources + projects > 1:
        raise UsageError(_("One list at a time."), hint=_("Leave all but one away."))
    limit = rows_wanted(call)
    with reading(call) as reader:
        if needs:
            from jinlin.partner.needs_list import needs_listing

            what = needs_listing(reader, limit)
        elif resources or projects:
            what = supports_listing(
                _("What stands ready") if resources else _("What is under way"),
                supports(reader, unused=resources, with_aim=projects, limit=limit),
                empty=_("Nothing yet: jinlin partner support NAME --what TEXT"),
            )
        else:
            what = _partners(reader, limit)
    show(call, what)


def _partners(reader: Reader, limit: int) -> Listing:
    """Return the partners, and below what they gave together."""
    found = PARTNERS.rows(reader)
    what = listing_of(PARTNERS, found, limit)
    if not found:
        return what
    together = totals(reader)
    said = _(
        "Received {received} yuan ({direct} paid by partners themselves), {in_kind} other supports;"
        " still promised {promised} yuan; with their help {solved} solved."
    ).format(
        received=yuan(together.received),
        direct=yuan(together.direct),
        in_kind=together.in_kind,
        promised=yuan(together.promised),
        solved=together.solved,
    )
    return what._replace(notes=(*what.notes, said))
