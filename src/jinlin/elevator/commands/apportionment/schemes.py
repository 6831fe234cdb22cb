"""`jinlin elevator schemes`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _, speaking
from jinlin.core.laws import basis_words
from jinlin.elevator.apportionment.scheme_files import load_scheme, scheme_labels, scheme_names
from jinlin.elevator.apportionment.schemes import Provenance
from jinlin.elevator.apportionment.weights import Mode
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing


def schemes(call: Call) -> None:
    language = speaking()
    shown = call.json or call.csv or call.md or call.output or call.names_columns
    show(
        call,
        Listing.of(
            "schemes",
            _("Schemes"),
            (
                Cell("name", _("Title"), labels=scheme_labels()),
                Cell(
                    "title",
                    _("What it is"),
                    lambda scheme: scheme.titles.get(language, scheme.name),
                ),
                Cell("by", _("Shared"), "by.value", labels=Mode.labels()),
                Cell("confidence", _("Source"), "confidence.value", labels=Provenance.labels()),
                Cell(
                    "source",
                    _("Where from"),
                    lambda scheme: basis_words(scheme.source) if shown else None,
                ),
            ),
            list(map(load_scheme, scheme_names())),
        ),
    )
