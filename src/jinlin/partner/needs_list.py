"""A listing of what partners may help with."""

from __future__ import annotations

from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.output.listing.listing import Cell, Listing
from jinlin.partner.record.needs import needs
from jinlin.store.transaction.tx import Reader


def needs_listing(reader: Reader, limit: int) -> Listing:
    """Return what a partner may help with; so much at most, 0 means all."""
    rows = needs(reader)
    return Listing.of(
        "needs",
        _("What is needed of partners"),
        (
            Cell("number", _("Number")),
            Cell("title", _("Title"), personal=Personal.TEXT),
            Cell("since", _("Waiting since"), kind=Kind.DATE),
            Cell("missing_fen", _("Money missing (yuan)"), "missing", Kind.MONEY),
            Cell("promised", _("Supports for it"), kind=Kind.INTEGER),
        ),
        rows[: limit or None],
        total=len(rows),
        empty=_("Nothing was passed up, and no project lacks money."),
    )
