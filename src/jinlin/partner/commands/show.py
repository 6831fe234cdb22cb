"""`jinlin partner show`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.output.command.kind import AskedFor
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted
from jinlin.output.register.pages import page_of
from jinlin.partner.kinds import PARTNER
from jinlin.partner.pages import members_listing, supports_listing
from jinlin.partner.record.partners import PARTNERS
from jinlin.partner.record.reported_members import reported_members
from jinlin.partner.record.supports import supports
from jinlin.store.command.command import reading


def show_(
    call: Call,
    who: Annotated[
        str, PARTNER.argument(help=N_("The partner."), asked=AskedFor(N_("Which partner")))
    ],
) -> None:
    with reading(call) as reader:
        found = PARTNERS.find(reader, who)
        given = supports(reader, partner=found, limit=rows_wanted(call))
        members = reported_members(reader, found.name)
    record = page_of(PARTNERS, found)
    listing = supports_listing(
        _("What it promised and gave"),
        given,
        of_one=True,
        empty=_("Nothing yet: jinlin partner support {number} --what TEXT").format(
            number=found.label
        ),
    )
    of_it = (members_listing(members),) if members else ()
    show(call, record._replace(listings=(*record.listings, *of_it, listing)))
