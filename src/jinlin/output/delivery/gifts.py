"""What others gave for a record, as a listing below it."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.output.contribution.gifts import Gift
from jinlin.output.listing.listing import Cell, Listing, in_json


def gifts_below(call: Call, given: Sequence[Gift]) -> tuple[Listing, ...]:
    """Return the listing of what was given; nothing for nothing, unless a program reads it."""
    whole = in_json(call) or call.fields
    return (_listing(given),) if given or whole else ()


def _listing(given: Sequence[Gift]) -> Listing:
    return Listing.of(
        "supports",
        _("What partners gave for it"),
        (
            Cell("number", _("Number")),
            Cell("partner", _("Partner"), "giver"),
            Cell("what", _("What is given"), personal=Personal.TEXT),
            Cell("amount_fen", _("Amount (yuan)"), "amount", Kind.MONEY),
            Cell("received_on", _("Came on"), kind=Kind.DATE),
            Cell("due_on", _("To come by"), kind=Kind.DATE),
            Cell("paid_to", _("Paid to"), personal=Personal.TEXT),
        ),
        given,
    )
