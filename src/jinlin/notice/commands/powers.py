"""`jinlin notice powers`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.i18n import _
from jinlin.notice.rules.powers import SOURCE, powers
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing


def powers_(call: Call) -> None:
    show(
        call,
        Listing(
            key="powers",
            title=_("List of small powers"),
            columns=(
                Column(key="matter", heading=_("Matter")),
                Column(key="decides", heading=_("Who decides")),
                Column(key="steps", heading=_("By which steps")),
                Column(key="public", heading=_("What is public")),
                Column(key="when", heading=_("When")),
            ),
            rows=[tuple(power) for power in powers()],
            notes=(_("Source: {source}").format(source=SOURCE),),
        ),
    )
