"""`jinlin meeting matters`: what owners decide, and what each matter needs."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.i18n import _
from jinlin.core.laws import basis_words
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.meeting.rules.owners_matters import matters as all_matters
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing


def matters(call: Call) -> None:
    listing = Listing.of(
        "matters",
        _("What owners decide"),
        (
            Cell(
                "matter",
                _("Type it as"),
                "code",
                labels={one.code: one.word for one in all_matters().values()},
            ),
            Cell("item", _("Item of art. 278"), kind=Kind.INTEGER),
            Cell("name", _("Matter")),
            Cell(
                "pass",
                _("Passes with"),
                "passing.code",
                labels={one.passing.code: one.passing.words for one in all_matters().values()},
            ),
            Cell("reason", _("Why")),
            Cell("source", _("Basis"), lambda one: basis_words(one.source)),
            Cell("confidence", _("How sure"), labels=Confidence.labels()),
            Cell("other_practice", _("Elsewhere"), lambda one: one.other_practice or None),
        ),
        all_matters().values(),
        notes=(
            _("Always: at least 2/3 of the heads and of the area take part (Civil Code art. 278)."),
        ),
    )
    show(call, listing)
