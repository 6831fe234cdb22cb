"""`jinlin meeting matters`: what owners decide, and what each matter needs."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.meeting.rules.owners_matters import matters as all_matters
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing


def matters(call: Call) -> None:
    show(
        call,
        Listing(
            key="matters",
            title=_("What owners decide"),
            columns=(
                Column(
                    key="matter",
                    heading=_("Type it as"),
                    labels={one.code: one.word for one in all_matters().values()},
                ),
                Column(key="item", heading=_("Item of art. 278"), kind=Kind.INTEGER),
                Column(key="name", heading=_("Matter")),
                Column(
                    key="pass",
                    heading=_("Passes with"),
                    labels={
                        one.passing.code: one.passing.words for one in all_matters().values()
                    },
                ),
                Column(key="reason", heading=_("Why")),
                Column(key="source", heading=_("Basis")),
                Column(
                    key="confidence",
                    heading=_("How sure"),
                    labels=Confidence.labels(),
                ),
                Column(key="other_practice", heading=_("Elsewhere")),
            ),
            rows=[
                (
                    one.code, one.item, one.name, one.passing.code, one.reason, one.source,
                    one.confidence, one.other_practice or None,
                )
                for one in all_matters().values()
            ],
            notes=(
                _("Always: at least 2/3 of the heads and of the area take part (民法典 278)."),
            ),
        ),
    )  # fmt: skip
