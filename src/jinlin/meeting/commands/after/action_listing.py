"""Action items as a listing."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.meeting.record.register import ActionRow
from jinlin.output.listing.listing import Cell, Listing, On


def action_listing(rows: Sequence[ActionRow], total: int | None = None) -> Listing:
    """Return action items as a listing."""
    cells: tuple[Cell[ActionRow], ...] = (
        Cell("number", _("Number"), "label"),
        Cell("text", _("To be done"), personal=Personal.TEXT),
        Cell("owner", _("In charge")),
        Cell("due_on", _("Deadline"), kind=Kind.DATE),
        Cell("percent", _("Done (%)"), kind=Kind.INTEGER),
        Cell("done_on", _("Done on"), kind=Kind.DATE, on=On.FILES),
        Cell("meeting", _("Meeting"), on=On.FILES),
        Cell("item", _("Item"), kind=Kind.INTEGER, on=On.FILES),
        Cell("resolution", _("Resolution"), on=On.FILES),
        Cell("issues", _("Issues"), lambda row: _(", ").join(row.issues) or None),
        Cell("about", _("About"), on=On.FILES),
        Cell("remark", _("Remark"), personal=Personal.TEXT, on=On.FILES),
    )
    none = _("There is no action item.")
    return Listing.of("actions", _("Action items"), cells, rows, total=total, empty=none)
