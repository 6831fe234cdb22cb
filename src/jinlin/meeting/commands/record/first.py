"""`jinlin meeting first`: what the branch deliberates before the owners do."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.i18n import _
from jinlin.meeting.record.branch_first import first_matters
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing


def first(call: Call) -> None:
    show(
        call,
        Listing(
            key="matters",
            title=_("What the branch deliberates first"),
            columns=(
                Column(
                    key="matter",
                    heading=_("Type it as"),
                    labels={matter.code: matter.word for matter in first_matters()},
                ),
                Column(key="name", heading=_("Matter")),
                Column(key="basis", heading=_("Basis")),
            ),
            rows=[(matter.code, matter.name, matter.article) for matter in first_matters()],
        ),
    )
    call.tell(_("An opinion beforehand: the owners decide, and nothing waits for the branch."))
