"""`jinlin elevator schemes`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.i18n import _, speaking
from jinlin.elevator.apportionment.scheme_files import load_scheme, scheme_names
from jinlin.elevator.apportionment.schemes import Provenance
from jinlin.elevator.apportionment.weights import Mode
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing


def schemes(call: Call) -> None:
    language = speaking()
    shown = call.json or call.csv or call.md or call.output or call.names_columns
    show(
        call,
        Listing(
            key="schemes",
            title=_("Schemes"),
            columns=(
                Column(key="name", heading=_("Title")),
                Column(key="title", heading=_("What it is")),
                Column(
                    key="by",
                    heading=_("Shared"),
                    labels=Mode.labels(),
                ),
                Column(
                    key="confidence",
                    heading=_("Source"),
                    labels=Provenance.labels(),
                ),
                Column(key="source", heading=_("Where from")),
            ),
            rows=[
                (
                    scheme.name,
                    scheme.titles.get(language, scheme.name),
                    scheme.by.value,
                    scheme.confidence.value,
                    scheme.source if shown else None,
                )
                for scheme in map(load_scheme, scheme_names())
            ],
        ),
    )
