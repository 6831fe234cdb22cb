"""`jinlin meeting first`: what the branch deliberates before the owners do."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.meeting.record.branch_first import first_matters
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing


def first(call: Call) -> None:
    show(
        call,
        Listing.of(
            "matters",
            _("What the branch deliberates first"),
            (
                Cell(
                    "matter",
                    _("Type it as"),
                    "code",
                    labels={matter.code: matter.word for matter in first_matters()},
                ),
                Cell("name", _("Matter")),
                Cell("basis", _("Basis"), "article"),
            ),
            first_matters(),
        ),
    )
    call.tell(_("An opinion beforehand: the owners decide, and nothing waits for the branch."))
