"""`jinlin partner list`: the partners, and three lists: needed, ready, under way."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import rows_wanted
from jinlin.output.register.pages import listing_of
from jinlin.partner.pages import needs_listing, supports_listing
from jinlin.partner.record.needs import needs as needed
from jinlin.partner.record.partners import PARTNERS
from jinlin.partner.record.supports import supports
from jinlin.partner.record.totals import totals
from jinlin.store.command.command import reading


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
    with reading(call) as reader:
        if needs:
            what = needs_listing(needed(reader))
        elif resources or projects:
            what = supports_listing(
                _("What stands ready") if resources else _("What is under way"),
                supports(reader, unused=resources, with_aim=projects),
                empty=_("Nothing yet: jinlin partner support NAME --what TEXT"),
            )
        else:
            found = PARTNERS.rows(reader)
            limit = rows_wanted(call)
            what = listing_of(PARTNERS, found, limit)
            together = totals(reader)
            what = what._replace(
                notes=(
                    *what.notes,
                    _(
                        "Received {received} yuan ({direct} paid by partners themselves),"
                        " {in_kind} other supports; still promised {promised} yuan; with their help"
                        " {solved} solved."
                    ).format(
                        received=yuan(together.received),
                        direct=yuan(together.direct),
                        in_kind=together.in_kind,
                        promised=yuan(together.promised),
                        solved=together.solved,
                    ),
                )
                if found
                else what.notes
            )
    show(call, what)
