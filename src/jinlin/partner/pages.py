"""Listings of what partners promised and gave, and of their members who reported in."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.output.listing.listing import Cell, Listing
from jinlin.partner.kinds import SupportKind
from jinlin.partner.record.reported_members import ReportedMember
from jinlin.partner.record.supports import Support


def supports_listing(
    title: str, found: tuple[Sequence[Support], int], *, empty: str, of_one: bool = False
) -> Listing:
    """Return supports, each with whom the partner paid or which entry the purse has.

    Args:
        title: what they are.
        found: the supports, and how many there are in all.
        empty: the sentence for when there is none.
        of_one: they are all of one partner, which need not be named.
    """
    partner: tuple[Cell[Support], ...] = () if of_one else (Cell("partner", _("Partner")),)
    return Listing.of(
        "supports",
        title,
        (
            Cell("number", _("Number"), "label"),
            *partner,
            Cell("kind", _("Kind of support"), labels=SupportKind.labels()),
            Cell("what", _("What is given"), personal=Personal.TEXT),
            Cell("amount_fen", _("Amount (yuan)"), "amount", Kind.MONEY),
            Cell("promised_on", _("Promised on"), kind=Kind.DATE),
            Cell("due_on", _("To come by"), kind=Kind.DATE),
            Cell("received_on", _("Came on"), kind=Kind.DATE),
            Cell("paid_to", _("Paid to"), personal=Personal.TEXT),
            Cell("fund_entry", _("Entry of the purse"), "purse_entry"),
            Cell("about", _("Used for")),
            Cell("dropped_on", _("Dropped on"), kind=Kind.DATE),
        ),
        found[0],
        total=found[1],
        empty=empty,
    )


def members_listing(found: Sequence[ReportedMember]) -> Listing:
    """Return the members of a unit who reported in."""
    return Listing.of(
        "members",
        _("Its members who reported in"),
        (
            Cell("number", _("Number"), "label"),
            Cell("name", _("Name"), personal=Personal.NAME),
            Cell("reported_on", _("Reported in on"), kind=Kind.DATE),
            Cell("times", _("Times served"), kind=Kind.INTEGER),
        ),
        found,
    )
